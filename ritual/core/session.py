"""A guided session as a state machine: where the two are, how much time is left, and what each key leads to.

A session consists of *legs* (a step, or one person's turn in it), and each leg of *beats*: the smallest things that the
screen shows one at a time. Time belongs to legs. It is measured between two looks at a clock that counts suspend, so it
is right whatever happened in between; a gap of more than five minutes (a closed lid) pauses instead of counting.

Every function takes a `Progress` and gives back a new one. `now` is always in seconds on that clock.
"""

from collections.abc import Sequence
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ritual.core import lengths
from ritual.core.records import Checkin, Leg, Session

S = TypeVar("S", bound=Session | Checkin)

GAP = 5 * 60
"""Seconds after which an unwatched clock means a closed lid, and pauses."""

BeatKind = Literal[
    "breathe",
    "closeness",
    "turn",
    "write",
    "card",
    "answer",
    "opening",
    "appreciation",
    "note",
    "closing",
    "quiet",
    "parting",
    "welcome",
    "thanks",
    "look-back",
    "goal-back",
    "right",
    "hand-over",
    "rating",
    "feelings",
    "needs",
    "sentence",
    "reflection",
    "together",
    "apart",
    "topic",
    "topic-turn",
    "outcome",
    "wish",
    "goal",
]


class Beat(Struct, frozen=True):
    """One thing at a time."""

    kind: BeatKind
    leg: int
    """Which leg it belongs to, counted from 0."""
    person: str | None = None
    """Whose it is; none where it belongs to both."""
    about: str = ""
    """What it is about, where a person has several of its kind: a scale, a wish, a goal."""


class Progress(Struct, frozen=True):
    """Where a session is."""

    legs: tuple[Leg, ...]
    beats: tuple[Beat, ...]
    spent: tuple[float, ...]
    """Seconds spent so far, for each leg."""
    seen: float
    """When the clock was last looked at."""
    place: int = 0
    paused: bool = False

    @property
    def beat(self) -> Beat:
        """What is on the screen."""
        return self.beats[self.place]

    @property
    def leg(self) -> Leg:
        """The leg that the time now counts for."""
        return self.legs[self.beat.leg]

    @property
    def remaining(self) -> float:
        """Seconds left of this leg; below 0 once its time is up."""
        return self.leg.planned - self.spent[self.beat.leg]

    @property
    def is_last(self) -> bool:
        """Whether moving on from here ends the session."""
        return self.place == len(self.beats) - 1

    @property
    def has_card(self) -> bool:
        """Whether a question card is part of this evening."""
        return any(leg.step == "card" for leg in self.legs)


def beats_of(legs: Sequence[Leg], people: Sequence[str]) -> tuple[Beat, ...]:
    """The beats of `legs`; `people` are ids, the one who starts first."""
    beats: list[Beat] = []
    for number, leg in enumerate(legs):
        match leg.step:
            case "arrive":
                beats.append(Beat("breathe", number))
                if leg.planned >= lengths.ARRIVAL:
                    beats += [Beat("closeness", number, person) for person in people]
            case "talk":
                beats.append(Beat("turn" if len(people) > 1 else "write", number, leg.by))
            case "card":
                beats += [Beat("card", number), *(Beat("answer", number, person) for person in people)]
                if len(people) > 1:
                    beats.append(Beat("opening", number))
            case "appreciate":
                beats += [Beat("appreciation", number, person) for person in people]
            case "close":
                beats += [Beat("closeness", number, person) for person in people]
                beats += [*(Beat("note", number, person) for person in people), Beat("closing", number)]
            case "quiet":
                beats += [Beat("quiet", number), Beat("parting", number)]
    return tuple(beats or [Beat("closing", 0)])


def begin(legs: Sequence[Leg], people: Sequence[str], now: float) -> Progress:
    """A session from its first beat."""
    return Progress(tuple(legs), beats_of(legs, people), spent=(0.0,) * len(legs), seen=now)


def resume(session: Session, now: float) -> Progress:
    """An unfinished session, where it was left, with the people it was begun with."""
    return resume_with(session, beats_of(session.legs, session.people), now)


def resume_with(session: Session | Checkin, beats: tuple[Beat, ...], now: float) -> Progress:
    """A session where it is, made of these beats."""
    place = min(session.place, len(beats) - 1)
    return Progress(
        tuple(session.legs), beats, spent=tuple(float(leg.seconds) for leg in session.legs), seen=now, place=place
    )


