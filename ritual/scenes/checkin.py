"""What each beat of a check-in says. The words come from the content, the names from the check-in."""

from collections.abc import Callable, Sequence

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.content import checkin_words
from ritual.content.readings import HELP
from ritual.core import dates, insight
from ritual.core.checkin import SCALES
from ritual.core.records import Record
from ritual.core.session import BeatKind, slowly
from ritual.core.text import on_screen
from ritual.core.wording import SCALES as SCALE_NAMES
from ritual.house import House
from ritual.language import _, fill
from ritual.scenes.news import short
from ritual.scenes.scene import Scene

LONGEST = 160
"""Cells of a topic that two speak about: it is theirs, and they know it."""

READINGS = {
    "thanks": "appreciation-and-affection",
    "appreciation": "appreciation-and-affection",
    "goal-back": "goals",
    "goal": "goals",
    "feelings": "naming-feelings",
    "needs": "naming-feelings",
    "sentence": "naming-feelings",
    "together": "creating-safety",
    "apart": "creating-safety",
    "topic-turn": "mirroring",
    "outcome": "repair",
    "wish": "starting-small",
}
"""The readings that help at each beat."""

ANSWERS: Sequence[tuple[str | None, str]] = (
    (None, _("pass")),
    ("yes", _("yes")),
    ("partly", _("partly")),
    ("not-yet", _("not yet")),
    ("let-go", _("let it go")),
)
"""What may have become of a wish."""
GOINGS: Sequence[tuple[str | None, str]] = (
    ("on", _("on its way")),
    ("reached", _("reached")),
    ("let-go", _("let it go")),
)
"""What may have become of a goal."""
OUTCOMES: Sequence[tuple[str | None, str]] = (
    (None, _("leave it open")),
    ("settled", _("settled")),
    ("talking", _("keep talking")),
    ("living-with", _("we live with it")),
)
"""Where they may have got to with a topic."""


def scene(checkin: CheckIn, asked: int = 0) -> Scene:
    """The words of the beat that `checkin` is at."""
    return _SCENES[checkin.beat.kind](checkin, asked)


def line(checkin: CheckIn, lines: Sequence[str], *about: object) -> str:
    """One of `lines`, the same one all through this check-in, with the names in their places."""
    other = checkin.other(checkin.beat.person)
    chosen = checkin.chance(checkin.beat.kind, *about).choice(lines)
    return fill(chosen, name=checkin.name(checkin.beat.person), other=other.name if other else "")


def alone(checkin: CheckIn) -> bool:
    """Whether one of them does this alone."""
    return len(checkin.people) < 2


def reading(checkin: CheckIn, suggested: str | None = None) -> str:
    """The reading that fits this beat, or what is `suggested`."""
    if checkin.beat.kind == "rating":
        return checkin_words().scale(checkin.beat.about).reading
    if checkin.beat.kind == "closing" and suggested:
        return HELP if suggested == insight.HELP else checkin_words().scale(suggested).reading
    return READINGS.get(checkin.beat.kind, "rituals")


def idea(checkin: CheckIn, suggested: str) -> str:
    """What is `suggested`, in a sentence."""
    words = checkin_words()
    if suggested == insight.HELP:
        return line(checkin, words.help.suggestion)
    return _("Something that may do you good: {practice}", practice=words.scale(suggested).practice)


def invitation(checkin: CheckIn) -> str:
    """What invites to look back, at the first of the wishes."""
    words = checkin_words().back
    first = checkin.beat.about == checkin.session.wishes[0]
    return line(checkin, words.solo if alone(checkin) else words.wishes) if first else ""


def sealed(checkin: CheckIn) -> list[tuple[str, list[Record]]]:
    """What is sealed, by who answered it and what was asked; never what was answered."""
    found: list[tuple[str, list[Record]]] = []
    for said in checkin.said:
        name = checkin.name(said.person)
        groups: list[tuple[str, list[Record]]] = [(SCALE_NAMES[one.scale], [one]) for one in said.ratings.values()]
        groups += [(_("feelings"), list(said.feelings)), (_("needs"), list(said.needs))]
        groups += [(_("in one sentence"), [said.sentence] if said.sentence else [])]
        for what, records in groups:
            covered = [one for one in records if one.visibility == "sealed"]
            if covered:
                found.append((f"{name}: {what}", covered))
    return found


