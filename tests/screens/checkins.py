"""Check-ins for the tests of their screens: begun without a screen, and gone on with key by key."""

from collections.abc import Callable
from datetime import date, timedelta

from textual.pilot import Pilot

from ritual.checkin import CheckIn
from ritual.core.records import Topic, Visibility, Wish
from ritual.core.session import BeatKind
from ritual.house import House
from ritual.screens.checkin.screen import CheckInScreen
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.library.reading import ReadingPage
from ritual.screens.page import Page
from ritual.screens.place import Place
from ritual.widgets.both import Both
from tests.checkin.conftest import a_week, go, weeks_before
from tests.screens.conftest import words_on
from tests.screens.thanks import until

LONG_NAMES = ("Maximiliane-Anastasia Hohenlohe-Langenbg", "Ekaterina-Konstantinowna Rimskaja-Korsak")


def left_at(house: House, kind: BeatKind, person: str | None = None, about: str | None = None) -> CheckIn:
    """A check-in that was left at a beat."""
    checkin = go(CheckIn.begin(house, 30), kind, person, about)
    checkin.leave()
    return checkin


def low_weeks(house: House, *scales: str, count: int = 3) -> None:
    """Check-ins of the weeks before, in which these were low for one of the two."""
    for night in weeks_before(count):
        house.journal.keep_all(a_week(night, dict.fromkeys(scales, (2, 7))))


def park(house: House, text: str, on: date | None = None, visibility: Visibility = "shared") -> Topic:
    """A topic parked in another window."""
    journal = House(house.folders, house.clock).journal
    at = house.clock.now() + timedelta(seconds=len(journal.standing(Topic)))
    return journal.keep(Topic(id=journal.new_id(), at=at, text=text, on=on, visibility=visibility))


def wish(house: House, person: str, text: str) -> Wish:
    """A wish of the last check-in."""
    journal = house.journal
    at = house.clock.now() - timedelta(days=7, seconds=-len(journal.standing(Wish)))
    return journal.keep(Wish(id=journal.new_id(), at=at, by=person, text=text))


def topics(house: House) -> dict[str, Topic]:
    """The topics on the disk by their words."""
    return {one.text: one for one in House(house.folders, house.clock).journal.standing(Topic)}


def checkin(pilot: Pilot[None]) -> CheckInScreen:
    """The check-in that is on the screen."""
    assert isinstance(pilot.app.screen, CheckInScreen)
    return pilot.app.screen


async def at(pilot: Pilot[None], kind: str, person: str | None = None, about: str | None = None) -> str:
    """Wait for a beat; what stands there."""

    def is_there() -> bool:
        screen = pilot.app.screen
        if not isinstance(screen, CheckInScreen) or screen.kind != kind:
            return False
        beat = screen.checkin.beat
        return person in (None, screen.checkin.name(beat.person)) and about in (None, beat.about)

    await until(pilot, is_there, f"{kind} {person}")
    await pilot.pause()
    return words_on(pilot)


async def on(pilot: Pilot[None], kind: type[Place]) -> None:  # type: ignore[type-arg]
    """Wait until a place of this kind is on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_on_top, kind.__name__)
    await pilot.pause()


async def begin(pilot: Pilot[None]) -> CheckInScreen:
    """From its place to the check-in."""
    await on(pilot, CheckInStart)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CheckInScreen), "the check-in")
    await pilot.pause()
    return checkin(pilot)


async def read(pilot: Pilot[None], name: str) -> None:
    """Wait until a reading is on top."""

    def is_there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, ReadingPage) and screen.shown.id == name and screen.is_on_top

    await until(pilot, is_there, name)
    await pilot.pause()


def page(pilot: Pilot[None]) -> Page:
    """The column."""
    return pilot.app.screen.query_one("#page", Page)


def fits(pilot: Pilot[None]) -> bool:
    """Whether all of the column is in the window."""
    return page(pilot).max_scroll_y == 0


def keys(pilot: Pilot[None]) -> set[str]:
    """The names of what can be done just now."""
    screen = pilot.app.screen
    assert isinstance(screen, Place)
    return {command.id() for command in screen.commands() if command in screen.HERE}


def foot(pilot: Pilot[None]) -> str:
    """The line of keys."""
    return words_on(pilot).splitlines()[pilot.app.size.height - 1]


def beside(pilot: Pilot[None]) -> bool:
    """Whether the words of the two stand side by side."""
    columns = [one.region.y for one in pilot.app.screen.query_one(Both).children]
    return len({*columns}) == 1


async def everywhere(pilot: Pilot[None], check: Callable[[str], None]) -> None:
    """Look at the page, at the help and at the palette over it."""
    here = pilot.app.screen
    check(words_on(pilot))
    for key in ("f1", "ctrl+p"):
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is not here, key)
        check(words_on(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is here, "the way back")
