"""Who may see what two devices wrote apart."""

import pytest

from ritual.core import unite
from ritual.core.records import Note, Visibility
from tests.conftest import EVENING


@pytest.mark.parametrize("other", ["sealed", "private"])
def test_what_one_of_them_covered_stays_covered(other: Visibility) -> None:
    shared = Note(id="one", at=EVENING, versions={"a": 9}, text="for both")
    covered = Note(id="one", at=EVENING, versions={"b": 1}, text="for one", visibility=other)
    assert unite.unite(shared, covered).visibility == unite.unite(covered, shared).visibility == other
