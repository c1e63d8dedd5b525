"""Looking after the journal: what is not as it should be, in plain sentences."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from ritual.core.dates import in_full
from ritual.core.records import KINDS, Record
from ritual.journal.catalogue import month_of
from ritual.journal.codec import from_document, is_record
from ritual.journal.drafts import Drafts
from ritual.journal.format import Place, is_sound
from ritual.journal.journal import Journal
from ritual.journal.reading import OUTSIDE, Reading, former_of, understood
from ritual.language import _, ngettext

Cure = Literal["repair", "accept", "elsewhere"]

ONE = {
    "session": _("a session"),
    "draw": _("a draw"),
    "checkin": _("a checkin"),
    "appreciation": _("an appreciation"),
    "reply": _("a reply"),
    "answer": _("an answer"),
    "rating": _("a rating"),
    "feeling": _("a feeling"),
    "note": _("a note"),
    "person": _("a person"),
    "couple": _("a couple"),
    "occasion": _("an occasion"),
    "topic": _("a topic"),
    "wish": _("a wish"),
    "goal": _("a goal"),
    "card": _("a card"),
    "mark": _("a mark"),
    "pause": _("a pause"),
    "suggestion": _("a suggestion"),
}
"""Each kind of record, as one says it of one of them."""


class Finding(NamedTuple):
    """Something that is not as it should be."""

    sentence: str
    cure: Cure
    """What helps: `--repair`; `--accept` where it may have been meant so; or something that the sentence says."""


class Doctor:
    """Examines every file of the journal."""

    def __init__(self, journal: Journal, drafts: Drafts) -> None:
        self.journal = journal
        self.drafts = drafts
        self.entries = 0
        """How many documents were found sound."""

    def examine(self) -> list[Finding]:
        """All that is not as it should be."""
        self.journal.forget()
        self.entries = 0
        shelf = self.journal.shelf
        findings = [one for path in shelf.all_paths() for one in self._of_file(path)]
        findings += [Finding(sentence, "elsewhere") for sentence in shelf.closed().values()]
        if shelf.staging.waits:
            findings.append(Finding(_("Writing several files was interrupted."), "repair"))
        for folder in (shelf.own, self.drafts.folder):
            if any(folder.glob(".*.tmp")):
                findings.append(Finding(_("An interrupted save left something in {folder}.", folder=folder), "repair"))
        damaged = (_("An unfinished text cannot be read ({file}).", file=name) for name in self.drafts.damaged())
        findings += [Finding(sentence, "repair") for sentence in damaged]
        return [*findings, *self._open_to_others()]

    def _of_file(self, path: Path) -> Iterator[Finding]:
        shelf = self.journal.shelf
        reading = shelf.file(path).reading
        if reading is None:
            return
        ours = path.parent == shelf.own
        name = path.name if ours else f"{path.parent.name}/{path.name}"
        cure: Cure = "repair" if ours else "elsewhere"
        elsewhere = [] if ours else [_("Please run ritual doctor on the device that writes it.")]

        def finding(sentence: str, cure: Cure, *more: str) -> Finding:
            return Finding(" ".join([sentence, *more, *elsewhere]), cure)

        if reading.newer:
            yield Finding(reading.sentences(name)[0], "elsewhere")
            return
        if reading.fault and reading.fault != OUTSIDE:
            yield finding(reading.told(name), cure, _recovered(reading))
        elif reading.fault or reading.changed:
            changed = ", ".join(_outside(reading)) or _("its form")
            told = _("{file} was changed outside ritual: {changed}.", file=name, changed=changed)
            yield finding(told, "accept" if ours else "elsewhere")
        if path in shelf.strays():
            yield finding(_("{file} is none of our names: a copy, or renamed. Its entries are read.", file=name), cure)
        elif astray := self._astray(reading, path.stem):
            told = ngettext(
                "{file} holds {count} entry of other months.",
                "{file} holds {count} entries of other months.",
                astray,
                file=name,
            )
            yield finding(told, cure)
        if strange := sum(1 for table, _, one in _documents(reading) if not is_record(table, one)):
            told = ngettext(
                "{file} holds {count} entry that this ritual does not understand.",
                "{file} holds {count} entries that this ritual does not understand.",
                strange,
                file=name,
            )
            yield Finding(told, "elsewhere")
        if ours and not reading.fault and former_is_damaged(path):
            yield Finding(_("The former state of {file} is damaged.", file=name), "repair")

    def _astray(self, reading: Reading, name: str) -> int:
        """How many documents belong into another file, as far as that can be trusted; counts the sound ones."""
        astray = 0
        for table, key, document in _documents(reading):
            self.entries += is_sound(table, key, document)
            if table in KINDS and is_record(table, document) and (table, key) not in reading.changed:
                astray += month_of(from_document(document, Record).night) != name
        return astray

    def _open_to_others(self) -> Iterator[Finding]:
        """Files and folders of this machine that others may read."""
        if any(is_open(one) for one in self.private()):
            yield Finding(_("Some files could be opened by other accounts of this machine."), "repair")

    def private(self) -> Iterator[Path]:
        """Everything that only its owner may read."""
        folders, shelf = self.journal.folders, self.journal.shelf
        yield from (one for one in (folders.data, folders.state, shelf.folder) if one.is_dir())
        for folder in (shelf.own, self.drafts.folder, shelf.quarantine.folder):
            if folder.is_dir():
                yield folder
                with suppress(PermissionError):
                    yield from folder.iterdir()


def is_open(path: Path) -> bool:
    """Whether others than the owner may do something with it."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _documents(reading: Reading) -> Iterator[tuple[str, str, dict[str, object]]]:
    for table, documents in reading.raw.items():
        for key, raw in documents.items():
            yield table, key, msgspec.json.decode(raw)


def _recovered(reading: Reading) -> str:
    number = len(reading.recovered)
    if not number:
        return _("What is whole in it is here.")
    return ngettext("{count} entry comes from its former state.", "{count} entries come from its former state.", number)


def _outside(reading: Reading) -> Iterator[str]:
    """What was done outside ritual."""
    if reading.changed:
        yield _("changed {entry}", entry=_named(reading, reading.changed))
    if reading.recovered:
        yield _("taken away {entry}", entry=_named(reading, reading.recovered))


def _named(reading: Reading, places: frozenset[Place]) -> str:
    """The first of some documents by kind and night, and how many more there are."""
    table, key = min(places)
    document = msgspec.json.decode(reading.raw[table][key])
    known = table in KINDS and is_record(table, document)
    night = from_document(document, Record).night if known else None
    entry = ONE.get(table) or _("a {kind}", kind=table)
    first = _("{entry} of {night}", entry=entry, night=in_full(night)) if night else entry
    more = len(places) - 1
    return ngettext("{entry} and {count} more", "{entry} and {count} more", more, entry=first) if more else first


def former_is_damaged(path: Path) -> bool:
    """Whether the former state of a file is there and of no use."""
    try:
        return bool(understood(former_of(path).read_bytes()).fault)
    except FileNotFoundError:
        return False
    except OSError:
        return True