def farewell(house: House) -> tuple[str, str]:
    """What is said once it is kept: one sentence, and a quiet one."""
    coming = dates.in_words(weeks.coming(house))
    return _("Your check-in is kept."), _("The next one may be on {day}.", day=coming)


def _welcome(checkin: CheckIn, asked: int) -> Scene:
    lines = checkin_words().opening
    sentence = line(checkin, lines.solo if alone(checkin) else lines.together)
    return Scene(_("Check-in"), sentence, _("{go_on} begins."), False)


def _thanks(checkin: CheckIn, asked: int) -> Scene:
    words = checkin_words().appreciate
    lines = words.solo if alone(checkin) else words.read if checkin.thanks else words.none
    guidance = _("{go_on}, when you have read them.") if checkin.thanks else _("{go_on} goes on.")
    return Scene(_("Thank-yous of the week"), line(checkin, lines), guidance, clock=not checkin.thanks)


def _appreciation(checkin: CheckIn, asked: int) -> Scene:
    words = checkin_words().appreciate
    lines = words.solo if alone(checkin) else words.add
    name, other = checkin.name(checkin.beat.person), checkin.other(checkin.beat.person)
    who = _("{name} thanks {other}", name=name, other=other.name) if other else _("{name} thanks", name=name)
    return Scene(who, line(checkin, lines, checkin.beat.person), _PASS)


def _look_back(checkin: CheckIn, asked: int) -> Scene:
    wish, invited = checkin.wish(checkin.beat.about), invitation(checkin)
    said = on_screen(wish.text) if wish else ""
    who = _("{name} wished", name=checkin.name(checkin.beat.person))
    return Scene(who, _("“{words}”", words=said), f"{invited}\n\n{_ARROWS}" if invited else _ARROWS, clock=False)


def _goal_back(checkin: CheckIn, asked: int) -> Scene:
    words, goal = checkin_words().goal, checkin.goal(checkin.beat.about)
    said = on_screen(goal.text) if goal else ""
    lines = words.celebrate if goal and goal.reached else words.after
    sentence = fill(line(checkin, lines, checkin.beat.about), goal=said)
    return Scene(checkin.name(checkin.beat.person), sentence, _ARROWS, clock=False)


def _right(checkin: CheckIn, asked: int) -> Scene:
    words = checkin_words().back
    return Scene(checkin.name(checkin.beat.person), line(checkin, words.solo if alone(checkin) else words.right), _PASS)


def _hand_over(checkin: CheckIn, asked: int) -> Scene:
    name, other = checkin.name(checkin.beat.person), checkin.other(checkin.beat.person)
    sentence = _(
        "{name} answers now, unseen. {other}, look away for a while.", name=name, other=other.name if other else ""
    )
    return Scene(_("How it was for me"), sentence, _("{go_on}, when the keyboard is in your hands."), False)


def _rating(checkin: CheckIn, asked: int) -> Scene:
    ask = checkin_words().scale(checkin.beat.about).ask
    who = _(
        "{name} · {number} of {count}",
        name=checkin.name(checkin.beat.person),
        number=SCALES.index(checkin.beat.about) + 1,
        count=len(SCALES),
    )
    return Scene(who, ask, _("Type a number, or use the arrows. {pass_scale} passes."), clock=False)


def _feelings(checkin: CheckIn, asked: int) -> Scene:
    return Scene(checkin.name(checkin.beat.person), line(checkin, checkin_words().words.feelings), _CHOOSE, clock=False)


def _needs(checkin: CheckIn, asked: int) -> Scene:
    return Scene(checkin.name(checkin.beat.person), line(checkin, checkin_words().words.needs), _CHOOSE, clock=False)


def _sentence(checkin: CheckIn, asked: int) -> Scene:
    seals = checkin.visibility == "sealed"
    guidance = _("{go_on} seals it until you open it together.") if seals else _("{go_on} keeps it.")
    return Scene(checkin.name(checkin.beat.person), _("In one sentence, as you would say it:"), guidance, clock=False)


