"""What stands on a page: in one line with the rest, whole sentences, and never two empty lines between them."""

from textual.pilot import Pilot

from ritual.core.records import Way
from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.together import Together
from ritual.screens.log.screen import Log
from ritual.screens.page import Page
from ritual.widgets.card import CardView
from tests.screens.answers import ANAS, SAMS, answer, at, write
from tests.screens.cards import mark, open_book, open_table, said
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import open_log, place, reply, see, thank, until

LONG = "You sat down on the kitchen floor with me when I could not stop thinking about the letter from the school, " * 3


def left(pilot: Pilot[None], text: str) -> int:
    """The column in which `text` begins."""
    return next(line.index(text) for line in words_on(pilot).splitlines() if text in line)


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the page, without the foot and the empty ones above it."""
    return words_on(pilot).rpartition("\n")[0].strip("\n").splitlines()


def calm(pilot: Pilot[None]) -> None:
    """No two empty lines stand between what is said."""
    lines = [line.strip() for line in rows(pilot)]
    while lines and not lines[-1]:
        lines.pop()
    doubled = [lines[number - 1] for number in range(1, len(lines) - 1) if not lines[number] and not lines[number + 1]]
    assert doubled == []


async def test_a_log_says_where_words_are_left_out_and_begins_nothing_it_cannot_tell(
    opens: Opens, house: House
) -> None:
    thank(house, "for the tea", days_ago=1, way="words")
    reply(house, thank(house, LONG, way="time"), LONG)
    thank(house, "for the note")
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 3)
        place(pilot).leaves.go(0)
        text = await see(pilot, "│ for the note")
        ends = [line.rstrip() for line in text.splitlines() if line.rstrip().endswith("…")]
        assert [len(one.split()) > 2 for one in ends] == [True, True]
        assert "Sam:" in ends[1]
        for height in range(12, 24):
            await pilot.resize_terminal(60, height)
            await pilot.pause()
            last = [line for line in rows(pilot) if line.strip()][-1]
            assert "·" not in last or "╰" in last, height
            assert "Yesterday" not in last, height
            calm(pilot)


async def test_where_nothing_is_the_sentence_stands_where_words_would(opens: Opens, house: House) -> None:
    thank(house, "for the tea", way="words")
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 1)
        words = left(pilot, "for the tea")
        assert isinstance(pilot.app.screen, Log)
        assert pilot.app.screen.check_action("go_to_day", ())
        await pilot.press("enter")
        await see(pilot, "thanked you")
        assert left(pilot, "for the tea") == words
        await pilot.press("escape")
        await see(pilot, "│ for the tea")
        await pilot.press("slash", "x", "x")
        await see(pilot, "Nothing like that is here.")
        assert left(pilot, "Nothing like that") == left(pilot, "xx") == words
        await pilot.press("enter")
        assert not pilot.app.screen.check_action("go_to_day", ())
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Log)
        calm(pilot)


async def test_every_page_of_a_pair_is_calm(opens: Opens, house: House) -> None:
    async with opens(house, "cards", size=(60, 20)) as pilot:
        await answer(pilot)
        calm(pilot)
        edge = left(pilot, "╭")
        for words in (ANAS, SAMS):
            await pilot.press("enter")
            await at(pilot, AnswerForm)
            lines = rows(pilot)
            keeps = next(number for number, line in enumerate(lines) if "seals it" in line)
            assert not lines[keeps - 1].strip()
            assert left(pilot, "╭") == edge
            await pilot.press("escape")
            await at(pilot, Together)
            await write(pilot, words)
            calm(pilot)
        await pilot.press("enter")
        for size in ((60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await see(pilot, ANAS, SAMS)
            calm(pilot)
            assert all(one.styles.padding.right for one in pilot.app.screen.query("Both > Vertical")) == (size[0] >= 80)


async def test_a_list_without_nights_begins_at_once(opens: Opens, house: House) -> None:
    one, two = (card.id for card in house.cards.decks[0].cards[:2])
    for card in (one, two):
        said(house, card)
        House(house.folders, house.clock).cards.remember(card, favourite=True)
    assert mark(house, two).favourite
    async with opens(house, size=(60, 20)) as pilot:
        await open_table(pilot)
        await open_book(pilot)
        await pilot.press("v")
        await see(pilot, "your favourites")
        assert pilot.app.screen.check_action("search_words", ())
        calm(pilot)
        await pilot.press("down")
        calm(pilot)


async def test_no_word_of_a_question_stands_alone(opens: Opens, house: House) -> None:
    async with opens(house, "cards", size=(60, 20)) as pilot:
        await answer(pilot)
        page = pilot.app.screen.query_one(Page)
        card = CardView(
            "Which utterly useless superpower would suit you?", "play", 1, "And why would it suit only you?"
        )
        await page.mount(card)
        await see(pilot, "superpower would suit you?")
        await until(pilot, lambda: card.content_size.height, "the card")
        lines = str(card.render()).splitlines()
        assert len(lines) == card.content_size.height == 4
        assert min(len(line.split()) for line in lines if line) > 1


async def test_in_an_empty_list_nothing_is_sought_and_the_next_one_is_named(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        await open_book(pilot)
        await pilot.press("v")
        await see(pilot, "v  the next list")
        assert not pilot.app.screen.check_action("search_words", ())


async def test_ways_stand_apart_where_there_is_room(opens: Opens, house: House) -> None:
    ways: tuple[Way, ...] = ("words", "help", "gift", "touch", "time", "memory", "celebration")
    for way in ways[:3]:
        for by in ("Ana", "Sam"):
            thank(house, "for it", by=by, way=way)
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 6)
        await pilot.press("b")
        text = (await see(pilot, "many ways")).splitlines()
        one, two = (next(number for number, line in enumerate(text) if way in line) for way in ("  words", "  help"))
        assert two - one == 3
        assert not text[two - 1].strip()
        for way in ways[3:]:
            for by in ("Ana", "Sam"):
                thank(house, "for it", by=by, way=way)
        await pilot.press("escape")
        await until(pilot, lambda: len(place(pilot).pages.thanks) == 14, "all of them")
        await pilot.press("b")
        await see(pilot, "many ways", "celebration")
        assert pilot.app.screen.query_one(Page).max_scroll_y == 0
