"""Records to entries and back: nothing is lost, and nothing that is not theirs is said."""

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ritual.core.nights import night_of
from ritual.core.records import Person, Record, Reply
from ritual.journal import Journal
from ritual.journal.exchange import exporting, importing
from ritual.journal.exchange.entries import Entries, fields
from ritual.journal.exchange.incoming import Incoming
from ritual.journal.exchange.names import Names
from tests.conftest import EVENING
from tests.journal.exchange.anything import COUPLES, ENTRIES

anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def shown_in(records: list[Record]) -> list[Record]:
    return [one for one in records if exporting.is_shown(one)]


@anything
@given(records=ENTRIES, couple=COUPLES)
def test_a_lossless_export_brings_every_record_back(
    journal: Journal, records: list[Record], couple: list[Person]
) -> None:
    """Into a home where nobody lives, whoever wrote it and whatever they are called."""
    everything = exporting.in_order([*records, *couple])
    content = exporting.as_json(everything, couple, lossless=True)
    parcel = importing.opened(content)
    assert parcel.ours
    back = importing.records(parcel, journal, night_of, by=None)
    assert back == everything
    assert exporting.as_json(exporting.in_order(back), couple, lossless=True) == content


@anything
@given(records=ENTRIES, couple=COUPLES)
def test_plain_entries_come_back_as_the_same_entries(records: list[Record], couple: list[Person]) -> None:
    assume(couple[0].name.casefold() != couple[1].name.casefold())
    shown = shown_in(records)
    replies = [one for one in shown if isinstance(one, Reply)]
    entries = [Entries(couple, replies).entry(one) for one in shown]
    back = Incoming(Names(couple, EVENING), night_of, set).taken(entries)
    assert [Entries(couple, replies).entry(one) for one in back] == entries


@anything
@given(records=ENTRIES, couple=COUPLES, lossless=st.booleans())
def test_an_entry_has_only_fields_that_an_entry_may_have(
    records: list[Record], couple: list[Person], lossless: bool
) -> None:
    for one in records:
        assert set(Entries(couple).entry(one, lossless=lossless)) <= fields(type(one))


@anything
@given(records=ENTRIES, couple=COUPLES)
def test_a_plain_entry_tells_nothing_of_how_it_is_kept(records: list[Record], couple: list[Person]) -> None:
    for one in shown_in(records):
        entry = Entries(couple).entry(one)
        assert not {"versions", "former", "removed", "visibility", "sum", "moved"} & set(entry)
        msgspec.json.encode(entry)


@anything
@given(records=ENTRIES, couple=COUPLES, more=st.sampled_from(["colour", "sum", "moved", "legs ", ""]))
def test_a_field_that_nobody_knows_is_refused(records: list[Record], couple: list[Person], more: str) -> None:
    assume(records)
    entries = [Entries(couple).entry(one, lossless=True) for one in records]
    entries[-1][more] = 1
    with pytest.raises(Exception, match=r"entries\[\d+\].*Nothing was imported"):
        Incoming(Names(couple, EVENING), night_of, set).taken(entries)
