"""Question cards for the tests of their place."""

from datetime import timedelta

from textual.pilot import Pilot

from ritual.core.records import Answer, Card, Depth, Draw, Mark, Visibility
from ritual.core.sealing import answer_id
from ritual.house import House
from ritual.screens.cards.browse import CardLog
from ritual.screens.cards.decks import Decks
from ritual.screens.cards.form import CardForm
from ritual.screens.cards.screen import CardTable
from ritual.screens.log.top import Top
from tests.conftest import EVENING
from tests.screens.thanks import until

Ask = tuple[str, str] | tuple[str, str, Depth] | tuple[str, str, Depth, str]
"""The id of a card, what it asks, how deep it is, and one step deeper."""


def deck(house: House, name: str, *cards: Ask, more: str = "") -> None:
    """Write a deck of theirs, as an editor does."""
    lines = [f'id = "{name}"', f'name = "{name.title()}"', more]
    for one in cards:
        lines += ["[[cards]]", f'id = "{one[0]}"', f'text = "{one[1]}"', f"depth = {one[2] if len(one) > 2 else 1}"]
        lines += [f'follow_up = "{one[3]}"'] if len(one) > 3 else []
    file = house.folders.config / "decks" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines))


def elsewhere(house: House) -> House:
    """Another window, or the next start."""
    return House(house.folders, house.clock)


def draws(house: House) -> list[str]:
    """The cards that were met, as the disk has them, oldest first."""
    return [one.card for one in elsewhere(house).journal.nights(Draw)]


def mark(house: House, card: str) -> Mark:
    """What the disk remembers of a card."""
    return elsewhere(house).cards.mark(card)


def own(house: House) -> list[Card]:
    """The cards of their own, as the disk has them."""
    return elsewhere(house).journal.standing(Card)


def write(house: House, text: str, depth: Depth = 1, follow_up: str | None = None) -> Card:
    """A card of their own, written in another window."""
    new = Card(id=house.journal.new_id(), at=house.clock.now(), text=text, depth=depth, follow_up=follow_up)
    return elsewhere(house).journal.keep(new)


def said(
    house: House, card: str, *words: str, days_ago: int = 0, visibility: Visibility = "shared", aloud: bool = False
) -> Draw:
    """They met a card in another window, and this is what the one named first, and then the other, said."""
    journal, at = elsewhere(house).journal, EVENING - timedelta(days=days_ago)
    new = Draw(id=journal.new_id(), at=at, night=at.date(), card=card, aloud=aloud)
    draw = journal.keep(new)
    for person, text in zip(house.people, words, strict=False):
        record = Answer(
            id=answer_id(draw.id, person.id),
            at=at,
            night=at.date(),
            by=person.id,
            about=draw.id,
            text=text,
            visibility=visibility,
        )
        journal.keep(record)
    return draw


def table(pilot: Pilot[None]) -> CardTable:
    """The place of the cards."""
    assert isinstance(pilot.app.screen, CardTable)
    return pilot.app.screen


def lies(pilot: Pilot[None]) -> str | None:
    """The id of the card that lies there."""
    card = table(pilot).card
    return card.id if card else None


def top(pilot: Pilot[None]) -> str:
    """The line above the card."""
    return str(pilot.app.screen.query_one(Top).render())


def below(pilot: Pilot[None]) -> str:
    """What stands below the card."""
    return str(table(pilot).query_one("#said").render())


def book(pilot: Pilot[None]) -> CardLog:
    """The cards to look through."""
    assert isinstance(pilot.app.screen, CardLog)
    return pilot.app.screen


def listed(pilot: Pilot[None]) -> list[str]:
    """The ids of the cards that are listed."""
    pages = book(pilot).pages
    return [pages.entries[number].card for number in pages.numbers]


async def all_read(pilot: Pilot[None]) -> None:
    """Wait until no month is being read."""
    await until(pilot, lambda: not list(pilot.app.workers), "all months to be read")


async def open_table(pilot: Pilot[None]) -> CardTable:
    """From Home to the cards, until all months are read."""
    await pilot.press("c")
    await until(pilot, lambda: isinstance(pilot.app.screen, CardTable), "the cards")
    await all_read(pilot)
    return table(pilot)


async def open_book(pilot: Pilot[None]) -> CardLog:
    """From the card to all cards they met, until all months are read."""
    await pilot.press("b")
    await until(pilot, lambda: isinstance(pilot.app.screen, CardLog), "the list")
    await all_read(pilot)
    return book(pilot)


async def open_form(pilot: Pilot[None], key: str = "n") -> CardForm:
    """The form."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, CardForm), "the form")
    assert isinstance(pilot.app.screen, CardForm)
    return pilot.app.screen


async def draw_from(pilot: Pilot[None], *wanted: str) -> None:
    """Choose decks by their ids: one with Enter, several with Space."""
    await pilot.press("d")
    await until(pilot, lambda: isinstance(pilot.app.screen, Decks), "the decks")
    window = pilot.app.screen
    assert isinstance(window, Decks)
    choices = window.query_one("OptionList")
    for one in wanted:
        choices.highlighted = choices.get_option_index(one)  # type: ignore[attr-defined]
        if len(wanted) > 1:
            await pilot.press("space")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CardTable), "the card")
