"""A sealed pair in a real terminal: from the first launch to both open side by side, and nothing told before."""

import json
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.terminal.program import CTRL_S, ENTER, ESCAPE, Program, everything_below, listed, shell

ANAS, SAMS = "zebra finches at noon", "quokka burrows by night"
F4, F5 = "\x1bOS", "\x1b[15~"

ASKED = (
    ("list",),
    ("list", "--json"),
    ("list", "answer", "--search", "zebra"),
    ("list", "--search", "quokka", "--json"),
    ("export",),
    ("export", "--format", "markdown"),
    ("doctor",),
    ("where",),
    ("bin",),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


PARTS = [word for words in (ANAS, SAMS) for word in words.split()[:2]]


def says(ritual: Program, *patterns: str) -> str:
    """Wait until the screen says all `patterns`, and no word of theirs any more."""
    whole = "".join(f"(?=.*{one})" for one in patterns)
    return ritual.see(rf"(?s)\A(?!.*({'|'.join(PARTS)})){whole}")


def silent(*texts: str | bytes) -> None:
    """See that no word of theirs is in these; where one is, the number is told and not the word."""
    said = [one.decode(errors="replace") if isinstance(one, bytes) else one for one in texts]
    assert [number for number, text in enumerate(said) if any(part in text for part in PARTS)] == []


def tells_nothing(home: Path, asked: Sequence[Sequence[str]] = ASKED[1:3]) -> None:
    """None of these commands tells of what is sealed, and no file does but the month and the drafts."""
    done = [shell(home, *words) for words in asked]
    silent(*(one.stdout + one.stderr for one in done))
    assert not any("sealed" in one.stdout for one in done)
    files = everything_below(home)
    silent(
        *(content for path, content in files.items() if path.parent.name != "drafts" and "journal" not in path.parts)
    )
    silent(*map(str, files))


def answers(home: Path, *options: str) -> dict[str, str]:
    """What an export has of their answers, by whom."""
    entries = json.loads(shell(home, "export", *options).stdout)["entries"]
    return {one["by"]: one["text"] for one in entries if one["kind"] == "answer"}


def visibilities(home: Path) -> dict[str, str]:
    """How each answer is kept, by its words."""
    (month,) = (home / "data" / "journal").glob("*/2*.json")
    return {one["text"]: one["visibility"] for one in json.loads(month.read_bytes())["answer"].values()}


def to_the_card(ritual: Program) -> None:
    """From Home to the page that says whose turn it is."""
    ritual.see("c cards")
    ritual.press("c")
    ritual.see("Space draw", "Enter answer")
    ritual.press(ENTER)


def writes(ritual: Program, name: str, words: str, key: str = CTRL_S) -> None:
    ritual.see(f"Enter  {name} writes")
    ritual.press(ENTER)
    ritual.see(f"{name}, these words stay sealed", r"Ctrl\+S seals it")
    ritual.press(words)
    ritual.see(words)
    ritual.press(key)


def test_two_seal_apart_across_a_kill_and_open_side_by_side(home: Path) -> None:
    with Program(home) as ritual:
        ritual.see("What are your names")
        ritual.press("Ana, Sam", ENTER)
        ritual.see("Where are you, as a couple")
        ritual.press(ENTER)
        ritual.see("How long may an evening be")
        ritual.press(ENTER)
        to_the_card(ritual)
        says(ritual, "Ana writes first, unseen. Sam, look away for a moment.")
        writes(ritual, "Ana", ANAS)
        says(ritual, "Ana has sealed a few words. Please hand the keyboard to Sam.")
        tells_nothing(home)
        ritual.kill(signal.SIGKILL)
        assert ritual.ended() == -signal.SIGKILL
    assert answers(home) == {}
    assert answers(home, "--sealed") == {"Ana": ANAS}

    with Program(home) as ritual:
        says(ritual, "Ana and Sam")
        to_the_card(ritual)
        ritual.see("Ana has sealed a few words.", "Enter  Sam writes")
        ritual.press(ENTER)
        says(ritual, "Sam, these words stay sealed", r"Ctrl\+S seals it")
        ritual.press(SAMS)
        ritual.see(SAMS)
        drafts = home / "state" / "drafts"
        ritual.until(lambda _: any(SAMS in one.read_text() for one in drafts.glob("*.json")), "for the draft")
        tells_nothing(home, ASKED)
        ritual.kill(signal.SIGKILL)
        assert ritual.ended() == -signal.SIGKILL
        assert ANAS.encode() not in ritual.raw

    with Program(home) as ritual:
        says(ritual, "Sam, words of yours are waiting")
        ritual.press("o")
        says(ritual, "Sam, you were writing an answer to a card", "Your words are covered")
        ritual.press(ENTER)
        ritual.see(SAMS, r"Ctrl\+S seals them")
        ritual.press(CTRL_S)
        ritual.until(lambda text: "begin" in text and "waiting" not in text, "for Home")
        tells_nothing(home)
        to_the_card(ritual)
        says(ritual, "Both of you have written.", "Enter  open it together")
        assert visibilities(home) == {ANAS: "sealed", SAMS: "sealed"}
        ritual.press(ENTER)
        side = ritual.see(ANAS, SAMS)
        assert any(ANAS in line and SAMS in line for line in side.splitlines())
        assert visibilities(home) == {ANAS: "shared", SAMS: "shared"}
        ritual.press(ESCAPE)
        ritual.see(f"Ana said: {ANAS}", f"Sam said: {SAMS}")
    assert answers(home) == {"Ana": ANAS, "Sam": SAMS}
    assert {one["text"] for one in listed(home) if one["kind"] == "answer"} == {ANAS, SAMS}
    silent(*(content for path, content in everything_below(home / "state").items() if path.name != "reserve"))


def test_one_keeps_theirs_private_and_one_is_opened_anyway(home: Path) -> None:
    shell(home, "setup", "--names", "Ana,Sam")
    with Program(home, "cards", columns=60, rows=20) as ritual:
        ritual.see("Enter answer")
        ritual.press(ENTER)
        writes(ritual, "Ana", ANAS, F5)
        page = says(ritual, "Please hand the keyboard to Sam.", "Enter  Sam writes", "Enter go on")
        assert "private" not in page
        ritual.press(ENTER, F4, SAMS)
        says(ritual, "Sam, these words stay sealed", "·" * len(SAMS), "F4 shows what you type")
        ritual.press(CTRL_S)
        says(ritual, "Sam has written.", "Enter  open it together")
        tells_nothing(home)
        ritual.press(ENTER)
        ritual.see("kept private", SAMS)
        assert visibilities(home) == {ANAS: "private", SAMS: "shared"}
        assert answers(home) == {"Sam": SAMS}
        ritual.press(ESCAPE)
        ritual.see(f"Sam said: {SAMS}")
        ritual.press(" ")
        ritual.until(lambda text: "Sam said" not in text, "for another card")
        ritual.press(ENTER)
        ritual.see("Enter  Ana writes")
        ritual.press(ENTER)
        ritual.see("Ana, these words stay sealed", "F4 shows")
        ritual.press("ornithology", CTRL_S)
        ritual.see("Ana has sealed a few words.", "open it anyway")
        ritual.press("o")
        ritual.see("Whose words shall be opened for both of you")
        assert visibilities(home)["ornithology"] == "sealed"
        ritual.press(ENTER)
        ritual.see("Ana\n.*ornithology")
        assert visibilities(home)["ornithology"] == "shared"
        assert ANAS.encode() not in ritual.raw.split(b"Please hand the keyboard")[1]
