"""The year of a couple that never was."""

import json
import os
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from ritual.cli import main, opening
from ritual.core.nights import night_of
from ritual.core.records import KINDS, OF_A_NIGHT, STANDING, Card, Pause, Record, Suggestion
from ritual.core.rhythm import unfinished
from ritual.demo import DAYS, furnish
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import run
from tests.conftest import EVENING, TurnedClock


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A year, made once for all of these tests; they only read."""
    house = House(Folders.find(tmp_path_factory.mktemp("demo")), TurnedClock())
    furnish(house, Random(7))
    return house


def everything(house: House) -> dict[str, Record]:
    """All records on the disk, but for what each machine says of its own."""
    journal = House(house.folders, house.clock).journal
    found = [one for kind in OF_A_NIGHT for one in journal.nights(kind)]
    return {one.id: one for one in [*found, *(one for kind in STANDING for one in journal.standing(kind))]}


def test_it_is_sound_and_can_be_listed_and_taken_out(year: House) -> None:
    told = run(year.folders, "doctor")
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.startswith("All is well: ")
    listed = json.loads(run(year.folders, "list", "--json").stdout)
    assert len(listed) > 500
    assert {one["by"] for one in listed if one["kind"] == "appreciation"} == {"Robin", "Kim"}
    for form in ("json", "markdown", "html"):
        taken = run(year.folders, "export", "--format", form)
        assert (taken.exit_code, taken.stderr) == (0, ""), form
        assert "Robin" in taken.stdout, form


def test_it_has_something_of_nearly_every_kind_and_ends_last_night(year: House) -> None:
    found = everything(year)
    assert {type(one) for one in found.values()} == set(KINDS.values()) - {Card, Pause, Suggestion}
    nights = {one.night for one in found.values() if one.night}
    assert max(nights) <= year.night - timedelta(days=1)
    assert min(nights) >= year.night - timedelta(days=DAYS)
    assert len({f"{night:%Y-%m}" for night in nights}) >= 12
    assert all(one.night in (None, night_of(one.at)) for one in found.values())
    assert unfinished(year.sessions) is None


def test_all_that_is_about_something_leads_to_it(year: House) -> None:
    found = everything(year)
    people = {one.id for one in year.people}
    assert [one for one in found.values() if one.about is not None and one.about not in found] == []
    assert {one.by for one in found.values()} == {*people, None}
    assert all(year.cards.get(one.card) for one in found.values() if hasattr(one, "card"))


def test_the_same_chance_makes_the_same_year(year: House, folders: Folders) -> None:
    again = House(folders, TurnedClock())
    furnish(again, Random(7))
    assert _told(again) == _told(year)


def test_another_chance_makes_another_one_on_any_day(folders: Folders, tmp_path: Path, year: House) -> None:
    leap = TurnedClock(EVENING.replace(year=2028, month=2, day=29))
    other = House(folders, leap)
    furnish(other, Random(8))
    assert other.night == date(2028, 2, 29)
    assert run(folders, "doctor").exit_code == 0
    assert _told(other) != _told(year)


def test_the_command_touches_nothing_of_theirs_and_leaves_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[Path] = []

    def look(at: str) -> None:
        folders = Folders.find()
        seen.append(folders.data)
        assert at == "home"
        assert len(House(folders).people) == 2
        raise SystemExit(0)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(opening, "open_app", look)
    monkeypatch.setattr(opening, "_needs_terminal", lambda: None)
    monkeypatch.setenv("RITUAL_HOME", os.devnull)
    before = {one: one.read_bytes() for one in house.folders.data.rglob("*") if one.is_file()}
    done = CliRunner().invoke(main, ["--home", str(house.folders.data.parent), "demo"], prog_name="ritual")
    assert (done.exit_code, done.output) == (0, "")
    (folder,) = seen
    assert house.folders.data.parent not in folder.parents
    assert not folder.parent.exists()
    assert {one: one.read_bytes() for one in house.folders.data.rglob("*") if one.is_file()} == before


def test_without_a_terminal_nothing_is_made(house: House) -> None:
    done = run(house.folders, "demo")
    assert done.exit_code == 2
    assert "terminal" in done.stderr


def _told(house: House) -> set[tuple[object, ...]]:
    """What the records say, without what only belongs to a machine."""
    return {
        (one.id, one.at, one.night, one.by, one.about, repr(getattr(one, "text", None)))
        for one in everything(house).values()
    }
