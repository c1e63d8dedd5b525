"""A thank-you in a real terminal, from the first letter to the file on the disk."""

import signal
from pathlib import Path

import pytest

from tests.terminal.program import CTRL_Q, CTRL_S, ENTER, ESCAPE, Program, everything_below, listed, lived_in, shell

WORDS = "for the tea when I was on the phone"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


def gone(*texts: str, without: str) -> str:
    """A pattern for a screen that says these and no longer `without`."""
    return "".join((r"(?s)\A", f"(?!.*{without})", *(f"(?=.*{text})" for text in texts)))


def test_it_is_said_answered_found_edited_removed_and_brought_back(home: Path) -> None:
    with Program(home) as ritual:
        ritual.see("Good (morning|afternoon|evening), Ana and Sam")
        ritual.press("a")
        ritual.see("n  say the first one")
        ritual.press("n")
        ritual.see("Ana thanks Sam", r"Ctrl\+S keeps it")
        ritual.press(WORDS, "\t", "\x1b[C", "\x1b[C", CTRL_S)
        ritual.see(f"│ {WORDS}", "Ana to Sam · help ─╯")

        ritual.press("h")
        ritual.see("Ana left something for Sam")
        ritual.press("a")
        ritual.see(WORDS)
        ritual.press(ENTER)
        ritual.see("Ana thanked you, Sam", "received ♥")
        ritual.press("With pleasure.", CTRL_S)
        ritual.see("│ Sam: With pleasure.")

        ritual.press("n")
        ritual.see(r"Ctrl\+S keeps it")
        ritual.press("for the soup", CTRL_S)
        ritual.see("│ for the soup")
        ritual.press("/", "pleasure")
        ritual.see(gone("pleasure", f"│ {WORDS}", without="soup"))
        ritual.press(ENTER)
        ritual.see("n new")
        ritual.press("e")
        ritual.see(r"Ctrl\+S keeps it", WORDS)
        ritual.press(" at six", CTRL_S)
        ritual.see(f"│ {WORDS} at six", "│ Sam: With pleasure.")

        ritual.press("x")
        ritual.see("It is taken away. z brings it back.", "z undo")
        assert [one["text"] for one in listed(home) if one["kind"] == "appreciation"] == ["for the soup"]
        ritual.press("z")
        ritual.see(f"│ {WORDS} at six")
        ritual.press(ESCAPE)
        ritual.see("for the soup", f"│ {WORDS} at six")
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0
        assert b"Traceback" not in ritual.raw

    said = {one["text"]: one for one in listed(home) if one["kind"] == "appreciation"}
    assert set(said) == {f"{WORDS} at six", "for the soup"}
    tea = said[f"{WORDS} at six"]
    assert (tea["by"], tea["to"], tea["way"], tea["reply"]) == ("Ana", "Sam", "help", "With pleasure.")
    assert len(shell(home, "list", "appreciation", "--search", "six TEA").stdout.splitlines()) == 1
    for path, content in everything_below(home / "state").items():
        assert path.name == "decks.json" or b"for the tea" not in content, path


def test_what_is_typed_at_once_is_all_there(home: Path) -> None:
    with Program(home) as ritual:
        ritual.see("begin")
        ritual.press(f"an{WORDS}{CTRL_S}")
        ritual.see(f"│ {WORDS}")
    assert [one["text"] for one in listed(home)] == [WORDS]


def test_words_of_the_form_are_offered_to_their_author_after_kill_9(home: Path) -> None:
    shell(home, "thank", "for the soup", "--from", "Ana")
    with Program(home) as ritual:
        ritual.see("begin")
        ritual.press("a")
        ritual.see("for the soup")
        ritual.press(ENTER)
        ritual.see("Ana thanked you, Sam")
        ritual.press(WORDS)
        ritual.see(WORDS)
        drafts = home / "state" / "drafts"
        ritual.until(lambda _: any(WORDS in one.read_text() for one in drafts.glob("*.json")), "for the draft")
        ritual.kill(signal.SIGKILL)
        assert ritual.ended() == -signal.SIGKILL
    with Program(home) as ritual:
        assert WORDS not in ritual.see("Sam, words of yours are waiting", "Ana left something for Sam")
        ritual.press("o")
        ritual.see("Sam, you were writing an answer")
        ritual.press(ENTER)
        ritual.see(WORDS)
        ritual.press(CTRL_S)
        ritual.see(gone("begin", without="waiting"))
    assert [(one["text"], one["reply"]) for one in listed(home) if "to" in one] == [("for the soup", WORDS)]


def test_the_place_opens_from_the_shell(home: Path) -> None:
    with Program(home, "appreciations", columns=60, rows=20) as ritual:
        ritual.see("n  say the first one")
        shell(home, "thank", "for the soup", "--from", "Sam")
        ritual.see("│ for the soup", "Sam to Ana ─╯")
        ritual.press(ESCAPE)
        ritual.see("Sam left something for Ana")
