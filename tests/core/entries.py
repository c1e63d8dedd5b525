"""Records of every kind, for the tests of the Journal."""

from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from ritual.core import timeline
from ritual.core.nights import night_of
from ritual.core.records import (
    Checkin,
    Draw,
    Feeling,
    Goal,
    Leg,
    Rating,
    Record,
    Session,
    Topic,
    Wish,
)
from ritual.core.timeline import Entry
from tests.conftest import EVENING

R = TypeVar("R", bound=Record)
ANA, SAM = "ana", "sam"
CARDS = {"sea": "What did we bring home from the sea?", "fog": "Where did we get lost?"}
OWN: dict[type[Record], dict[str, Any]] = {
    Session: {"state": "kept", "legs": [Leg(step="talk", by=ANA, planned=480, seconds=600)]},
    Checkin: {"state": "kept"},
    Draw: {"card": "sea"},
    Rating: {"scale": "closeness-before", "value": 4},
    Feeling: {"word": "calm"},
}
"""What a record of a kind needs besides a text."""


def one(kind: type[R], name: str = "one", *, days_ago: int = 0, **said: Any) -> R:
    """A record with this id, so many days old; standing ones have no night."""
    at = EVENING - timedelta(days=days_ago)
    night = None if kind in (Topic, Wish, Goal) else at.date()
    fields: dict[str, Any] = {"id": name, "at": at, "night": night, **OWN.get(kind, {"text": name})}
    return kind(**{**fields, **said})


def card_text(card: str) -> str:
    return CARDS[card]


def composed(*records: Record) -> list[Entry]:
    """The entries that these records make, parts among them."""
    parts = [one for one in records if isinstance(one, timeline.PARTS)]
    return timeline.compose([one for one in records if one not in parts], parts, card_text, night_of)


def shown(entries: list[Entry], private: str | None = None) -> list[str]:
    """The ids of what is seen, in its order."""
    return [entries[number].record.id for number in timeline.seen(entries, private)]


words = st.text("abß é\n", max_size=6).map(lambda text: f"w {text}")
visibilities = st.sampled_from(("shared", "shared", "sealed", "private"))
PERSONS = (ANA, SAM)
KINDS: list[type[Record]] = [*timeline.OF, *timeline.PARTS]


@st.composite
def journals(draw: st.DrawFn) -> list[Record]:
    """A few evenings of all kinds, in any order, some of them removed, sealed or private."""
    made: list[Record] = []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(KINDS))
        said: dict[str, Any] = {
            "by": draw(st.sampled_from(PERSONS)),
            "visibility": draw(visibilities),
            "removed": draw(st.sampled_from((None, None, EVENING))),
        }
        if "text" in kind.__struct_fields__:
            said["text"] = draw(words)
        if kind in (Session, Checkin):
            said["state"] = draw(st.sampled_from(("kept", "kept", "open")))
        if kind is Draw:
            said["passed"] = draw(st.booleans())
        if kind in timeline.PARTS:
            said["about"] = draw(st.sampled_from(["nothing", *(known.id for known in made)]))
        at = datetime(2026, 11, draw(st.integers(1, 4)), draw(st.integers(0, 23)), tzinfo=EVENING.tzinfo)
        made.append(one(kind, f"{number}", **{"at": at, "night": night_for(kind, at), **said}))
    return draw(st.permutations(made))


def night_for(kind: type[Record], at: datetime) -> date | None:
    return None if kind in (Topic, Wish, Goal) else night_of(at)
