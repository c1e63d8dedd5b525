"""What the journal finds, and in which order."""

from datetime import date, datetime, timedelta

from ritual.core.records import Mark, Note, Topic
from ritual.folders import Folders
from ritual.journal import Journal
from tests.conftest import CET, EVENING
from tests.journal.conftest import NIGHT, again, note, path_of, session


def test_what_is_not_there_is_not_found(journal: Journal) -> None:
    journal.keep(note("one"))
    assert journal.get(Note, "two", NIGHT) is None
    assert journal.get(Note, "one", date(2026, 12, 1)) is None
    assert journal.get(Topic, "one", NIGHT) is None
    assert Journal(Folders.find(journal.folders.data / "nowhere")).nights(Note) == []


def test_looking_writes_nothing(journal: Journal) -> None:
    journal.nights(Note)
    journal.standing(Topic)
    journal.last_evenings(NIGHT)
    assert not journal.folders.data.parent.exists()


def test_what_stands_comes_oldest_first(journal: Journal) -> None:
    for key, minutes in (("late", 5), ("early", 1)):
        journal.keep(Topic(id=key, at=EVENING + timedelta(minutes=minutes), text=key))
    journal.keep(Mark(id="mark", at=EVENING, card="everyday-quiet-win"))
    gone = journal.keep(Topic(id="gone", at=EVENING, text="gone"))
    journal.remove(gone)
    assert [one.id for one in again(journal).standing(Topic)] == ["early", "late"]
    assert [one.id for one in again(journal).standing(Mark)] == ["mark"]


def test_nights_come_oldest_first_across_months(journal: Journal) -> None:
    nights = [date(2026, 2, 3), date(2025, 12, 31), date(2026, 1, 1)]
    for night in nights:
        journal.keep(note(str(night), night=night, at=datetime(night.year, night.month, night.day, 22, tzinfo=CET)))
    assert journal.months() == ["2025-12", "2026-01", "2026-02"]
    assert [one.night for one in journal.nights(Note)] == sorted(nights)
    assert [one.night for one in journal.nights(Note, ["2026-01"])] == [date(2026, 1, 1)]


def test_recent_is_this_month_and_the_one_before_also_across_the_years_end(journal: Journal) -> None:
    for night in (date(2025, 11, 30), date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 1)):
        journal.keep(note(str(night), night=night, at=datetime(night.year, night.month, night.day, 22, tzinfo=CET)))
    found = again(journal).recent(Note, date(2026, 1, 15))
    assert [str(one.night) for one in found] == ["2025-12-01", "2025-12-31", "2026-01-01"]


def test_recent_reads_no_older_month(journal: Journal) -> None:
    journal.keep(note("old", night=date(2026, 9, 1)))
    journal.keep(note("new"))
    path_of(journal, "2026-09").write_bytes(b"damaged")
    later = again(journal)
    assert [one.id for one in later.recent(Note, NIGHT)] == ["new"]
    assert later.problems == []


def test_the_last_evenings_look_further_back_only_where_none_was_kept_lately(journal: Journal) -> None:
    for night in (date(2025, 12, 5), date(2026, 3, 7), date(2026, 3, 8)):
        journal.keep(session(str(night), night))
    journal.keep(session("begun", NIGHT, "open"))
    assert [one.id for one in journal.last_evenings(NIGHT)] == ["2026-03-07", "2026-03-08", "begun"]
    journal.keep(session("kept", date(2026, 10, 1)))
    assert [one.id for one in journal.last_evenings(NIGHT)] == ["kept", "begun"]
