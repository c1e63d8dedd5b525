"""A whole evening in a real terminal, from an empty home to the file on the disk."""

import re
import stat
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.program import ENTER, Program, everything_below, listed


def _empty_field(without: str, text: str) -> bool:
    return "Enter seals it" in text and without not in text


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_two_people_go_from_welcome_to_goodnight(home: Path) -> None:
    with Program(home) as ritual:
        ritual.see("What are your names")
        ritual.press("Ana, Sam", ENTER)
        ritual.see("Where are you, as a couple")
        ritual.press(ENTER)
        ritual.see("How long may an evening be")
        ritual.press("20", ENTER)
        ritual.see("Good (morning|afternoon|evening), Ana and Sam", "Ana starts tonight", "begin · 20 minutes")
        ritual.press(ENTER)
        ritual.see("Arrive", "breathe (in|out)")
        ritual.press(ENTER)
        for name, value in (("Ana", "3"), ("Sam", "5")):
            ritual.see("How close do you feel tonight", rf"\b{name}\b")
            ritual.press(value, ENTER)
        ritual.see("Ana speaks, Sam listens")
        ritual.spend(1.2)
        ritual.press(ENTER)
        ritual.see("Sam speaks, Ana listens")
        ritual.spend(2.2)
        ritual.press(ENTER)
        ritual.see("A card for tonight")
        ritual.press(" ")
        ritual.press(ENTER)
        for answer in ("the quiet minute", "the walk"):
            ritual.until(partial(_empty_field, answer), "for an empty field")
            ritual.press(answer)
            ritual.see(answer)
            assert "answer" not in {one["kind"] for one in listed(home)}
            ritual.press(ENTER)
        sealed = ritual.see("Both of you have written", "Enter opens what is sealed", "k keep private")
        assert "walk" not in sealed
        assert "quiet minute" not in sealed
        assert "answer" not in {one["kind"] for one in listed(home)}
        ritual.press(ENTER)
        ritual.see("the quiet minute", "the walk", "Enter goes on")
        ritual.press(ENTER)
        for thanks, whom in (("for the tea", "Ana thanks Sam"), ("for staying", "Sam thanks Ana")):
            ritual.see(whom, "Enter keeps it")
            ritual.press(thanks)
            ritual.see(thanks)
            ritual.press(ENTER)
        for name, value in (("Ana", "4"), ("Sam", "6")):
            ritual.see("How close do you feel now", rf"\b{name}\b")
            ritual.press(value, ENTER)
        ritual.until(lambda text: "Enter keeps it" in text and "Ana" in text, "for Ana's note")
        ritual.press("a good one")
        ritual.see("a good one")
        ritual.press(ENTER)
        ritual.until(lambda text: "Sam" in text and "a good one" not in text, "for Sam's note")
        ritual.press(ENTER)
        ritual.see("Enter keeps this evening")
        ritual.press(ENTER)
        ritual.see("Your evening is kept", "h home")
        ritual.press(ENTER)
        ritual.press("h")
        ritual.see("Good (morning|afternoon|evening), Ana and Sam", "Your evening is kept", "●")
        ritual.press("\x11")
        assert ritual.ended() == 0

    entries = listed(home)
    session = next(one for one in entries if one["kind"] == "session")
    assert [turn["by"] for turn in session["turns"]] == ["Ana", "Sam"]
    assert 1 <= session["turns"][0]["seconds"] <= session["turns"][1]["seconds"]
    assert session["starter"] == "Ana"
    assert session["planned"] == 1200
    assert session["seconds"] == sum(step["seconds"] for step in session["steps"]) > 0
    assert len(session["cards"]) == 1
    assert len(session["passed"]) == 1
    given = {one["by"]: (one["to"], one["text"]) for one in entries if one["kind"] == "appreciation"}
    assert given == {"Ana": ("Sam", "for the tea"), "Sam": ("Ana", "for staying")}
    assert {one["by"]: one["text"] for one in entries if one["kind"] == "answer"} == {
        "Ana": "the quiet minute",
        "Sam": "the walk",
    }
    assert [one["text"] for one in entries if one["kind"] == "note"] == ["a good one"]
    assert sorted((one["scale"], one["by"], one["value"]) for one in entries if one["kind"] == "rating") == [
        ("closeness-after", "Ana", 4),
        ("closeness-after", "Sam", 6),
        ("closeness-before", "Ana", 3),
        ("closeness-before", "Sam", 5),
    ]
    for path, content in everything_below(home / "state").items():
        assert not re.search(rb"the tea|staying|quiet minute|the walk|a good one", content), path
    for path in home.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_solo_goes_through_an_evening_too(home: Path) -> None:
    with Program(home) as ritual:
        ritual.see("What are your names")
        ritual.press("Ana", ENTER)
        ritual.see("Where are you")
        ritual.press(ENTER)
        ritual.see("How long")
        ritual.press("10", ENTER)
        ritual.see("begin · 10 minutes")
        ritual.press(ENTER)
        ritual.see("breathe (in|out)")
        ritual.press(ENTER)
        ritual.see("How close do you feel to the one you love tonight")
        ritual.press(ENTER)
        ritual.see("Your turn")
        ritual.press("a long day", ENTER, "and a bus")
        ritual.see("a long day\n", "and a bus")
        ritual.press("\x13")
        ritual.see("A card for tonight")
        for _ in range(4):
            ritual.press("\x0e")
        ritual.see("Your evening is kept")
    entries = listed(home)
    assert [one["text"] for one in entries if one["kind"] == "note"] == ["a long day\nand a bus"]
    assert [turn["by"] for one in entries if one["kind"] == "session" for turn in one["turns"]] == ["Ana"]
