"""What is sealed or private changes nothing: two homes, one with six weeks of hidden lows and one without a trace of
them, tell everybody the same. The other one may be looking."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from ritual.checkin import CheckIn
from ritual.core.checkin import SCALES
from ritual.core.records import (
    Answer,
    Appreciation,
    Feeling,
    Goal,
    Note,
    Rating,
    Record,
    Reply,
    Topic,
    Visibility,
    Wish,
    derived_id,
)
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Journal
from ritual.scenes import news
from tests.checkin.conftest import ANA, NIGHT, SAM, WEEK, a_week, answer, finish, go, weeks_before
from tests.cli.conftest import run
from tests.conftest import EVENING, TurnedClock
from tests.screens.conftest import opened, words_on

SHARED = {"heard": (6, 7), "deep": (3, 8), "airtime": (9, 9)}
"""What both opened in all of these weeks; `deep` is low for one of them."""
WHO = [(ANA,), (SAM,), (ANA, SAM)]
HIDDEN: tuple[Visibility, ...] = ("sealed", "private")


def open_to_both() -> Iterator[Record]:
    """What both homes know."""
    for night in weeks_before(6):
        kept, *ratings = a_week(night, SHARED)
        yield kept
        yield from ratings
        yield Feeling(id=f"glad {night}", at=kept.at, night=night, by=SAM, about=kept.id, word="glad")
    yield Wish(id="wish", at=EVENING - timedelta(days=7), by=ANA, text="a walk")
    yield Wish(id="true", at=EVENING - timedelta(days=14), by=SAM, text="an hour", answered="yes")
    yield Goal(id="goal", at=EVENING - timedelta(days=7), by=ANA, text="the cello")
    yield Topic(id="topic", at=EVENING - timedelta(days=3), by=ANA, text="the holidays", on=NIGHT)
    yield Appreciation(id="thanks", at=EVENING, night=NIGHT - timedelta(days=1), by=ANA, to=SAM, text="for the tea")


def hidden(visibility: Visibility, who: Sequence[str]) -> Iterator[Record]:
    """Six weeks of lows, and all else that somebody may keep to themselves."""
    for night in weeks_before(6):
        kept = a_week(night, {})[0]
        said: dict[str, Any] = {"at": kept.at, "night": night, "about": kept.id, "visibility": visibility}
        for by in who:
            for scale in sorted({*SCALES} - {*SHARED}):
                yield Rating(id=derived_id(kept.id, "rate", "rating", by, scale), by=by, scale=scale, value=0, **said)
            for need in (False, True):
                yield Feeling(id=derived_id(kept.id, by, str(need)), by=by, word="hopeless", need=need, **said)
            yield Note(id=derived_id(kept.id, "rate", "sentence", by), by=by, text="hopeless, all of it", **said)
    for by in who:
        alone: dict[str, Any] = {"by": by, "visibility": visibility, "at": EVENING - timedelta(days=60)}
        yield Wish(id=f"wish {by}", text="hopeless", **alone)
        yield Wish(id=f"true {by}", text="hopeless", answered="yes", **alone)
        yield Goal(id=f"goal {by}", text="hopeless", **alone)
        yield Topic(id=f"topic {by}", text="hopeless", on=NIGHT, **alone)
        lately = {**alone, "at": EVENING, "night": NIGHT}
        yield Appreciation(id=f"thanks {by}", to=SAM if by == ANA else ANA, text="hopeless", **lately)
        yield Reply(id=f"reply {by}", about="thanks", text="hopeless", **lately)
        yield Answer(id=f"answer {by}", about="nothing", text="hopeless", **lately)


def home(folder: Path, records: Sequence[Record]) -> House:
    """A house on a folder of its own, in which all ids are the same as in any other."""
    house = House(Folders.find(folder), TurnedClock())
    house.settle(("Ana", "Sam"))
    house.journal.keep_all(records)
    return house


def shell(house: House) -> list[tuple[str, str]]:
    """What the shell tells."""
    asked = (
        ("list",),
        ("list", "--json"),
        ("list", "--by", "Ana"),
        ("list", "--search", "hopeless"),
        ("list", "rating"),
        ("list", "feeling", "--json"),
        ("list", "topic"),
        ("export", "--format", "json"),
        ("export", "--format", "markdown"),
        ("export", "--only", "Sam"),
    )
    done = [run(house.folders, *words) for words in asked]
    return [(one.stdout, one.stderr.replace(str(house.folders.data), "")) for one in done]


def start(house: House) -> tuple[object, ...]:
    """What the start of a check-in, and Home, bring."""
    checkin = CheckIn.begin(house, 30)
    known = checkin.session
    return (
        news.waiting(house),
        news.trends(house, len(SCALES)),
        news.returning(house),
        (known.starter, known.wishes, known.goals, known.asked),
        [one.id for one in checkin.thanks],
        [one.id for one in checkin.topics],
        [one.id for one in house.left_for_us],
        house.tonights_card(),
    )


def evening(house: House, who: Sequence[str], private: bool) -> tuple[object, ...]:
    """Tonight's check-in, in which `who` keep lows private or pass; what it suggests, and what is told afterwards."""
    checkin = CheckIn.begin(house, 30)
    for one in checkin.people:
        answer(checkin, one.id, {"deep": 1, "heard": 6})
    if private:
        for by in who:
            while (checkin.beat.kind, checkin.beat.person, checkin.beat.about) != ("rating", by, SCALES[0]):
                checkin.back()
            for scale in sorted({*SCALES} - {*SHARED}, key=SCALES.index):
                go(checkin, "rating", by, scale).rate(0, private=True)
            go(checkin, "feelings", by).choose(["hopeless"], need=False, private=True)
    go(checkin, "together").open_answers()
    question = checkin.in_question
    suggested = go(checkin, "closing").suggestion()
    finish(checkin)
    return question, suggested, start(house), shell(house)


