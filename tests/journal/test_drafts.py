"""Unfinished words on this machine."""

import os
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from ritual.core.records import KINDS
from ritual.folders import Folders
from ritual.journal import Draft, DraftKind, Drafts
from tests.conftest import EVENING


@pytest.fixture
def drafts(folders: Folders) -> Drafts:
    return Drafts(folders)


def draft(key: str, text: str = "I wanted to s", minutes: int = 0) -> Draft:
    at = EVENING + timedelta(minutes=minutes)
    return Draft(id=key, kind="note", by="ana", night=date(2026, 11, 22), at=at, text=text, about="session", to="sam")


def test_a_draft_comes_back_as_it_was_saved(drafts: Drafts, folders: Folders) -> None:
    drafts.save(draft("one", "für dich ♥\nund "))
    assert Drafts(folders).get("one") == draft("one", "für dich ♥\nund ")


def test_saving_again_replaces_the_draft(drafts: Drafts) -> None:
    drafts.save(draft("one", "I"))
    drafts.save(draft("one", "I am"))
    assert drafts.all() == [draft("one", "I am")]


def test_all_drafts_come_oldest_first(drafts: Drafts) -> None:
    assert drafts.all() == []
    for key, minutes in (("b", 2), ("c", 1), ("a", 3)):
        drafts.save(draft(key, minutes=minutes))
    assert [one.id for one in drafts.all()] == ["c", "b", "a"]


def test_a_cleared_draft_is_gone_from_the_disk(drafts: Drafts) -> None:
    drafts.save(draft("one"))
    drafts.save(draft("two"))
    drafts.clear("one")
    drafts.clear("one")
    drafts.clear("never saved")
    assert drafts.get("one") is None
    assert drafts.all() == [draft("two")]
    assert [one.name for one in drafts.folder.iterdir()] == ["two.json"]


def test_a_draft_is_readable_by_its_owner_only(drafts: Drafts, folders: Folders) -> None:
    os.umask(0)
    drafts.save(draft("one"))
    drafts.save(draft("one", "more words"))
    assert [one.stat().st_mode & 0o777 for one in drafts.folder.iterdir()] == [0o600]
    assert [one.stat().st_mode & 0o777 for one in (drafts.folder, folders.state)] == [0o700, 0o700]


def test_a_save_that_fails_leaves_the_draft_that_was(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.save(draft("one", "the words so far"))

    def fail(_: Path, __: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="Input/output error"):
        drafts.save(draft("one", "the words so far, and more"))
    assert drafts.get("one") == draft("one", "the words so far")
    assert [one.name for one in drafts.folder.iterdir()] == ["one.json"]


@pytest.mark.parametrize(
    "damaged", [b"", b'{"id":"bad","kind":"no', b"\xff\xfe\x00", b"[]", b'{"id":"bad"}', b'{"id":"bad","text":"\xff"}']
)
def test_a_damaged_draft_is_passed_over_and_left(drafts: Drafts, damaged: bytes) -> None:
    drafts.save(draft("good"))
    file = drafts.folder / "bad.json"
    file.write_bytes(damaged)
    assert drafts.all() == [draft("good")]
    assert drafts.get("bad") is None
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("kind", ["session", "rating", "write", "dream", ""])
def test_a_draft_of_a_kind_that_is_not_written_is_passed_over_and_left(drafts: Drafts, kind: str) -> None:
    drafts.save(draft("good"))
    drafts.save(draft("bad"))
    file = drafts.folder / "bad.json"
    damaged = file.read_bytes().replace(b'"kind":"note"', f'"kind":"{kind}"'.encode())
    file.write_bytes(damaged)
    assert f'"kind":"{kind}"'.encode() in damaged
    assert drafts.all() == [draft("good")]
    assert drafts.get("bad") is None
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("kind", get_args(DraftKind))
def test_a_draft_of_each_kind_that_is_written_comes_back(drafts: Drafts, kind: DraftKind) -> None:
    drafts.save(replace(draft("one"), kind=kind))
    assert [one.kind for one in drafts.all()] == [kind]
    assert KINDS[kind].kind() == kind


@pytest.mark.parametrize(
    ("typed", "saved"), [("half \ud800 a", "half ? a"), ("\udfff", "?"), ("♥\ud83d", "♥?"), ("whole 😀", "whole 😀")]
)
def test_half_a_sign_is_saved_as_a_question_mark(drafts: Drafts, folders: Folders, typed: str, saved: str) -> None:
    drafts.save(draft("one", typed))
    assert Drafts(folders).all() == [draft("one", saved)]


def test_what_else_lies_in_the_folder_is_no_draft(drafts: Drafts) -> None:
    drafts.save(draft("one"))
    (drafts.folder / ".two.json.123.tmp").write_bytes((drafts.folder / "one.json").read_bytes())
    (drafts.folder / "folder.json").mkdir()
    assert drafts.all() == [draft("one")]
