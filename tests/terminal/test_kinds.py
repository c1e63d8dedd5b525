"""Terminals of all kinds: few colours, no Unicode locale, no mouse, tmux, and letters that come in pieces."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.program import CTRL_S, CTRL_T, ENTER, RITUAL, Program, environment, listed, lived_in

TMUX = shutil.which("tmux")
COMPOSED = "e\u0301 ก\u0e47 漢字 한국어 שלום 😀"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


def colours(ritual: Program) -> set[str]:
    """All that are on the screen."""
    return {colour for row in ritual.screen.buffer.values() for sign in row.values() for colour in (sign.fg, sign.bg)}


def marked(ritual: Program) -> str:
    """What is underlined and bold."""
    signs = (sign for row in ritual.screen.buffer.values() for sign in row.values())
    return "".join(sign.data for sign in signs if sign.bold and sign.underscore).strip()


def behind(ritual: Program, cells: int) -> bool:
    """Whether the cursor is so many cells behind the first letter: there an input method shows what is composed."""
    line = ritual.screen.display[ritual.screen.cursor.y]
    return "▌ 漢" in line and ritual.screen.cursor.x == line.index("漢") + cells


def test_sixteen_colours_and_no_locale(home: Path) -> None:
    with Program(home, TERM="xterm-16color", LC_ALL="C", LANG="") as ritual:
        ritual.see("╭──", "begin · 20 minutes")
        assert not re.search(rb"[34]8;[25];", ritual.raw)
        assert colours(ritual) == {"default", "black", "white", "brightwhite"}
        ritual.press("s")
        ritual.see("names +Ana and Sam", "Enter change")
        ritual.until(lambda _: marked(ritual).startswith("names"), "for the marked setting, underlined")


def test_no_colour_means_greys(home: Path) -> None:
    with Program(home, NO_COLOR="1", COLORTERM="truecolor") as ritual:
        ritual.see("begin · 20 minutes")
        greys = colours(ritual) - {"default"}
        assert len(greys) > 2
        assert all(grey[:2] == grey[2:4] == grey[4:] for grey in greys)


def test_python_told_to_write_ascii_writes_question_marks_and_keeps_every_letter(home: Path) -> None:
    with Program(home, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C") as ritual:
        ritual.see(r"\?{20}", r"begin \? 20 minutes")
        ritual.press(CTRL_T)
        ritual.see("talk about")
        ritual.press("für uns", CTRL_S)
        ritual.see("It is parked")
    assert listed(home)[0]["text"] == "für uns"


@pytest.mark.parametrize("wanted", [True, False])
def test_the_mouse_is_asked_for_where_they_want_it(home: Path, wanted: bool) -> None:
    with Program(home, RITUAL_MOUSE=str(wanted), TERM="screen-256color") as ritual:
        ritual.see("w check-in")
        assert (b"\x1b[?1000h" in ritual.raw) is wanted
        click = f"\x1b[<0;{ritual.screen.display[-1].index('check-in') + 1};24"
        ritual.press(f"{click}M{click}m")
        if wanted:
            ritual.see("A look at your week, side by side")
        else:
            ritual.press("s")
            ritual.see("names +Ana and Sam")


def test_letters_may_come_in_pieces_and_be_put_together(tmp_path: Path) -> None:
    """An input method sends a whole word at once; a slow line sends half a letter."""
    home = tmp_path / "home"
    with Program(home) as ritual:
        ritual.see("What are your names")
        for piece in ("José, ".encode(), *(bytes([one]) for one in "漢字".encode())):
            ritual.press(piece)
            ritual.spend(0.1)
        ritual.see("José, 漢字")
        ritual.press(ENTER)
        ritual.see("as a couple")
        ritual.press(ENTER)
        ritual.see("How long")
        ritual.press(ENTER)
        ritual.see("José starts tonight")
        ritual.press(CTRL_T)
        ritual.see("talk about")
        ritual.press("漢字")
        ritual.until(lambda _: behind(ritual, cells=4), "for the cursor behind both letters")
        ritual.press(COMPOSED)
        ritual.until(lambda _: behind(ritual, cells=4 + 23), "for the cursor behind all letters")
        ritual.press(CTRL_S)
        ritual.see("It is parked")
    assert listed(home)[0]["text"] == f"漢字{COMPOSED}"


@pytest.mark.skipif(TMUX is None, reason="there is no tmux")
def test_inside_tmux(home: Path, tmp_path: Path) -> None:
    def tmux(*arguments: str) -> str:
        command = [str(TMUX), "-S", str(tmp_path / "s"), "-f", os.devnull, *arguments]
        return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True).stdout

    def see(*words: str) -> None:
        end = time.monotonic() + 30
        while not all(word in (shown := tmux("capture-pane", "-p")) for word in words):
            assert time.monotonic() < end, shown
            time.sleep(0.05)

    tmux("-u", "new-session", "-d", "-x", "80", "-y", "24", str(RITUAL))
    try:
        see("╭──", "begin · 20 minutes", "? help")
        tmux("send-keys", "C-t")
        see("talk about")
        tmux("send-keys", "-l", "für 漢字")
        see("▌ für 漢字")
        tmux("resize-window", "-x", "20", "-y", "5")
        see("Please make this")
        tmux("resize-window", "-x", "100", "-y", "30")
        tmux("send-keys", "C-s")
        see("It is parked", "begin · 20 minutes")
    finally:
        tmux("kill-server")
    assert listed(home)[0]["text"] == "für 漢字"
