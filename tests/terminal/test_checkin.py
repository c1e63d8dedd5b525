"""A whole check-in of two on one keyboard in a real terminal, another one a week later, and a kill in between."""

import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.program import (
    CTRL_N,
    CTRL_Q,
    CTRL_T,
    DOWN,
    ENTER,
    ESCAPE,
    RIGHT,
    Program,
    everything_below,
    listed,
    shell,
)

AHEAD = """
import sys
from datetime import timedelta
from ritual.app import RitualApp
from ritual.house import House
from ritual.journal import SystemClock
from ritual.folders import Folders

class Ahead(SystemClock):
    def now(self):
        return super().now() + timedelta(days=7)

app = RitualApp(House(Folders.find(), Ahead()), "checkin")
app.run()
sys.exit(app.return_code or 0)
"""
"""ritual, a week later."""

SECRETS = ("lonely", "music")
"""What Ana answers unseen."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def without(*words: str) -> Callable[[str], bool]:
    """No word of these stands on the screen."""
    return lambda text: not any(word in text for word in words)


def rate(ritual: Program, name: str, *values: str) -> None:
    """Answer the eight scales; a space passes."""
    for number, value in enumerate(values, start=1):
        ritual.see(rf"{name} · {number} of 8")
        ritual.press(value if value == " " else value + ENTER)


def choose(ritual: Program, name: str, word: str, before: str = "·") -> None:
    """Take one word, and go on."""
    ritual.until(lambda text: "type a few letters" in text and name in text and before not in text, f"for {word}")
    ritual.press(word)
    ritual.until(lambda text: text.count(word) == 2, f"for {word} below what was typed")
    ritual.press(ENTER)
    ritual.see(rf"\n +{word}\n", "type a few letters")
    ritual.press(ENTER)


def told(home: Path) -> str:
    """All that the shell tells."""
    asked = (
        ("list",),
        ("list", "--json"),
        ("list", "--search", "lonely"),
        ("export", "--format", "json"),
        ("export", "--format", "markdown"),
    )
    return "\n".join(shell(home, *one).stdout for one in asked)


def to_the_ratings(ritual: Program, first: str) -> None:
    """From the start to where `first` answers unseen."""
    ritual.see("side by side", "begin · 30 minutes")
    ritual.press(ENTER)
    ritual.see("Check-in", "Enter begins")
    ritual.press(CTRL_N)
    ritual.see("Enter keeps it", r"\n +Ana\n")
    ritual.press(CTRL_N)
    ritual.see(f"{first} answers now, unseen")
    ritual.press(ENTER)


def test_a_whole_check_in_and_another_one_a_week_later(home: Path, tmp_path: Path) -> None:
    with Program(home) as ritual:
        ritual.see("What are your names")
        ritual.press("Ana, Sam", ENTER)
        ritual.see("Where are you, as a couple")
        ritual.press(ENTER)
        ritual.see("How long may an evening be")
        ritual.press(ENTER)
        ritual.see("Ana starts tonight")
        ritual.press(CTRL_T)
        ritual.see("talk about another time")
        ritual.press("the holidays")
        ritual.see("the holidays")
        ritual.press("\x13")
        ritual.see("Ana starts tonight", "It is parked")
        ritual.press("w")
        ritual.see("side by side", "1 topic parked", "begin · 30 minutes")
        ritual.press(ENTER)
        ritual.see("Enter begins")
        ritual.press(ENTER)
        ritual.see("Thank-yous of the week")
        ritual.press(ENTER)
        ritual.see("Ana thanks Sam", "Enter keeps it")
        ritual.press("for the tea" + ENTER)
        ritual.see("Sam thanks Ana")
        ritual.press(ENTER)
        ritual.see(r"\n +Ana\n", "Enter keeps it")
        ritual.press("the long breakfast" + ENTER)
        ritual.see(r"\n +Sam\n", "Enter keeps it")
        ritual.press(ENTER)
        ritual.see("Ana answers now, unseen. Sam, look away")
        ritual.press(ENTER)
        rate(ritual, "Ana", "3", "6", " ", " ", " ", " ", "5", " ")
        choose(ritual, "Ana", "lonely")
        choose(ritual, "Ana", "music", "lonely")
        ritual.see("In one sentence", "lonely", "music")
        ritual.press(ENTER)
        ritual.see("Sam answers now, unseen. Ana, look away")
        ritual.press(ENTER)
        rate(ritual, "Sam", "8", "6", " ", " ", " ", " ", " ", " ")
        choose(ritual, "Sam", "calm")
        ritual.until(lambda text: "type a few letters" in text and "calm" not in text, "for the needs")
        ritual.press(ENTER)
        ritual.see("In one sentence", "I feel calm.")
        ritual.press(ENTER)
        assert without(*SECRETS, "calm")(ritual.see("Open together", "Enter opens what is sealed"))
        assert without(*SECRETS, "calm", "rating")(told(home))
        ritual.press(ENTER)
        ritual.see(r"close to you +3 +8", r"heard and understood +6 +6", r"surface talk +5 +·", "lonely", "calm")
        ritual.press(ENTER)
        ritual.see("How close did you feel", "Talk as long as you like")
        ritual.press(ENTER)
        ritual.see("One topic", "the holidays", "Nothing today")
        ritual.press(ENTER)
        ritual.see("Ana speaks, Sam listens", "the holidays")
        ritual.press(CTRL_N)
        ritual.see("Sam speaks, Ana listens", "the holidays")
        ritual.press(ENTER)
        ritual.see("keep talking", "we live with it")
        ritual.press(RIGHT, RIGHT, ENTER)
        ritual.see("When would you like to go on with it")
        ritual.press(ENTER)
        for name, wish in (("Ana", "a walk"), ("Sam", "an hour")):
            ritual.see(f"{name} wishes", "For example")
            ritual.press(wish + ENTER)
        ritual.see(r"\n +Ana\n", "Enter keeps it")
        ritual.press(CTRL_N)
        ritual.see("To close")
        ritual.press(ENTER)
        ritual.see("Your check-in is kept", "The next one may be on")
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0

    entries = listed(home)
    assert {(one["by"], one["scale"], one["value"]) for one in entries if one["kind"] == "rating"} == {
        ("Ana", "close", 3),
        ("Ana", "heard", 6),
        ("Ana", "deep", 5),
        ("Sam", "close", 8),
        ("Sam", "heard", 6),
    }
    assert {(one["by"], one["word"]) for one in entries if one["kind"] == "feeling"} == {
        ("Ana", "lonely"),
        ("Ana", "music"),
        ("Sam", "calm"),
    }
    assert [(one["text"], one["outcome"]) for one in entries if one["kind"] == "topic"] == [("the holidays", "talking")]
    assert {one["by"]: one["text"] for one in entries if one["kind"] == "wish"} == {"Ana": "a walk", "Sam": "an hour"}

    script = tmp_path / "ahead.py"
    script.write_text(AHEAD)
    with Program(home, str(script), command=Path(sys.executable)) as ritual:
        ritual.see("side by side", "2 wishes to look back on", "1 topic parked")
        ritual.press(ENTER)
        ritual.see("Check-in", "2 wishes to look back on", "1 topic parked", "Enter begins")
        ritual.press(CTRL_N)
        ritual.see("Ana wished", "a walk")
        ritual.press(RIGHT + ENTER)
        ritual.see("Sam wished", "an hour")
        ritual.press(RIGHT, RIGHT, ENTER)
        ritual.see(r"\n +Sam\n", "Enter keeps it")
        ritual.press(CTRL_N)
        ritual.see("Sam answers now, unseen")
        ritual.press(ENTER)
        ritual.see("Sam · 1 of 8")
        ritual.press("9" + ENTER)
        ritual.see("Sam · 2 of 8")
        ritual.press(CTRL_N)
        ritual.see("Ana answers now, unseen")
        ritual.press(ENTER)
        ritual.see("Ana · 1 of 8")
        ritual.press("6" + ENTER)
        ritual.see("Ana · 2 of 8")
        ritual.press(CTRL_N)
        ritual.see("Enter opens what is sealed")
        ritual.press(ENTER)
        ritual.see(r"close to you +9 +6")
        ritual.press(CTRL_N)
        ritual.see("One topic", "the holidays")
        ritual.press(DOWN, DOWN, ENTER)
        ritual.see("Sam wishes")
        ritual.press(CTRL_N)
        ritual.see("To close")
        ritual.press(ENTER)
        ritual.see("Your check-in is kept")
        ritual.press("h")
        ritual.see("starts tonight")
        ritual.press("w")
        ritual.see("side by side", "Closeness has been growing from week to week", "2 wishes came true")
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0

    answered = {one["by"]: one["answered"] for one in listed(home) if one["kind"] == "wish"}
    assert answered == {"Ana": "yes", "Sam": "partly"}
    for path, content in everything_below(home / "state").items():
        assert not re.search(rb"I feel|for the tea|long breakfast|the holidays", content), path


def test_kill_9_while_the_other_one_answers(home: Path) -> None:
    shell(home, "setup", "--names", "Ana,Sam")
    with Program(home, "checkin") as ritual:
        to_the_ratings(ritual, "Ana")
        rate(ritual, "Ana", "3", " ", " ", " ", " ", " ", " ", "1")
        choose(ritual, "Ana", "lonely")
        choose(ritual, "Ana", "music", "lonely")
        ritual.see("In one sentence")
        ritual.press(ENTER)
        ritual.see("Sam answers now, unseen")
        ritual.press(ENTER)
        rate(ritual, "Sam", "8", "7")
        ritual.see("Sam · 3 of 8")
        ritual.kill(signal.SIGKILL)
        assert ritual.ended() == -signal.SIGKILL
    assert without(*SECRETS, "rating", "feeling")(told(home))

    with Program(home) as ritual:
        assert without(*SECRETS)(ritual.see("your check-in is waiting where you left it"))
        ritual.press("w")
        assert without(*SECRETS)(ritual.see("waiting where you left it", "go on"))
        ritual.press(ENTER)
        assert without(*SECRETS, "Ana")(ritual.see("Sam · 3 of 8"))
        ritual.press(ESCAPE)
        ritual.see("Sam, what you chose is covered")
        for _ in range(2):
            ritual.press(ESCAPE)
        ritual.see("Sam answers now")
        for covered in ("Ana, you were writing here", "Ana, what you chose is covered", "Ana, what you chose"):
            ritual.press(ESCAPE)
            assert without(*SECRETS)(ritual.see(covered))
        ritual.press(CTRL_N)
        ritual.see("Sam answers now")
        ritual.press(CTRL_N)
        assert without(*SECRETS)(ritual.see("Enter opens what is sealed"))
        ritual.press(ENTER)
        ritual.see(r"close to you +3 +8", r"heard and understood +· +7", r"nothing unsaid \S+ \S+ +1 +·", "lonely")
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0
    assert len([one for one in listed(home) if one["kind"] in ("rating", "feeling")]) == 6
