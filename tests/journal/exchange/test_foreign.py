"""The JSON of jrnl and of Day One, in the shapes they really have."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from time import tzset
from typing import Any

import pytest

from ritual.core.errors import RitualError
from ritual.core.nights import night_of
from ritual.core.records import Note
from ritual.journal.exchange import importing
from ritual.journal.exchange.foreign import notes

JRNL = {"title": "Rain.", "body": "We walked.", "date": "2019-06-01", "time": "21:00", "tags": ["@walk", "#wet"]} | {
    "starred": False
}
DAY_ONE = {
    "uuid": "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
    "creationDate": "2019-06-01T19:00:00Z",
    "modifiedDate": "2019-06-02T08:00:00Z",
    "timeZone": "Europe/Vienna",
    "text": "# Rain\n\nWe walked\\. It was good\\!",
    "tags": ["walk", "us two"],
    "starred": True,
    "location": {"latitude": 48.2, "longitude": 16.4, "placeName": "Prater"},
    "weather": {"temperatureCelsius": 14, "conditionsDescription": "Rain"},
    "photos": [{"identifier": "F00", "type": "jpeg"}],
    "isPinned": False,
    "duration": 0,
}


@pytest.fixture(autouse=True)
def _vienna(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The place where the one who imports is."""
    monkeypatch.setenv("TZ", "Europe/Vienna")
    tzset()
    yield
    monkeypatch.undo()
    tzset()


def read(*entries: dict[str, Any]) -> list[Note]:
    return notes(list(entries), "ana", night_of)


def one(entry: dict[str, Any], **other: Any) -> Note:
    (found,) = read(entry | other)
    return found


def opened(content: bytes) -> list[Note]:
    parcel = importing.opened(content)
    assert not parcel.ours
    return read(*parcel.entries)


