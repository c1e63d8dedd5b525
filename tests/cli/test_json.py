"""`ritual list --json`, as scripts read it."""

from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import entries

COMMON = {"kind", "id", "at", "night", "by"}
CONTRACT = {
    "appreciation": {"to", "text", "way", "reply"},
    "draw": {"card", "passed"},
    "session": {"starter", "planned", "seconds", "turns", "cards"},
    "rating": {"about", "scale", "value"},
}
FURTHER = {"appreciation": {"about"}, "draw": {"aloud"}, "session": {"steps", "passed"}}
"""What is said beyond the contract."""


def test_list_json_is_as_the_contract_says(filled: House) -> None:
    found = {one["kind"]: one for one in entries(filled.folders)}
    common = {"night": "2026-11-22"}
    assert (
        found["session"].items()
        >= {
            **common,
            "id": "s",
            "at": "2026-11-22T21:30:00+01:00",
            "by": None,
            "starter": "Ana",
            "planned": 1200,
            "seconds": 620,
            "turns": [{"by": "Ana", "seconds": 290}, {"by": "Sam", "seconds": 200}],
            "cards": ["everyday-quiet-win"],
        }.items()
    )
    assert found["rating"] == {
        **common,
        "kind": "rating",
        "id": "r",
        "at": "2026-11-22T21:31:00+01:00",
        "by": "Sam",
        "about": "s",
        "scale": "closeness-before",
        "value": 4,
    }
    assert found["draw"] == {
        **common,
        "kind": "draw",
        "id": "d",
        "at": "2026-11-22T21:32:00+01:00",
        "by": None,
        "card": "everyday-quiet-win",
        "passed": False,
        "aloud": False,
    }
    assert found["appreciation"] == {
        **common,
        "kind": "appreciation",
        "id": "t",
        "at": "2026-11-22T21:34:00+01:00",
        "by": "Ana",
        "to": "Sam",
        "text": "für den Tee ♥",
        "way": "help",
        "reply": None,
    }
    assert (found["answer"]["about"], found["answer"]["text"], found["note"]["text"]) == ("d", "the answer", "a line")
    assert (found["topic"]["night"], found["topic"]["on"], found["occasion"]["day"]) == (
        None,
        "2026-11-22",
        "2026-11-22",
    )


def test_list_json_tells_nothing_of_how_it_is_kept(filled: House) -> None:
    for one in entries(filled.folders):
        assert set(one) >= COMMON | CONTRACT.get(one["kind"], set())
        if one["kind"] in CONTRACT:
            assert set(one) <= COMMON | CONTRACT[one["kind"]] | FURTHER.get(one["kind"], set())
        assert {"visibility", "versions", "removed", "former", "sum", "state", "place", "back_at", "legs"}.isdisjoint(
            one
        )


def test_list_json_is_one_document_also_where_nothing_is_kept(folders: Folders) -> None:
    assert entries(folders) == []
    assert not folders.data.parent.exists()
