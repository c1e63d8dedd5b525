"""The log of thank-yous: to read, to search, to answer, to remember."""

from collections.abc import Iterable
from random import Random
from typing import Any

from msgspec.structs import replace
from textual.content import Content

from ritual.commands import appreciations as commands
from ritual.commands import places
from ritual.content import appreciation_words
from ritual.core import people
from ritual.core.appreciation import WAY_NAMES, Thanks, prompt, reply_id
from ritual.core.records import Appreciation, Reply
from ritual.core.search import after
from ritual.language import _
from ritual.screens.appreciations.book import Book
from ritual.screens.appreciations.leaf import leaf
from ritual.screens.log.seeking import Seeking
from ritual.screens.waiting import WordsWaiting
from ritual.screens.writing import Writing
from ritual.widgets.leaves import Leaf


class Appreciations(Seeking[Book]):
    """All thank-yous, newest first."""

    HERE = commands.APPRECIATIONS
    READING = "appreciation-and-affection"
    ABOUT = _("What you thanked each other for. The arrows go from one to the next.")

    def open_pages(self) -> Book:
        """Thank-yous and their answers."""
        return Book(self.ritual.house)

    def leaf(self, number: int) -> Leaf:
        """A thank-you, as it is read."""
        return leaf(self.pages.thanks[number], self.ritual.house.night, self.ritual.house.people)

    def seeks(self) -> Iterable[str]:
        """Whose, which way, which year."""
        sought = self.pages.sought
        by = people.name_of(self.ritual.house.people, sought.by)
        way = WAY_NAMES[sought.way] if sought.way else ""
        return (_("from {name}", name=by) if by else "", way, str(sought.year or ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on whether one is marked."""
        marked = self.marked
        match action:
            case "edit_entry" | "remove_entry":
                return marked is not None
            case "give_answer":
                return marked is not None and marked.said.to is not None and self.is_reading
            case "random_one":
                return self.leaves.count > 1
            case "from_whom":
                return bool(self.pages.thanks) and len(self.ritual.house.people) > 1
            case "go_to_day":
                return bool(self.pages.numbers)
            case "search_words" | "which_way" | "which_year" | "show_ways":
                return bool(self.pages.thanks)
            case _:
                return super().check_action(action, parameters)

    @property
    def marked(self) -> Thanks | None:
        """The one that is marked."""
        number = self.marked_number
        return None if number is None else self.pages.thanks[number]

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
            self._open(Answer(marked), marked.reply.id if marked.reply else reply_id(marked.said))

    def action_remove_entry(self) -> None:
        """Take the marked one away; `z` brings it back."""
        marked = self.marked
        if marked and self.take_away(marked.said):
            removed = replace(marked.said, removed=self.ritual.house.clock.now())
            self.renew(lambda: self.pages.know(removed))
            self.top.say(_("It is taken away. {key} brings it back.", key=self.key(places.Undo)))

    async def brought_back(self, what: object) -> None:
        """Show it among the others."""
        self.top.hush()
        self._changed(what)

    def on_leaves_chosen(self) -> None:
        """A click on the marked one."""
        if self.check_action("give_answer", ()):
            self.action_give_answer()

    def action_which_way(self) -> None:
        """The next way."""
        self.also(way=after([None, *self.pages.ways], self.pages.sought.way))

    def action_which_year(self) -> None:
        """The next of the years there are, the newest first."""
        self.also(year=after([None, *self.pages.years], self.pages.sought.year))

    def action_random_one(self) -> None:
        """Any other one than this."""
        leaves = self.leaves
        others = [place for place in range(leaves.count) if place != leaves.at]
        if others:
            leaves.go(Random().choice(others))

    def action_show_ways(self) -> None:
        """Show the ways."""
        from ritual.screens.appreciations.ways import Ways

        self.app.push_screen(Ways([one.said for one in self.pages.thanks]))

    def _open(self, window: Writing[Any], record: str | None = None) -> None:
        """Open `window`; where words of an earlier time wait for this record, these."""

        def closed(kept: object) -> None:
            self._changed(kept)
            if window.waits:
                self.top.say(_("Your words are not kept yet. They wait for you on Home."))

        draft = self.ritual.house.drafts.get(record) if record else None
        self.app.push_screen(WordsWaiting(draft) if draft else window, self._changed if draft else closed)

    def _changed(self, record: object) -> None:
        """Show what was kept just now, whatever they seek."""
        if not isinstance(record, Appreciation | Reply):
            return
        self.pages.know(record)
        wanted = (record.about if isinstance(record, Reply) else record.id) or ""
        if self.pages.place_of(wanted) is None:
            self.show_all()
        self.show(self.pages.place_of(wanted))

    def nothing(self) -> Content:
        """What stands where nothing does, and the next key."""
        if self.pages.thanks:
            return Content(_("Nothing like that is here. {key} shows all again.", key=self.key(places.GoBack)))
        lines = appreciation_words().empty
        words = prompt(lines, self.ritual.house.night)
        key, says = self.key(commands.SayThanks), _("say the first one")
        return Content.assemble(f"{words}\n\n", (key, "bold $accent"), f"  {says}")
