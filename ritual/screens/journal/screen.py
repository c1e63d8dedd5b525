"""The Journal: everything they kept, night by night."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace
from textual.content import Content
from textual.screen import Screen

from ritual.commands import journal as commands
from ritual.commands import places
from ritual.core import nights, people, timeline
from ritual.core.records import Appreciation, Draw, Goal, Note, Record, Topic, Wish
from ritual.core.search import after
from ritual.core.timeline import Entry
from ritual.journal import month_of
from ritual.language import _
from ritual.screens.journal.leaf import leaf
from ritual.screens.journal.pages import JournalPages
from ritual.screens.log.seeking import Seeking
from ritual.widgets.leaves import Leaf

MANY = 2000
"""Entries that take long enough to read to be told about it."""


class JournalLog(Seeking[JournalPages]):
    """All kinds in one timeline, the newest first."""

    HERE = commands.JOURNAL
    READING = "rituals"
    ABOUT = _(
        "Everything you kept, night by night. The arrows go from one entry to the next, and {open_entry} opens one."
    )

    def __init__(self) -> None:
        super().__init__()
        self._awaited: nights.Span | None = None
        """The days they go to as soon as these are read."""

    def open_pages(self) -> JournalPages:
        """Everything, month by month."""
        return JournalPages(self.ritual.house)

    def leaf(self, number: int) -> Leaf:
        """An entry, as it is read."""
        house, entry = self.ritual.house, self.pages.entries[number]
        return leaf(entry, house.night, house.people, house.cards.text, self.pages.sought.private)

    def seeks(self) -> Iterable[str]:
        """Which kind, from whom, and whose private ones."""
        sought, who = self.pages.sought, self.ritual.house.people
        private = people.name_of(who, sought.private)
        by = people.name_of(who, sought.by)
        return (
            timeline.NAMES[sought.kind] if sought.kind else "",
            _("from {name}", name=by) if by else "",
            _("with {name}'s private ones", name=private) if private else "",
        )

    def progress(self) -> str:
        """Which year is being read; with few entries that is over before one could read it."""
        pages = self.pages
        is_long = pages.reading and len(pages.entries) > MANY
        return _("reading {year} …", year=pages.reading) if is_long else ""

    @property
    def marked(self) -> Entry | None:
        """The entry that is marked."""
        number = self.marked_number
        return None if number is None else self.pages.entries[number]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the marked entry."""
        marked = self.marked
        match action:
            case "open_entry":
                return marked is not None and self.is_reading and self._opens(marked.record)
            case "edit_entry":
                return marked is not None and self._opens(marked.record)
            case "remove_entry":
                return marked is not None
            case "go_to_day":
                return not self.pages.is_empty and (bool(self.pages.numbers) or not self.pages.complete)
            case "search_words" | "which_kind":
                return not self.pages.is_empty
            case "from_whom":
                return not self.pages.is_empty and len(self.ritual.house.people) > 1
            case "show_private":
                return bool(self.ritual.house.people)
            case _:
                return super().check_action(action, parameters)

    def on_leaves_chosen(self) -> None:
        """A click on the marked entry."""
        if self.check_action("edit_entry", ()):
            self.action_edit_entry()

    def action_open_entry(self) -> None:
        """Open the marked entry."""
        self.action_edit_entry()

    def action_edit_entry(self) -> None:
        """Change the words, or answer the card again."""
        from ritual.screens.waiting import WordsWaiting
        from ritual.screens.writing import Writing

        if self.marked is None:
            return
        record = self.marked.record
        draft = self.ritual.house.drafts.get(record.id)
        window = WordsWaiting(draft) if draft else self._window(record)
        if window is None:
            return

        def closed(kept: object) -> None:
            if isinstance(kept, Record):
                self._changed(record, kept)
            elif isinstance(record, Draw):
                self._changed(record)
            if isinstance(window, Writing) and window.waits:
                self.top.say(_("Your words are not kept yet. They wait for you on Home."))

        self.app.push_screen(window, closed)

    def action_remove_entry(self) -> None:
        """Take the marked entry away, with all that belongs to it; `z` brings it back."""
        marked, journal, now = self.marked, self.ritual.house.journal, self.ritual.house.clock.now()
        if marked is None:
            return
        gone = [marked.record, *self._belonging(marked)]
        if self.ritual.attempt(lambda: journal.keep_all([replace(one, removed=now) for one in gone])):

            def undo() -> Record:
                journal.keep_all([replace(one, removed=None) for one in gone])
                return marked.record

            self.ritual.undo = undo
            self.renew(lambda: self.pages.know(marked.record))
            self.top.say(_("It is taken away. {key} brings it back.", key=self.key(places.Undo)))

    async def brought_back(self, what: object) -> None:
        """Show it among the others."""
        self.top.hush()
        if isinstance(what, Record):
            self._changed(what)
        else:
            self.renew(self.pages.read)

    def action_which_kind(self) -> None:
        """The next kind."""
        self.also(kind=after([None, *self.pages.kinds], self.pages.sought.kind))

    def action_show_private(self) -> None:
        """The next of: nobody's, one's, the other's."""
        self.also(private=after([None, *(one.id for one in self.ritual.house.people)], self.pages.sought.private))

    def action_show_rhythm(self) -> None:
        """The evenings they had."""
        from ritual.screens.journal.rhythm import Rhythm

        self.app.push_screen(Rhythm())

    def action_show_trends(self) -> None:
        """Where things are going."""
        from ritual.screens.journal.trends import Trends

        self.app.push_screen(Trends(), self._show_behind)

    def action_open_occasions(self) -> None:
        """Dates that return."""
        from ritual.screens.occasions.screen import Occasions

        self.app.push_screen(Occasions())

    def action_open_bin(self) -> None:
        """What was removed."""
        from ritual.screens.journal.bin import BinWindow

        self.app.push_screen(BinWindow(self.pages.sought.private), lambda _: self._reread())

    def go_to(self, span: nights.Span | None) -> None:
        """Go there; where that is not read yet, as soon as it is."""
        self._awaited = None
        if span and self.pages.place_at(span.last) is None and not self.pages.complete:
            self._awaited = span
            self.top.say(_("That is still being read. It will be here in a moment."))
        else:
            super().go_to(span)

    def came(self) -> None:
        """Go where they wanted to, once that is read."""
        span = self._awaited
        if span and (self.pages.complete or self.pages.place_at(span.last) is not None):
            self.top.hush()
            self.go_to(span)

    def on_leaves_marked(self) -> None:
        """Whoever goes on by themselves is not taken elsewhere."""
        self._awaited = None

    def seek(self, deed: Callable[[], object]) -> None:
        """Seek something else, and stay there."""
        self._awaited = None
        super().seek(deed)

    def nothing(self) -> Content:
        """What stands where nothing does, and the next key."""
        if not self.pages.is_empty:
            return Content(_("Nothing like that is here. {key} shows all again.", key=self.key(places.GoBack)))
        if not self.pages.complete:
            return Content("")
        words = _("Here your evenings will add up: what you said, thanked, wished and laughed about.")
        begin = _("home, to begin one")
        return Content.assemble(f"{words}\n\n", (self.key(places.GoHome), "bold $accent"), f"  {begin}")

    def _opens(self, record: Record) -> bool:
        card = self.ritual.house.cards.get(record.card) if isinstance(record, Draw) else None
        return card is not None or isinstance(record, Appreciation | Note | Wish | Goal | Topic)

    def _window(self, record: Record) -> Screen[object] | None:
        """The window in which `record` is changed."""
        from ritual.answering import Answering
        from ritual.screens.appreciations.form import ThanksForm
        from ritual.screens.cards.together import Together
        from ritual.screens.journal.form import TextForm
        from ritual.screens.topic import TopicForm

        house = self.ritual.house
        match record:
            case Appreciation():
                return ThanksForm(record)  # type: ignore[return-value]
            case Draw() if (card := house.cards.get(record.card)) is not None:
                return Together(Answering(house, record), card)  # type: ignore[return-value]
            case Note() | Wish() | Goal():
                return TextForm(record)  # type: ignore[return-value]
            case Topic():
                return TopicForm(record)  # type: ignore[return-value]
            case _:
                return None

    def _belonging(self, entry: Entry) -> list[Record]:
        """What goes with an entry that is taken away: all that is about it, also what nobody sees here."""
        from ritual.core.timeline import PARTS

        house, night = self.ritual.house, entry.record.night
        month = [month_of(night)] if night else []
        near = [one for kind in PARTS for one in house.journal.nights(kind, month) if one.about == entry.record.id]
        return [*near, *(one for one in entry.parts if one.id not in {known.id for known in near})]

    def _changed(self, *writings: Record) -> None:
        """Show what was changed just now, whatever they seek; a thank-you may have gone to another day."""
        self.pages.know(*writings)
        if self.pages.place_of(writings[0].id) is None:
            self._show_only()
        self.show(self.pages.place_of(writings[0].id))

    def _show_behind(self, kind: timeline.Kind | None) -> None:
        """Show the entries that a picture is made of."""
        if kind is not None:
            self.seek(lambda: self._show_only(kind))

    def _show_only(self, kind: timeline.Kind | None = None) -> None:
        """Seek nothing but one kind, or nothing at all; what is uncovered stays so."""
        self.field.close()
        self.pages.seek(timeline.Sought(kind=kind, private=self.pages.sought.private))

    def _reread(self) -> None:
        self.renew(self.pages.read)
        self.read_older()
