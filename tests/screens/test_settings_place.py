"""The place of the settings: each can be changed, is on the disk at once, and holds after a restart."""

from datetime import date, time

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ritual.commands import settings as commands
from ritual.core.records import Couple, Note
from ritual.house import COUPLE, House
from ritual.screens.appreciations.screen import Appreciations
from ritual.screens.cards.screen import CardTable
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.home import Home
from ritual.screens.journal.screen import JournalLog
from ritual.screens.library.screen import Library
from ritual.screens.light import ChooseLight
from ritual.screens.place import Place
from ritual.screens.settings import rows
from ritual.screens.settings.ask import Ask, Choose
from ritual.screens.settings.screen import SettingsPlace
from tests.screens.checkins import keys, on
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see, until

NAMES = [row.name for group in rows.GROUPS for row in group.rows]
TYPED = {
    "minutes": ("8", "8 minutes", 8),
    "hope": ("5", "5", 5),
    "night_begins": ("03:30", "03:30", time(3, 30)),
    "checkin_minutes": ("45", "45 minutes", 45),
    "evening_at": ("20:15", "20:15", time(20, 15)),
    "evening_days": ("friday, sunday", "Friday, Sunday", ("friday", "sunday")),
    "checkin_at": ("11:00", "11:00", time(11)),
}


async def settings(pilot: Pilot[None]) -> OptionList:
    """From Home to the settings."""
    await pilot.press("s")
    await on(pilot, SettingsPlace)
    return pilot.app.screen.query_one(OptionList)


async def mark(pilot: Pilot[None], name: str) -> None:
    """Mark the setting called `name`."""
    choices = pilot.app.screen.query_one(OptionList)
    choices.highlighted = choices.get_option_index(name)
    await pilot.pause()


async def ask(pilot: Pilot[None], name: str, typed: str) -> None:
    """Open the window of a setting, and put `typed` in its field."""
    await mark(pilot, name)
    await pilot.press("enter")
    await on(pilot, Ask)
    pilot.app.screen.query_one(Input).value = typed
    await pilot.press("enter")


def again(house: House) -> House:
    """What another start finds."""
    return House(house.folders, house.clock)


async def test_each_is_there_with_its_value_and_a_word_about_it(opens: Opens, house: House) -> None:
    async with opens(house, size=(80, 40)) as pilot:
        await settings(pilot)
        text = await see(pilot, "Ana and Sam", "Who you are", "Evenings", "Reminders", "Looks")
        assert [group.title for group in rows.GROUPS if group.title not in text] == []
        for group in rows.GROUPS:
            for row in group.rows:
                assert rows.in_words(house, row.name) in text
                await mark(pilot, row.name)
                await see(pilot, row.label, " ".join(row.explained.split()[:6]))
    assert set(NAMES) == {"names", "stage", "since", *house.settings.__struct_fields__}
    assert not house.folders.settings_file.exists()


async def test_what_is_typed_is_kept_and_holds_after_a_restart(opens: Opens, house: House) -> None:
    async with opens(house, size=(80, 40)) as pilot:
        await settings(pilot)
        for name, (typed, said, value) in TYPED.items():
            await ask(pilot, name, typed)
            await on(pilot, SettingsPlace)
            await see(pilot, said)
            assert getattr(again(house).settings, name) == value
    assert again(house).problems == []


async def test_what_is_chosen_or_turned_is_kept(opens: Opens, house: House) -> None:
    async with opens(house, size=(80, 40)) as pilot:
        await settings(pilot)
        for name in ("bell", "reduce_motion", "hide_typing"):
            await mark(pilot, name)
            await pilot.press("enter")
            await pilot.pause()
            assert getattr(again(house).settings, name) is True, name
        assert pilot.app.animation_level == "none"
        for name, steps, said in (
            ("checkin_day", ["down"], "Monday"),
            ("lang", ["down", "down"], "Deutsch"),
            ("name", ["down", "down"], "Sam"),
            ("stage", ["up"], "something big is changing"),
        ):
            await mark(pilot, name)
            await pilot.press("enter")
            await on(pilot, Choose)
            await pilot.press(*steps, "enter")
            await on(pilot, SettingsPlace)
            await see(pilot, said)
    after = again(house)
    assert (after.settings.checkin_day, after.settings.name, after.stage) == ("monday", "Sam", "new-chapter")
    assert after.here is not None


