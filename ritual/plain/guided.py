"""What leads through a sitting, beat by beat: what is told, where one goes, and how words are kept on the way."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from ritual.core.errors import RitualError
from ritual.language import _, fill
from ritual.plain import can, rest
from ritual.plain.can import Can
from ritual.plain.minutes import Minutes
from ritual.plain.page import OfBeat
from ritual.plain.step import Step
from ritual.plain.talk import Talk
from ritual.plain.teller import Teller
from ritual.plain.writing import Writing
from ritual.scenes.scene import Scene
from ritual.sitting import Sitting
from ritual.spoken import WRITTEN

KEYS = {"go_on": _("Enter"), "keep_text": _("Enter"), "hold_time": "h", "keep_private": "k", "pass_scale": "p"}
"""What is typed for the keys that sentences name."""


class Guided(Teller):
    """Holds the frame, line by line."""

    TURNS: ClassVar[tuple[str, ...]] = ()
    """The beats that say when their time is up."""
    LONG: ClassVar[tuple[str, ...]] = ()
    """The beats with many lines."""

    def __init__(self, talk: Talk, sitting: Sitting[Any]) -> None:
        super().__init__(talk, sitting.house)
        self.sitting = sitting
        self.asked = 0
        """How many prompts of this turn they passed on."""
        self.at_keyboard: str | None = None
        """Who writes unseen just now."""
        self.minutes = Minutes()
        self._held = False
        self._told = ""
        """What was said of the disk last."""

    def scene(self) -> Scene:
        """What this beat says."""
        raise NotImplementedError

    def act(self) -> Step:
        """What one does in this beat: where nothing else is to be done, one goes on when it is time."""
        return self.gone(self.choose(_("{guidance} ? for help.", guidance=self.guidance())))

    def farewell(self) -> tuple[str, str]:
        """What is said once it is kept."""
        raise NotImplementedError

    def waits(self) -> str:
        """What is said where it is put aside."""
        raise NotImplementedError

    @property
    def kind(self) -> str:
        """What kind of beat this is."""
        return self.sitting.beat.kind

    def run(self) -> None:
        """Lead through all of it; where they leave, everything waits."""
        over = False
        try:
            over = self._to_the_end()
        finally:
            if not over:
                self._put_down()

    def _to_the_end(self) -> bool:
        while True:
            self.begin_beat()
            match self.act():
                case Step.REST:
                    return True
                case Step.BACK if self.sitting.progress.place == 0:
                    self.talk.say(_("This is the beginning."))
                case Step.BACK:
                    self._move(self.sitting.back)
                case Step.FORWARD | Step.ONWARD if self.sitting.progress.is_last:
                    if self.attempt(self.sitting.close):
                        self.talk.gap()
                        self.talk.say(*self.farewell())
                        return True
                case Step.FORWARD:
                    self._move(self.sitting.forward)
                case Step.ONWARD:
                    self._move(self.sitting.onward)

    def begin_beat(self) -> None:
        """Look at the clock, and tell where they are."""
        self._look()
        self._go_on()
        shown = self.scene()
        self.talk.gap()
        self.talk.say(shown.who, shown.sentence)
        if shown.clock:
            self.talk.say(self.minutes.begin(self.sitting.progress))

    def guidance(self) -> str:
        """What this beat says in its quiet line, with what is typed for its keys."""
        return fill(self.scene().guidance, **KEYS)

    def watch(self) -> None:
        """Look at the clock while somebody may be typing, and tell each minute of what has one."""
        was = self.sitting.progress.paused
        self._look()
        if not self.talk.waits:
            return
        if self.sitting.progress.paused and not was:
            self.talk.say(_("The time stands still, since nobody was here for a while. h lets it go on."))
        if self.kind not in WRITTEN:
            self._tell_time()

    def typed(self) -> None:
        """Whoever writes is here, so the time goes on; it is told between lines, and never within one."""
        self._go_on()
        if self.talk.waits:
            self._tell_time()

    def everywhere(self) -> Sequence[Can]:
        """What can be typed in every beat."""
        breaks = () if self.sitting.progress.is_last else (can.BREAK,)
        return (can.ONWARD, can.BACK, can.HOLD, *breaks, *super().everywhere())

    def do(self, chosen: Can) -> str:
        """Hold the time; going somewhere is for whoever asked."""
        if chosen == can.HOLD:
            self.hold()
            return ""
        return super().do(chosen) or (chosen.key if chosen.key in "nbg" else "")

    def gone(self, typed: str) -> Step:
        """Where a letter that is typed in every beat leads."""
        match typed:
            case "n":
                return Step.ONWARD
            case "b":
                return Step.BACK
            case "g":
                return Step.REST if rest.agreed(self) else Step.STAY
            case _:
                return Step.FORWARD

    def hold(self) -> None:
        """Stop the time, or let it go on."""
        self.sitting.pause()
        self._held = self.sitting.progress.paused
        held, on = _("The time stands still. h lets it go on."), _("The time goes on.")
        self.talk.say(held if self._held else on)

    def write(self, guidance: str = "") -> Step:
        """The words of this beat."""
        page = OfBeat(self.sitting)
        if page.unseen and (gone := self.hand_over()):
            return self.gone(gone)
        many = self.kind in self.LONG
        lines = _("Write line by line, or think aloud. Enter alone goes on.")
        return self.gone(Writing(self, page, lines if many else guidance or self.guidance(), many_lines=many).done())

    def hand_over(self) -> str:
        """Before somebody writes unseen, the keyboard goes to them; the letter of what they chose instead, if any."""
        person = self.sitting.beat.person
        other = self.sitting.other(person)
        if person == self.at_keyboard or other is None:
            return ""
        name = self.sitting.name(person)
        asks = _("{name}, the keyboard is yours; {other}, look away. Press Enter.", name=name, other=other.name)
        if gone := self.choose(asks, unseen=True):  # words typed too early are not shown
            return gone
        self.at_keyboard = person
        return ""

    def _look(self) -> None:
        """Count the time. Where that cannot be written down it is said once, and goes on."""
        try:
            self.sitting.tick()
        except (RitualError, OSError) as fault:
            if str(fault) != self._told:
                self._told = str(fault)
                self.talk.say(self._told)

    def _go_on(self) -> None:
        """Let the time go on, unless they hold it."""
        if self.sitting.progress.paused and not self._held:
            self.sitting.pause()

    def _tell_time(self) -> None:
        if self.scene().clock:
            self.talk.say(self.minutes.passed(self.sitting.progress, rings=self.kind in self.TURNS))

    def _move(self, onwards: Callable[[], None]) -> None:
        if self.attempt(onwards):
            self.asked, self._held = 0, False

    def _put_down(self) -> None:
        """Leave for now."""
        self.sitting.leave()
        begun = bool(self.sitting.session.versions)
        with suppress(OSError):
            self.talk.gap()
            self.talk.say(self.waits() if begun else _("Nothing was begun yet. Any other time is fine."))
