"""What every part of the linear mode does: says, asks, tells what can be typed, and does what may fail."""

from collections.abc import Callable, Sequence

from ritual.content.readings import SAFETY, reading
from ritual.core.errors import RitualError
from ritual.core.text import quoted
from ritual.house import House
from ritual.language import _
from ritual.plain import can, topic
from ritual.plain.can import Can
from ritual.plain.signals import Ended
from ritual.plain.talk import Talk


class Teller:
    """Leads through something, line by line."""

    def __init__(self, talk: Talk, house: House) -> None:
        self.talk = talk
        self.house = house

    def watch(self) -> None:
        """Called while somebody may be typing."""

    def typed(self) -> None:
        """Called after each line of a longer text."""

    @property
    def reading(self) -> str:
        """What fits here."""
        return "rituals"

    def everywhere(self) -> Sequence[Can]:
        """What can be typed at every question."""
        return (can.TOPIC, can.READ, can.SAFETY, can.LEAVE)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do `deed`; where it cannot be done say why. Whether it was done. Where nobody sits, it ends here."""
        try:
            deed()
        except RitualError as fault:
            if not self.talk.waits:
                raise
            self.talk.say(str(fault))
            return False
        except OSError as fault:
            from ritual.core import faults

            why = faults.of_the_system(fault)
            why = _("This could not be saved ({why}). Please check the folders, then try again.", why=why)
            if not self.talk.waits:
                raise RitualError(why) from fault
            self.talk.say(why)
            return False
        return True

    def keep(self, deed: Callable[[], object]) -> bool:
        """Do `deed`, which keeps words that stand nowhere else, as often as they try; whether it was done."""
        while not self.attempt(deed):
            if self.talk.ask(_("Enter tries once more. Anything else typed lets these words go."), self.watch):
                return False
        return True

    def choose(
        self,
        prompt: str,
        *cans: Can,
        takes: Callable[[str], bool] = lambda typed: False,
        unseen: bool = False,
    ) -> str:
        """The letter of what was chosen, nothing for Enter, or what was typed where this `takes` it.

        A slash before it changes nothing: elsewhere that is how it is typed.
        """
        while True:
            typed = self.talk.ask(prompt, self.watch, unseen=unseen).strip()
            typed = typed.removeprefix("/") or typed
            chosen = can.found(typed, (*cans, *self.everywhere(), can.HELP))
            if not typed or takes(typed):
                return typed
            if chosen == can.HELP:
                self.talk.say(*can.told((*cans, *self.everywhere())))
            elif chosen in cans:
                return chosen.key
            elif chosen is not None:
                if found := self.do(chosen):
                    return found
            else:
                self.talk.say(_unclear("" if unseen else typed))

    def one_of(self, question: str, among: Sequence[str], prompt: str = "") -> int | str:
        """The place of one of these, by its number; else nothing for Enter, or the letter that leads away."""
        listed = (_("{number}: {what}", number=number, what=what) for number, what in enumerate(among, 1))
        self.talk.say(question, *listed)
        numbers = [str(number) for number in range(1, len(among) + 1)]
        typed = self.choose(prompt or _("Type a number. Enter alone leaves all as it is."), takes=numbers.__contains__)
        return numbers.index(typed) if typed in numbers else typed

    def asking(self, prompt: str, *, unseen: bool, private: bool) -> str:
        """`prompt`, after how what is typed is kept."""
        hidden = _("What you type is not shown.") if unseen and self.talk.waits else ""
        kept = _("What you type stays private.") if private else ""
        return " ".join(filter(None, (hidden, kept, prompt)))

    def do(self, chosen: Can) -> str:
        """Do what can be done at every question; gives back its letter where that leads away from it."""
        match chosen.key:
            case "t":
                topic.park(self)
            case "i":
                self.read(self.reading)
            case "s":
                self.read(SAFETY)
            case "l":
                raise Ended
        return ""

    def read(self, name: str) -> None:
        """Say a reading from its beginning to its end."""
        shown = reading(name)
        self.talk.gap()
        self.talk.say(shown.title, shown.text, shown.tonight, *shown.sources)
        self.talk.gap()


def _unclear(typed: str) -> str:
    if not typed:
        return _("That means nothing here. ? tells what can be typed.")
    return _("{typed} means nothing here. ? tells what can be typed.", typed=quoted(typed))
