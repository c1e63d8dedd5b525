"""The card on the table: drawn, liked, put aside, gone deeper, remembered."""

from functools import partial

from textual.pilot import Pilot

from ritual.core.records import Mark
from ritual.house import House
from ritual.screens.home import Home
from tests.conftest import TurnedClock
from tests.screens.cards import (
    all_read,
    below,
    deck,
    draw_from,
    draws,
    elsewhere,
    lies,
    mark,
    open_table,
    said,
    table,
    top,
)
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import see, until

PAIR = (("pair-lost", "Where did we get lost?", 1, "What did we find there?"), ("pair-found", "What did we find?"))


async def test_from_the_first_launch_to_the_disk_and_back(opens: Opens, house: House, clock: TurnedClock) -> None:
    tonights = house.tonights_card()
    assert tonights is not None
    async with opens(house) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: lies(pilot) == tonights.id, "the card of Home")
        assert " ".join(tonights.text.split()[:3]) in words_on(pilot)
        await pilot.press("question_mark", "escape")
        assert draws(house) == []
        seen = [tonights.id]
        for _ in range(4):
            clock.turn(60)
            await pilot.press("space")
            await pilot.pause()
            seen.append(lies(pilot) or "")
        assert len(set(seen)) == 5
        assert draws(house) == seen
        assert {one.card for one in elsewhere(house).journal.standing(Mark) if one.met == house.night} == set(seen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
    async with opens(elsewhere(house), "cards") as pilot:
        await until(pilot, lambda: lies(pilot) == seen[-1], "the last card they drew")
        await pilot.press("space")
        assert lies(pilot) not in seen
        await pilot.press("h")
        await see(pilot, "begin · 20 minutes")
    assert len(draws(house)) == 6


async def test_a_card_is_liked_gone_deeper_and_put_aside(opens: Opens, house: House) -> None:
    deck(house, "pair", *PAIR)
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "pair")
        while lies(pilot) != "pair-lost":
            await pilot.press("space")
        assert top(pilot) == "Sunday 22 November   pair"
        await pilot.press("f")
        await see(pilot, "♥ · pair · ○ light")
        assert mark(house, "pair-lost").favourite
        assert "What did we find there?" not in await see(pilot, "o deeper")
        await pilot.press("o", "o")
        assert "o deeper" not in await see(pilot, "What did we find there?")
        await pilot.press("f")
        assert "♥" not in await see(pilot, "What did we find there?")
        assert not mark(house, "pair-lost").favourite
        await pilot.press("x")
        await see(pilot, "It will not come again. z brings it back.", "What did we find?", "z undo")
        assert mark(house, "pair-lost").not_for_us
        await pilot.press("space", "space")
        assert lies(pilot) == "pair-found"
        await pilot.press("z")
        await see(pilot, "Where did we get lost?")
        assert not mark(house, "pair-lost").not_for_us
        assert "z undo" not in words_on(pilot)


async def test_what_was_put_aside_comes_back_from_home_too(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        first = lies(pilot) or ""
        await pilot.press("x", "h")
        await see(pilot, "begin · 20 minutes")
        await pilot.press("z")
        await until(pilot, lambda: not mark(house, first).not_for_us, "the card to be for them again")
        await open_table(pilot)
        await pilot.press("x", "escape", "c", "z")
        await until(pilot, lambda: lies(pilot) == first, "the card to lie there")
        await pilot.press("x")
        assert top(pilot) == "It will not come again. z brings it back."
        await pilot.press("space")
        assert top(pilot) == "Sunday 22 November"


async def test_where_no_card_comes_a_sentence_says_why_and_names_the_next_keys(opens: Opens, house: House) -> None:
    deck(house, "one", ("one-only", "What is only once?"))
    deck(house, "abyss", ("abyss-only", "What lies deepest?", 3))
    async with opens(house, size=(60, 20)) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "one")
        await pilot.press("space")
        await see(pilot, "No other card is like this. d chooses other decks.", "What is only once?")
        await pilot.press("space", "space")
        assert draws(house).count("one-only") == 1
        await pilot.press("x")
        shown = await see(pilot, "You put all of these aside as not for you.")
        assert [" ".join(line.split()) for line in shown.splitlines()[5:8]] == ["d decks", "1 2 3 depth", "b browse"]
        assert not {"draw_card", "answer_card", "favourite", "not_for_us", "start_tonight", "deeper"} & {
            command.id() for command in table(pilot).commands()
        }
        await pilot.press("space", "enter", "f", "x", "t", "o", "e")
        assert lies(pilot) is None
        await draw_from(pilot, "♥")
        text = await see(pilot, "There are no favourites yet.")
        assert next(line for line in text.splitlines() if "no favourites" in line).index("There") == 4
        await draw_from(pilot, "abyss")
        await see(pilot, "These go deeper than you have gone so far.")
        await pilot.press("2")
        await see(pilot, "No card is like that.", "abyss · ◐ open")
        await pilot.press("3")
        await see(pilot, "What lies deepest?", "abyss · ● deep")
        await pilot.press("3", "1")
        await see(pilot, "No card is like that.", "abyss · ○ light")
        await draw_from(pilot, "*")
        await until(pilot, lambda: lies(pilot), "a card")


