"""A month with twelve entries, and whatever can happen to its bytes."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from ritual.core.records import Appreciation, Note, Record, Session
from ritual.folders import Folders
from ritual.journal import Journal
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, path_of, session

_LINE = re.compile(rb'^"([^"\n]+)":(\{"id":.*\}),?$', re.MULTILINE)
_WORDS = (
    "für dich ♥",
    'you said "go on"',
    "first\nsecond\n}\n",
    '{"id":"one","text":"no entry"}',
    "愛 \u2028 \\",
    "so",
)
STRUCTURE = b'{}[]":,\n \\'


Place = tuple[str, str]
Records = dict[Place, Record]


class Month(NamedTuple):
    """A month file as it should be, and what is in it."""

    journal: Journal
    path: Path
    content: bytes
    records: Records

    @property
    def former(self) -> Path:
        """Where its former state lies."""
        return self.path.with_name(self.path.name + ".bak")

    @property
    def set_aside(self) -> list[bytes]:
        """What lies in the quarantine."""
        return [one.read_bytes() for one in self.journal.shelf.quarantine.all()]

    def spared(self, damage: "Damage") -> Records:
        """What must be there whatever became of the rest."""
        spans = {one[1].decode(): one.span(2) for one in _LINE.finditer(self.content)}
        return {place: record for place, record in self.records.items() if damage.spares(spans[place[1]])}

    def damage(self, content: bytes, former: bytes | None = None) -> Journal:
        """Put `content` in place of the file, and `former` beside it; the journal as the next start has it."""
        self.journal.shelf.quarantine.empty()
        for one in self.path.parent.iterdir():
            one.unlink()
        self.path.write_bytes(content)
        if former is not None:
            self.former.write_bytes(former)
        return again(self.journal)


class Damage(NamedTuple):
    """What became of the bytes, and which of them were touched."""

    content: bytes
    touched: tuple[tuple[int, int], ...]

    def spares(self, span: tuple[int, int]) -> bool:
        """Whether nothing between these two places was touched."""
        start, end = span
        return not any(first < end and last > start for first, last in self.touched)


def month(home: Path) -> Month:
    """Twelve entries in three tables."""
    journal = Journal(Folders.find(home), TurnedClock())
    for number, words in enumerate(_WORDS[:5]):
        journal.keep(Note(id=f"note-{number}", at=EVENING, night=NIGHT, by="ana", text=words))
    for number, words in enumerate(_WORDS[:4]):
        journal.keep(Appreciation(id=f"thanks-{number}", at=EVENING, night=NIGHT, by="sam", to="ana", text=words))
    for number in range(3):
        journal.keep(session(f"evening-{number}", NIGHT))
    journal.keep(Note(id="note-0", at=EVENING, night=NIGHT, by="ana", text="für dich, changed"))
    path = path_of(journal)
    return Month(journal, path, path.read_bytes(), records(journal))


def records(journal: Journal) -> Records:
    """Everything there is."""
    kinds: tuple[type[Record], ...] = (Note, Appreciation, Session)
    return {(kind.kind(), one.id): one for kind in kinds for one in journal.everything(kind)}


def _places(content: bytes) -> st.SearchStrategy[int]:
    """Places in the file, half of them near the ends of lines and in the head."""
    edges = [at + by for at, one in enumerate(content) if one == 10 for by in range(-3, 40)]
    near = [0, *(one for one in edges if 0 <= one < len(content))]
    return st.integers(0, len(content) - 1) | st.sampled_from(near)


def _replaced(content: bytes, start: int, end: int, by: bytes) -> Damage:
    return Damage(content[:start] + by + content[end:], ((start, end),))


@st.composite
def _cut(draw: st.DrawFn, content: bytes) -> Damage:
    return _replaced(content, draw(_places(content)), len(content), b"")


@st.composite
def _flipped(draw: st.DrawFn, content: bytes) -> Damage:
    at = draw(_places(content))
    return _replaced(content, at, at + 1, bytes([content[at] ^ 1 << draw(st.integers(0, 7))]))


@st.composite
def _not_utf8(draw: st.DrawFn, content: bytes) -> Damage:
    at = draw(_places(content))
    by = draw(st.sampled_from([b"\xff", b"\xc3", b"\x80", b"\xed\xa0\x80", b"\xf0\x9f"]))
    return _replaced(content, at, at + draw(st.integers(0, 1)), by)


@st.composite
def _block(draw: st.DrawFn, content: bytes) -> tuple[int, int]:
    start = draw(_places(content))
    return start, min(len(content), start + draw(st.integers(1, 8) | st.integers(1, 600)))


@st.composite
def _zeroed(draw: st.DrawFn, content: bytes) -> Damage:
    start, end = draw(_block(content))
    return _replaced(content, start, end, b"\0" * (end - start))


@st.composite
def _taken_out(draw: st.DrawFn, content: bytes) -> Damage:
    return _replaced(content, *draw(_block(content)), b"")


@st.composite
def _overwritten(draw: st.DrawFn, content: bytes) -> Damage:
    start, end = draw(_block(content))
    return _replaced(content, start, end, draw(st.binary(min_size=end - start, max_size=end - start)))


@st.composite
def _inserted(draw: st.DrawFn, content: bytes) -> Damage:
    at = draw(_places(content))
    structure = st.lists(st.sampled_from(STRUCTURE), min_size=1, max_size=3).map(bytes)
    return _replaced(content, at, at, draw(structure | st.binary(min_size=1, max_size=30)))


@st.composite
def _swapped(draw: st.DrawFn, content: bytes) -> Damage:
    a, b, c, d = sorted(draw(st.lists(_places(content), min_size=4, max_size=4, unique=True)))
    if draw(st.booleans()):
        a, c = max(a, b - 40), max(b, d - 40)
    return Damage(content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:], ((a, b), (c, d)))


@st.composite
def _line(draw: st.DrawFn, content: bytes) -> tuple[int, int]:
    """The place of one whole line."""
    starts = [0, *(at + 1 for at, one in enumerate(content) if one == 10)]
    start, end = draw(st.sampled_from(list(pairwise(starts))))
    return start, end


@st.composite
def _line_twice(draw: st.DrawFn, content: bytes) -> Damage:
    (start, end), (at, _) = draw(_line(content)), draw(_line(content))
    return _replaced(content, at, at, content[start:end])


@st.composite
def _line_deleted(draw: st.DrawFn, content: bytes) -> Damage:
    return _replaced(content, *draw(_line(content)), b"")


@st.composite
def _lines_swapped(draw: st.DrawFn, content: bytes) -> Damage:
    (a, b), (c, d) = sorted((draw(_line(content)), draw(_line(content))))
    return Damage(content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:], ())


@st.composite
def _key_of_another(draw: st.DrawFn, content: bytes) -> Damage:
    one, other = (draw(st.sampled_from(list(_LINE.finditer(content)))) for _ in range(2))
    return _replaced(content, *one.span(1), other[1])


@st.composite
def _id_of_another(draw: st.DrawFn, content: bytes) -> Damage:
    one, other = (draw(st.sampled_from(list(_LINE.finditer(content)))) for _ in range(2))
    start = one.start(2) + len(b'{"id":"')
    return _replaced(content, start, start + len(one[1]), other[1])


DAMAGES: dict[str, Callable[[bytes], st.SearchStrategy[Damage]]] = {
    "cut off": _cut,
    "a bit flipped": _flipped,
    "not UTF-8": _not_utf8,
    "zeroed": _zeroed,
    "taken out": _taken_out,
    "overwritten": _overwritten,
    "inserted": _inserted,
    "swapped": _swapped,
    "a line twice": _line_twice,
    "a line deleted": _line_deleted,
    "lines swapped": _lines_swapped,
    "the key of another": _key_of_another,
    "the id of another": _id_of_another,
}
