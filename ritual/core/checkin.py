"""The weekly check-in: its steps, how long each of them is, and what they look back on."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ritual.core.nights import night_of
from ritual.core.records import Checkin, Goal, Leg, StepName, Wish
from ritual.core.session import Beat

SCALES = ("close", "heard", "safe", "airtime", "affection", "supported", "deep", "nothing-unsaid")
"""What each of them looks at, from 0 to 10: a mirror, no diagnosis. The words are our own."""

SHARES: tuple[tuple[StepName, int], ...] = (
    ("appreciate", 3),
    ("look-back", 2),
    ("rate", 6),
    ("open", 4),
    ("topic", 9),
    ("wish", 3),
    ("close", 1),
)
"""How the time is shared out. What each of them answers, and their turns in the topic, are equal halves."""
SOLO = {"open", "topic"}
"""The steps that need two."""

ASKED_AGAIN = timedelta(weeks=3)
"""After how long a goal is asked after again."""
EVERY = 4
"""In how many check-ins one who has no goal is asked for one once."""


def legs(people: Sequence[str], minutes: int) -> list[Leg]:
    """The legs of a check-in of `minutes`; `people` are ids, the one who answers first first. One alone is solo."""
    two = len(people) > 1
    shares = [(step, share) for step, share in SHARES if two or step not in SOLO]
    whole, rest = sum(share for _, share in shares), minutes * 60
    found: list[Leg] = []
    for step, share in shares:
        planned = minutes * 60 * share // whole
        if step == "rate":
            found += [Leg(step=step, by=person, planned=planned // len(people)) for person in people]
        elif step == "topic":
            turn = planned * 4 // 9
            found += [Leg(step=step, planned=planned - 2 * turn)]
            found += [Leg(step=step, by=person, planned=turn) for person in people]
        else:
            found.append(Leg(step=step, planned=planned))
    over = rest - sum(leg.planned for leg in found)
    return [*found[:-1], Leg(step=found[-1].step, planned=found[-1].planned + over)]


def beats_of(checkin: Checkin, wished: dict[str, str | None], wanted: dict[str, str | None]) -> tuple[Beat, ...]:
    """The beats of a check-in; `wished` and `wanted` tell whose the wishes and the goals are, by their ids."""
    beats: list[Beat] = []
    people = checkin.people
    for number, leg in enumerate(checkin.legs):
        match leg.step:
            case "appreciate":
                beats += [Beat("welcome", number), Beat("thanks", number)]
                beats += [Beat("appreciation", number, person) for person in people]
            case "look-back":
                beats += [Beat("look-back", number, wished.get(one), one) for one in checkin.wishes]
                beats += [Beat("goal-back", number, wanted.get(one), one) for one in checkin.goals]
                beats += [Beat("right", number, person) for person in people]
            case "rate" if leg.by:
                beats += [Beat("hand-over", number, leg.by)] if len(people) > 1 else []
                beats += [Beat("rating", number, leg.by, scale) for scale in SCALES]
                beats += [Beat("feelings", number, leg.by), Beat("needs", number, leg.by)]
                beats.append(Beat("sentence", number, leg.by))
                beats += [Beat("reflection", number, leg.by)] if len(people) < 2 else []
            case "open":
                beats += [Beat("together", number), Beat("apart", number)]
            case "topic" if leg.by is None:
                beats.append(Beat("topic", number))
            case "topic":
                beats.append(Beat("topic-turn", number, leg.by))
                beats += [Beat("outcome", number)] if leg.by == people[-1] else []
            case "wish":
                beats += [Beat("wish", number, person) for person in people]
                beats += [Beat("goal", number, person) for person in checkin.asked]
            case "close":
                beats.append(Beat("closing", number))
    return tuple(beats or [Beat("closing", 0)])


def to_look_back(wishes: Iterable[Wish]) -> list[str]:
    """The ids of the wishes that nobody has answered yet, the oldest first: of each person only the newest one.

    What was passed on again and again would add up otherwise.
    """
    newest = {one.by: one for one in sorted(wishes, key=lambda one: one.at) if one.answered is None}
    return [one.id for one in sorted(newest.values(), key=lambda one: one.at)]


def to_ask_after(goals: Iterable[Goal], tonight: date) -> list[str]:
    """The ids of the goals to ask after: what is not reached, and was neither named nor asked after lately."""
    return [one.id for one in goals if one.reached is None and tonight - (one.asked or night_of(one.at)) >= ASKED_AGAIN]


def to_ask(people: Sequence[str], goals: Iterable[Goal], earlier: Sequence[Checkin]) -> list[str]:
    """Who is asked for a goal: who has none, and was not asked in the last of the `earlier` check-ins."""
    busy = {one.by for one in goals if one.reached is None}
    lately = {person for one in earlier[1 - EVERY :] for person in one.asked}
    return [person for person in people if person not in busy | lately]
