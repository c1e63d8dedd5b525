"""The log itself: its field, its list, and how the two follow each other."""

from collections.abc import Callable, Iterable
from time import monotonic, sleep
from typing import Generic, TypeVar

from textual import work
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ritual.screens.log.field import Searched, SearchField
from ritual.screens.log.pages import Listed
from ritual.screens.log.top import Top
from ritual.widgets.leaves import Leaf, Leaves

STILL = 0.2
"""Seconds after a key in which nothing more is read: the program is theirs first."""
LOOK_AGAIN = 1
"""Seconds between two looks at what another window or shell wrote."""


P = TypeVar("P", bound=Listed)
R = TypeVar("R")


class Log(Searched[R], Generic[P, R]):
    """Entries by night, newest first; the arrows go from one to the next, `/` searches."""

    DEFAULT_CSS = """
    Log Page { overflow-y: hidden; }
    Log #none { padding: 0 2; }
    """

    AUTO_FOCUS = "Leaves"
    pages: P

    def open_pages(self) -> P:
        """What this log reads."""
        raise NotImplementedError

    def leaf(self, number: int) -> Leaf:
        """How an entry is read."""
        raise NotImplementedError

    def nothing(self) -> Content:
        """What stands where nothing does, and the next key."""
        raise NotImplementedError

    def seeks(self) -> Iterable[str]:
        """What is sought besides words, for the line above the log."""
        return ()

    def progress(self) -> str:
        """What is being read, where that takes a while."""
        return ""

    def came(self) -> None:
        """More of it was read."""

    def page(self) -> Iterable[Widget]:
        """The night, the field for searching, and the log."""
        self.pages = self.open_pages()
        yield Top()
        yield SearchField()
        yield Static("", id="none", markup=False)
        yield Leaves()

    async def on_mount(self) -> None:
        """Show this month and the one before at once, and everything as soon as it is read."""
        self.renew(self.pages.read)
        self.call_after_refresh(self.show_keys)
        self.read_older()
        self.set_interval(LOOK_AGAIN, self._look)

    @property
    def top(self) -> Top:
        """The line above."""
        return self.query_one(Top)

    @property
    def leaves(self) -> Leaves:
        """The list."""
        return self.query_one(Leaves)

    @property
    def marked_number(self) -> int | None:
        """The number of the entry that is marked."""
        return self.leaves.marked if self.is_mounted and self.query(Leaves) else None

    @property
    def is_reading(self) -> bool:
        """Whether the list has the keyboard."""
        return isinstance(self.focused, Leaves)

    def show(self, at: int | None = None) -> None:
        """Show what is sought, with the one at the place `at` marked; else the place stays marked."""
        pages, night = self.pages, self.ritual.house.night
        self.leaves.show(pages.numbers, self.leaf, pages.words.split(), at)
        self._night = night
        nothing = self.query_one("#none", Static)
        if not pages.numbers:
            nothing.update(self.nothing())
        nothing.display = not pages.numbers
        self.top.shows(night, " · ".join(part for part in self.seeks() if part), self.progress())
        self.refresh_bindings()
        self.show_keys()

    def on_leaves_marked(self) -> None:
        """Say what can be done with this one."""
        self.show_keys()

    def renew(self, deed: Callable[[], object]) -> None:
        """Do something to what was read, and stay with the entry they read; where that is gone, at its place."""
        marked = self._marked_id
        deed()
        self.show(self.pages.place_of(marked) if marked else None)

    def seek(self, deed: Callable[[], object]) -> None:
        """Seek something else; the marked entry stays so where it is found, too."""
        marked = self._marked_id
        deed()
        self.show((marked and self.pages.place_of(marked)) or 0)

    def show_all(self) -> None:
        """Seek nothing any more."""
        self.field.close()
        self.pages.seek_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        self.seek(lambda: self.pages.seek_words(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read what was found."""
        self.leaves.focus()
        if not event.value.strip():
            self.field.close()
            self.seek(lambda: self.pages.seek_words(""))

    def on_key(self, event: Key) -> None:
        """From the field, the arrows move through what was found."""
        if event.key in ("up", "down", "pageup", "pagedown") and isinstance(self.focused, Input):
            event.stop()
            self.leaves.action_move({"up": -1, "down": 1, "pageup": -5, "pagedown": 5}[event.key])

    def action_go_back(self) -> None:
        """From what was searched to all of them, from there back."""
        if self.pages.is_all and not self.field.display:
            self.leave()
            return
        self.renew(self.show_all)
        self.leaves.focus()

    def leave(self) -> None:
        """Go where they came from."""
        self.ritual.go_home()

    @property
    def _marked_id(self) -> str | None:
        number = self.marked_number
        return None if number is None else self.pages.id_of(number)

    def _look(self) -> None:
        """Show what another window or shell wrote, and which night it is."""
        if not self.is_on_top:
            return
        if self.ritual.house.changed_elsewhere():
            self.renew(self.pages.read)
            self.read_older()
        elif self.ritual.house.night != self._night:
            self.renew(self.pages.read)

    @work(thread=True, exclusive=True)
    def read_older(self) -> None:
        """Read all months beside the program."""
        worker = get_current_worker()
        for step in self.pages.older():
            while monotonic() - self.ritual.touched < STILL and not worker.is_cancelled:
                sleep(STILL / 4)
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._take, step)

    def _take(self, step: Callable[[], bool]) -> None:
        if self.is_attached and self.query(Leaves):
            marked = self._marked_id
            if step():
                self.show(self.pages.place_of(marked) if marked else None)
            self.came()
