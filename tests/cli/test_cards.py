"""The commands of the question cards."""

import json
from pathlib import Path

import pytest

from ritual.core.records import Draw, Mark
from ritual.house import House
from tests.cli.conftest import run


def test_a_draw_prints_a_card_and_remembers_it(house: House) -> None:
    drawn = [json.loads(run(house.folders, "draw", "--json").stdout) for _ in range(20)]
    assert len({one["id"] for one in drawn}) == 20
    for one in drawn:
        card = house.cards.get(one["id"])
        assert card is not None
        assert (one["text"], one["depth"], one.get("follow_up")) == (card.text, card.depth, card.follow_up)
        assert set(one) <= {"id", "deck", "text", "depth", "follow_up"}
    assert sorted(one.card for one in house.journal.nights(Draw)) == sorted(one["id"] for one in drawn)
    assert {one.card for one in house.journal.standing(Mark)} == {one["id"] for one in drawn}


def test_a_look_leaves_no_trace(house: House) -> None:
    done = run(house.folders, "draw", "--peek")
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    assert house.journal.nights(Draw) == []
    assert house.journal.standing(Mark) == []


def test_a_draw_can_be_narrowed(house: House) -> None:
    for depth in (1, 2, 3):
        found = json.loads(run(house.folders, "draw", "--json", "--depth", str(depth), "--deck", "needs").stdout)
        assert (found["deck"], found["depth"]) == ("needs", depth)


def test_where_no_card_is_like_that_it_says_so(house: House) -> None:
    done = run(house.folders, "draw", "--deck", "play", "--depth", "3")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "There is no card like that. ritual decks shows what there is.\n"


@pytest.mark.parametrize("arguments", [["--deck", "nowhere"], ["--depth", "4"], ["--stage", "late"]])
def test_a_wrong_wish_is_wrong_usage(house: House, arguments: list[str]) -> None:
    done = run(house.folders, "draw", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert not any(sign in done.stderr for sign in "<>")


def test_the_decks_are_listed_with_their_depths(house: House) -> None:
    listed = json.loads(run(house.folders, "decks", "--json").stdout)
    assert [one["id"] for one in listed] == [deck.id for deck in house.cards.decks]
    for one in listed:
        assert sum(one["depths"].values()) == one["cards"]
    lines = run(house.folders, "decks").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [one["id"] for one in listed]
    for line, one in zip(lines, listed, strict=True):
        light, open_, deep = one["depths"].values()
        assert f" {light} light, {open_} open, {deep} deep " in " ".join(line.split())


DECK = 'id = "trips"\nname = "Trips"\n\n[[cards]]\nid = "trips-lost"\ntext = "Where did we get lost?"\ndepth = 1\n'


def test_a_deck_of_their_own_is_checked_listed_and_drawn_from(house: House, tmp_path: Path) -> None:
    file = house.folders.config / "decks" / "trips.toml"
    file.parent.mkdir(parents=True)
    file.write_text(DECK)
    done = run(house.folders, "decks", "check", str(file))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "a deck of 1 card" in done.stdout
    found = json.loads(run(house.folders, "draw", "--json", "--deck", "trips").stdout)
    assert found == {"id": "trips-lost", "deck": "trips", "text": "Where did we get lost?", "depth": 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (DECK.replace("depth = 1", "depth = 9"), "line 4, depth"),
        (DECK.replace("text", "question"), "line 4"),
        (DECK + DECK[DECK.index("[[") :], "line 9: the id trips-lost is there twice"),
        (DECK.replace('"Trips"', '""'), "name"),
        ("id = [", "is no TOML"),
        ("", "id"),
    ],
)
def test_a_broken_deck_is_told_with_file_line_and_field(house: House, tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "trips.toml"
    file.write_text(content)
    done = run(house.folders, "decks", "check", str(file))
    assert done.exit_code == 1
    assert "trips.toml" in done.stdout
    assert said in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_what_is_no_file_is_told(house: House, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.toml", tmp_path):
        done = run(house.folders, "decks", "check", str(path))
        assert done.exit_code == 1
        assert "cannot be read" in done.stdout
