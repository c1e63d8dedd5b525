"""What the line is made of: always what the journal says, and read from it only when that has changed."""

import shutil
import stat
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from ritual.core.records import Checkin, Leg, Occasion, Pause, Record
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Journal
from ritual.reminders import known, nudge
from ritual.reminders.facts import remember
from tests.conftest import EVENING, TurnedClock
from tests.reminders.conftest import TONIGHT, evening, in_days, occasion
from tests.reminders.test_nudge import CHECKIN_LINE, EVENING_LINE

Said = Callable[[], str | None]


@pytest.fixture
def said(house: House) -> Said:
    """The line that a login shell would show now, in a house where the check-in has been."""
    house.journal.keep(checkin(TONIGHT))
    return lambda: nudge.said(house.folders, house.clock.now())


def checkin(night: date) -> Checkin:
    legs = [Leg(step="rate", planned=60, seconds=60)]
    return Checkin(id=f"checkin {night}", at=EVENING - timedelta(days=1), night=night, legs=legs, state="kept")


def file(folders: Folders) -> Path:
    return folders.state / known.FILE


def test_what_is_kept_counts_at_once(house: House, said: Said) -> None:
    assert said() == EVENING_LINE
    kept = house.journal.keep(evening(TONIGHT))
    assert said() is None
    house.journal.remove(kept)
    assert said() == EVENING_LINE
    rest = house.journal.keep(Pause(id="rest", at=EVENING, since=TONIGHT))
    assert said() is None
    house.journal.keep(replace(rest, last=in_days(-1)))
    assert said() == EVENING_LINE
    met = house.journal.keep(occasion("met", date(2019, 11, 23), "FREQ=YEARLY"))
    assert said() == f"{EVENING_LINE} Tomorrow is a day of yours."
    house.journal.keep(replace(met, visibility="private"))
    assert said() == EVENING_LINE
    house.journal.remove(house.journal.keep(checkin(TONIGHT)))
    assert said() == f"{EVENING_LINE} {CHECKIN_LINE}"


def test_an_evening_that_goes_on_counts_at_once(house: House, said: Said) -> None:
    open_now = house.journal.keep(evening(TONIGHT, "open", at=EVENING - timedelta(minutes=15)))
    assert said() is None
    house.journal.keep(replace(open_now, state="resting"))
    assert said() is None


def test_what_another_device_wrote_counts_at_once(house: House, said: Said, tmp_path: Path, clock: TurnedClock) -> None:
    assert said() == EVENING_LINE
    theirs = House(Folders.find(tmp_path / "theirs"), clock)
    theirs.journal.keep(evening(TONIGHT))
    shutil.copytree(theirs.journal.shelf.own, house.journal.folder / theirs.journal.device)
    assert said() is None
    shutil.rmtree(house.journal.folder / theirs.journal.device)
    assert said() == EVENING_LINE


def test_the_journal_is_read_once_and_not_again(house: House, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said() == EVENING_LINE
    monkeypatch.setattr(nudge, "_taken_anew", lambda *_: pytest.fail("the journal was opened"))
    assert said() == EVENING_LINE
    house.change(evening_days=("monday",))
    assert said() is None


def test_a_new_month_and_a_new_night_need_no_look(
    house: House, said: Said, clock: TurnedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.journal.keep(evening(TONIGHT))
    assert said() is None
    monkeypatch.setattr(nudge, "_taken_anew", lambda *_: pytest.fail("the journal was opened"))
    for _ in range(14):
        clock.turn(24 * 60 * 60)
        assert (said() or "").startswith(EVENING_LINE)


def test_after_two_months_away_it_looks_again(house: House, said: Said, clock: TurnedClock) -> None:
    house.journal.keep(occasion("met", date(2019, 3, 1), "FREQ=YEARLY"))
    assert said() == EVENING_LINE
    clock.turn(95 * 24 * 60 * 60)
    assert said() == f"{EVENING_LINE} Monday 1 March is a day of yours."


def test_an_evening_in_the_new_month_counts_at_once(house: House, said: Said, clock: TurnedClock) -> None:
    assert said() == EVENING_LINE
    clock.turn(10 * 24 * 60 * 60)
    assert said() == EVENING_LINE
    house.journal.keep(evening(house.night))
    assert said() is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"seen": 3}', b"\xff\x00", b"null"])
def test_a_damaged_file_is_made_anew(house: House, said: Said, content: bytes) -> None:
    said()
    file(house.folders).write_bytes(content)
    assert said() == EVENING_LINE
    assert known.known(house.folders, TONIGHT) is not None


def test_a_file_that_cannot_be_written_costs_nothing(house: House, said: Said) -> None:
    file(house.folders).mkdir()
    assert said() == EVENING_LINE


def test_a_journal_that_cannot_be_read_means_silence(house: House, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise PermissionError(13, "closed")

    monkeypatch.setattr(Journal, "nights", closed)
    assert said() is None


def test_where_nobody_lives_there_is_silence_and_nothing_is_made(folders: Folders) -> None:
    assert nudge.said(folders, EVENING) is None
    assert not folders.data.parent.exists()


def test_it_is_private_and_holds_no_word_of_theirs(house: House) -> None:
    theirs: list[Record] = [
        occasion("Mira's birthday", in_days(3), by=house.people[0].id),
        occasion("a surprise", in_days(4), visibility="sealed"),
        evening(TONIGHT),
    ]
    for one in theirs:
        house.journal.keep(one)
    facts = remember(house.journal, TONIGHT)
    assert stat.S_IMODE(file(house.folders).stat().st_mode) == 0o600
    content = file(house.folders).read_text()
    for words in ("Mira", "surprise", "Ana", *(one.id for one in house.people), f"{in_days(4)}"):
        assert words not in content
    assert facts.occasions == [in_days(3)]


def test_a_rule_that_is_none_and_days_without_end_are_no_fault(house: House, said: Said) -> None:
    house.journal.keep(Occasion(id="x", at=EVENING, name="x", day=date(1, 1, 1), rule="FREQ=DAILY"))
    house.journal.keep(Occasion(id="y", at=EVENING, name="y", day=date.max, rule="FREQ=SOON"))
    assert said() == f"{EVENING_LINE} Today is a day of yours."
    assert len(remember(house.journal, TONIGHT).occasions) == 61
