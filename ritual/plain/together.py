"""Answering a card, two on one keyboard: one writes unseen, hands over, the other writes, and both open it together."""

from functools import partial
from typing import TYPE_CHECKING

from ritual.answering import Answering
from ritual.core.records import Person
from ritual.core.sealing import is_shared
from ritual.language import _, pgettext
from ritual.plain import can, sealed
from ritual.plain.can import Can
from ritual.plain.page import OfAnswer
from ritual.plain.writing import Writing
from ritual.scenes import cards as scenes

if TYPE_CHECKING:
    from ritual.plain.teller import Teller

OTHER_FIRST = Can("w", pgettext("command", "swap"), _("Let the other one write first."))
ALOUD = Can("v", pgettext("command", "said aloud"), _("You said it to each other aloud, and need not write it."))
ANYWAY = Can("o", pgettext("command", "open anyway"), _("Open the words of one of you, whatever the other one does."))
EDIT = Can("e", pgettext("command", "edit"), _("Change what one of you wrote, or write what is missing."))
BACK = Can("b", pgettext("command", "back"), _("Back to the card. What is sealed stays sealed."))


class Together:
    """One draw, until it is open."""

    def __init__(self, teller: "Teller", answering: Answering) -> None:
        self._teller = teller
        self._answering = answering

    def run(self) -> None:
        """Back at the card it is over."""
        while True:
            match self._answering.pair.phase:
                case "writing":
                    stays = self._write_next()
                case "ready":
                    stays = self._open()
                case "open":
                    stays = self._look()
            if not stays:
                return

    def _write_next(self) -> bool:
        answering, pair, writer = self._answering, self._answering.pair, self._answering.writer
        if writer is None:
            return True
        self._teller.talk.say(scenes.hand_over(answering))
        fresh = len(answering.people) > 1 and not pair.answers and not pair.done
        cans = [*([ANYWAY] if pair.sealed else []), *([OTHER_FIRST] if fresh else []), ALOUD, BACK]
        asks = _("Enter, when {name} has the keyboard. v: you said it aloud. ? for help.", name=writer.name)
        match self._teller.choose(asks, *cans):
            case ANYWAY.key if pair.sealed:
                self._open_anyway()
            case OTHER_FIRST.key if fresh:
                answering.swap()
            case ALOUD.key:
                if self._teller.attempt(answering.said_aloud):
                    if not answering.pair.answers:  # said beside the card, to which this leads back
                        return False
                    self._teller.talk.say(_("You answered this aloud."))
            case "":
                return self._write(writer) and not self._is_empty
            case _:
                return False
        return True

    def _open(self) -> bool:
        answering = self._answering
        sealed_now = answering.pair.sealed
        self._teller.talk.say(scenes.have_written(answering, sealed_now))
        match self._teller.choose(_("Enter opens it together, k keeps one private, ? for help."), can.COVERED, BACK):
            case "":
                self._teller.attempt(answering.open)
            case can.COVERED.key:
                if answer := sealed.whose(self._teller, answering, sealed_now, _("Whose words stay private?")):
                    self._teller.attempt(partial(answering.keep_private, answer))
            case _:
                return False
        return True

    def _look(self) -> bool:
        answering, pair = self._answering, self._answering.pair
        covered = [one for one in pair.answers if one.visibility == "private"]
        talk = self._teller.talk
        talk.say(*sealed.told(answering))
        if any(map(is_shared, pair.answers)):
            talk.say(scenes.opened(answering))
        cans = [EDIT, *([ANYWAY] if covered else []), BACK]
        match self._teller.choose(_("Enter goes back to the card, e changes words, ? for help."), *cans):
            case EDIT.key:
                names = [one.name for one in answering.people]
                alone = len(names) < 2
                place = 0 if alone else self._teller.one_of(_("Whose words would you like to change?"), names)
                return self._write(answering.people[place]) if isinstance(place, int) else True
            case ANYWAY.key if covered:
                self._open_anyway()
                return True
            case _:
                return False

    def _open_anyway(self) -> None:
        """Sealed words while the other one still writes; later, private ones."""
        pair = self._answering.pair
        wanted = "sealed" if pair.phase == "writing" else "private"
        among = [one for one in pair.answers if one.visibility == wanted]
        question = _("Whose words shall be opened for both of you?")
        if answer := sealed.whose(self._teller, self._answering, among, question):
            self._teller.attempt(partial(self._answering.share, answer))

    def _write(self, person: Person) -> bool:
        page = OfAnswer(self._answering, person)
        self._teller.talk.say(scenes.whose(self._answering, person.id, page.promised))
        keeps = _("Enter seals it. Nothing written is fine, too.")
        if page.promised != "sealed":
            keeps = _("Enter keeps it. Nothing written is fine, too.")
        return not Writing(self._teller, page, keeps, BACK).done()

    @property
    def _is_empty(self) -> bool:
        pair = self._answering.pair
        return pair.phase == "open" and not pair.answers