def look(progress: Progress, now: float) -> Progress:
    """Count the time since the last look, or pause where nobody looked for more than five minutes."""
    passed = max(0.0, now - progress.seen)
    if progress.paused or passed > GAP:
        return replace(progress, seen=now, paused=True)
    leg = progress.beat.leg
    spent = (*progress.spent[:leg], progress.spent[leg] + passed, *progress.spent[leg + 1 :])
    return replace(progress, spent=spent, seen=now)


def pause(progress: Progress, now: float) -> Progress:
    """Stop the time, or let it go on."""
    return replace(look(progress, now), paused=not progress.paused)


def _go(progress: Progress, place: int, now: float) -> Progress:
    return replace(look(progress, now), place=place, paused=False)


def forward(progress: Progress, now: float) -> Progress:
    """On to the next beat. At the last one it stays: there the session is kept."""
    return _go(progress, min(progress.place + 1, len(progress.beats) - 1), now)


def onward(progress: Progress, now: float) -> Progress:
    """On to the next turn or step, past the beats that are left of this one. In the last step, to its end."""
    later = (place for place, beat in enumerate(progress.beats) if beat.leg > progress.beat.leg)
    return _go(progress, next(later, len(progress.beats) - 1), now)


def to_opening(progress: Progress, now: float) -> Progress:
    """On to where the answers of this step are opened; in an evening of one, onward."""
    places = (place for place, beat in enumerate(progress.beats) if beat.kind == "opening" and place > progress.place)
    opening = next(places, None)
    return onward(progress, now) if opening is None else _go(progress, opening, now)


def back(progress: Progress, now: float) -> Progress:
    """Back to the beat before. At the first one it stays."""
    return _go(progress, max(progress.place - 1, 0), now)


def add_card(progress: Progress, people: Sequence[str], now: float) -> Progress:
    """Put a question card behind the talk, within the length they chose; nothing where there is one already.

    What comes after the talk gives the time for it: turns stay equal.
    """
    if progress.has_card or not any(leg.step == "appreciate" for leg in progress.legs):
        return progress
    planned = sum(leg.planned for leg in progress.legs)
    usual = {leg.step: leg.planned for leg in lengths.evening(people, planned // 60, card=True)}
    at = next(number for number, leg in enumerate(progress.legs) if leg.step == "appreciate")
    looked = look(progress, now)
    later = [replace(leg, planned=usual[leg.step]) for leg in looked.legs[at:]]
    rest = planned - sum(leg.planned for leg in (*looked.legs[:at], *later))
    legs = (*looked.legs[:at], Leg(step="card", planned=rest), *later)
    spent = (*looked.spent[:at], 0.0, *looked.spent[at:])
    moved = looked.beat.leg >= at
    beats = beats_of(legs, people)
    place = looked.place + len(beats) - len(looked.beats) if moved else looked.place
    return replace(looked, legs=legs, beats=beats, spent=spent, place=place)


def recorded(session: S, progress: Progress) -> S:
    """`session` with the time and the place of `progress`."""
    legs = [replace(leg, seconds=round(spent)) for leg, spent in zip(progress.legs, progress.spent, strict=True)]
    if isinstance(session, Checkin):
        planned, seconds = (sum(getattr(leg, name) for leg in legs) for name in ("planned", "seconds"))
        return replace(session, legs=legs, place=progress.place, planned=planned, seconds=seconds)
    return replace(session, legs=legs, place=progress.place)


def is_begun(progress: Progress) -> bool:
    """Whether enough has happened that leaving should keep it aside."""
    return progress.place > 0


def clock(remaining: float) -> str:
    """The time left as it is shown: whole minutes, in the last one `0:45`, nothing once it is up."""
    if remaining <= 0:
        return ""
    seconds = -int(-remaining // 1)
    return f"0:{seconds:02}" if seconds < 60 else str(-(-seconds // 60))


def slowly(choices: Sequence[str], seconds: float, each: float = 50) -> str:
    """The one of `choices` that is shown `seconds` into a turn, each for `each` seconds, round and round."""
    return choices[int(seconds // each) % len(choices)] if choices else ""


def breath(seconds: float, inhale: float = 4, exhale: float = 6) -> tuple[bool, float]:
    """Whether one breathes in at `seconds`, and how full the lungs are, 0 to 1."""
    at = seconds % (inhale + exhale)
    return (True, at / inhale) if at < inhale else (False, 1 - (at - inhale) / exhale)
