"""Rough hands: keys, pastes, clicks and sizes at random in every place, and nothing may fall or get lost.

`python -m benchmarks.rough --steps 5000` leads one life after the other and says at the end where they have been.
What goes wrong is told with its seed and step: `--seed N --steps 60` does the same again.
"""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, get_args

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from ritual.app import RitualApp
from ritual.demo import furnish
from ritual.folders import Folders
from ritual.house import House
from ritual.screens.doors import Door
from ritual.screens.guided.screen import Guided
from ritual.screens.palette import PaletteWindow
from ritual.screens.place import Place
from ritual.widgets.words import Words

HOMES = ("pair", "pair", "pair", "solo", "empty")
EVENING = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
LIFE = 60
"""Steps after which another life begins, with the next seed."""
PATIENCE = 60
"""Seconds in which a step must be over."""
DEEP = 10
"""Screens upon each other: more than that is a stack that somebody forgot to clear."""

SIZES = ((1, 1), (2, 1), (3, 2), (7, 3), (10, 30), (39, 11), (40, 12), (60, 20), (80, 24), (120, 40), (300, 100))
ODD = "é\u0301ß漢あ한😀👩\u200d👩🏳\ufe0f\u200b\u202eשלום\u202cمرحبا\u0e33ﷺ𝒜\U000e0061\u00ad\ufeffÅ\u1100\u1161\u11a8"
PASTES = (
    "one\ntwo\r\nthree\rfour",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07\x00\x7f\x9b2J",
    "[b]bold[/b] [/] [link=x] \\[",
    ODD,
    "e" + "\u0301" * 300,
    "漢" * 500,
    "\t\t\n\n\n   ",
    "line after line\n" * 700,
    "word " * 20_000,
    "x" * 100_000,
    "",
)
WRITTEN = "abcdefghijklmnopqrstuvwxyzABZ0123456789 .,/?-'\""
NAMED = (
    *("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("space", "backspace", "delete", "ctrl+n", "ctrl+n", "ctrl+s", "ctrl+g", "ctrl+l", "ctrl+p", "ctrl+t", "ctrl+z"),
    *(f"f{number}" for number in range(1, 13)),
    *(f"ctrl+{letter}" for letter in "abcdefgknoruvwxyz"),
    *("shift+left", "shift+right", "shift+up", "shift+down", "shift+home", "shift+end", "ctrl+left", "ctrl+right"),
    *("alt+x", "ctrl+shift+z", "insert", "f24"),
)
GENTLE = (
    *("enter", "escape", "tab", "shift+tab", "ctrl+n", "ctrl+s", "ctrl+g", "ctrl+l", "ctrl+p", "ctrl+t", "ctrl+q"),
    *("f1", "f2", "f3", "f4", "f6", "f7", "f8", "f9"),
)
"""Keys that take no word away, whatever is on the screen."""

DOORS = get_args(Door)


class TurnedClock:
    """It stands still between two steps, so that a life can be led again."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        return EVENING + timedelta(seconds=self.passed)

    def seconds(self) -> float:
        return 1000 + self.passed


@dataclass
class Trouble(Exception):
    """Something that must not be."""

    what: str
    seed: int
    step: int
    done: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.what}\nseed {self.seed}, step {self.step}, after: {' · '.join(self.done[-12:])}"


class Homes:
    """Furnished once, and copied for each life."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        furnish(House(Folders.find(folder / "pair"), TurnedClock()), Random(1))
        House(Folders.find(folder / "solo"), TurnedClock()).settle(("Ana",))
        (folder / "empty").mkdir()

    def copy(self, name: str, life: int) -> Path:
        return Path(shutil.copytree(self.folder / name, self.folder / f"life-{life}"))


class Life:
    """Somebody presses this and that, with one `seed`, until the steps are done or something is wrong."""

    def __init__(self, homes: Homes, seed: int, seen: Counter[str]) -> None:
        self.seed, self.seen = seed, seen
        self.chance = Random(seed)
        self.home = homes.copy(self.chance.choice(HOMES), seed)
        self.clock = TurnedClock()
        self.step = 0
        self.done: list[str] = []
        self.marker: str | None = None
        self.gentle = 0
        """For how many more steps no key may take a word away."""

    async def lead(self, steps: int) -> None:
        """Open the program as often as it is closed."""
        try:
            while self.step < steps:
                await self._sitting(steps)
        except Trouble:
            raise
        except Exception as error:
            raise Trouble(_told(error), self.seed, self.step, self.done) from error
        finally:
            shutil.rmtree(self.home)

    async def _sitting(self, steps: int) -> None:
        house = House(Folders.find(self.home), self.clock)
        app = RitualApp(house, self.chance.choice(("home", "tonight", *DOORS)))
        self.done.append(f"({app.at})")
        async with app.run_test(size=self.chance.choice(SIZES[6:]), notifications=True) as pilot:
            while self.step < steps and app.is_running and app._exception is None and not app._exit:
                self.step += 1
                await asyncio.wait_for(self._act(pilot), PATIENCE)
                if app._exception is None and not app._exit:
                    await asyncio.wait_for(pilot.pause(), PATIENCE)
                    self._look(app)
            if app._exception is None and not app._exit:
                app.end(0)
        self._find()

    async def _act(self, pilot: Pilot[None]) -> None:
        if self.gentle:
            self.gentle -= 1
            if not self.gentle:
                self.marker = None
        elif isinstance(pilot.app.focused, Words) and self.chance.random() < 0.5:
            self.marker, self.gentle = f"Mark{self.seed}x{self.step}x", self.chance.randint(3, 14)
            self._type(pilot, self.marker)
            return
        await self.chance.choices(*zip(*self._deeds(), strict=True))[0](pilot)

    def _deeds(self) -> Iterator[tuple[Callable[[Pilot[None]], Awaitable[None]], int]]:
        yield self._key, 12
        yield self._size, 3
        yield self._paste, 1
        yield self._time, 1
        if not self.gentle:
            yield self._bound, 14
            yield self._letters, 3
            yield self._click, 3
            yield self._go, 2

    async def _press(self, pilot: Pilot[None], key: str) -> None:
        self.done.append(key)
        await pilot.press(key)

    async def _key(self, pilot: Pilot[None]) -> None:
        await self._press(pilot, self.chance.choice(GENTLE if self.gentle else NAMED))

    async def _bound(self, pilot: Pilot[None]) -> None:
        bound = pilot.app.screen.active_bindings
        here = sorted(key for key, one in bound.items() if one.node is pilot.app.screen and key != "escape")
        await self._press(pilot, self.chance.choice(here if here and self.chance.random() < 0.8 else sorted(bound)))

    async def _letters(self, pilot: Pilot[None]) -> None:
        signs = ODD if self.chance.random() < 0.3 else WRITTEN
        self._type(pilot, "".join(self.chance.choices(signs, k=self.chance.randint(1, 5))))

    def _type(self, pilot: Pilot[None], letters: str) -> None:
        """As quick as fingers are, and quicker."""
        self.done.append(letters)
        for letter in letters:
            pilot.app.post_message(Key(_character_to_key(letter), letter))

    async def _paste(self, pilot: Pilot[None]) -> None:
        which = self.chance.randrange(len(PASTES))
        self.done.append(f"paste {which}")
        pilot.app.post_message(Paste(PASTES[which]))

    async def _size(self, pilot: Pilot[None]) -> None:
        size = self.chance.choice(SIZES)
        if self.chance.random() < 0.3:
            size = (self.chance.randint(1, 300), self.chance.randint(1, 100))
        self.done.append("{}x{}".format(*size))
        await pilot.resize_terminal(*size)

    async def _time(self, pilot: Pilot[None]) -> None:
        passes = self.chance.choice((1, 30, 90, 200, 400, 4000, 100_000))
        self.done.append(f"{passes} s")
        self.clock.passed += passes

    async def _click(self, pilot: Pilot[None]) -> None:
        width, height = pilot.app.size
        spot = self.chance.randrange(width), self.chance.randrange(height)
        self.done.append("click {},{}".format(*spot))
        await pilot.click(offset=spot, times=self.chance.choice((1, 1, 2)))

    async def _go(self, pilot: Pilot[None]) -> None:
        """Go to a place at once, also into the middle of an evening or a check-in."""
        app: Any = pilot.app
        if app.house.people:
            place, far = self.chance.choice(("tonight", *DOORS)), self.chance.randrange(20)
            self.done.append(f"({place})")
            app.go_home()
            app.begin() if place == "tonight" else app.go(place)
            await pilot.pause()
            if place == "checkin":
                await pilot.press("enter")
            if isinstance(app.screen, Guided):
                self.done.append(f"onward {far}")
                for _ in range(far):
                    app.screen.sitting.forward()
                await app.screen.show_beat()

    def _look(self, app: Any) -> None:
        """The program is as it should be after a step."""
        screen = app.screen
        self.seen[type(screen).__name__ + (f" {screen.kind}" if isinstance(screen, Guided) else "")] += 1
        names = [type(one).__name__ for one in app.screen_stack]
        self._ask(len(names) <= DEEP, f"screens upon each other: {names}")
        self._ask(all(isinstance(one, Place | PaletteWindow) for one in app.screen_stack), f"foreign screens: {names}")
        strips = screen._compositor.render_strips()
        self._ask({one.cell_length for one in strips} <= {app.size.width}, "a line is not as wide as the window")
        if self.marker and not any(self.marker in words for words in _fields(app)):
            self._find()

    def _find(self) -> None:
        """What was typed and is in no field is in a draft or in the journal."""
        marker = self.marker
        if marker:
            files = [*self.home.glob("state/drafts/*.json"), *self.home.glob("data/journal/*/*.json")]
            files.sort(key=lambda one: one.stat().st_mtime, reverse=True)
            self._ask(any(marker.encode() in one.read_bytes() for one in files), f"lost: {marker}")

    def _ask(self, holds: bool, what: str) -> None:
        if not holds:
            raise Trouble(what, self.seed, self.step, self.done)


def _fields(app: RitualApp) -> Iterator[str]:
    for screen in app.screen_stack:
        for words in screen.query(Words):
            yield words.text
            yield words.ahead


def _told(error: BaseException) -> str:
    import traceback

    return "".join(traceback.format_exception(error)[-8:])


def troubles(steps: int, seed: int, seen: Counter[str]) -> Iterator[Trouble]:
    """Lead one life after the other until all `steps` are done; what went wrong. Counts in `seen` where they were."""
    with tempfile.TemporaryDirectory(prefix="ritual-rough-") as folder:
        homes = Homes(Path(folder))
        for number, start in enumerate(range(0, steps, LIFE)):
            try:
                asyncio.run(Life(homes, seed + number, seen).lead(min(LIFE, steps - start)))
            except Trouble as trouble:
                yield trouble


def main() -> None:
    """Lead many lives, and say where they have been."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    os.fsync = lambda _: None  # type: ignore[assignment]
    seen: Counter[str] = Counter()
    failed = 0
    for trouble in troubles(chosen.steps, chosen.seed, seen):
        failed += 1
        print(trouble, flush=True)
    print(f"{seen.total()} steps, {failed} troubles. They were at:")
    print(", ".join(f"{name} {count}" for name, count in seen.most_common()))
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
