"""The kinds of record the journal keeps. One record has one author.

The kind of a record is its class name in lower case; it is also the name of its TinyDB table. What a field may be
is said by its type: the journal checks it on the way in and on the way out.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

Stamp = Annotated[datetime, Meta(tz=True)]
"""A point in time with its UTC offset."""

Visibility = Literal["shared", "sealed", "private"]
Stage = Literal["beginning", "long-term", "new-chapter"]
Way = Literal["words", "help", "gift", "touch", "time", "memory", "celebration"]
StepName = Literal[
    "arrive", "talk", "card", "appreciate", "close", "quiet", "look-back", "rate", "open", "topic", "wish"
]
Seconds = Annotated[int, Meta(ge=0)]
Depth = Annotated[int, Meta(ge=1, le=3)]


class Record(Struct, kw_only=True, frozen=True, gc=False):
    """What every record has."""

    id: str
    """A UUID; also TinyDB's document id."""
    at: Stamp
    """When it was written."""
    night: date | None = None
    """The evening it belongs to; none for what stands until it is changed."""
    by: str | None = None
    """The id of the person who wrote it; none where it only says what happened."""
    about: str | None = None
    """The id of the record it belongs to."""
    visibility: Visibility = "shared"
    """Sealed is opened by both together; private is covered until a key uncovers it."""
    versions: dict[str, int] = {}
    """How often each device has changed it."""
    removed: Stamp | None = None
    """When it was taken away; it stays here until the bin is emptied."""
    moved: date | None = None
    """The night it belongs to now: then this is only what is left at its old place, and counts as removed."""
    former: list[dict[str, Any]] = []
    """Earlier wordings, oldest first: what was different then, and `until` when it stood."""
    also: list[dict[str, Any]] = []
    """What was written on another device at the same time. Never on the disk: the next change puts it into `former`."""
    sum: str = ""
    """The journal's own: it notices a change from outside."""

    @classmethod
    def kind(cls) -> str:
        """The name of the kind, and of its table."""
        return cls.__name__.lower()


class Leg(Struct, kw_only=True, frozen=True, gc=False):
    """One stretch of an evening: a step, or one person's turn in it."""

    step: StepName
    by: str | None = None
    """Whose turn it is; none where it belongs to both."""
    planned: Seconds
    seconds: Seconds = 0
    """What it really took."""


class Session(Record, kw_only=True, frozen=True, gc=False):
    """An evening together."""

    starter: str | None = None
    legs: Annotated[list[Leg], Meta(min_length=1)]
    cards: list[str] = []
    """The ids of the cards they stayed with."""
    passed: list[str] = []
    """The ids of the cards they passed on."""
    state: Literal["open", "resting", "kept"] = "open"
    place: Annotated[int, Meta(ge=0)] = 0
    """Where an unfinished one goes on: a position among its moments."""
    back_at: Stamp | None = None
    """When the two agreed to come back from a break."""

    @property
    def people(self) -> list[str]:
        """The ids of those who had a turn, the one who started first; none for quiet time."""
        return [leg.by for leg in self.legs if leg.step == "talk" and leg.by]

    @property
    def planned(self) -> int:
        """The length they chose, in seconds."""
        return sum(leg.planned for leg in self.legs)

    @property
    def seconds(self) -> int:
        """The length it really had, in seconds."""
        return sum(leg.seconds for leg in self.legs)


class Draw(Record, kw_only=True, frozen=True, gc=False):
    """A question card met once."""

    card: str
    passed: bool = False
    aloud: bool = False
    """They answered it aloud, and wrote nothing."""


class Checkin(Record, kw_only=True, frozen=True, gc=False):
    """A weekly look at the week together."""

    starter: str | None = None
    planned: Seconds = 0
    """The length they chose."""
    seconds: Seconds = 0
    """The length it really had."""
    legs: list[Leg] = []
    wishes: list[str] = []
    """The ids of the wishes that are looked back on."""
    goals: list[str] = []
    """The ids of the goals that are asked after."""
    asked: list[str] = []
    """The ids of those who are asked for a goal."""
    topic: str | None = None
    """The id of what they talked through."""
    state: Literal["open", "resting", "kept"] = "open"
    place: Annotated[int, Meta(ge=0)] = 0
    """Where an unfinished one goes on: a position among its moments."""
    back_at: Stamp | None = None
    """When the two agreed to come back from a break."""

    @property
    def people(self) -> list[str]:
        """The ids of those who take part, the one who answers first first."""
        return [leg.by for leg in self.legs if leg.step == "rate" and leg.by]


