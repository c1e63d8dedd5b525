"""Thank-yous for the tests of their place."""

from collections.abc import Callable
from datetime import timedelta

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from ritual.core.appreciation import reply_id
from ritual.core.records import Appreciation, Reply, Way
from ritual.house import House
from ritual.screens.appreciations.screen import Appreciations
from ritual.widgets.words import Words
from tests.conftest import EVENING
from tests.screens.conftest import words_on


def thank(house: House, text: str, *, by: str = "Ana", days_ago: int = 0, way: Way | None = None) -> Appreciation:
    """What `ritual thank` does in another shell."""
    giver, *others = sorted(house.people, key=lambda one: one.name != by)
    at = EVENING - timedelta(days=days_ago, seconds=-len(kept(house)))
    record = Appreciation(
        id=house.journal.new_id(),
        at=at,
        night=at.date(),
        by=giver.id,
        to=others[0].id if others else None,
        text=text,
        way=way,
    )
    return House(house.folders, house.clock).journal.keep(record)


def reply(house: House, said: Appreciation, text: str) -> Reply:
    """What the other one answers in another window."""
    record = Reply(id=reply_id(said), at=EVENING, night=EVENING.date(), by=said.to, about=said.id, text=text)
    return House(house.folders, house.clock).journal.keep(record)


def kept(house: House) -> list[Appreciation]:
    """What is on the disk, oldest first."""
    return House(house.folders, house.clock).journal.nights(Appreciation)


def replies(house: House) -> list[Reply]:
    return House(house.folders, house.clock).journal.nights(Reply)


def place(pilot: Pilot[None]) -> Appreciations:
    """The log."""
    assert isinstance(pilot.app.screen, Appreciations)
    return pilot.app.screen


def marked(pilot: Pilot[None]) -> str:
    """The words of the thank-you that is marked."""
    one = place(pilot).marked
    assert one is not None
    return one.said.text


async def until(pilot: Pilot[None], condition: Callable[[], object], what: str) -> None:
    """Wait until `condition` holds."""
    for _ in range(200):
        await pilot.pause()
        if condition():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"waited in vain for {what}; the screen says:\n{words_on(pilot)}")


async def see(pilot: Pilot[None], *texts: str) -> str:
    """Wait until all `texts` stand on the screen."""
    await until(pilot, lambda: all(text in words_on(pilot) for text in texts), str(texts))
    return words_on(pilot)


async def open_log(pilot: Pilot[None], count: int) -> None:
    """From Home to the log, until it has read all `count` of them."""
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, Appreciations), "the log")
    await until(pilot, lambda: len(place(pilot).pages.thanks) == count, f"{count} thank-yous")


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type letters as quick as they come, and wait until the field has them."""
    before = written(pilot)
    for sign in text:
        pilot.app.post_message(Key("space" if sign == " " else sign, sign))
    await until(pilot, lambda: len(written(pilot)) == len(before) + len(text), f"{text} in the field")


def written(pilot: Pilot[None]) -> str:
    """What stands in the field that has the keyboard."""
    field = pilot.app.focused
    return field.value if isinstance(field, Input) else field.text if isinstance(field, Words) else ""
