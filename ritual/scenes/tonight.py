"""What each beat of an evening says. The words come from the content, the names from the evening."""

from collections.abc import Callable, Sequence

from ritual.content import appreciation_words, evening_words
from ritual.core import wording
from ritual.core.dates import with_year
from ritual.core.session import BeatKind, slowly
from ritual.core.text import on_screen
from ritual.evening import Evening
from ritual.language import _, fill
from ritual.scenes.scene import Scene

READINGS = {
    "breathe": "undistracted-time",
    "closeness": "what-it-is",
    "turn": "active-listening",
    "write": "naming-feelings",
    "card": "better-questions",
    "answer": "starting-small",
    "opening": "creating-safety",
    "appreciation": "appreciation-and-affection",
    "quiet": "undistracted-time",
}
"""The readings that help at each beat."""


def scene(evening: Evening, asked: int = 0) -> Scene:
    """The words of the beat that `evening` is at; `asked` counts the prompts they passed on."""
    return _SCENES[evening.beat.kind](evening, asked)


def cue(evening: Evening) -> str:
    """What helps the listener just now; it changes slowly."""
    turn = evening.progress
    listener = evening.other(evening.beat.person)
    cues = _mixed(evening, evening_words().talk.listener, "cue")
    return f"{listener.name}: {slowly(cues, turn.spent[turn.beat.leg])}" if listener else ""


def farewell(evening: Evening) -> tuple[str, str]:
    """What is said once it is kept: one sentence, and a quiet one."""
    if evening.is_quiet:
        return _("That was time together. It is kept."), ""
    return evening.chance("goodnight").choice(evening_words().close.goodnight), _("Your evening is kept.")


def _mixed(evening: Evening, lines: Sequence[str], *about: object) -> list[str]:
    """`lines` in an order that stays the same for this evening."""
    return evening.chance(*about).sample(lines, len(lines))


def _line(evening: Evening, lines: Sequence[str], *about: object) -> str:
    other = evening.other(evening.beat.person)
    chosen = _mixed(evening, lines, evening.beat.kind, *about)[0]
    return fill(chosen, name=evening.name(evening.beat.person), other=other.name if other else "")


def _alone(evening: Evening) -> bool:
    return len(evening.people) < 2


def _breathe(evening: Evening, asked: int) -> Scene:
    arrive = evening_words().arrive
    lines = arrive.settle_solo if _alone(evening) else arrive.settle
    return Scene(_("Arrive"), _line(evening, lines), _("{go_on}, when you are here."), clock=False)


def remembered(evening: Evening) -> str | None:
    """An old thank-you to read aloud, on some evenings."""
    memory = evening.memory
    if memory is None or memory.night is None:
        return None
    invitation = _mixed(evening, appreciation_words().memory, "memory")[0]
    said = _("“{words}”", words=on_screen(memory.text))
    whose = wording.whose(memory, evening.house.people)
    return "\n\n".join((invitation, said, ", ".join(one for one in (whose, with_year(memory.night)) if one)))


def _closeness(evening: Evening, asked: int) -> Scene:
    name = evening.name(evening.beat.person)
    at_the_end = evening.progress.leg.step == "close"
    if _alone(evening):
        tonight = _("How close do you feel to the one you love tonight?")
        question = _("How close do you feel to the one you love now?") if at_the_end else tonight
    else:
        question = _("How close do you feel now?") if at_the_end else _("How close do you feel tonight?")
    return Scene(name, question, _("Arrows or 1 to 7. {go_on} goes on, chosen or not."), clock=False)


def _turn(evening: Evening, asked: int) -> Scene:
    speaker, listener = evening.name(evening.beat.person), evening.other(evening.beat.person)
    prompts = _mixed(evening, evening_words().talk.speaker, "prompt", evening.beat.person)
    who = _("{speaker} speaks, {listener} listens", speaker=speaker, listener=listener.name if listener else "")
    return Scene(who, prompts[asked % len(prompts)], cue(evening))


def _write(evening: Evening, asked: int) -> Scene:
    prompts = _mixed(evening, evening_words().talk.solo, "prompt")
    return Scene(_("Your turn"), prompts[asked % len(prompts)], _("Write, or think aloud. {keep_text} goes on."))


def _card(evening: Evening, asked: int) -> Scene:
    lines = evening_words().card
    if evening.card() is None:
        return Scene(_("A card"), _("There is no card left for tonight."), _("{go_on} goes on."))
    return Scene(_("A card for tonight"), "", _line(evening, lines.solo if _alone(evening) else lines.talk))


def _answer(evening: Evening, asked: int) -> Scene:
    card = evening.card()
    name = evening.name(evening.beat.person)
    if card is None:
        return Scene(name, _("A few words of your own, if you like."), _PASS)
    answering = evening.answering
    guidance = _SEAL if answering and answering.pair.seals == "sealed" else _PASS
    return Scene(_line(evening, evening_words().card.answer, evening.beat.person), card.text, guidance)


def _opening(evening: Evening, asked: int) -> Scene:
    words = evening_words().card
    card = evening.card()
    asks = card.text if card else ""
    if not evening.is_sealed:
        return Scene(asks, "", " ".join((_line(evening, words.opened), _("{go_on} goes on."))))
    waiting = {one.by for one in evening.answering.pair.sealed} if evening.answering else set()
    name = next((one.name for one in evening.people if one.id in waiting), "")
    whose = _("Both of you have written.") if len(waiting) > 1 else _("{name} has written.", name=name)
    return Scene(asks, f"{whose} {_line(evening, words.ready)}", _("{go_on} opens what is sealed."))


def _appreciation(evening: Evening, asked: int) -> Scene:
    lines = evening_words().appreciate
    sentence = _line(evening, lines.solo if _alone(evening) else lines.together, evening.beat.person)
    name, other = evening.name(evening.beat.person), evening.other(evening.beat.person)
    return Scene(_("{name} thanks {other}", name=name, other=other.name) if other else name, sentence, _PASS)


def _note(evening: Evening, asked: int) -> Scene:
    return Scene(evening.name(evening.beat.person), _line(evening, evening_words().remember.line), _PASS)


def _closing(evening: Evening, asked: int) -> Scene:
    lines = evening_words().close
    sentence = _line(evening, lines.solo if _alone(evening) else lines.together)
    return Scene(_("To close"), sentence, _("{go_on} keeps this evening."), clock=False)


def _quiet(evening: Evening, asked: int) -> Scene:
    lines = evening_words().quiet
    sentence = _line(evening, lines.solo if _alone(evening) else lines.together)
    return Scene(_("Quiet time"), sentence, _("{go_on}, when it is enough."))


def _parting(evening: Evening, asked: int) -> Scene:
    sentence = _line(evening, evening_words().quiet.closing)
    return Scene(_("To close"), sentence, _("{go_on} keeps this time."), clock=False)


_PASS = _("{go_on} keeps it. Nothing written is fine, too.")
_SEAL = _("{go_on} seals it until you open it together. Nothing written is fine, too.")

_SCENES: dict[BeatKind, Callable[[Evening, int], Scene]] = {
    "breathe": _breathe,
    "closeness": _closeness,
    "turn": _turn,
    "write": _write,
    "card": _card,
    "answer": _answer,
    "opening": _opening,
    "appreciation": _appreciation,
    "note": _note,
    "closing": _closing,
    "quiet": _quiet,
    "parting": _parting,
}
