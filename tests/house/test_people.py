"""Who lives here."""

from datetime import date, timedelta

import pytest

from ritual.core.errors import RitualError
from ritual.core.people import person_id
from ritual.core.records import Couple, Person
from ritual.house import COUPLE, House
from tests.house.conftest import again, starter


def names(house: House) -> list[str]:
    return [one.name for one in again(house).people]


def couple(house: House) -> Couple:
    found = again(house).journal.get(Couple, COUPLE)
    assert found is not None
    return found


def test_an_empty_house_has_nobody(empty_house: House) -> None:
    assert empty_house.people == []
    assert empty_house.starter is None
    assert empty_house.stage is None
    assert not empty_house.folders.data.exists()


def test_two_settle(empty_house: House) -> None:
    empty_house.settle(("Ana", "Sam"), "long-term", date(2019, 6, 1))
    people = again(empty_house).people
    assert [(one.name, one.seat, one.id) for one in people] == [
        ("Ana", 0, person_id("ana")),
        ("Sam", 1, person_id("SAM")),
    ]
    assert [one.by for one in people] == [one.id for one in people]
    assert (couple(empty_house).stage, couple(empty_house).since) == ("long-term", date(2019, 6, 1))
    assert again(empty_house).stage == "long-term"


def test_one_settles(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    assert names(empty_house) == ["Ana"]
    assert starter(empty_house) == "Ana"
    assert couple(empty_house).stage is None


def test_a_second_person_comes_later(empty_house: House) -> None:
    empty_house.settle(("Ana",), "beginning")
    empty_house.settle(("Ana", "Sam"))
    assert names(empty_house) == ["Ana", "Sam"]
    assert [one.id for one in again(empty_house).people] == [person_id("Ana"), person_id("Sam")]
    assert couple(empty_house).stage == "beginning"


def test_a_second_person_may_be_named_first(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    empty_house.settle(("Sam", "Ana"))
    assert names(empty_house) == ["Sam", "Ana"]


def test_a_second_person_may_have_the_name_the_first_one_had(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    empty_house.settle(("Bea",))
    empty_house.settle(("Bea", "Ana"))
    assert names(empty_house) == ["Bea", "Ana"]


def test_a_renamed_person_keeps_the_id(house: House) -> None:
    before = {one.name: one for one in house.people}
    house.settle(("Ana", "Samuel"))
    after = {one.name: one for one in again(house).people}
    assert set(after) == {"Ana", "Samuel"}
    assert after["Samuel"].id == before["Sam"].id
    assert after["Samuel"].at == before["Sam"].at
    assert after["Ana"].id == before["Ana"].id


def test_a_name_written_otherwise_is_the_same_person(house: House) -> None:
    before = [one.id for one in house.people]
    house.settle(("ANA", "sam"))
    assert names(house) == ["ANA", "sam"]
    assert [one.id for one in house.people] == before


def test_two_can_change_places(house: House) -> None:
    before = {one.name: one.id for one in house.people}
    house.settle(("Sam", "Ana"))
    assert names(house) == ["Sam", "Ana"]
    assert {one.name: one.id for one in house.people} == before


def test_where_two_live_one_name_is_refused(house: House) -> None:
    with pytest.raises(RitualError, match="Ana and Sam live here") as fault:
        house.settle(("Ana",))
    assert len(str(fault.value).splitlines()) == 1
    assert names(house) == ["Ana", "Sam"]


def test_what_was_told_stays_where_nothing_new_is_told(house: House) -> None:
    house.settle(("Ana", "Sam"), "new-chapter", date(2019, 6, 1))
    house.settle(("Ana", "Sam"))
    assert (couple(house).stage, couple(house).since) == ("new-chapter", date(2019, 6, 1))
    house.settle(("Ana", "Sam"), "long-term")
    assert (couple(house).stage, couple(house).since) == ("long-term", date(2019, 6, 1))


def test_people_are_at_most_two(house: House) -> None:
    third = Person(id="third", at=house.clock.now() + timedelta(days=1), name="Kim", seat=2)
    house.journal.keep(third)
    assert names(house) == ["Ana", "Sam"]
