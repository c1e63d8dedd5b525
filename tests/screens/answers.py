"""Ana and Sam before a card, key by key."""

from collections.abc import Iterable
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from ritual.answering import Answering
from ritual.core.people import person_id
from ritual.core.records import Answer, Draw, Visibility
from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.screen import CardTable
from ritual.screens.cards.together import Together
from ritual.screens.place import Place
from ritual.screens.whose import Whose
from ritual.widgets.words import Words
from tests.screens.conftest import told, words_on
from tests.screens.thanks import see, until

ANA, SAM = person_id("Ana"), person_id("Sam")
ANAS, SAMS = "zebra finches", "quokka island"


async def at(pilot: Pilot[None], kind: type[Place[Any]]) -> None:
    """Wait until a place of this kind is on top and painted."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_on_top, kind.__name__)
    await pilot.pause()


async def answer(pilot: Pilot[None]) -> None:
    """From the card to the page that says whose turn it is."""
    await at(pilot, CardTable)
    await pilot.press("enter")
    await at(pilot, Together)


async def write(pilot: Pilot[None], text: str, key: str | None = "ctrl+s") -> None:
    """Whoever's turn it is writes `text`, and ends with `key`."""
    await pilot.press("enter")
    await at(pilot, AnswerForm)
    await type_in(pilot, text)
    if key:
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(pilot.app.screen, AnswerForm), "the way back")
        await pilot.pause()


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Put `text` into the field that has the keyboard, all of it at once."""
    field = pilot.app.focused
    assert isinstance(field, Words)
    before = field.text
    pilot.app.post_message(Paste(text))
    await until(pilot, lambda: field.text == before + text, "the words in the field")
    await pilot.pause()


async def both(pilot: Pilot[None]) -> None:
    """Both write and seal."""
    await answer(pilot)
    for words in (ANAS, SAMS):
        await write(pilot, words)
    await see(pilot, "Both of you have written.")


async def choose(pilot: Pilot[None], key: str, name: str) -> None:
    """Press `key`, which asks whose words are meant, and choose."""
    await pilot.press(key)
    await at(pilot, Whose)
    window = pilot.app.screen
    assert isinstance(window, Whose)
    if [window.answering.name(one) for one in window.whom].index(name):
        await pilot.press("down")
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not window, "the answer")
    await pilot.pause()


def nowhere(pilot: Pilot[None], *secrets: str) -> None:
    """See that nothing here says a secret: not the page, a notification or the title."""
    here = pilot.app.screen
    silent([words_on(pilot), told(pilot), pilot.app.title, pilot.app.sub_title, here.title or ""], *secrets)


async def nowhere_at_all(pilot: Pilot[None], *secrets: str) -> None:
    """See that the help and the palette do not either."""
    here = pilot.app.screen
    nowhere(pilot, *secrets)
    for key in ("f1", "ctrl+p"):
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is not here, key)
        silent([words_on(pilot)], *secrets)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is here, "the way back")


def silent(texts: Iterable[str], *secrets: str) -> None:
    """See that no word of a secret is in these; where one is, its number is told and not the word."""
    assert [at for at, one in enumerate(texts) for secret in secrets for word in secret.split() if word in one] == []


def elsewhere(house: House) -> Answering:
    """The same card in another window."""
    other = House(house.folders, house.clock)
    (draw,) = other.journal.nights(Draw)
    return Answering(other, draw)


def kept(house: House) -> dict[str | None, tuple[str, Visibility]]:
    """What is on the disk, by whom."""
    return {one.by: (one.text, one.visibility) for one in House(house.folders, house.clock).journal.nights(Answer)}


def keys(pilot: Pilot[None]) -> set[str]:
    """The names of what can be done just now."""
    screen = pilot.app.screen
    assert isinstance(screen, Place)
    return {command.id() for command in screen.commands() if command in screen.HERE}
