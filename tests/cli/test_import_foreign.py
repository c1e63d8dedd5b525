"""`ritual import` of what people come from. tests/journal/exchange/test_foreign.py has the particulars."""

import json

import pytest

from ritual.house import House
from tests.cli.conftest import could_not, entries, run
from tests.cli.exchanged import taken

JRNL = {
    "tags": {"@walk": 1},
    "entries": [
        {"title": "Rain.", "body": "We walked.", "date": "2019-06-01", "time": "21:00", "tags": ["@walk"]}
        | {"starred": False},
        {"title": "Late.", "body": "", "date": "2019-06-02", "time": "00:40", "tags": [], "starred": True},
    ],
}


def test_jrnl_comes_in_as_notes_once(house: House) -> None:
    content = json.dumps(JRNL).encode()
    said = [taken(house.folders, content, "--by", "Sam") for _ in range(2)]
    assert said == ["2 entries came in.\n", "0 entries came in. 2 were here already.\n"]
    found = [(one["by"], one["text"], one["night"], one["tags"]) for one in entries(house.folders)]
    assert found == [
        ("Sam", "Rain.\nWe walked.", "2019-06-01", ["walk"]),
        ("Sam", "Late.", "2019-06-01", []),
    ]
    assert len(run(house.folders, "list", "--search", "walk").stdout.splitlines()) == 1


def test_where_two_live_it_is_told_how_to_say_whose_notes_they_are(house: House) -> None:
    said = taken(house.folders, json.dumps(JRNL).encode())
    assert "--by NAME" in said
    assert {one["by"] for one in entries(house.folders)} == {None}


def test_where_one_lives_the_notes_are_theirs(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    assert taken(empty_house.folders, json.dumps(JRNL).encode()) == "2 entries came in.\n"
    assert {one["by"] for one in entries(empty_house.folders)} == {"Ana"}


@pytest.mark.parametrize("name", ["Kim", ""])
def test_notes_by_somebody_unknown_do_not_come_in(house: House, name: str) -> None:
    assert could_not(run(house.folders, "import", "-", "--by", name, typed=json.dumps(JRNL)))
    assert entries(house.folders) == []
