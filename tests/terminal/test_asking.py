"""The commands that ask something, on a terminal."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ritual.cli import main
from tests.terminal.program import CTRL_Q, ENTER, Program, everything_below, listed, lived_in, shell

CTRL_C, CTRL_D, LEFT = "\x03", "\x04", "\x1b[D"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


@pytest.fixture
def in_the_bin(home: Path) -> Path:
    """A home with a removed entry."""
    entry = '{"kind":"note","at":"2026-01-22T20:00:00+01:00","text":"golden","removed":"2026-01-22T21:00:00+01:00"}'
    (home / "removed.json").write_text(f"[{entry}]")
    shell(home, "import", str(home / "removed.json"))
    (home / "removed.json").unlink()
    return home


def test_thank_alone_asks_for_the_name_and_the_words(home: Path) -> None:
    with Program(home, "thank") as ritual:
        ritual.see(r"Who says thank you, Ana or Sam\?")
        ritual.press("sam", ENTER)
        ritual.see(r"What are you thankful for\?\n>")
        ritual.press("für den Tee ♥", ENTER)
        ritual.see("Kept for Ana. Thank you, Sam.")
        assert ritual.ended() == 0
    assert [(one["by"], one["to"], one["text"]) for one in listed(home)] == [("Sam", "Ana", "für den Tee ♥")]


def test_thank_asks_again_until_it_can_be_kept(home: Path) -> None:
    with Program(home, "thank", "--way", "help") as ritual:
        ritual.see(r"Sam\?")
        ritual.press("Kim", ENTER)
        ritual.see("There is nobody called Kim here", r"(?s)Sam\?.*Sam\?")
        ritual.press(ENTER)
        ritual.see("nobody without a name", r"(?s)Sam\?.*Sam\?.*Sam\?")
        ritual.press("Ana", ENTER)
        ritual.see(r"thankful for\?\n>")
        ritual.press("  ", ENTER)
        ritual.see(r"thankful for\?\n> +\n>|thankful for\?\n>\n>")
        ritual.press("golden", ENTER)
        assert ritual.ended() == 0
    assert [(one["by"], one["text"], one["way"]) for one in listed(home)] == [("Ana", "golden", "help")]


def test_words_can_be_corrected_with_the_arrow_keys_and_be_long(home: Path) -> None:
    words = "for everything you did this week " * 200
    with Program(home, "thank", "--from", "Ana", columns=120, rows=60) as ritual:
        ritual.see("> *$|>")
        ritual.press("teo", LEFT, LEFT, LEFT, words[:3000], words[3000:], ENTER)
        assert ritual.ended() == 0
    assert [one["text"] for one in listed(home)] == [f"{words}teo"]


def test_a_terminal_of_plain_lines_shows_all_of_a_long_question_and_answer(in_the_bin: Path) -> None:
    question = b"Erase 1 removed entry for good? Nobody can bring that back. [y/N] "
    with Program(in_the_bin, "bin", "--empty", columns=40, TERM="dumb") as ritual:
        ritual.see(r"\[y/N\]")
        ritual.press("no, not at all, and not tomorrow", ENTER)
        assert ritual.ended() == 1
        assert ritual.raw.startswith(question + b"no, not at all, and not tomorrow\r\n")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("arguments", [["thank"], ["thank", "--from", "Ana"], ["thank", "golden"]], ids=" ".join)
def test_thank_can_be_left_at_each_question(home: Path, arguments: list[str], key: str) -> None:
    before = everything_below(home / "data")
    with Program(home, *arguments) as ritual:
        ritual.see(r"Sam\?|>")
        assert left(ritual, key) == 130
        assert ritual.raw.endswith(b"\n")
        assert b"Traceback" not in ritual.raw
    assert everything_below(home / "data") == before


def test_topic_alone_asks_for_the_words_and_says_when_it_comes_back(home: Path) -> None:
    with Program(home, "topic", "--on", "tomorrow") as ritual:
        ritual.see(r"What would you like to talk about\?\n>")
        ritual.press(" ", ENTER)
        ritual.see(r"about\?\n> +\n>|about\?\n>\n>")
        ritual.press("the holidays", ENTER)
        ritual.see("Parked. It comes back on")
        assert ritual.ended() == 0
    assert [(one["kind"], one["text"]) for one in listed(home)] == [("topic", "the holidays")]


@pytest.mark.parametrize(
    ("arguments", "whose"), [(["thank", "--from", "Ana"], "Ana, words of yours"), (["topic"], "Words")]
)
def test_typed_words_that_cannot_be_kept_wait_in_ritual(home: Path, arguments: list[str], whose: str) -> None:
    """A folder is where the lock should be: nobody can write, whoever they are."""
    lock = home / "state" / "journal.lock"
    lock.unlink()
    lock.mkdir()
    with Program(home, *arguments) as ritual:
        ritual.see(">")
        ritual.press("golden", ENTER)
        ritual.see("could not be saved", "not lost")
        assert ritual.ended() == 1
    lock.rmdir()
    assert listed(home) == []
    with Program(home) as ritual:
        ritual.see(f"{whose} are waiting")
        ritual.press("o")
        assert "golden" not in ritual.see("covered")
        ritual.press(ENTER)
        ritual.see("golden")
        ritual.press(CTRL_Q)


def test_the_bin_is_emptied_after_two_questions(in_the_bin: Path) -> None:
    with Program(in_the_bin, "bin", "--empty") as ritual:
        ritual.see(r"Erase 1 removed entry for good\?.*\[y/N\]")
        ritual.press("y", ENTER)
        ritual.see(r"Are you both sure\?.*\n?.*\[y/N\]")
        ritual.press("y", ENTER)
        ritual.see("The bin is empty")
        assert ritual.ended() == 0
    assert not any(b"golden" in content for content in everything_below(in_the_bin).values())


@pytest.mark.parametrize(
    ("keys", "status"), [(["n" + ENTER], 1), (["y" + ENTER, ENTER], 1), ([CTRL_C], 130), (["y" + ENTER, CTRL_D], 130)]
)
def test_the_bin_stays_where_either_question_is_not_answered_with_yes(
    in_the_bin: Path, keys: list[str], status: int
) -> None:
    before = everything_below(in_the_bin / "data")
    with Program(in_the_bin, "bin", "--empty") as ritual:
        for number, key in enumerate(keys, start=1):
            ritual.until(_asked(number), f"to be asked {number} times")
            if key in (CTRL_C, CTRL_D):
                left(ritual, key)
            else:
                ritual.press(key)
        assert ritual.ended() == status
    assert everything_below(in_the_bin / "data") == before


def left(ritual: Program, key: str) -> int:
    """Press `key`, and again where it was not noticed, as one does; the exit status.

    Ctrl+C in the instant between a question and readline's waiting is noticed only with the next key.
    """
    for once in range(600):
        if not ritual.child.isalive():
            break
        if once % 60 == 0:
            ritual.press(key)
        ritual.text()
    return ritual.ended()


def _asked(times: int) -> Callable[[str], bool]:
    return lambda text: text.count("[y/N]") == times


def test_export_asks_before_it_writes_over_a_file(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "there.json"
    file.write_text("theirs")
    for answer, status, stays in (
        (ENTER, 1, True),
        ("n" + ENTER, 1, True),
        (CTRL_C, 130, True),
        ("y" + ENTER, 0, False),
    ):
        with Program(home, "export", str(file)) as ritual:
            ritual.until(_asked(1), "to be asked")
            if answer == CTRL_C:
                left(ritual, answer)
            else:
                ritual.press(answer)
            assert ritual.ended() == status
        assert (file.read_text() == "theirs") is stays
    assert file.stat().st_mode & 0o777 == 0o600


def test_import_shows_how_far_it_is_and_can_be_left(home: Path, tmp_path: Path) -> None:
    nights = [f"{1900 + number // 12}-{number % 12 + 1:02}-03" for number in range(240)]
    entries = ",".join(f'{{"kind":"note","at":"{one}T21:00:00Z","text":"golden","by":"Ana"}}' for one in nights)
    (tmp_path / "many.json").write_text(f"[{entries}]")
    with Program(home, "import", str(tmp_path / "many.json")) as ritual:
        ritual.see("Importing", "240 entries came in")
        assert ritual.ended() == 0
        assert b"100%" in ritual.raw
    other = tmp_path / "other"
    os.mkfifo(tmp_path / "waiting")
    with Program(other, "import", str(tmp_path / "waiting")) as ritual:
        writer = os.open(tmp_path / "waiting", os.O_WRONLY)
        ritual.kill(signal.SIGINT)
        assert ritual.ended() == 130
        os.close(writer)
    assert listed(other) == []


def test_help_tells_of_every_command(home: Path) -> None:
    told = CliRunner().invoke(main, ["--help"]).output.split("Commands:\n")[1].splitlines()
    commands = [line.split()[0] for line in told if line.startswith("  ") and not line.startswith("   ")]
    assert set(commands) == set(main.commands)
    for command in commands:
        done = CliRunner().invoke(main, [command, "--help"], prog_name="ritual")
        assert done.exit_code == 0
        assert f"Usage: ritual {command}" in done.output
    for command in ("thank", "topic"):
        with Program(home, command, "--help", rows=60) as ritual:
            ritual.see(f"Usage: ritual {command}", "--help")
            assert ritual.ended() == 0
