"""What each beat of an evening says. The words come from the content, the names from the evening."""

from collections.abc import Callable, Sequence

from ritual.content import appreciation_words, evening_words
from ritual.core import people
from ritual.core.dates import with_year
from ritual.core.session import BeatKind, slowly
from ritual.core.text import on_screen
from ritual.evening import Evening
from ritual.scenes.scene import Scene


def scene(evening: Evening, asked: int = 0) -> Scene:
    """The words of the beat that `evening` is at; `asked` counts the prompts they passed on."""
    return _SCENES[evening.beat.kind](evening, asked)


def cue(evening: Evening) -> str:
    """What helps the listener just now; it changes slowly."""
    turn = evening.progress
    listener = evening.other(evening.beat.person)
    cues = _mixed(evening, evening_words().talk.listener, "cue")
    return f"{listener.name}: {slowly(cues, turn.spent[turn.beat.leg])}" if listener else ""


def _mixed(evening: Evening, lines: Sequence[str], *about: object) -> list[str]:
    """`lines` in an order that stays the same for this evening."""
    return evening.chance(*about).sample(lines, len(lines))


def _line(evening: Evening, lines: Sequence[str], *about: object) -> str:
    name = evening.name(evening.beat.person)
    other = evening.other(evening.beat.person)
    chosen = _mixed(evening, lines, evening.beat.kind, *about)[0]
    return chosen.replace("{name}", name).replace("{other}", other.name if other else "")


def _alone(evening: Evening) -> bool:
    return len(evening.people) < 2


def _breathe(evening: Evening, asked: int) -> Scene:
    arrive = evening_words().arrive
    lines = arrive.settle_solo if _alone(evening) else arrive.settle
    return Scene("Arrive", _line(evening, lines), "{go_on}, when you are here.", clock=False)


def remembered(evening: Evening) -> str | None:
    """An old thank-you to read aloud, on some evenings."""
    memory = evening.memory
    if memory is None or memory.night is None:
        return None
    invitation = _mixed(evening, appreciation_words().memory, "memory")[0]
    names = (people.name_of(evening.house.people, one) for one in (memory.by, memory.to))
    whose = " to ".join(name for name in names if name)
    said = ", ".join(one for one in (whose, with_year(memory.night)) if one)
    return f"{invitation}\n\n“{on_screen(memory.text)}”\n\n{said}"


def _closeness(evening: Evening, asked: int) -> Scene:
    name = evening.name(evening.beat.person)
    now = "now" if evening.progress.leg.step == "close" else "tonight"
    question = (
        f"How close do you feel {now}?" if not _alone(evening) else f"How close do you feel to the one you love {now}?"
    )
    return Scene(name, question, "Arrows or 1 to 7. {go_on} goes on, chosen or not.", clock=False)


def _turn(evening: Evening, asked: int) -> Scene:
    speaker, listener = evening.name(evening.beat.person), evening.other(evening.beat.person)
    prompts = _mixed(evening, evening_words().talk.speaker, "prompt", evening.beat.person)
    return Scene(
        f"{speaker} speaks, {listener.name if listener else ''} listens", prompts[asked % len(prompts)], cue(evening)
    )


def _write(evening: Evening, asked: int) -> Scene:
    prompts = _mixed(evening, evening_words().talk.solo, "prompt")
    return Scene("Your turn", prompts[asked % len(prompts)], "Write, or think aloud. {keep_text} goes on.")


def _card(evening: Evening, asked: int) -> Scene:
    lines = evening_words().card
    if evening.card() is None:
        return Scene("A card", "There is no card left for tonight.", "{go_on} goes on.")
    return Scene("A card for tonight", "", _line(evening, lines.solo if _alone(evening) else lines.talk))


def _answer(evening: Evening, asked: int) -> Scene:
    card = evening.card()
    name = evening.name(evening.beat.person)
    if card is None:
        return Scene(name, "A few words of your own, if you like.", _PASS)
    answering = evening.answering
    guidance = _SEAL if answering and answering.pair.seals == "sealed" else _PASS
    return Scene(_line(evening, evening_words().card.answer, evening.beat.person), card.text, guidance)


def _opening(evening: Evening, asked: int) -> Scene:
    words = evening_words().card
    card = evening.card()
    asks = card.text if card else ""
    if not evening.is_sealed:
        return Scene(asks, "", f"{_line(evening, words.opened)} {{go_on}} goes on.")
    waiting = {one.by for one in evening.answering.pair.sealed} if evening.answering else set()
    names = people.in_words([one.name for one in evening.people if one.id in waiting])
    whose = "Both of you have written." if len(waiting) > 1 else f"{names} has written."
    return Scene(asks, f"{whose} {_line(evening, words.ready)}", "{go_on} opens what is sealed.")


def _appreciation(evening: Evening, asked: int) -> Scene:
    lines = evening_words().appreciate
    sentence = _line(evening, lines.solo if _alone(evening) else lines.together, evening.beat.person)
    name, other = evening.name(evening.beat.person), evening.other(evening.beat.person)
    return Scene(f"{name} thanks {other.name}" if other else name, sentence, _PASS)


def _note(evening: Evening, asked: int) -> Scene:
    return Scene(evening.name(evening.beat.person), _line(evening, evening_words().remember.line), _PASS)


def _closing(evening: Evening, asked: int) -> Scene:
    lines = evening_words().close
    sentence = _line(evening, lines.solo if _alone(evening) else lines.together)
    return Scene("To close", sentence, "{go_on} keeps this evening.", clock=False)


def _quiet(evening: Evening, asked: int) -> Scene:
    lines = evening_words().quiet
    return Scene(
        "Quiet time", _line(evening, lines.solo if _alone(evening) else lines.together), "{go_on}, when it is enough."
    )


def _parting(evening: Evening, asked: int) -> Scene:
    return Scene("To close", _line(evening, evening_words().quiet.closing), "{go_on} keeps this time.", clock=False)


_PASS = "{go_on} keeps it. Nothing written is fine, too."
_SEAL = "{go_on} seals it until you open it together. Nothing written is fine, too."

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
