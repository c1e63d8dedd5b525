"""What one of them writes to a card: hidden, put down, offered again, and never shown to the other one."""

import pytest
from textual.app import App
from textual.events import Paste

from ritual.answering import Answering
from ritual.core.text import LONGEST
from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.screen import CardTable
from ritual.screens.cards.together import Together
from ritual.widgets.words import Words
from tests.screens.answers import ANA, ANAS, SAM, SAMS, answer, at, kept, nowhere, silent, type_in, write
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see, until


def next_start(house: House) -> House:
    return House(house.folders, house.clock)


def drafts(house: House) -> list[tuple[str, str]]:
    return [(one.text, one.visibility) for one in house.drafts.all()]


@pytest.mark.parametrize("words", ["a\x07 bell", "x" * (LONGEST + 1)])
async def test_what_cannot_be_kept_stays_in_the_field(opens: Opens, house: House, words: str) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, words, "escape") if len(words) > 99 else await write(pilot, words, None)
        if len(words) > 99:
            await pilot.press("enter", "enter")
            await see(pilot, "xxx")
        here = pilot.app.screen
        await pilot.press("ctrl+s")
        await until(pilot, lambda: told(pilot), "why")
        assert pilot.app.screen is here
        assert here.query_one(Words).text == words
        silent([told(pilot)], "bell", "xxxxx")
        await pilot.press("escape")
        await at(pilot, Together)
    assert (kept(house), drafts(house)) == ({}, [(words, "sealed")])


async def test_a_full_disk_leaves_the_words_where_they_are(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, None)
        with monkeypatch.context() as broken:
            broken.setattr(house.journal.shelf, "put", full)
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "No space left on device" in told(pilot), "why")
            assert isinstance(pilot.app.screen, AnswerForm)
            broken.setattr(house.drafts, "save", full)
            await type_in(pilot, "!")
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, AnswerForm)
        silent([told(pilot)], ANAS)
        await pilot.press("ctrl+s")
        await see(pilot, "Ana has sealed a few words.")
    assert kept(house) == {ANA: (f"{ANAS}!", "sealed")}


async def test_a_crash_keeps_the_words_and_tells_none(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(self: Answering, person: str, typed: str, promised: object = None) -> None:
        raise ValueError(f"{typed} {self.said}")

    async def crash() -> None:
        async with opens(house, "cards") as pilot:
            await answer(pilot)
            await write(pilot, ANAS)
            await write(pilot, SAMS, None)
            monkeypatch.setattr(Answering, "say", fail)
            await pilot.press("ctrl+s")
            await pilot.pause()

    with pytest.raises(ValueError, match=r"."):
        await crash()
    logs = [one.read_text() for one in (house.folders.state / "logs").iterdir()]
    assert len(logs) == 1
    said = capsys.readouterr()
    silent([*logs, said.out, said.err], ANAS, SAMS)
    assert (kept(house), drafts(house)) == ({ANA: (ANAS, "sealed")}, [(SAMS, "sealed")])
    async with opens(next_start(house)) as pilot:
        await see(pilot, "Sam, words of yours are waiting.")
        nowhere(pilot, ANAS, SAMS)


async def test_what_one_has_cut_the_other_cannot_paste(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, None)
        await pilot.press("ctrl+x", "ctrl+v", "ctrl+v", "ctrl+s")
        await see(pilot, "Ana has sealed a few words.")
        await pilot.press("enter")
        await at(pilot, AnswerForm)
        await pilot.press("ctrl+v", "ctrl+z", "ctrl+y")
        await pilot.pause()
        nowhere(pilot, ANAS)
        assert pilot.app.screen.query_one(Words).text == ""


async def test_what_was_copied_elsewhere_can_be_pasted(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        pilot.app.copy_to_clipboard(ANAS)
        for _ in range(2):
            await pilot.press("enter")
            await at(pilot, AnswerForm)
            await pilot.press("ctrl+v")
            await see(pilot, ANAS)
            await pilot.press("ctrl+s")
            await at(pilot, Together)


async def test_another_window_cannot_unseal_what_is_being_written(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS)
        await write(pilot, SAMS, None)
        draw = house.cards.last_drawn(house.night)
        assert draw is not None
        Answering(next_start(house), draw).open()
        await until(pilot, lambda: drafts(house), "the draft")
        assert drafts(house) == [(SAMS, "sealed")]
        await pilot.press("ctrl+s")
        await see(pilot, "Sam has written.", "open it together")
        nowhere(pilot, SAMS)
    assert kept(house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "sealed")}


async def test_one_alone_writes_at_once_and_keeps_it(opens: Opens, empty_house: House) -> None:
    house = empty_house
    house.settle(("Ana",))
    async with opens(house, "cards") as pilot:
        await at(pilot, CardTable)
        await pilot.press("enter")
        await at(pilot, AnswerForm)
        screen = await see(pilot, "Ana, a few words of your own.", "Ctrl+S keeps it.")
        assert "seal" not in screen
        await pilot.press("escape")
        await at(pilot, CardTable)
        await pilot.press("enter")
        await at(pilot, AnswerForm)
        await type_in(pilot, ANAS)
        await pilot.press("ctrl+s")
        await see(pilot, f"You said: {ANAS}")
        await pilot.press("enter")
        await at(pilot, Together)
        await see(pilot, ANAS)
        await pilot.press("e")
        await at(pilot, AnswerForm)
        await pilot.press("f5")
        await at(pilot, CardTable)
        nowhere(pilot, ANAS)
        await pilot.press("enter")
        await see(pilot, "kept private")
        await pilot.press("u")
        await see(pilot, ANAS)
        await pilot.press("u")
        await see(pilot, "kept private")
        await pilot.press("o")
        await see(pilot, ANAS)
        await pilot.press("e")
        await at(pilot, AnswerForm)
        await pilot.press("ctrl+r")
        await at(pilot, CardTable)
        assert kept(house) == {}
        await pilot.press("z")
        await see(pilot, f"You said: {ANAS}")
    assert kept(house) == {ANA: (ANAS, "shared")}


async def test_any_text_is_drawn_sign_for_sign(opens: Opens, house: House) -> None:
    words = "[red]no[/] \u202eשלום 日本語 [b]"
    async with opens(house, "cards", size=(60, 20)) as pilot:
        await answer(pilot)
        for _ in range(2):
            await pilot.press("enter")
            await at(pilot, AnswerForm)
            pilot.app.post_message(Paste(words))
            await see(pilot, "[red]no[/]")
            await pilot.press("f4", "f4", "ctrl+s")
            await at(pilot, Together)
        await pilot.press("enter")
        await until(pilot, lambda: words_on(pilot).count("[red]no[/]") == 2, "the words of both")
    assert kept(house) == {ANA: (words, "shared"), SAM: (words, "shared")}


def test_textual_forgets_its_clipboard_when_it_is_told_an_empty_one() -> None:
    app = App[None]()
    app.copy_to_clipboard("x")
    app.copy_to_clipboard("")
    assert app.clipboard == ""
