"""What was sealed is opened together: the table, what stays private, and the question about what differs."""

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from ritual.checkin import CheckIn
from ritual.content import checkin_words
from ritual.core.errors import RitualError
from ritual.house import House
from ritual.journal import Journal
from ritual.screens.checkin.screen import CheckInScreen
from ritual.screens.checkin.table import Table
from ritual.screens.checkin.which import Which
from tests.checkin.conftest import ANA, SAM, answer, both_answer, covers, go
from tests.screens.answers import silent
from tests.screens.checkins import (
    LONG_NAMES,
    at,
    begin,
    beside,
    everywhere,
    fits,
    foot,
    keys,
    on,
    page,
)
from tests.screens.conftest import Opens, told, words_on
from tests.screens.seeing import THEMES, legible
from tests.screens.thanks import see, until

WORDS = ("lonely", "tired", "rest", "calm", "Ana's", "Sam's")


@pytest.fixture
def sealed(house: House) -> CheckIn:
    """Both have answered."""
    found = both_answer(CheckIn.begin(house, 30))
    found.leave()
    return found


def rows(text: str) -> dict[str, list[str]]:
    """The rows of the table: what was asked, and what each of them answered."""
    lines = [line.split() for line in text.splitlines()]
    return {" ".join(line[:-2]): line[-2:] for line in lines if len(line) > 2}


async def test_until_they_open_it_nothing_is_told(opens: Opens, sealed: CheckIn) -> None:
    async with opens(sealed.house, "checkin") as pilot:
        await begin(pilot)
        await see(pilot, "Open together", "Enter opens what is sealed. k keeps one answer private.")
        assert "k keep private" in foot(pilot)
        await everywhere(pilot, lambda text: silent([text, told(pilot)], *WORDS, "close", "heard"))
        assert not pilot.app.screen.query(Table)
        await pilot.press("enter")
        text = await see(pilot, "How it was for you", "Enter, when you have read it.", "close to you")
        assert "keep_private" not in keys(pilot)
        table = rows(text)
        assert table["close to you"] == ["3", "8"]
        assert table["heard and understood"] == ["6", "6"]
        assert "affection" not in text
        assert "feels lonely, tired" in text
        assert "needs rest" in text
        assert "“Ana's sentence”" in text
        assert beside(pilot)
        head = next(line for line in text.splitlines() if line.split() == ["Ana", "Sam"])
        line = next(line for line in text.splitlines() if "close to you" in line)
        assert (head.index("Ana"), head.index("Sam")) == (line.index("3"), line.index("8"))
    assert {*covers(sealed.house).values()} == {"shared"}


async def test_one_answer_is_kept_private_instead(opens: Opens, sealed: CheckIn) -> None:
    async with opens(sealed.house, "checkin") as pilot:
        await begin(pilot)
        for key in ("escape", "enter"):
            await pilot.press("k")
            await on(pilot, Which)
            text = await see(pilot, "Which answer stays private?", "Ana: close to you", "Sam: feelings")
            silent([text], "lonely", "calm", "Ana's", "8", "6", "3")
            listed = [str(one.prompt) for one in pilot.app.screen.query_one(OptionList).options]
            assert listed[:5] == [
                "Ana: close to you",
                "Ana: heard and understood",
                "Ana: feelings",
                "Ana: needs",
                "Ana: in one sentence",
            ]
            assert len(listed) == 10
            await pilot.press(key)
            await on(pilot, CheckInScreen)
            assert covers(sealed.house)["Ana close"] == ("sealed" if key == "escape" else "private")
        await pilot.press("k", "down", "enter")
        await on(pilot, CheckInScreen)
        await pilot.press("enter")
        text = await see(pilot, "How it was for you", "close to you")
        assert rows(text)["close to you"] == ["private", "8"]
        assert rows(text)["heard and understood"] == ["6", "6"]
        assert "lonely" not in text
        assert "needs rest" in text
    found = covers(sealed.house)
    assert {name for name, cover in found.items() if cover == "private"} == {"Ana close", "Ana lonely", "Ana tired"}


