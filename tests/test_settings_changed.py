"""Settings that are changed: what is typed for them, faults named by their lines, and names that change."""

from datetime import time
from pathlib import Path

import pytest

from ritual import settings
from ritual.core import dates
from ritual.core.clock import Clock
from ritual.core.errors import Refused, RitualError
from ritual.core.records import Note
from ritual.folders import Folders
from ritual.house import House
from ritual.settings import Settings

UNDERSTOOD: dict[str, tuple[dict[str, object], list[str]]] = {
    "minutes": ({"2": 2, "180": 180}, ["", "1", "181", "20.5", "many", "١٢x"]),
    "theme": ({"daylight": "daylight"}, []),
    "night_begins": ({"03:30": time(3, 30), "3:30:00": None, "00:00": time(0)}, ["", "4", "25:00", "late"]),
    "reduce_motion": ({"true": True, "false": False}, ["", "perhaps"]),
    "bell": ({"true": True}, ["", "ding"]),
    "hide_typing": ({"false": False}, [""]),
    "name": ({"Ana": "Ana", "": ""}, []),
    "hope": ({"1": 1, "7": 7}, ["", "0", "8", "often"]),
    "checkin_minutes": ({"15": 15, "60": 60}, ["14", "61", "an hour"]),
    "checkin_day": ({"friday": "friday"}, ["", "someday", "7"]),
    "evening_at": ({"21:05": time(21, 5)}, ["", "late", "21"]),
    "evening_days": ({"Friday, sunday,": ("friday", "sunday"), "": ()}, ["someday", "friday sunday"]),
    "checkin_at": ({"11:15": time(11, 15)}, ["24:00"]),
    "mouse": ({"false": False}, ["", "cat"]),
    "lang": ({"de": "de", "": ""}, ["fr", "Deutsch"]),
}


def test_what_is_typed_for_each_setting_is_understood_or_refused_in_one_line(folders: Folders) -> None:
    assert set(UNDERSTOOD) == set(Settings.__struct_fields__) - {"keys"}
    assert set(settings.WANTED) == set(Settings.__struct_fields__)
    for name, (taken, refused) in UNDERSTOOD.items():
        for typed, meant in taken.items():
            if meant is None:
                refused = [*refused, typed]
                continue
            assert settings.understood(name, typed) == meant, (name, typed)
            settings.save(folders, **{name: meant})
            found, problems = settings.load(folders, {})
            assert (getattr(found, name), problems) == (meant, []), (name, typed)
        for typed in refused:
            with pytest.raises(Refused) as fault:
                settings.understood(name, typed)
            assert str(fault.value) == f"It should be {settings.WANTED[name]}.", (name, typed)


def test_several_faults_are_named_by_their_lines_and_cost_only_themselves(folders: Folders) -> None:
    file = by_hand(
        folders, '# ours\nminutes = 30\n\nhope = "often"\nbell = true\n  checkin_day = 3\n[keys]\nbegin = 1\n'
    )
    before = file.read_bytes()
    found, problems = settings.load(folders, {})
    assert found == Settings(minutes=30, bell=True)
    assert [one.partition(" should be ")[0] for one in problems] == [
        "hope in line 4 of settings.toml",
        "checkin_day in line 6 of settings.toml",
        "keys in line 7 of settings.toml",
    ]
    assert file.read_bytes() == before


def test_a_file_that_is_no_toml_is_named_by_its_line(folders: Folders) -> None:
    by_hand(folders, "minutes = 30\nbell = perhaps\n")
    _, problems = settings.load(folders, {})
    one_sentence(problems, "line 2")
    assert "perhaps" not in problems[0]


def test_a_fault_in_one_setting_stays_when_another_is_changed(folders: Folders) -> None:
    file = by_hand(folders, 'minutes = "many"  # ours\n')
    settings.save(folders, bell=True)
    assert file.read_text() == 'minutes = "many"  # ours\nbell = true\n'


def test_a_broken_file_is_named_by_the_house_and_a_change_holds_until_the_end(folders: Folders, clock: Clock) -> None:
    file = by_hand(folders, "minutes = [\n")
    house = House(folders, clock)
    one_sentence(house.problems, "settings.toml")
    with pytest.raises(RitualError, match=r"It holds until ritual is closed\."):
        house.change(minutes=30)
    assert house.settings.minutes == 30
    assert file.read_text() == "minutes = [\n"


def test_a_new_name_leaves_who_wrote_what_and_who_sits_here(house: House) -> None:
    ana = house.people[0].id
    house.change(name="Ana")
    said = house.journal.keep(
        Note(id=house.journal.new_id(), at=house.clock.now(), night=house.night, by=ana, text="a line")
    )
    house.settle(("Anna", "Sam"))
    again = House(house.folders, house.clock)
    assert [one.name for one in again.people] == ["Anna", "Sam"]
    assert [one.by for one in again.journal.nights(Note)] == [ana] == [said.by]
    assert again.here is not None
    assert (again.here.id, again.settings.name) == (ana, "Anna")
    again.settle(("Anna", "Samuel"))
    assert House(house.folders, house.clock).settings.name == "Anna"


def by_hand(folders: Folders, content: str) -> Path:
    """What an editor leaves in settings.toml."""
    folders.config.mkdir(parents=True, exist_ok=True)
    folders.settings_file.write_text(content)
    return folders.settings_file


def one_sentence(problems: list[str], about: str) -> None:
    assert len(problems) == 1
    assert about in problems[0]
    assert "\n" not in problems[0]
    assert problems[0].endswith(".")


def test_a_day_may_be_typed_in_their_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        dates, "DAYS", ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    )
    assert settings.understood("checkin_day", "Samstag") == "saturday"
    assert settings.understood("evening_days", "freitag, sunday") == ("friday", "sunday")
