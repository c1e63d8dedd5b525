"""A writer that is killed at any moment loses nothing that was acknowledged."""

import random
from pathlib import Path

from benchmarks.kills import kill_often

KILLS = 25


def test_nothing_acknowledged_is_lost_and_no_file_is_broken_however_often_the_writer_is_killed(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    tally = kill_often(KILLS, tmp_path, seed)
    assert tally.clean, f"seed {seed}: {tally}: {[*tally.lost, *tally.unreadable, *tally.complaints]}"
    assert tally.kills == KILLS
    assert tally.acknowledged > KILLS, "the writers did not come to write"
    assert tally.caught > KILLS / 2, "the kills did not come amid a write"
