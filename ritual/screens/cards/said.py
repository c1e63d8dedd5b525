"""What stands above and below a card: what they draw from, and what they said to it at an earlier time."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from ritual.core import met, people
from ritual.core.ago import ago
from ritual.core.cards import Deck, Wanted, none_left
from ritual.core.met import Met
from ritual.core.records import Answer, Draw
from ritual.core.text import on_screen
from ritual.house import House
from ritual.widgets.card import DEPTHS

SHORT = 110
"""Characters of an earlier answer that stand beside a card; browsing shows all of it."""

LONG_WORD = 30
"""Characters of a word that may be broken."""


def chosen(wanted: Wanted, decks: Sequence[Deck]) -> str:
    """What they draw from; nothing where that is everything."""
    names = [deck.name.lower() for deck in decks if deck.id in wanted.decks]
    several = names[0] if len(names) == 1 else f"{len(names)} decks" if names else ""
    parts = ("favourites" if wanted.favourites else "", several, DEPTHS[wanted.depth] if wanted.depth else "")
    return " · ".join(part for part in parts if part)


def nothing(house: House, keys: Mapping[str, str]) -> Content:
    """Why no card lies here, and what the next keys do."""
    cards = house.cards
    why = none_left(cards.decks, cards.marks, cards.wanted, house.stage)
    lines = (Content.assemble((f"{key:7}", "bold $accent"), name) for key, name in keys.items())
    return Content("\n").join((Content(f"{why}\n"), *lines))


def said(house: House, history: Sequence[Met], card: str, draw: Draw | None) -> str:
    """What they said to `card` in this draw; where that is nothing yet, what they said the last time."""
    now = next((one for one in history if draw and one.draw.id == draw.id), None)
    if now and now.answers:
        return _lines(house, now.answers)
    if now and now.draw.aloud:
        return "You answered this aloud."
    before = met.earlier(history, card, (draw.night if draw else None) or house.night)
    if before is None or before.draw.night is None:
        return ""
    return _lines(house, before.answers, f"{ago(before.draw.night, house.night)} ")


def _lines(house: House, answers: Sequence[Answer], when: str = "") -> str:
    said: list[str] = []
    for one in answers:
        name = people.name_of(house.people, one.by) if len(house.people) > 1 else "you" if when else "You"
        said.append(f"{when if not said else ''}{name or 'somebody'} said: {_short(one.text)}")
    return "\n".join(said)


def _short(text: str) -> str:
    """`text` on one line; where it is long its beginning, up to the end of a word."""
    plain = " ".join(on_screen(text).split())
    if len(plain) <= SHORT:
        return plain
    whole, _, broken = plain[: SHORT + 1].rpartition(" ")
    return f"{whole if len(broken) < LONG_WORD else plain[:SHORT]}…"
