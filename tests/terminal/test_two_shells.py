"""ritual open in one window, and a second shell beside it."""

import time
from pathlib import Path

from tests.terminal.program import Program, listed, shell


def test_home_shows_within_two_seconds_that_a_thank_you_was_left(tmp_path: Path) -> None:
    shell(tmp_path, "setup", "--names", "Ana,Sam")
    with Program(tmp_path) as ritual:
        ritual.see("Ana starts tonight")
        said = shell(tmp_path, "thank", "for the tea", "--from", "Sam", "--way", "help")
        start = time.monotonic()
        text = ritual.see("Sam left something for Ana")
        assert time.monotonic() - start < 2
        assert "tea" not in text + said.stdout + said.stderr
    assert [(one["by"], one["to"], one["way"]) for one in listed(tmp_path)] == [("Sam", "Ana", "help")]
