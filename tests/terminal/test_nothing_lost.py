"""What was typed survives the end of the program, however it ends."""

import json
import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.program import CTRL_L, CTRL_N, CTRL_Q, CTRL_S, ENTER, Program, listed, lived_in, shell

SECRET = "the light on the stairs"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


def drafts(home: Path) -> list[dict[str, str]]:
    return [json.loads(path.read_bytes()) for path in (home / "state" / "drafts").glob("*.json")]


def wait(condition: Callable[[], object], what: str) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


def to_anas_note(ritual: Program) -> None:
    """From Home to the field where Ana writes her line of the evening."""
    ritual.see("begin")
    ritual.press(ENTER)
    ritual.see("breathe")
    ritual.press(CTRL_N)
    ritual.see("Ana speaks")
    ritual.press(CTRL_N)
    ritual.see("Sam speaks")
    ritual.press(CTRL_N)
    ritual.see("A card for tonight")
    ritual.press(CTRL_N)
    ritual.see("Enter keeps it")
    ritual.press(CTRL_N)
    ritual.see("How close do you feel now")
    ritual.press(ENTER)
    ritual.until(lambda text: re.search(r"\bSam\b", text), "for Sam")
    ritual.press(ENTER)
    ritual.see("Enter keeps it", "Ana")


def test_words_are_offered_to_their_author_after_kill_9(home: Path) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        started = time.monotonic()
        ritual.press(SECRET)
        ritual.see(SECRET)
        wait(lambda: any(one["text"] == SECRET for one in drafts(home)), "the draft")
        assert time.monotonic() - started < 3
        ritual.kill(signal.SIGKILL)
        assert ritual.ended() == -signal.SIGKILL
    assert SECRET not in shell(home, "list").stdout

    with Program(home) as ritual:
        home_page = ritual.see("Your evening is waiting", "Ana, words of yours are waiting")
        assert SECRET not in home_page
        ritual.press(ENTER)
        covered = ritual.see("Ana, you were writing here", "Enter shows them to you")
        assert SECRET not in covered
        ritual.press(ENTER)
        ritual.see(SECRET)
        ritual.press(ENTER)
        ritual.until(lambda text: "Sam" in text and SECRET not in text, "for Sam's turn")
        ritual.press(CTRL_N)
        ritual.see("Enter keeps this evening")
        ritual.press(ENTER)
        ritual.see("Your evening is kept")
    assert [(one["by"], one["text"]) for one in listed(home) if one["kind"] == "note"] == [("Ana", SECRET)]
    assert drafts(home) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_the_words_and_leaves_the_terminal_clean(home: Path, number: signal.Signals) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press(SECRET)
        ritual.see(SECRET)
        ritual.kill(number)
        assert ritual.ended() == 128 + number
        assert b"\x1b[?1049l" in ritual.raw
        assert b"Traceback" not in ritual.raw
    assert [one["text"] for one in drafts(home)] == [SECRET]


def test_a_closed_window_keeps_the_words(home: Path) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press(SECRET)
        ritual.see(SECRET)
        os.close(ritual.child.child_fd)
        wait(lambda: any(one["text"] == SECRET for one in drafts(home)), "the draft")


def test_quitting_keeps_the_words_and_they_can_be_kept_later(home: Path) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press(SECRET)
        ritual.see(SECRET)
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0
    with Program(home) as ritual:
        ritual.see("Your evening is waiting")
        ritual.press("k")
        ritual.see("Your evening is kept")
        ritual.press("o")
        assert SECRET not in ritual.see("Ana, you were writing a note")
        ritual.press(ENTER)
        ritual.see(SECRET)
        ritual.press("\x13")
        ritual.until(lambda text: "words of yours" not in text and "Your evening is kept" in text, "for Home")
    assert [(one["by"], one["text"]) for one in listed(home) if one["kind"] == "note"] == [("Ana", SECRET)]
    assert drafts(home) == []


def test_escape_goes_back_and_the_words_are_there_again(home: Path) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press(SECRET)
        ritual.see(SECRET)
        ritual.press("\x1b")
        ritual.see("How close do you feel now")
        ritual.press(ENTER)
        assert SECRET not in ritual.see("Ana, you were writing here")
        ritual.press(ENTER)
        ritual.see(SECRET)


def test_a_disk_that_takes_nothing_leaves_the_words_on_the_screen(home: Path) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press("first words")
        ritual.see("first words")
        own = next(one for one in (home / "data" / "journal").iterdir() if one.is_dir())
        own.rename(home / "aside")
        own.write_bytes(b"")
        try:
            ritual.press(ENTER)
            ritual.see("first words", "(could|can)not|could not")
        finally:
            own.unlink()
            (home / "aside").rename(own)
        ritual.press(ENTER)
        ritual.until(lambda text: "Sam" in text and "first words" not in text, "for Sam's turn")
    assert "first words" in json.dumps(listed(home))


@pytest.mark.parametrize(
    ("key", "next_screen"),
    [(CTRL_S, r"\n\s+Sam\n"), (CTRL_N, "keeps this evening"), (CTRL_L, "Your evening is waiting"), (CTRL_Q, "")],
)
def test_words_typed_just_before_a_key_are_not_lost(home: Path, key: str, next_screen: str) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press(SECRET + key)
        if next_screen:
            ritual.see(next_screen)
        else:
            assert ritual.ended() == 0
    kept = [one["text"] for one in listed(home) if one["kind"] == "note"] + [one["text"] for one in drafts(home)]
    assert kept == [SECRET]


def test_quick_fingers_lose_no_letter_between_two_fields(home: Path) -> None:
    with Program(home) as ritual:
        to_anas_note(ritual)
        ritual.press("first of all" + ENTER + "second of all")
        ritual.see(r"\bSam\b", "second of all")
        ritual.press(ENTER)
        ritual.see("Enter keeps this evening")
        ritual.press(ENTER)
        ritual.see("Your evening is kept")
    notes = {one["by"]: one["text"] for one in listed(home) if one["kind"] == "note"}
    assert notes == {"Ana": "first of all", "Sam": "second of all"}