async def test_favourites_are_drawn_one_after_the_other(opens: Opens, house: House, clock: TurnedClock) -> None:
    liked = [card.id for card in house.cards.decks[0].cards if card.depth == 1][:3]
    for card in liked:
        house.cards.remember(card, favourite=True)
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "♥")
        assert top(pilot).endswith("   favourites")
        seen = [lies(pilot)]
        for _ in range(5):
            clock.turn(1)
            await pilot.press("space")
            seen.append(lies(pilot))
        assert set(seen[:3]) == set(liked)
        assert seen[3:] == seen[:3]


def draws_from(pilot: Pilot[None], name: str) -> bool:
    """Whether the line above the card says so."""
    return top(pilot) == f"Sunday 22 November   {name}"


async def test_a_depth_is_chosen_and_left_and_a_card_that_is_like_that_stays(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        first = lies(pilot)
        for key, depth, name in (("1", 1, "○ light"), ("2", 2, "◐ open"), ("3", 3, "● deep")):
            await pilot.press(key)
            await until(pilot, partial(draws_from, pilot, name), name)
            card = table(pilot).card
            assert card is not None
            assert card.depth == depth
            assert (card.id == first) is (depth == 1)
        deepest = lies(pilot)
        await pilot.press("3")
        await until(pilot, lambda: top(pilot) == "Sunday 22 November", "all depths")
        assert lies(pilot) == deepest
        assert draws(house) == []


async def test_what_they_said_long_ago_stands_beside_the_card(opens: Opens, house: House) -> None:
    deck(house, "trips", ("trips-old", "Where did we get lost?"), ("trips-hidden", "And then?"))
    said(house, "trips-old", "in the fog", days_ago=700)
    said(house, "trips-old", "in the [b]harbour[/b] " + "and on " * 30, "at home", days_ago=340)
    said(house, "trips-hidden", "a secret", "two secrets", days_ago=341, visibility="sealed")
    said(house, "trips-hidden", "a secret", days_ago=342, visibility="private")
    said(house, "trips-hidden", days_ago=343, aloud=True)
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "trips")
        for _ in range(2):
            if lies(pilot) == "trips-old":
                shown = below(pilot)
                assert shown.startswith("Eleven months ago Ana said: in the [b]harbour[/b] and on")
                assert shown.splitlines()[0].endswith(("and…", "on…"))
                assert shown.splitlines()[1:] == ["Sam said: at home"]
            else:
                assert below(pilot) == ""
            await pilot.press("space")
        assert "secret" not in words_on(pilot)
    tonight = said(house, "trips-old", "now", "here")
    said(house, "trips-old", aloud=True)
    later = elsewhere(house)
    async with opens(later, "cards") as pilot:
        await until(pilot, lambda: below(pilot) == "You answered this aloud.", "what they said tonight")
        later.journal.remove(later.journal.recent(type(tonight), later.night)[-1])
        await pilot.press("escape", "c")
        await until(pilot, lambda: lies(pilot), "a card")


async def test_one_alone_reads_you_said(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    card = empty_house.tonights_card()
    assert card is not None
    said(empty_house, card.id, "in the fog", days_ago=40)
    empty_house.cards.remember(card.id, met=None)
    async with opens(empty_house) as pilot:
        await open_table(pilot)
        assert below(pilot) == "A month ago you said: in the fog"


async def test_what_another_window_does_shows_up_and_so_does_the_next_night(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        first = lies(pilot) or ""
        elsewhere(house).cards.remember(first, favourite=True)
        await see(pilot, "♥ · ")
        said(house, first, "in the fog", days_ago=400)
        table(pilot)._look()
        await until(pilot, lambda: below(pilot) == "A year ago Ana said: in the fog", "the old answer")
        elsewhere(house).cards.remember(first, not_for_us=True)
        table(pilot)._look()
        await until(pilot, lambda: lies(pilot) != first, "another card")
        other = lies(pilot) or ""
        elsewhere(house).cards.meet(other, house.night)
        clock.turn(60)
        await pilot.press("space")
        assert lies(pilot) not in (first, other)
        table(pilot)._look()
        await all_read(pilot)
        clock.turn(9 * 3600)
        table(pilot)._look()
        await until(pilot, lambda: top(pilot) == "Monday 23 November", "the next night")