async def test_what_differs_becomes_a_question_and_no_number(opens: Opens, sealed: CheckIn) -> None:
    words = checkin_words()
    async with opens(sealed.house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter", "enter")
        text = " ".join((await at(pilot, "apart")).split())
        assert words.scale("close").ask in text
        assert any(one in text for one in words.together.differ)
        assert "Talk as long as you like. Enter goes on." in text
        assert not re.search(r"\d", text)
        await pilot.resize_terminal(54, 20)
        assert "week?" not in [line.strip() for line in (await at(pilot, "apart")).splitlines()]
        await pilot.press("enter")
        await at(pilot, "topic")


async def test_what_is_alike_is_asked_after_too_and_what_is_not_open_never(opens: Opens, house: House) -> None:
    found = CheckIn.begin(house, 30)
    answer(found, ANA, {"close": 3, "heard": 6})
    answer(found, SAM, {"close": 9, "heard": 6})
    go(found, "together")
    found.keep_private([found.said[1].ratings["close"]])
    found.open_answers()
    found.leave()
    words = checkin_words()
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        assert rows(await see(pilot, "close to you"))["close to you"] == ["3", "private"]
        await pilot.press("enter")
        text = " ".join((await at(pilot, "apart")).split())
        assert words.scale("heard").ask in text
        assert any(one in text for one in words.together.alike)


async def test_nothing_answered_leads_on_to_the_topic(opens: Opens, house: House) -> None:
    go(CheckIn.begin(house, 30), "needs", SAM).leave()
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await at(pilot, "topic")
        await pilot.press("escape")
        await at(pilot, "needs", "Sam")


async def test_one_who_passed_everything_has_dots(opens: Opens, house: House) -> None:
    found = CheckIn.begin(house, 30)
    answer(found, ANA, {"deep": 4})
    go(found, "together").leave()
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        assert rows(await see(pilot, "How it was"))["deep rather than surface talk"] == ["4", "·"]
        await pilot.press("enter")
        await at(pilot, "topic")


async def test_stepping_back_from_the_table_covers_what_is_one_persons(opens: Opens, sealed: CheckIn) -> None:
    async with opens(sealed.house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await see(pilot, "close to you")
        await pilot.press("escape")
        silent([await at(pilot, "sentence", "Sam")], *WORDS)
        await pilot.press("ctrl+n")
        await at(pilot, "together")
        await pilot.press("ctrl+n")
        await at(pilot, "topic")


async def test_a_disk_that_takes_nothing_leaves_them_sealed(
    opens: Opens, sealed: CheckIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Journal, records: object) -> None:
        raise RitualError("There is no room.")

    async with opens(sealed.house, "checkin") as pilot:
        await begin(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "keep_all", fail)
            await pilot.press("enter")
            await until(pilot, lambda: "There is no room." in told(pilot), "a word about it")
            assert not pilot.app.screen.query(Table)
            await pilot.press("k", "enter")
            await on(pilot, CheckInScreen)
        assert {*covers(sealed.house).values()} == {"sealed"}
        await pilot.press("enter")
        await see(pilot, "close to you")


SENTENCE = "When I look at my week, I feel tired, tender and a little lonely. I need rest, and an hour with you."


def full(house: House) -> None:
    """Both have answered everything, and opened it."""
    found = CheckIn.begin(house, 30)
    for one in found.people:
        values = dict.fromkeys(("close", "heard", "safe", "airtime", "affection", "supported", "deep"), 10)
        answer(found, one.id, values | {"nothing-unsaid": 0}, ["tired", "tender", "lonely"], ["rest"], SENTENCE)
    go(found, "together")
    found.keep_private([found.said[0].ratings["close"]])
    found.open_answers()
    found.leave()


async def looks(pilot: Pilot[None], first: str, second: str) -> None:
    """Look at the whole table, as it is in this window."""
    await pilot.press("home")
    text = await see(pilot, "How it was for you", "close to you", "private", first, second)
    assert all(len(line) <= pilot.app.size.width for line in text.splitlines())
    await pilot.press("end")
    await see(
        pilot, "needs rest", "an hour with you" if pilot.app.size.width > 50 else "hour", "when you have read it."
    )


async def test_all_of_it_is_seen_at_once_and_in_a_small_window_read_with_the_arrows(opens: Opens, house: House) -> None:
    full(house)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        for size in ((80, 24), (120, 40), (60, 20)):
            await pilot.resize_terminal(*size)
            await looks(pilot, "Ana", "Sam")
            assert fits(pilot) == (size[0] >= 80)
            assert beside(pilot) == (size[0] >= 80)
        for size in ((1, 1), (79, 20), (300, 100), (60, 20)):
            await pilot.resize_terminal(*size)
        await pilot.press("down")
        assert page(pilot).scroll_y > 0
        for theme in THEMES:
            pilot.app.theme = theme
            await pilot.pause()
            legible(pilot, theme)


async def test_long_names_are_shortened_and_break_nothing(opens: Opens, empty_house: House) -> None:
    empty_house.settle(LONG_NAMES)
    full(empty_house)
    async with opens(empty_house, "checkin") as pilot:
        await begin(pilot)
        for size in ((80, 24), (40, 12)):
            await pilot.resize_terminal(*size)
            await looks(pilot, "Max", "Eka")
            await pilot.press("home")
            assert "…" in words_on(pilot)
            assert rows(await see(pilot, "private"))["close to you"][0] == "private" or size == (40, 12)