async def test_the_colours_are_chosen_from_here_and_stay(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await settings(pilot)
        await mark(pilot, "theme")
        await pilot.press("enter")
        await on(pilot, ChooseLight)
        await pilot.press("down", "enter")
        await on(pilot, SettingsPlace)
        await see(pilot, "hearth")
    async with opens(again(house)) as pilot:
        assert pilot.app.theme == "hearth"


async def test_names_change_and_who_wrote_what_stays(opens: Opens, house: House) -> None:
    ana = house.people[0]
    house.change(name="Ana")
    new = Note(id=house.journal.new_id(), at=house.clock.now(), night=house.night, by=ana.id, text="a line")
    house.journal.keep(new)
    async with opens(house) as pilot:
        await settings(pilot)
        await ask(pilot, "names", "Anna, Sam")
        await on(pilot, SettingsPlace)
        await see(pilot, "Anna and Sam", "who sits here      Anna")
        await ask(pilot, "names", "Kim")
        await on(pilot, SettingsPlace)
        await until(pilot, lambda: "Please give both names" in told(pilot), "the refusal")
        await ask(pilot, "names", "Anna, anna")
        await see(pilot, "Both names are the same.")
        await pilot.press("escape")
        await on(pilot, SettingsPlace)
        await pilot.press("escape")
        await see(pilot, "Anna and Sam.")
    after = again(house)
    assert (after.people[0].id, after.people[0].name) == (ana.id, "Anna")
    assert [one.by for one in after.journal.nights(Note)] == [ana.id]


async def test_since_may_be_any_day_that_has_been(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await settings(pilot)
        for wrong, line in (("3/4/2019", "could be"), ("tomorrow", "still to come"), ("a day", "no day that I know")):
            await ask(pilot, "since", wrong)
            await see(pilot, line)
            await pilot.press("escape")
            await on(pilot, SettingsPlace)
        await ask(pilot, "since", "29 february 2016")
        await on(pilot, SettingsPlace)
        await see(pilot, "29 February 2016")
        couple = again(house).journal.get(Couple, COUPLE)
        assert couple is not None
        assert couple.since == date(2016, 2, 29)
        await ask(pilot, "since", "")
        await on(pilot, SettingsPlace)
        assert "29 February 2016" not in words_on(pilot)
    couple = again(house).journal.get(Couple, COUPLE)
    assert couple is not None
    assert couple.since is None


async def test_what_is_not_understood_is_said_in_one_line_and_changes_nothing(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await settings(pilot)
        for name in TYPED:
            await ask(pilot, name, "sometimes")
            await see(pilot, "sometimes")
            hint = str(pilot.app.screen.query_one("#hint").render()).strip()
            assert hint.startswith("It should be "), name
            assert words_on(pilot).count("It should be ") == 1, name
            assert len(hint.splitlines()) == 1
            await pilot.press("escape")
            await on(pilot, SettingsPlace)
    assert again(house).settings == house.settings
    assert not house.folders.settings_file.exists()


async def test_comments_and_unknown_keys_stay(opens: Opens, house: House) -> None:
    house.folders.config.mkdir(parents=True, exist_ok=True)
    house.folders.settings_file.write_text(
        '# ours\nfont = "large"\nbell = false  # by now\n\n[keys]\nbegin = "space"\n'
    )
    async with opens(again(house)) as pilot:
        await settings(pilot)
        await mark(pilot, "bell")
        await pilot.press("enter")
        await mark(pilot, "keys")
        await see(pilot, "1 changed")
        await pilot.press("enter")
        await see(pilot, "settings.toml, like this:", 'take_break = "ctrl+b,f6"', "accept ")
        assert ["begin", "Space", "begin"] in [line.split() for line in words_on(pilot).splitlines()]
        await pilot.press("end")
        await see(pilot, "write_card")
        await pilot.press("escape")
        await on(pilot, SettingsPlace)
    assert (
        house.folders.settings_file.read_text()
        == '# ours\nfont = "large"\nbell = true  # by now\n\n[keys]\nbegin = "space"\n'
    )


async def test_a_broken_file_is_named_and_left_as_it_is(opens: Opens, house: House) -> None:
    house.folders.config.mkdir(parents=True, exist_ok=True)
    house.folders.settings_file.write_text("minutes = [\n")
    async with opens(again(house)) as pilot:
        await until(pilot, lambda: "settings.toml could not be read" in told(pilot), "the broken file")
        await settings(pilot)
        await ask(pilot, "minutes", "8")
        await until(pilot, lambda: "It holds until ritual is closed." in told(pilot), "what holds")
        await see(pilot, "8 minutes")
    assert house.folders.settings_file.read_text() == "minutes = [\n"


async def test_where_nothing_can_be_written_it_is_said_and_holds_for_now(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    async with opens(house) as pilot:
        await settings(pilot)
        monkeypatch.setattr("ritual.settings.files.write", refused)
        await ask(pilot, "hope", "6")
        await until(pilot, lambda: "could not be written to settings.toml" in told(pilot), "why")
        assert house.settings.hope == 6
    assert again(house).settings.hope == 3


async def test_the_letters_of_the_places_work_here_and_back_is_home(opens: Opens, house: House) -> None:
    places: dict[str, type[Place[None]]] = {
        "a": Appreciations,
        "c": CardTable,
        "w": CheckInStart,
        "j": JournalLog,
        "l": Library,
    }
    async with opens(house) as pilot:
        await settings(pilot)
        assert keys(pilot) == {one.id() for one in commands.SETTINGS}
        for letter, there in places.items():
            await pilot.press(letter)
            await on(pilot, there)
            await pilot.press("s")
            await on(pilot, SettingsPlace)
        await pilot.press("s")
        await on(pilot, SettingsPlace)
        await pilot.press("h")
        await on(pilot, Home)


async def test_who_lives_alone_is_not_asked_which_of_you_sits_here(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house) as pilot:
        await settings(pilot)
        text = await see(pilot, "Who you are", "names", "together since")
        assert "who sits here" not in text
        assert "either of you" not in text


async def test_it_can_be_used_in_windows_of_any_size(opens: Opens, house: House) -> None:
    house.change(name="Ana")
    async with opens(house) as pilot:
        await settings(pilot)
        await mark(pilot, "hide_typing")
        for size in ((40, 12), (60, 20), (300, 100), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            marked = pilot.app.screen.query_one(OptionList)
            assert marked.highlighted == marked.get_option_index("hide_typing")
            if size >= (40, 12):
                await see(pilot, "hide typing")
        await see(pilot, "Dots in place of what you type", "? help", "Enter change")
        assert len(words_on(pilot).splitlines()) <= 24
        house.settle(("Maximiliane-Anastasia", "Sam"))
        house.settle(("Maximiliane-Anastasia", "Ekaterina-Konstantinowna"))
        await pilot.resize_terminal(60, 20)
        place = pilot.app.screen
        assert isinstance(place, SettingsPlace)
        place.show()
        await pilot.press("home")
        lines = (await see(pilot, "Who you are", "Maximiliane-Anastasia", "Esc back")).splitlines()
        names = next(place for place, line in enumerate(lines) if "Maximiliane-Anastasia" in line)
        assert lines[names].rstrip(" ▁▂▃▄▅▆▇█").endswith("…")
        assert lines[names + 1].split()[:3] == ["where", "you", "are"]
