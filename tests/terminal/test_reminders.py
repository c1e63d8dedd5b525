"""Reminders in a real terminal: asked before they are written, and known to a login shell after ritual was open."""

from datetime import datetime
from pathlib import Path

import pexpect
import pytest

from ritual.core.nights import night_of
from ritual.folders import Folders
from ritual.reminders.known import known
from tests.machines import Machine
from tests.terminal.program import CTRL_Q, PATIENCE, RITUAL, Program, environment, shell


@pytest.mark.parametrize(("answer", "status"), [("n", 1), ("", 1), ("y", 0)])
def test_nothing_is_written_for_them_without_a_yes(tmp_path: Path, answer: str, status: int) -> None:
    machine = Machine(tmp_path / "machine", "crontab")
    around = environment(tmp_path, PATH=str(machine.folder))
    child = pexpect.spawn(str(RITUAL), ["remind", "install"], env=around, timeout=PATIENCE, encoding="utf-8")
    child.expect("nudge --notify")
    child.expect("Write this for cron")
    child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert machine.crontab.exists() == (status == 0)


def test_after_ritual_was_open_a_login_shell_need_not_look(tmp_path: Path) -> None:
    shell(tmp_path, "setup", "--names", "Ana,Sam")
    with Program(tmp_path) as program:
        program.see("help")
        program.press(CTRL_Q)
        assert program.ended() == 0
    folders = Folders.find(tmp_path)
    assert known(folders, night_of(datetime.now())) is not None
    assert shell(tmp_path, "nudge").stderr == ""
