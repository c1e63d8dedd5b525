"""A check-in for two, and ways to move it, to answer in it, and to look at what was kept of it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.core import checkin as rules
from ritual.core.checkin import SCALES
from ritual.core.people import person_id
from ritual.core.records import Checkin, Feeling, Note, Rating, Record, Visibility, derived_id
from ritual.core.session import BeatKind
from ritual.house import House
from ritual.journal import Journal
from tests.conftest import EVENING, TurnedClock

ANA, SAM = person_id("Ana"), person_id("Sam")
NIGHT = EVENING.date()
DAY = 24 * 60 * 60
WEEK = 7 * DAY


def on_disk(house: House) -> Journal:
    """A journal that has seen nothing yet."""
    return Journal(house.folders, house.clock)


def stored(checkin: CheckIn) -> Checkin:
    found = on_disk(checkin.house).get(Checkin, checkin.session.id, checkin.session.night)
    assert found is not None
    return found


def again(checkin: CheckIn) -> CheckIn:
    """The check-in as the next start, or another window, takes it up."""
    house = House(checkin.house.folders, checkin.house.clock)
    left = weeks.unfinished(house)
    assert left is not None
    return CheckIn.resume(house, left)


def where(checkin: CheckIn) -> tuple[BeatKind, str | None]:
    """What is on the screen, and whose it is."""
    return checkin.beat.kind, checkin.beat.person


def go(checkin: CheckIn, kind: BeatKind, person: str | None = None, about: str | None = None) -> CheckIn:
    """Forward to a beat."""
    while where(checkin) != (kind, person) or about not in (None, checkin.beat.about):
        assert not checkin.progress.is_last
        checkin.forward()
    return checkin


def back_to(checkin: CheckIn, kind: BeatKind, person: str | None = None) -> CheckIn:
    """Back to a beat."""
    while where(checkin) != (kind, person):
        assert checkin.progress.place > 0
        checkin.back()
    return checkin


def finish(checkin: CheckIn) -> CheckIn:
    """On past everything, and keep it."""
    go(checkin, "closing")
    checkin.close()
    return checkin


def answer(
    checkin: CheckIn,
    person: str,
    values: Mapping[str, int] | None = None,
    feelings: Sequence[str] = (),
    needs: Sequence[str] = (),
    sentence: str = "",
) -> CheckIn:
    """Let `person` answer this much unseen, and pass on the rest."""
    for scale in SCALES:
        go(checkin, "rating", person, scale).rate((values or {}).get(scale))
    go(checkin, "feelings", person).choose(feelings, need=False)
    go(checkin, "needs", person).choose(needs, need=True)
    if feelings or needs:
        go(checkin, "sentence", person).say(sentence)
    return checkin


def both_answer(checkin: CheckIn) -> CheckIn:
    """Both answer unseen; what they answered lies sealed before them."""
    answer(checkin, ANA, {"close": 3, "heard": 6}, ["lonely", "tired"], ["rest"], "Ana's sentence")
    answer(checkin, SAM, {"close": 8, "heard": 6}, ["calm"], ["play"], "Sam's sentence")
    return go(checkin, "together")


def covers(house: House) -> dict[str, Visibility]:
    """What both answered, as far as it is on the disk, and how each of it is kept."""
    journal = on_disk(house)
    found = [*journal.nights(Rating), *journal.nights(Feeling), *journal.nights(Note)]
    named = {ANA: "Ana", SAM: "Sam"}
    return {f"{named[one.by or '']} {_what(one)}": one.visibility for one in found}


def a_week(
    night: date,
    values: Mapping[str, Sequence[int]],
    visibility: Visibility = "shared",
    people: Sequence[str] = (ANA, SAM),
) -> list[Record]:
    """The records of a kept check-in with these answers, in the order of `people`."""
    known, at = derived_id("a week", night.isoformat()), EVENING + (night - NIGHT)
    kept = Checkin(
        id=known, at=at, night=night, starter=people[0], legs=rules.legs(people, 30), seconds=1200, state="kept"
    )
    ratings = [
        Rating(
            id=derived_id(known, "rate", "rating", person, scale),
            at=at,
            night=night,
            by=person,
            about=known,
            visibility=visibility,
            scale=scale,
            value=value,
        )
        for scale, said in values.items()
        for person, value in zip(people, said, strict=True)
    ]
    return [kept, *ratings]


def weeks_before(count: int) -> list[date]:
    """The nights of so many check-ins before this one, oldest first."""
    return [NIGHT - timedelta(weeks=back) for back in range(count, 0, -1)]


@pytest.fixture
def checkin(house: House) -> CheckIn:
    """Half an hour for Ana and Sam; Ana answers first."""
    return CheckIn.begin(house, 30)


def next_week(checkin: CheckIn, clock: TurnedClock, days: int = 7) -> CheckIn:
    """The check-in after this one, which is brought to its end."""
    finish(checkin)
    clock.turn(days * DAY)
    return CheckIn.begin(House(checkin.house.folders, clock), 30)


def _what(record: Record) -> str:
    return next(str(getattr(record, name)) for name in ("scale", "word", "text") if hasattr(record, name))