class Appreciation(Record, kw_only=True, frozen=True, gc=False):
    """A thank-you from one to the other."""

    to: str | None = None
    text: str
    way: Way | None = None


class Reply(Record, kw_only=True, frozen=True, gc=False):
    """The answer of the one who was thanked."""

    text: str


class Answer(Record, kw_only=True, frozen=True, gc=False):
    """A few words kept beside a card; `about` is its draw."""

    text: str


class Rating(Record, kw_only=True, frozen=True, gc=False):
    """How one of them sees one thing; `about` is the session or the check-in."""

    scale: str
    value: Annotated[int, Meta(ge=0, le=10)]


class Feeling(Record, kw_only=True, frozen=True, gc=False):
    """A feeling or a need that was named."""

    word: str
    need: bool = False


class Note(Record, kw_only=True, frozen=True, gc=False):
    """Words about the evening: a line to remember it by, or what one alone wrote."""

    text: str
    tags: list[str] = []
    """Words to find it by, as the journal it was brought from had them."""


class Person(Record, kw_only=True, frozen=True, gc=False):
    """One of the two."""

    name: str
    seat: int = 0
    """0 for the one named first, 1 for the other."""


class Couple(Record, kw_only=True, frozen=True, gc=False):
    """What both told about the two of them."""

    stage: Stage | None = None
    since: date | None = None


class Occasion(Record, kw_only=True, frozen=True, gc=False):
    """A date that returns, or comes once."""

    name: str
    day: date
    """The first date."""
    rule: str | None = None
    """How it returns: a rule of RFC 5545; none where it comes once. `core.rules` says which rules there are."""
    idea: str | None = None
    """The id of the idea for shared time that it was planned from."""
    asked: bool = False
    """Whether they were asked how it was."""


class Topic(Record, kw_only=True, frozen=True, gc=False):
    """Something parked for later."""

    text: str
    on: date | None = None
    outcome: Literal["settled", "talking", "living-with"] | None = None


class Wish(Record, kw_only=True, frozen=True, gc=False):
    """One concrete request for the coming week."""

    text: str
    answered: Literal["yes", "partly", "not-yet", "let-go"] | None = None


class Goal(Record, kw_only=True, frozen=True, gc=False):
    """What one of them wants in life."""

    text: str
    asked: date | None = None
    """The night of the check-in that last asked after it."""
    reached: date | None = None


class Card(Record, kw_only=True, frozen=True, gc=False):
    """A question card they wrote themselves."""

    text: str
    depth: Depth = 1
    follow_up: str | None = None


class Mark(Record, kw_only=True, frozen=True, gc=False):
    """What is remembered of a card, so that a draw needs no old month."""

    card: str
    met: date | None = None
    """The last night it was drawn."""
    passed: bool = False
    favourite: bool = False
    not_for_us: bool = False
    chosen: date | None = None
    """The night for which they chose it."""


class Suggestion(Record, kw_only=True, frozen=True, gc=False):
    """What is remembered of a suggestion, so that it comes rarely, and never again where they do not want it."""

    what: str
    """What it is about: the name of a scale, or `help`."""
    shown: date | None = None
    """The last night it was made."""
    dismissed: bool = False


class Pause(Record, kw_only=True, frozen=True, gc=False):
    """A stretch of planned rest."""

    since: date
    last: date | None = None
    """Its last night; none where that is open."""


OF_A_NIGHT = (Session, Draw, Checkin, Appreciation, Reply, Answer, Rating, Feeling, Note)
STANDING = (Person, Couple, Occasion, Topic, Wish, Goal, Card, Mark, Suggestion, Pause)
HAPPENED = (Session, Draw, Checkin, Mark, Suggestion)
"""The kinds that only say what happened: they have no wording to keep."""
KINDS: dict[str, type[Record]] = {kind.kind(): kind for kind in (*OF_A_NIGHT, *STANDING)}
"""Every kind by its name, in the order in which people meet them."""

NAMESPACE = "5f0d5f43-7b0e-4a0c-9d0e-2f5a1c6b7e11"
"""For ids that are made from what they mean, so that the same thing has the same id everywhere."""


def derived_id(*parts: str) -> str:
    """The id that always belongs to the same `parts`."""
    import uuid

    return str(uuid.uuid5(uuid.UUID(NAMESPACE), "\n".join(parts)))
