"""What keeps an entry, one way and others, all with the same promise: when `add` returns, it is on the disk."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from tinydb import TinyDB
from tinydb.table import Document

from benchmarks import corpus
from ritual.core.records import Record
from ritual.folders import Folders
from ritual.journal import Journal

Add = Callable[[Record], object]


def ours(folder: Path, filled: Iterable[Record]) -> Add:
    """ritual's journal."""
    journal = Journal(Folders.find(folder))
    journal.absorb([*corpus.people(), *filled])
    return Journal(Folders.find(folder)).keep


def stock(folder: Path, filled: Iterable[Record]) -> Add:
    """TinyDB as it comes: one JSON file, flushed and synced by its storage."""
    database = TinyDB(folder / "stock.json")
    database.insert_multiple(Document(_document(one), number) for number, one in enumerate(filled, 1))
    return lambda record: database.insert(_document(record))


def sqlite(folder: Path, filled: Iterable[Record]) -> Add:
    """sqlite3 with a write-ahead log, synced at each commit."""
    database = sqlite3.connect(folder / "entries.sqlite")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE entries (id TEXT PRIMARY KEY, night TEXT, document TEXT)")
    database.execute("CREATE INDEX nights ON entries (night)")

    def put(record: Record) -> None:
        database.execute("INSERT INTO entries VALUES (?, ?, ?)", (record.id, str(record.night), _line(record).decode()))

    for one in filled:
        put(one)
    database.commit()

    def add(record: Record) -> None:
        put(record)
        database.commit()

    return add


def appended(folder: Path, filled: Iterable[Record]) -> Add:
    """A line at the end of a file, and fsync: the least that keeps a promise."""
    file = (folder / "entries.jsonl").open("ab")
    file.writelines(_line(one) + b"\n" for one in filled)

    def add(record: Record) -> None:
        file.write(_line(record) + b"\n")
        file.flush()
        os.fsync(file.fileno())

    return add


STORES = {"ritual": ours, "stock TinyDB": stock, "sqlite3": sqlite, "append and fsync": appended}


def _document(record: Record) -> dict[str, object]:
    document: dict[str, object] = msgspec.to_builtins(record)
    return document


def _line(record: Record) -> bytes:
    return msgspec.json.encode(record)