def _reflection(checkin: CheckIn, asked: int) -> Scene:
    return Scene(
        checkin.name(checkin.beat.person), line(checkin, checkin_words().together.solo), _("{keep_text} goes on.")
    )


def _together(checkin: CheckIn, asked: int) -> Scene:
    if checkin.is_sealed:
        guidance = _("{go_on} opens what is sealed. {keep_private} keeps one answer private.")
        return Scene(_("Open together"), line(checkin, checkin_words().together.open), guidance, clock=False)
    return Scene(_("How it was for you"), "", _("{go_on}, when you have read it."), clock=False)


def _apart(checkin: CheckIn, asked: int) -> Scene:
    scale = checkin.in_question
    words = checkin_words().together
    differ = scale is not None and insight.apart(checkin.values[scale])
    about = checkin_words().scale(scale).ask if scale else ""
    sentence = line(checkin, words.differ if differ else words.alike)
    return Scene(about, sentence, _("Talk as long as you like. {go_on} goes on."))


def _topic(checkin: CheckIn, asked: int) -> Scene:
    return Scene(_("One topic"), line(checkin, checkin_words().topic.choose), _ARROWS, clock=False)


def _topic_turn(checkin: CheckIn, asked: int) -> Scene:
    words, topic, other = checkin_words().topic, checkin.topic, checkin.other(checkin.beat.person)
    about = _("“{words}”", words=short(topic.text, LONGEST)) + "\n\n" if topic else ""
    cues = checkin.chance("cue", checkin.beat.person).sample(words.listen, len(words.listen))
    cue = slowly(cues, checkin.progress.spent[checkin.beat.leg])
    speaker, listener = checkin.name(checkin.beat.person), other.name if other else ""
    who = _("{speaker} speaks, {listener} listens", speaker=speaker, listener=listener)
    return Scene(who, about + line(checkin, words.speak, checkin.beat.person), f"{listener}: {cue}")


def _outcome(checkin: CheckIn, asked: int) -> Scene:
    topic = checkin.topic
    about = _("“{words}”", words=short(topic.text, LONGEST)) if topic else ""
    return Scene(about, line(checkin, checkin_words().topic.outcome), _ARROWS, clock=False)


def _wish(checkin: CheckIn, asked: int) -> Scene:
    words = checkin_words().wish
    sentence = line(checkin, words.solo if alone(checkin) else words.ask, checkin.beat.person)
    examples = checkin.chance("examples", checkin.beat.person).sample(words.examples, len(words.examples))
    example = slowly(examples, checkin.progress.spent[checkin.beat.leg], 15)
    who = _("{name} wishes", name=checkin.name(checkin.beat.person))
    return Scene(who, sentence, _("For example: {example}", example=example))


def _goal(checkin: CheckIn, asked: int) -> Scene:
    return Scene(checkin.name(checkin.beat.person), line(checkin, checkin_words().goal.ask, checkin.beat.person), _PASS)


def _closing(checkin: CheckIn, asked: int) -> Scene:
    lines = checkin_words().close
    sentence = line(checkin, lines.solo if alone(checkin) else lines.together)
    return Scene(_("To close"), sentence, _("{go_on} keeps it."), False)


_PASS = _("{go_on} keeps it. Nothing written is fine, too.")
_ARROWS = _("The arrows choose, {go_on} goes on.")
_CHOOSE = _("Enter takes the marked word, or goes on.")

_SCENES: dict[BeatKind, Callable[[CheckIn, int], Scene]] = {
    "welcome": _welcome,
    "thanks": _thanks,
    "appreciation": _appreciation,
    "look-back": _look_back,
    "goal-back": _goal_back,
    "right": _right,
    "hand-over": _hand_over,
    "rating": _rating,
    "feelings": _feelings,
    "needs": _needs,
    "sentence": _sentence,
    "reflection": _reflection,
    "together": _together,
    "apart": _apart,
    "topic": _topic,
    "topic-turn": _topic_turn,
    "outcome": _outcome,
    "wish": _wish,
    "goal": _goal,
    "closing": _closing,
}