def archive(files: dict[str, object], says: int | None = None) -> bytes:
    """An archive with these files; each `says` that it is so large."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, json.dumps(content))
        for info in made.filelist:
            info.file_size = info.file_size if says is None else says
    return packed.getvalue()


def test_an_entry_of_jrnl_is_a_note() -> None:
    found = one(JRNL)
    assert found.at.isoformat() == "2019-06-01T21:00:00+02:00"
    assert (found.by, found.text, found.tags) == ("ana", "Rain.\nWe walked.", ["walk", "wet"])
    assert str(found.night) == "2019-06-01"
    assert found.versions == {}


@pytest.mark.parametrize(
    ("day", "time", "night"),
    [
        ("2019-06-02", "03:59", "2019-06-01"),
        ("2019-06-02", "04:00", "2019-06-02"),
        ("2020-01-01", "00:10", "2019-12-31"),
        ("2020-03-29", "02:30", "2020-03-28"),
    ],
)
def test_a_night_ends_at_four(day: str, time: str, night: str) -> None:
    assert str(one(JRNL, date=day, time=time).night) == night


def test_an_entry_of_day_one_is_a_note_at_the_clock_of_its_place() -> None:
    found = one(DAY_ONE)
    assert found.at.isoformat() == "2019-06-01T21:00:00+02:00"
    assert (found.text, found.tags) == ("# Rain\n\nWe walked. It was good!", ["walk", "us two"])


@pytest.mark.parametrize(
    ("zone", "created", "at", "night"),
    [
        ("America/Los_Angeles", "2019-06-02T06:30:00Z", "2019-06-01T23:30:00-07:00", "2019-06-01"),
        ("Asia/Tokyo", "2019-06-01T18:00:00Z", "2019-06-02T03:00:00+09:00", "2019-06-01"),
        ("Asia/Tokyo", "2019-06-01T19:00:00Z", "2019-06-02T04:00:00+09:00", "2019-06-02"),
        ("Europe/Vienna", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("Middle/Earth", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("../../etc/passwd", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("Europe", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("\0", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("GMT+0200", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("", "2019-12-01T19:00:00Z", "2019-12-01T20:00:00+01:00", "2019-12-01"),
        ("Europe/Vienna", "1850-06-01T19:00:00Z", "1850-06-01T20:05:00+01:05", "1850-06-01"),
    ],
)
def test_places_have_their_own_time(zone: str, created: str, at: str, night: str) -> None:
    found = one(DAY_ONE, timeZone=zone, creationDate=created)
    assert (found.at.isoformat(), str(found.night)) == (at, night)
    assert found.at.utcoffset() == timedelta(minutes=round((found.at.utcoffset() or timedelta()).total_seconds() / 60))


def test_pictures_stay_behind_and_what_has_no_words_is_left_out() -> None:
    picture = "![](dayone-moment://F00)"
    assert one(DAY_ONE, text=f"{picture}\n\nRain ![](dayone-moment:/video/F01)").text == "Rain"
    assert (
        read(DAY_ONE | {"text": picture}, {"creationDate": "2019-06-01T19:00:00Z"}, JRNL | {"title": "", "body": " "})
        == []
    )


def test_control_characters_are_left_out_and_line_ends_are_ours() -> None:
    assert one(JRNL, title="a\x1b[2Jb\0", body="c\r\nd\re").text == "a[2Jb\nc\nd\ne"
    assert one(JRNL, tags=["@a\x1bb", "@", ""]).tags == ["ab"]


def test_the_same_entry_is_the_same_note_and_another_one_another() -> None:
    assert len(read(JRNL, JRNL, DAY_ONE, DAY_ONE)) == 2
    assert one(JRNL).id == one(JRNL, starred=True, tags=[]).id
    assert one(JRNL).id != one(JRNL, body="We ran.").id
    assert one(DAY_ONE).id == one(DAY_ONE, text="Rain, edited later").id
    assert one(DAY_ONE).id != one(DAY_ONE, uuid="another").id
    without = {name: value for name, value in DAY_ONE.items() if name != "uuid"}
    assert one(without).id == one(without).id != one(without, text="another").id


@pytest.mark.parametrize(
    "entry",
    [
        None,
        5,
        [],
        {},
        {"title": "no date"},
        JRNL | {"title": 5},
        JRNL | {"tags": "walk"},
        JRNL | {"date": "2019-13-01"},
        JRNL | {"time": "25:00"},
        JRNL | {"date": "0001-01-01"},
        JRNL | {"date": ""},
        DAY_ONE | {"creationDate": 5},
        DAY_ONE | {"creationDate": "yesterday"},
        DAY_ONE | {"creationDate": "0001-01-01T00:00:00Z", "timeZone": "America/New_York"},
        DAY_ONE | {"creationDate": "9999-12-31T23:59:59Z", "timeZone": "Asia/Tokyo"},
        DAY_ONE | {"text": ["Rain"]},
        DAY_ONE | {"tags": [5]},
    ],
    ids=lambda entry: str(entry)[:40],
)
def test_what_cannot_be_read_is_named_with_its_path(entry: Any) -> None:
    with pytest.raises(RitualError, match=r"^entries\[1\].*Nothing was imported\.$") as fault:
        notes([JRNL, entry], None, night_of)
    assert len(str(fault.value).splitlines()) == 1


def test_the_file_of_jrnl_is_known() -> None:
    assert [found.text for found in opened(json.dumps({"tags": {"@walk": 1}, "entries": [JRNL]}).encode())] == [
        "Rain.\nWe walked."
    ]


def test_the_archive_of_day_one_is_known() -> None:
    journal = {"metadata": {"version": "1.0"}, "entries": [DAY_ONE]}
    other = {"metadata": {"version": "1.0"}, "entries": [DAY_ONE | {"uuid": "other", "text": "Snow"}]}
    found = opened(archive({"Journal.json": journal, "Dreams.json": other, "photos/F00.jpeg": "x"}))
    assert {note.text for note in found} == {"# Rain\n\nWe walked. It was good!", "Snow"}


def test_a_folder_that_was_packed_again_is_known_too() -> None:
    files: dict[str, object] = {"__MACOSX/Export/._Journal.json": "x", "Export/.hidden.json": "x", "Export/": ""}
    assert len(opened(archive(files | {"Export/Journal.json": {"entries": [DAY_ONE]}}))) == 1


def test_an_archive_of_something_else_is_refused() -> None:
    others: list[dict[str, object]] = [{}, {"a.txt": "x"}, {"a.json": 5}, {"a.json": {"entries": 5}}]
    for files in others:
        with pytest.raises(RitualError, match="no export"):
            importing.opened(archive(files))
    with pytest.raises(RitualError, match="This is a backup"):
        importing.opened(archive({"contents.json": {}}))


def test_an_archive_that_would_not_fit_into_memory_is_refused() -> None:
    with pytest.raises(RitualError, match="no export"):
        importing.opened(archive({"Journal.json": {"entries": []}}, says=2**31))


def test_a_damaged_archive_is_refused() -> None:
    content = archive({"Journal.json": {"entries": [DAY_ONE] * 100}})
    for number in range(0, len(content), 7):
        damaged = content[:number] + bytes([content[number] ^ 0x55]) + content[number + 1 :]
        with suppress(RitualError):
            assert len(importing.opened(damaged).entries) == 100
