"""Trends: pictures with their sentences, figures behind a key, and the entries behind each picture."""

from textual.pilot import Pilot

from ritual.core import checkin
from ritual.core.records import Appreciation, Checkin, Feeling, Rating
from ritual.house import House
from ritual.screens.journal.trends import PictureView, Trends
from tests.screens.conftest import Opens, words_on
from tests.screens.journal import ANA, SAM, add, evening_of, kinds, on_journal, open_journal, place, shows
from tests.screens.thanks import see, type_in, until

COUNT = 11


def lived(house: House) -> None:
    """Some weeks; what is private in them shows nowhere."""
    for weeks in range(4):
        evening_of(house, days_ago=7 * weeks + 1, closer=2)
        add(house, Appreciation, days_ago=7 * weeks, by=ANA, to=SAM, text=f"for tea {weeks}", way="help")
    for weeks in range(3):
        one = add(house, Checkin, days_ago=7 * weeks, legs=checkin.legs([ANA, SAM], 30), seconds=1700, state="kept")
        for by in (ANA, SAM):
            for scale, value in (("close", 7 - weeks), ("heard", 5)):
                visibility = "private" if scale == "heard" else "shared"
                add(
                    house,
                    Rating,
                    days_ago=7 * weeks,
                    by=by,
                    about=one.id,
                    scale=scale,
                    value=value,
                    visibility=visibility,
                )
        add(house, Feeling, days_ago=7 * weeks, by=ANA, about=one.id, word="tender")
        add(house, Feeling, days_ago=7 * weeks, by=SAM, about=one.id, word="lonely", visibility="private")


def focused(pilot: Pilot[None]) -> str:
    """The title of the marked picture."""
    assert isinstance(pilot.app.focused, PictureView)
    return pilot.app.focused.picture.title


async def open_trends(pilot: Pilot[None]) -> None:
    await pilot.press("g")
    await until(pilot, lambda: isinstance(pilot.app.screen, Trends), "the trends")
    await until(pilot, lambda: isinstance(pilot.app.focused, PictureView), "the pictures")


async def test_each_picture_has_its_sentence_and_no_figure(opens: Opens, house: House) -> None:
    lived(house)
    async with opens(house, size=(80, 50)) as pilot:
        await open_journal(pilot, COUNT)
        await open_trends(pilot)
        text = await see(
            pilot,
            "arriving    ▃▃▃▃",
            "at the end  ▆▆▆▆",
            "You mostly feel closer at the end of an evening than at its",
            "You shared the time about equally.",
            "Lately you were most often thankful for help.",
            "You have often named: tender.",
            "close to you",
            "▅▅▆",
        )
        assert not any(sign.isdigit() for sign in text)
        assert "lonely" not in text
        assert "heard" not in text
        await pilot.press("f")
        await see(pilot, "arriving: 3.0 3.0 3.0 3.0", "at the end: 5.0", "Ana 20 minutes, Sam 20 minutes", "5 6 7")
        await pilot.press("f")
        await until(pilot, lambda: "3.0" not in words_on(pilot), "the figures to be gone")


async def test_every_picture_leads_to_the_entries_behind_it(opens: Opens, house: House) -> None:
    lived(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await pilot.press("slash")
        await type_in(pilot, "tea 1")
        await pilot.press("enter", "f")
        behind = (
            ("closeness", "evening", 4),
            ("who spoke", "evening", 4),
            ("ways", "thank-you", 4),
            ("feelings that return", "check-in", 3),
            ("close to you", "check-in", 3),
        )
        for number, (title, kind, count) in enumerate(behind):
            await open_trends(pilot)
            await pilot.press(*["down"] * number)
            assert focused(pilot) == title
            await pilot.press("enter")
            await on_journal(pilot)
            await shows(pilot, *[kind] * count)
            assert f"November   {kind}\n" in words_on(pilot)
            assert not place(pilot).field.display


async def test_the_arrows_go_from_one_to_the_next_and_around_and_figures_keep_the_place(
    opens: Opens, house: House
) -> None:
    lived(house)
    async with opens(house, size=(60, 20)) as pilot:
        await open_journal(pilot, COUNT)
        await open_trends(pilot)
        await pilot.press("up")
        assert focused(pilot) == "close to you"
        await see(pilot, "▌ close to you")
        await pilot.press("f")
        await see(pilot, "▌ 5 6 7")
        assert focused(pilot) == "close to you"
        await pilot.press("down")
        assert focused(pilot) == "closeness"
        await pilot.press("escape")
        await on_journal(pilot)
        assert len(kinds(pilot)) == COUNT


async def test_with_nothing_there_are_kind_words(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_journal(pilot, 0)
        await open_trends(pilot)
        await see(
            pilot,
            "When you say how close you feel, you will see it here.",
            "When you have talked in turns, you will see here how you shared the",
            "When you name the way something was given, you will see it here.",
        )
        assert "figures" not in words_on(pilot)
        assert "Enter" not in words_on(pilot)
        await pilot.press("f", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Trends)
        await pilot.press("escape")
        await on_journal(pilot)
        await see(pilot, "Here your evenings will add up")


async def test_one_alone_shares_no_time(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house) as pilot:
        await open_journal(pilot, 0)
        await open_trends(pilot)
        assert "who spoke" not in words_on(pilot)
        assert len(pilot.app.screen.query(PictureView)) == 2
        await pilot.press("escape")
        await on_journal(pilot)
        assert "from_whom" not in {one.id() for one in place(pilot).commands()}
