"""Whatever happens to the bytes of a month, nobody is shown what was sealed or private in it."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ritual.core.records import KINDS, Answer, Visibility
from ritual.journal import Draft, Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.mending import accept, repair
from ritual.journal.reading import understood
from tests.cli.conftest import run
from tests.conftest import EVENING
from tests.journal.conftest import NIGHT, again, path_of

WORDS = {"sealed": "zebra finches", "private": "quokka island"}
PARTS = [part for words in WORDS.values() for part in words.split()]


@pytest.fixture
def covered(journal: Journal) -> Journal:
    """A month with a sealed and a private answer."""
    kinds: tuple[Visibility, ...] = ("sealed", "private")
    for one in kinds:
        journal.keep(
            Answer(id=one, at=EVENING, night=NIGHT, by=one, about="d", visibility=one, text=f"{WORDS[one]}, before")
        )
        journal.keep(Answer(id=one, at=EVENING, night=NIGHT, by=one, about="d", visibility=one, text=WORDS[one]))
    return journal


def shown(content: bytes) -> Iterator[str]:
    """What both may read of these bytes, and what is said of what cannot be read."""
    for table, documents in understood(content).raw.items():
        for raw in documents.values() if table in KINDS else ():
            try:
                record = msgspec.json.decode(raw, type=KINDS[table])
            except msgspec.ValidationError as fault:
                yield str(fault)
            else:
                yield str(record) if record.visibility == "shared" else ""


def tells(texts: Iterator[str]) -> bool:
    return any(part in text for text in texts for part in PARTS)


def test_no_flipped_bit_uncovers_anything(covered: Journal) -> None:
    content = path_of(covered).read_bytes()
    told = [
        (at, bit)
        for at in range(content.index(b'"answer"'), len(content))
        for bit in range(8)
        if tells(shown(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]))
    ]
    assert told == []


@pytest.mark.parametrize("lost", [b'"visibility":"sealed",', b'"visibility":"private",', b'":"sealed","versions'])
def test_what_lost_its_cover_stays_covered_also_when_it_is_mended(covered: Journal, lost: bytes) -> None:
    path = path_of(covered)
    content = path.read_bytes()
    assert content.count(lost) == 1
    path.write_bytes(content.replace(lost, b""))
    path.with_name(path.name + ".bak").unlink()
    for mend in (repair, accept):
        journal = again(covered)
        assert {one.visibility for one in journal.nights(Answer)} <= {"sealed", "private"}
        mend(Doctor(journal, Drafts(journal.folders)))
    assert {one.visibility for one in again(covered).nights(Answer)} <= {"sealed", "private"}


def test_what_was_written_by_hand_is_for_both_as_the_format_says(covered: Journal) -> None:
    path = path_of(covered)
    new = b'"answer":{\n"new":{"id":"new","at":"2026-11-22T21:30:00+01:00","night":"2026-11-22","text":"by hand"},'
    path.write_bytes(path.read_bytes().replace(b'"answer":{', new))
    assert [one.text for one in again(covered).nights(Answer) if one.visibility == "shared"] == ["by hand"]


def damages(content: bytes) -> Iterator[bytes]:
    chance = random.Random(7)
    for at in chance.sample(range(content.index(b'"answer"'), len(content)), 4):
        yield content[:at]
        yield content[:at] + b"\0" * 40 + content[at + 40 :]
        yield content[: at - 9] + content[at:]
    yield content.replace(b'"visibility":"sealed"', b'"visibility":"for Sam"')
    yield b""


def test_no_command_tells_of_what_is_covered_in_a_damaged_month(covered: Journal) -> None:
    gone = Answer(id="gone", at=EVENING, night=NIGHT, by="a", visibility="sealed", text=WORDS["sealed"])
    covered.remove(covered.keep(gone))
    path, folders = path_of(covered), covered.folders
    drafts = Drafts(folders)
    draft = Draft(id="draft", kind="answer", by="a", night=NIGHT, at=EVENING, text=WORDS["sealed"], visibility="sealed")
    content = path.read_bytes()
    asked = (("list",), ("list", "--json"), ("export",), ("bin",), ("doctor",))
    for number, damaged in enumerate(damages(content)):
        drafts.save(draft)
        (drafts.folder / "half.json").write_bytes(msgspec.json.encode(draft)[:-20])
        path.write_bytes(damaged)
        Path(f"{path}.bak").unlink(missing_ok=True)
        for words in (*asked, ("doctor", "--repair"), *asked, ("doctor", "--accept"), *asked):
            done = run(folders, *words)
            said = done.stdout + done.stderr
            assert not any(part in said for part in PARTS), (number, words)
            assert done.exit_code in (0, 1)
            assert done.exception is None or isinstance(done.exception, SystemExit)