@pytest.fixture
def _same_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each journal counts its own ids."""
    numbers: dict[Path, count[int]] = {}

    def counted(self: Journal) -> str:
        return str(UUID(int=next(numbers.setdefault(self.folder, count(1)))))

    monkeypatch.setattr(Journal, "new_id", counted)


@pytest.mark.usefixtures("_same_ids")
@pytest.mark.parametrize("who", WHO, ids=len)
@pytest.mark.parametrize("visibility", HIDDEN)
def test_nothing_that_is_hidden_shows_without_a_screen(
    tmp_path: Path, visibility: Visibility, who: Sequence[str]
) -> None:
    plain = home(tmp_path / "plain", [*open_to_both()])
    lows = home(tmp_path / "lows", [*open_to_both(), *hidden(visibility, who)])
    assert len(lows.journal.nights(Rating)) > len(plain.journal.nights(Rating))
    told = start(plain)
    assert all(told[:3])
    assert start(lows) == told
    assert shell(lows) == shell(plain)
    through = evening(plain, who, private=False)
    assert through[:2] == ("heard", "deep")
    assert evening(lows, who, private=True) == through
    for house in (plain, lows):
        assert isinstance(house.clock, TurnedClock)
        house.clock.turn(WEEK)
    assert start(House(lows.folders, lows.clock)) == start(House(plain.folders, plain.clock))


@pytest.mark.usefixtures("_same_ids")
async def test_nothing_that_is_hidden_shows_on_the_screen(tmp_path: Path) -> None:
    seen = []
    for name, more in (("plain", []), ("lows", [*hidden("sealed", (ANA,)), *hidden("private", (SAM,))])):
        house = home(tmp_path / name, [*open_to_both(), *more])
        async with opened(house) as pilot:
            pages = [words_on(pilot)]
            await pilot.press("w")
            await pilot.pause()
            pages.append(words_on(pilot))
            await pilot.press("enter")
            await pilot.pause()
            pages.append(words_on(pilot))
        seen.append(pages)
    assert seen[0] == seen[1]
    assert ["a look at your week" in page.lower() for page in seen[0]] == [True, True, False]
    assert "Check-in" in seen[0][2]
