"""How lines are said and asked for: at a terminal, from a pipe, and when a signal comes."""

import io
import os
import signal
import termios
from collections.abc import Iterator
from contextlib import suppress
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ritual.core.lengths import quiet
from ritual.core.session import begin
from ritual.plain import can
from ritual.plain.keyboard import LOCAL_MODES, Pipe, Tty
from ritual.plain.minutes import Minutes
from ritual.plain.picking import matching, of_feelings
from ritual.plain.signals import Ended, Signals
from ritual.plain.talk import Talk, is_ascii, wrapped


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """A terminal: the end at which somebody sits, and the end of the program."""
    sits, program = os.openpty()
    yield sits, program
    os.close(sits)
    os.close(program)


def echoes(descriptor: int) -> bool:
    return bool(termios.tcgetattr(descriptor)[LOCAL_MODES] & termios.ECHO)


def test_a_terminal_gives_lines_and_shows_nothing_that_is_typed_unseen(ends: tuple[int, int]) -> None:
    sits, program = ends
    seen: list[bool] = []
    tty = Tty(program, Signals())
    os.write(sits, "grüße\nzwei\n".encode())
    assert [tty.line(lambda: None), tty.line(lambda: None)] == ["grüße", "zwei"]

    def type_it() -> None:
        if not seen:
            os.write(sits, b"sealed\n")
        seen.append(echoes(program))

    with patch("ritual.plain.keyboard.LOOK", 0.01):
        assert tty.line(type_it, unseen=True) == "sealed"
    assert seen
    assert not any(seen)
    assert echoes(program)
    shown = os.read(sits, 1000)
    assert b"sealed" not in shown
    assert shown.endswith(b"\r\n\r\n")


def test_the_end_of_a_terminal_gives_back_what_was_begun(ends: tuple[int, int]) -> None:
    sits, program = ends
    os.write(sits, b"half\x04\x04")
    with pytest.raises(Ended) as end:
        Tty(program, Signals()).line(lambda: None, unseen=True)
    assert (end.value.typed, end.value.status) == ("half", 0)
    assert echoes(program)


def test_a_terminal_that_is_gone_is_the_end() -> None:
    sits, program = os.openpty()

    def goes() -> None:
        with suppress(OSError):
            os.close(sits)

    with pytest.raises(Ended), patch("ritual.plain.keyboard.LOOK", 0.01):
        Tty(program, Signals()).line(goes, unseen=True)
    os.close(program)


def test_a_pipe_gives_its_lines_and_then_ends() -> None:
    pipe = Pipe(io.BytesIO(b"one\r\n\n\xff\nlast"), Signals())
    assert [pipe.line(lambda: None) for _ in range(4)] == ["one", "", "\N{REPLACEMENT CHARACTER}", "last"]
    with pytest.raises(Ended):
        pipe.line(lambda: None)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_waiting_and_nothing_else(number: signal.Signals, ends: tuple[int, int]) -> None:
    before = signal.getsignal(number)
    with Signals() as signals:
        os.kill(os.getpid(), number)
        with pytest.raises(Ended) as end:
            Tty(ends[1], signals).line(lambda: None, unseen=True)
    assert end.value.status == 128 + number
    assert echoes(ends[1])
    assert signal.getsignal(number) == before


@given(st.text(st.sampled_from("ab 漢é"), max_size=60), st.integers(2, 20))
def test_lines_are_broken_between_words_and_lose_none(text: str, width: int) -> None:
    rows = list(wrapped(text, width))
    assert " ".join(rows).split() == text.split()
    assert all(cell_len(row) <= width or " " not in row for row in rows)


def test_what_steers_a_terminal_is_made_visible_and_ascii_is_kept_to() -> None:
    out = io.StringIO()
    Talk(Pipe(io.BytesIO(), Signals()), out, ascii_only=True).say("“hm” · \x1b[31mré für 漢\x07…", "", "two\nlines")
    assert out.getvalue() == '"hm" - ?[31mre fuer ??...\ntwo\nlines\n'
    out = io.StringIO()
    Talk(Pipe(io.BytesIO(), Signals()), out).say("“ré”\x1b[31m")
    assert out.getvalue() == "“ré”\N{REPLACEMENT CHARACTER}[31m\n"
    assert is_ascii({"LC_ALL": "C", "LANG": "de_DE.UTF-8"})
    assert is_ascii({})
    assert not is_ascii({"LANG": "C.UTF-8"})


def test_a_letter_a_word_and_its_beginning_mean_the_same() -> None:
    among = (can.NOTHING, can.PRIVATE, can.BACK, can.BREAK, can.ONWARD)
    for typed, meant in {
        "p": "p",
        "pass": "p",
        "PR": "k",
        "b": "b",
        "bac": "b",
        "b r": None,
        "x": None,
        "": None,
    }.items():
        chosen = can.found(typed, among)
        assert (chosen.key if chosen else None) == meant, typed
    assert len({one.key for one in among}) == len(among)


def test_a_feeling_is_found_by_its_beginning_and_by_itself() -> None:
    families = of_feelings()
    assert matching("tired", families) == ["tired"]
    assert matching("TIR", families) == ["tired"]
    assert len(matching("over", families)) > 1
    assert matching("", families) == matching("zzz", families) == []


def test_no_time_is_told_twice() -> None:
    minutes, progress = Minutes(), begin(quiet(2), [], 0.0)
    assert minutes.begin(progress) == "There are 2 minutes."
    assert minutes.begin(progress) == minutes.passed(progress, rings=True) == ""
