"""Whatever happens to the bytes of a month: it is noticed, it costs only what it hit, and it can be mended."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ritual.core.records import Appreciation, Note, Record
from ritual.journal import Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.mending import accept, repair
from ritual.journal.reading import understood
from tests.journal.conftest import again, note
from tests.journal.damage import DAMAGES, Month, month, records

EXAMPLES = 15
"""Of each kind of damage, with and without a former state."""


@pytest.fixture(scope="module")
def november(tmp_path_factory: pytest.TempPathFactory) -> Month:
    found = month(tmp_path_factory.mktemp("month"))
    assert len(found.records) == 12
    return found


def wordings(record: Record) -> list[str]:
    """What a record says and said."""
    said = [one["text"] for one in record.former if "text" in one]
    return [*said, record.text] if isinstance(record, Note | Appreciation) else said


def mend(journal: Journal) -> None:
    """Repair, accept, and let nothing be wrong after that; then write."""
    doctor = Doctor(journal, Drafts(journal.folders))
    repair(doctor)
    assert {one.cure for one in doctor.examine()} <= {"accept"}
    accept(doctor)
    assert doctor.examine() == []
    before = records(journal)
    kept = journal.keep(note("new", "new words"))
    later = again(journal)
    assert records(later) == {**before, ("note", "new"): kept}
    assert later.problems == []


@pytest.mark.parametrize("kind", DAMAGES)
@given(data=st.data())
@settings(max_examples=EXAMPLES)
def test_damage_without_a_former_state_is_noticed_and_costs_only_what_it_hit(
    november: Month, kind: str, data: st.DataObject
) -> None:
    damage = data.draw(DAMAGES[kind](november.content))
    assume(damage.content != november.content)
    journal = november.damage(damage.content)
    found, spared = records(journal), november.spared(damage)
    assert len(journal.problems) == 1
    assert len(journal.problems[0].splitlines()) == 1
    assert {place: found.get(place) for place in spared} == spared
    assert november.set_aside == [damage.content]
    assert november.path.read_bytes() == damage.content
    mend(journal)
    healed = records(again(journal))
    assert {place: healed.get(place) for place in spared} == spared
    assert damage.content in november.set_aside
    assert understood(november.former.read_bytes()).fault == ""


@pytest.mark.parametrize("kind", DAMAGES)
@given(data=st.data())
@settings(max_examples=EXAMPLES)
def test_damage_beside_a_whole_former_state_loses_nothing(november: Month, kind: str, data: st.DataObject) -> None:
    damage = data.draw(DAMAGES[kind](november.content))
    assume(damage.content != november.content)
    journal = november.damage(damage.content, november.content)
    found, spared = records(journal), november.spared(damage)
    assert len(journal.problems) == 1
    assert {place: found.get(place) for place in spared} == spared
    assert november.records.keys() <= found.keys()
    assert november.set_aside == [damage.content]
    mend(journal)
    healed = records(again(journal))
    for place, record in november.records.items():
        assert set(wordings(record)) <= set(wordings(healed[place]))
    assert damage.content in november.set_aside
    assert understood(november.former.read_bytes()).fault == ""
