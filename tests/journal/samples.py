"""One record of every kind, with something in every field."""

from datetime import date, timedelta

from ritual.core.people import person_id
from ritual.core.records import (
    Answer,
    Appreciation,
    Card,
    Checkin,
    Couple,
    Draw,
    Feeling,
    Goal,
    Leg,
    Mark,
    Note,
    Occasion,
    Pause,
    Person,
    Rating,
    Record,
    Reply,
    Session,
    Suggestion,
    Topic,
    Wish,
    derived_id,
)
from tests.conftest import EVENING
from tests.journal.conftest import NIGHT

ANA, SAM = person_id("Ana"), person_id("Sam")
LATER_ON = EVENING + timedelta(minutes=20)
DAY = date(2026, 12, 24)


def samples() -> list[Record]:
    legs = [Leg(step="arrive", planned=60, seconds=61), Leg(step="talk", by=SAM, planned=600, seconds=540)]
    card = "everyday-quiet-win"
    return [
        Person(id=ANA, at=EVENING, by=ANA, name="Ana"),
        Person(id=SAM, at=EVENING, by=SAM, name="Sam", seat=1),
        Couple(id=derived_id("couple"), at=EVENING, stage="long-term", since=date(2019, 6, 1)),
        Session(
            id="session",
            at=EVENING,
            night=NIGHT,
            starter=SAM,
            legs=legs,
            cards=[card],
            passed=["everyday-first-thing"],
            state="resting",
            place=4,
            back_at=LATER_ON,
        ),
        Draw(id="draw", at=EVENING, night=NIGHT, about="session", card=card, passed=True),
        Checkin(
            id="checkin",
            at=EVENING,
            night=NIGHT,
            starter=SAM,
            planned=1800,
            seconds=1700,
            legs=[
                Leg(step="rate", by=SAM, planned=900, seconds=800),
                Leg(step="rate", by=ANA, planned=900, seconds=900),
            ],
            wishes=["wish"],
            goals=["goal"],
            asked=[ANA],
            topic="topic",
            state="kept",
            place=12,
            back_at=LATER_ON,
        ),
        Appreciation(
            id="tea", at=EVENING, night=NIGHT, by=ANA, about="session", to=SAM, text='"tea" ♥\nand time', way="help"
        ),
        Reply(id="reply", at=LATER_ON, night=NIGHT, by=SAM, about="tea", text="gladly, für dich 愛"),
        Answer(id="answer", at=EVENING, night=NIGHT, by=SAM, about="draw", visibility="sealed", text="a walk"),
        Rating(id="rating", at=EVENING, night=NIGHT, by=ANA, about="session", scale="closeness-before", value=5),
        Feeling(id="feeling", at=EVENING, night=NIGHT, by=SAM, about="checkin", word="seen", need=True),
        Note(id="note", at=EVENING, night=NIGHT, by=ANA, visibility="private", text="rain", tags=["walk", "wet"]),
        Occasion(
            id="occasion", at=EVENING, name="the day we met", day=DAY, rule="FREQ=YEARLY", idea="picnic", asked=True
        ),
        Topic(id="topic", at=EVENING, by=SAM, text="the holidays", on=DAY, outcome="talking"),
        Wish(id="wish", at=EVENING, by=ANA, text="an evening without phones", answered="partly"),
        Goal(id="goal", at=EVENING, by=SAM, text="to learn to swim", asked=NIGHT, reached=DAY),
        Card(id="card", at=EVENING, by=ANA, text="What made you laugh?", depth=2, follow_up="And who?"),
        Mark(id=derived_id("mark", card), at=EVENING, card=card, met=NIGHT, passed=True, favourite=True),
        Suggestion(id=derived_id("suggestion", "heard"), at=EVENING, what="heard", shown=NIGHT, dismissed=True),
        Pause(id="pause", at=EVENING, since=DAY, last=date(2027, 1, 6)),
    ]
