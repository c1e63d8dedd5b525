"""The log of thank-yous: to read, to search, to answer, to remember."""

from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from msgspec.structs import replace
from textual import work
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import appreciations as commands
from ritual.commands import places
from ritual.content import appreciation_words
from ritual.core import nights
from ritual.core.appreciation import Sought, Thanks, after, answer_id, prompt
from ritual.core.records import Appreciation, Reply
from ritual.screens.appreciations.book import Book, Pages
from ritual.screens.appreciations.field import SearchField
from ritual.screens.appreciations.leaf import leaf
from ritual.screens.appreciations.top import Top
from ritual.screens.appreciations.writing import Writing
from ritual.screens.place import Place
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.leaves import Leaves

LOOK_AGAIN = 1
"""Seconds between two looks at what another window or shell wrote."""


class Appreciations(Place[None]):
    """All thank-yous, newest first."""

    DEFAULT_CSS = """
    Appreciations Page { overflow-y: hidden; }
    Appreciations #none { padding: 1 3; }
    """

    AUTO_FOCUS = "Leaves"
    HERE = commands.APPRECIATIONS
    ABOUT = "What you thanked each other for. The arrows go from one to the next."

    def page(self) -> Iterable[Widget]:
        """The night, the field for searching, and the log."""
        self.book = Book(self.ritual.house)
        yield Top()
        yield SearchField()
        yield Static("", id="none", markup=False)
        yield Leaves()

    async def on_mount(self) -> None:
        """Show this month and the one before at once, and everything as soon as it is read."""
        self._renew(self.book.read)
        self._read_older()
        self.set_interval(LOOK_AGAIN, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on whether one is marked."""
        marked = self.marked
        match action:
            case "edit_entry" | "remove_entry":
                return marked is not None
            case "give_answer":
                return marked is not None and marked.said.to is not None and self._reading
            case "random_one":
                return self.query_one(Leaves).count > 1
            case "from_whom":
                return bool(self.book.thanks) and len(self.ritual.house.people) > 1
            case "search_words" | "which_way" | "which_year" | "go_to_day" | "show_ways":
                return bool(self.book.thanks)
            case "undo":
                return self.ritual.undo is not None
            case _:
                return True

    @property
    def marked(self) -> Thanks | None:
        """The one that is marked."""
        number = self.query_one(Leaves).marked if self.is_mounted and self.query(Leaves) else None
        return None if number is None else self.book.thanks[number]

    @property
    def field(self) -> SearchField:
        """Where they search."""
        return self.query_one(SearchField)

    @property
    def _reading(self) -> bool:
        return isinstance(self.focused, Leaves)

    def show(self, at: int | None = None) -> None:
        """Show what is sought, with the one at the place `at` marked; else the place stays marked."""
        book, numbers, night, two = self.book, self.book.numbers, self.ritual.house.night, self.ritual.house.people
        self.query_one(Leaves).show(
            numbers, lambda number: leaf(book.thanks[number], night, two), book.sought.words.split(), at
        )
        self._night = night
        nothing = self.query_one("#none", Static)
        if not numbers:
            nothing.update(self._nothing())
        nothing.display = not numbers
        self.query_one(Top).seeks(book.sought, night, two)
        self.refresh_bindings()
        self.show_keys()

    def action_say_thanks(self) -> None:
        """Open the form."""
        from ritual.screens.appreciations.form import ThanksForm

        self._open(ThanksForm())

    def action_edit_entry(self) -> None:
        """Open the form with the marked one."""
        from ritual.screens.appreciations.form import ThanksForm

        if marked := self.marked:
            self._open(ThanksForm(marked.said), marked.said.id)

    def action_give_answer(self) -> None:
        """Let the one who was thanked say something back."""
        from ritual.screens.appreciations.answer import Answer

        if (marked := self.marked) and marked.said.to:
            self._open(Answer(marked), marked.reply.id if marked.reply else answer_id(marked.said))

    def action_remove_entry(self) -> None:
        """Take the marked one away; `z` brings it back."""
        journal, marked = self.ritual.house.journal, self.marked
        if marked and self.ritual.attempt(lambda: journal.remove(marked.said)):
            removed = replace(marked.said, removed=self.ritual.house.clock.now())
            self.ritual.undo = lambda: journal.restore(marked.said)
            self._renew(lambda: self.book.know(removed))
            self.query_one(Top).say(f"It is taken away. {self.key(places.Undo)} brings it back.")

    def action_undo(self) -> None:
        """Take the last removal back."""
        undo, brought = self.ritual.undo, list[object]()
        if undo and self.ritual.attempt(lambda: brought.append(undo())):
            self.ritual.undo = None
            self.query_one(Top).hush()
            self._changed(brought[0])

    def action_search_words(self) -> None:
        """Open the field, before the next letter comes."""
        self.field.display = True
        self.set_focus(self.field)

    def type_ahead(self, letter: str) -> None:
        """Find by the letters, too, that came before the field was open."""
        if self.focused is self.field:
            self.field.insert_text_at_cursor(letter)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        self._seek(words=event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read what was found."""
        self.query_one(Leaves).focus()
        if not event.value.strip():
            self.field.close()
            self._seek(words="")

    def on_key(self, event: Key) -> None:
        """From the field, the arrows move through what was found."""
        if event.key in ("up", "down", "pageup", "pagedown") and isinstance(self.focused, Input):
            event.stop()
            self.query_one(Leaves).action_move({"up": -1, "down": 1, "pageup": -5, "pagedown": 5}[event.key])

    def on_leaves_chosen(self) -> None:
        """A click on the marked one."""
        if self.check_action("give_answer", ()):
            self.action_give_answer()

    def action_from_whom(self) -> None:
        """The next of: both, one, the other."""
        self._seek(by=after([None, *(one.id for one in self.ritual.house.people)], self.book.sought.by))

    def action_which_way(self) -> None:
        """The next way."""
        self._seek(way=after([None, *self.book.ways], self.book.sought.way))

    def action_which_year(self) -> None:
        """The next of the years there are, the newest first."""
        self._seek(year=after([None, *self.book.years], self.book.sought.year))

    def action_go_to_day(self) -> None:
        """Ask for a day, and go there."""
        from ritual.screens.appreciations.day import Day

        self.app.push_screen(Day("Which day would you like to see?"), self._go_to)

    def action_random_one(self) -> None:
        """Any other one than this."""
        leaves = self.query_one(Leaves)
        others = [place for place in range(leaves.count) if place != leaves.at]
        if others:
            leaves.go(Random().choice(others))

    def action_show_ways(self) -> None:
        """Show the ways."""
        from ritual.screens.appreciations.ways import Ways

        self.app.push_screen(Ways([one.said for one in self.book.thanks]))

    def action_go_home(self) -> None:
        """Home."""
        self.ritual.go_home()

    def action_go_back(self) -> None:
        """From what was searched to all of them, from there to Home."""
        if self.book.sought.all and not self.field.display:
            self.ritual.go_home()
            return
        self._renew(self._show_all)
        self.query_one(Leaves).focus()

    def _show_all(self) -> None:
        """Seek nothing any more."""
        self.field.close()
        self.book.seek(Sought())

    def _seek(self, **what: object) -> None:
        """Seek something else; the marked one stays so where it is found, too."""
        marked = self.marked
        self.book.seek(replace(self.book.sought, **what))
        self.show((marked and self.book.place_of(marked.said.id)) or 0)

    def _go_to(self, span: nights.Span | None) -> None:
        """Go to the newest one that is not after those days."""
        leaves = self.query_one(Leaves)
        if span is None:
            return
        place = self.book.place_at(span.last)
        leaves.go(leaves.count - 1 if place is None else place)
        night = self.marked.said.night if self.marked else None
        if place is None:
            self.query_one(Top).say("There is nothing from then. This is the first one.")
        elif night and night < span.first:
            self.query_one(Top).say("There is nothing from then. This is the last one before.")

    def _open(self, window: Writing[Any], record: str | None = None) -> None:
        """Open `window`; where words of an earlier time wait for this record, these."""

        def closed(kept: object) -> None:
            self._changed(kept)
            if window.waits:
                self.query_one(Top).say("Your words are not kept yet. They wait for you on Home.")

        draft = self.ritual.house.drafts.get(record) if record else None
        self.app.push_screen(WordsWaiting(draft) if draft else window, self._changed if draft else closed)

    def _changed(self, record: object) -> None:
        """Show what was kept just now, whatever they seek."""
        if not isinstance(record, Appreciation | Reply):
            return
        self.book.know(record)
        wanted = (record.about if isinstance(record, Reply) else record.id) or ""
        if self.book.place_of(wanted) is None:
            self._show_all()
        self.show(self.book.place_of(wanted))

    def _renew(self, deed: Callable[[], object]) -> None:
        """Do something to the book, and stay with the one they read; where that is gone, at its place."""
        marked = self.marked
        deed()
        self.show(self.book.place_of(marked.said.id) if marked else None)

    def _look(self) -> None:
        """Show what another window or shell wrote, and which night it is."""
        if not self.is_on_top:
            return
        if self.ritual.house.changed_elsewhere():
            self._renew(self.book.read)
            self._read_older()
        elif self.ritual.house.night != self._night:
            self._renew(self.book.read)

    @work(thread=True, exclusive=True)
    def _read_older(self) -> None:
        """Read all months beside the program."""
        self.app.call_from_thread(self._take, self.book.everything())

    def _take(self, older: Pages) -> None:
        if self.is_attached and self.query(Leaves):
            self._renew(lambda: self.book.take(older))

    def _nothing(self) -> Content:
        """What stands where nothing does, and the next key."""
        if self.book.thanks:
            return Content(f"Nothing like that is here. {self.key(places.GoBack)} shows all again.")
        lines = appreciation_words().empty
        words = prompt(lines, self.ritual.house.night)
        return Content.assemble(f"{words}\n\n", (self.key(commands.SayThanks), "bold $accent"), "  say the first one")
