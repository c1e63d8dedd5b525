"""Where words are written, a line is text, and what can be done begins with a slash."""

from collections.abc import Sequence

from ritual.core.errors import Refused, RitualError
from ritual.language import _
from ritual.plain import can
from ritual.plain.can import Can
from ritual.plain.page import Page
from ritual.plain.signals import Ended
from ritual.plain.teller import Teller


class Writing:
    """One page, from its first line until it is kept or left."""

    def __init__(self, teller: Teller, page: Page, guidance: str, *leads: Can, many_lines: bool = False) -> None:
        """`leads` lead away from it, besides what can be typed everywhere."""
        self._teller = teller
        self._page = page
        self._guidance = guidance
        self._leads = leads
        self._many = many_lines
        self._shown = not page.covered
        self._private = False
        self._typed: list[str] = []

    def done(self) -> str:
        """Nothing where one goes on; else the letter of what was chosen instead."""
        self._tell()
        while True:
            line = self._ask()
            if line == can.HELP.key or can.SLASH.fullmatch(line):
                if (gone := self._do(line.removeprefix("/"))) is not None:
                    return gone
                continue
            line = line.removeprefix("/") if line.startswith("//") else line
            if not self._many:
                if self._keep(line.strip() if line.strip() else self._so_far()):
                    return ""
            elif line.strip():
                self._typed.append(line)
                self._teller.attempt(self._put_down)
                self._teller.typed()
            elif self._keep(self._all()):
                return ""

    def _ask(self) -> str:
        try:
            return self._teller.talk.ask(self._prompt(), self._teller.watch, unseen=self._unseen)
        except Ended as end:
            if end.typed.strip():
                self._page.draft("\n".join(filter(None, [self._all() if self._many else "", end.typed])))
            raise

    @property
    def _unseen(self) -> bool:
        return self._page.unseen or self._private

    def _prompt(self) -> str:
        guidance = " ".join(filter(None, ("" if self._typed else self._guidance, _("? for help."))))
        return self._teller.asking(guidance, unseen=self._unseen, private=self._private)

    def _tell(self) -> None:
        """Say what is here already, without showing what is not to be seen."""
        page, talk = self._page, self._teller.talk
        if not page.words:
            return
        if page.unseen and page.waits:
            talk.say(_("{name}, words of yours wait here, covered. /keep seals them as they are.", name=page.name))
        elif page.unseen and page.proposed:
            talk.say(_("{name}, Enter alone takes a sentence of the words you chose.", name=page.name))
        elif page.unseen:
            talk.say(_("{name}, your words are kept here, unseen. What you type now replaces them.", name=page.name))
        elif not self._shown:
            talk.say(
                _("{name}, you were writing here, and your words are covered. /uncover shows them.", name=page.name)
            )
        else:
            talk.say(_("So far: “{words}”", words=page.words))

    def _cans(self) -> Sequence[Can]:
        written = bool(self._page.words)
        cans = [can.NOTHING, *([can.PRIVATE] if self._page.may_be_private else [])]
        if written and not self._page.unseen and not self._shown:
            cans.append(can.SHOW)
        if written and self._page.waits:
            cans.append(can.KEEP)
        return cans

    def _do(self, typed: str) -> str | None:
        """Do what is asked for; gives back where it leads, and none where one stays."""
        here = (*self._cans(), *self._leads)
        match chosen := can.found(typed, (*here, *self._teller.everywhere(), can.HELP)):
            case can.HELP:
                said = _("What you type is kept. Words that begin with a slash are typed with two.")
                self._teller.talk.say(said, *can.told((*here, *self._teller.everywhere()), before="/"))
            case None:
                self._teller.talk.say(_("That means nothing here, and nothing was kept. ? tells what can be typed."))
            case can.NOTHING:
                return "" if self._keep("") else None
            case can.PRIVATE:
                self._private = not self._private
            case can.SHOW:
                self._shown = True
                self._tell()
            case can.KEEP:
                return "" if self._keep(self._page.words) else None
            case can.ONWARD if not self._keep(self._all()):
                return None
            case _ if chosen in self._leads:
                return chosen.key
            case _:
                return self._teller.do(chosen) or None
        return None

    def _so_far(self) -> str | None:
        """What Enter alone keeps; none leaves what is covered as it is."""
        return self._page.words if self._shown or (self._private and self._page.words) else None

    def _all(self) -> str | None:
        """All lines, after those that were here before."""
        if not self._typed:
            return self._so_far()
        return "\n".join([*filter(None, [self._page.words]), *self._typed])

    def _put_down(self) -> None:
        self._page.draft(self._all() or "")

    def _keep(self, words: str | None) -> bool:
        """Keep `words`, or let them stay unkept where they want that; whether one goes on."""
        if words is None:
            return True
        try:
            self._page.keep(words, private=self._private)
        except Refused as fault:
            if not self._teller.talk.waits:
                raise
            self._teller.talk.say(str(fault))
            self._typed = []
            return False
        except (RitualError, OSError):
            return self._keep_later(words)
        return True

    def _keep_later(self, words: str) -> bool:
        """What cannot be kept now becomes a draft, and is tried again."""
        lost = False
        try:
            self._page.draft(words)
        except (RitualError, OSError):
            lost = True
        told = _("Your words could not be kept.") if lost else _("Your words are not lost: they wait here unfinished.")
        self._teller.talk.say(told)
        return self._teller.keep(lambda: self._page.keep(words, private=self._private)) or not lost
