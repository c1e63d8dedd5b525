"""What a check-in leaves, from the shell: `ritual list`, `export` and `import`, and what stays covered."""

import json
from datetime import timedelta
from typing import Any

import pytest

from ritual.core import checkin
from ritual.core.records import Checkin, Feeling, Goal, Note, Rating, Record, Suggestion, Topic, Wish
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, SAM, entries, run
from tests.cli.exchanged import AT, sealed, taken
from tests.conftest import EVENING

HIDDEN = ("crimson", "scarlet", "vermilion")


@pytest.fixture
def week(house: House) -> House:
    """A house with a check-in of which one part was opened, one kept private, and one still waits sealed."""
    legs = checkin.legs([SAM, ANA], 30)
    said: dict[str, Any] = {"at": EVENING, "night": NIGHT, "about": "c"}
    before: dict[str, Any] = {"at": EVENING - timedelta(days=7), "by": SAM}
    records: list[Record] = [
        Checkin(
            id="c",
            at=EVENING,
            night=NIGHT,
            starter=SAM,
            planned=1800,
            seconds=1690,
            legs=legs,
            state="kept",
            wishes=["w old"],
            goals=["g"],
            asked=[ANA],
            topic="t",
            place=40,
        ),
        Checkin(id="open", at=EVENING, night=NIGHT, starter=ANA, legs=legs),
        Checkin(id="resting", at=EVENING, night=NIGHT, starter=ANA, legs=legs, state="resting"),
        Rating(id="r", by=ANA, scale="heard", value=4, **said),
        Feeling(id="f", by=ANA, word="tired", **said),
        Feeling(id="n", by=SAM, word="an early night", need=True, **said),
        Note(id="s", by=ANA, text="I feel tired", **said),
        Rating(id="r sealed", by=SAM, scale="crimson", value=1, visibility="sealed", **said),
        Feeling(id="f sealed", by=SAM, word="scarlet", visibility="sealed", **said),
        Note(id="s sealed", by=SAM, text="vermilion", visibility="sealed", **said),
        Rating(id="r private", by=SAM, scale="crimson", value=1, visibility="private", **said),
        Feeling(id="f private", by=SAM, word="scarlet", need=True, visibility="private", **said),
        Note(id="s private", by=SAM, text="vermilion", visibility="private", **said),
        Topic(id="t", text="the holidays", on=NIGHT, outcome="talking", **before),
        Wish(id="w old", text="a walk on Sunday", answered="partly", **before),
        Wish(id="w", at=EVENING, by=ANA, text="an hour of quiet"),
        Goal(id="g", text="learn the cello", asked=NIGHT, **before),
        Suggestion(id="x", at=EVENING, what="heard", shown=NIGHT),
    ]
    house.journal.keep_all(records)
    return house


def test_a_check_in_is_listed_with_what_matters_afterwards(week: House) -> None:
    assert entries(week.folders, "checkin") == [
        {
            "kind": "checkin",
            "id": "c",
            "at": AT,
            "night": "2026-11-22",
            "by": None,
            "starter": "Sam",
            "planned": 1800,
            "seconds": 1690,
            "topic": "t",
        }
    ]
    assert run(week.folders, "list", "checkin").stdout == "Sunday 22 November 2026 · checkin · check-in, 28 minutes\n"


def test_topics_and_wishes_are_listed_with_what_became_of_them(week: House) -> None:
    before = (EVENING - timedelta(days=7)).isoformat()
    own = {"kind", "id", "at", "night", "by"}
    (topic,) = entries(week.folders, "topic")
    assert topic.keys() == own | {"text", "on", "outcome"}
    assert (topic["by"], topic["at"], topic["on"], topic["outcome"]) == ("Sam", before, "2026-11-22", "talking")
    old, new = entries(week.folders, "wish")
    assert old.keys() == new.keys() == own | {"text", "answered"}
    assert [(one["by"], one["answered"], one["night"]) for one in (old, new)] == [
        ("Sam", "partly", None),
        ("Ana", None, None),
    ]
    (goal,) = entries(week.folders, "goal")
    assert (goal["asked"], goal["reached"]) == ("2026-11-22", None)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["wish", "--by", "ana"], ["w"]),
        (["wish", "--since", "2026-11-20"], ["w"]),
        (["wish", "--until", "2026-11-20"], ["w old"]),
        (["topic", "--search", "HOLIDAYS"], ["t"]),
        (["topic", "--by", "Ana"], []),
        (["checkin", "--since", "2026-11-22", "--until", "2026-11-22"], ["c"]),
        (["checkin", "--until", "2026-11-21"], []),
        (["checkin", "--by", "Sam"], []),
        (["feeling"], ["f", "n"]),
        (["feeling", "--by", "Sam"], ["n"]),
        (["rating"], ["r"]),
        (["note"], ["s"]),
        (["wish", "--limit", "1"], ["w"]),
    ],
    ids=" ".join,
)
def test_they_can_be_narrowed(week: House, arguments: list[str], shown: list[str]) -> None:
    assert sorted(one["id"] for one in entries(week.folders, *arguments)) == shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--json"],
        ["list", "--by", "Sam"],
        *(["list", kind, how] for kind in ("rating", "feeling", "note", "checkin") for how in ("--json", "--limit=99")),
        *(["list", "--search", word] for word in HIDDEN),
        ["export"],
        ["export", "--format", "markdown"],
        ["export", "--only", "Sam"],
        ["export", "--only", "Sam", "--format", "markdown"],
        ["doctor"],
        ["bin"],
    ],
    ids=" ".join,
)
def test_what_is_sealed_or_private_is_printed_nowhere(week: House, arguments: list[str]) -> None:
    done = run(week.folders, *arguments)
    assert done.exit_code == 0
    assert [word for word in (*HIDDEN, "sealed", "private") if word in done.output] == []


def test_what_waits_sealed_cannot_even_be_counted(week: House) -> None:
    """The shell says the same as if it had never been written."""
    before = [run(week.folders, *how).output for how in (["list"], ["list", "--json"], ["export"])]
    for kind in (Rating, Feeling, Note):
        for one in list(week.journal.everything(kind)):
            if one.visibility != "shared":
                week.journal.remove(one)
    week.bin.empty()
    assert [run(week.folders, *how).output for how in (["list"], ["list", "--json"], ["export"])] == before


def test_all_of_it_comes_back_as_it_is(week: House, elsewhere: Folders) -> None:
    content = sealed(week.folders)
    assert all(word in content.decode() for word in HIDDEN)
    taken(elsewhere, content)
    assert sealed(elsewhere) == content
    there = House(elsewhere).journal
    for kind in (Checkin, Rating, Feeling, Note, Topic, Wish, Goal, Suggestion):
        assert sorted(there.everything(kind), key=lambda one: one.id) == sorted(
            week.journal.everything(kind), key=lambda one: one.id
        )


def test_a_lossless_entry_of_a_check_in_names_those_who_take_part(week: House, elsewhere: Folders) -> None:
    (entry,) = [one for one in json.loads(sealed(week.folders))["entries"] if one["id"] == "c"]
    assert [(leg["step"], leg["by"]) for leg in entry["legs"] if leg["by"]] == [
        ("rate", "Sam"),
        ("rate", "Ana"),
        ("topic", "Sam"),
        ("topic", "Ana"),
    ]
    assert entry["asked"] == ["Ana"]
    taken(elsewhere, json.dumps([entry]).encode())
    found = House(elsewhere).journal.get(Checkin, "c", NIGHT)
    assert found is not None
    assert found.people == [SAM, ANA]
    assert found.asked == [ANA]


def test_a_plain_entry_comes_in_as_one_that_was_kept(week: House, elsewhere: Folders) -> None:
    taken(elsewhere, run(week.folders, "export").stdout_bytes)
    assert entries(elsewhere) == entries(week.folders)
    assert [one.state for one in House(elsewhere).journal.nights(Checkin)] == ["kept"]
