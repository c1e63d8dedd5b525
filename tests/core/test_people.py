import unicodedata
import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import people
from ritual.core.errors import Refused
from ritual.core.records import Couple, Person
from tests.conftest import EVENING

ZWJ = "\N{ZERO WIDTH JOINER}"


def person(name: str, seat: int = 0, first_called: str | None = None) -> Person:
    identity = people.person_id(first_called or name)
    return Person(id=identity, at=EVENING, by=identity, name=name, seat=seat)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ()),
        ("   ", ()),
        ("Ana", ("Ana",)),
        ("  Ana  ", ("Ana",)),
        ("Ana,Sam", ("Ana", "Sam")),
        ("Ana , Sam", ("Ana", "Sam")),
        ("Ana & Sam", ("Ana", "Sam")),
        ("Ana&Sam", ("Ana", "Sam")),
        ("Ana and Sam", ("Ana", "Sam")),
        ("Sandy and Andy", ("Sandy", "Andy")),
        ("Ferdinand", ("Ferdinand",)),
        ("Ana   Maria, Jean-Luc", ("Ana Maria", "Jean-Luc")),
        ("O'Brien & D’Arcy", ("O'Brien", "D’Arcy")),
        ("Zoë, Łukasz", ("Zoë", "Łukasz")),
        ("美咲, 健", ("美咲", "健")),
        ("שרה, يوسف", ("שרה", "يوسف")),
        (f"👩{ZWJ}🚀, ක්{ZWJ}ෂ", (f"👩{ZWJ}🚀", f"ක්{ZWJ}ෂ")),
        ("\N{RIGHT-TO-LEFT MARK}שרה, Sam", ("\N{RIGHT-TO-LEFT MARK}שרה", "Sam")),
        ("a" * people.LONGEST_NAME, ("a" * people.LONGEST_NAME,)),
    ],
)
def test_names_are_understood(typed: str, names: tuple[str, ...]) -> None:
    assert people.parse_names(typed) == names


@pytest.mark.parametrize("typed", ["Ana And Sam", "ANA AND SAM"])
def test_and_may_be_written_large(typed: str) -> None:
    assert len(people.parse_names(typed)) == 2


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (",", "empty"),
        ("Ana,", "empty"),
        ("& Sam", "empty"),
        ("and", "empty"),
        ("Ana, ana", "same"),
        ("Straße and STRASSE", "same"),
        ("Ana  Maria, ana maria", "same"),
        ("a" * 200, "40 letters"),
        ("Ana, " + "b" * 41, "40 letters"),
        ("A\x1b[31mna", "control"),
        ("A\x00na", "control"),
        ("Ana\x7f", "control"),
        ("Ana\nSam", "control"),
        ("Ana\tSam", "control"),
        ("Ana\ud800", "control"),
        ("Ana, Sam, Mia", "at most two"),
        ("Ana and Sam & Mia", "at most two"),
    ],
)
def test_what_cannot_be_names_is_refused_kindly(typed: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        people.parse_names(typed)


def test_the_same_name_written_with_other_code_points_is_the_same() -> None:
    with pytest.raises(Refused, match="same"):
        people.parse_names(f"José, {unicodedata.normalize('NFD', 'José')}")


def test_a_name_that_nobody_can_see_is_no_name() -> None:
    with pytest.raises(Refused, match="empty"):
        people.parse_names(f"{ZWJ}, Ana")


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_tidy_names_or_is_refused(typed: str) -> None:
    try:
        names = people.parse_names(typed)
    except Refused:
        assert typed.strip()
        return
    assert len(names) <= 2
    assert all(name == " ".join(name.split()) and 0 < len(name) <= people.LONGEST_NAME for name in names)
    assert people.parse_names(", ".join(names)) == names


def test_a_persons_id_never_changes_between_versions() -> None:
    assert people.person_id("Ana") == "581975ff-c2e3-569e-aa4b-d01cfaa9adf5"


def test_a_persons_id_is_a_uuid_of_the_casefolded_name() -> None:
    assert people.person_id("Ana") == people.person_id("ANA")
    assert people.person_id("Ana") != people.person_id("Sam")
    assert uuid.UUID(people.person_id("Ana")).version == 5


def test_the_same_name_in_other_code_points_has_the_same_id() -> None:
    assert people.person_id("José") == people.person_id(unicodedata.normalize("NFD", "José"))


def test_names_in_words() -> None:
    assert people.in_words(("Ana", "Sam")) == "Ana and Sam"
    assert people.in_words(("Ana",)) == "Ana"


def test_the_first_two_sit_down_in_order() -> None:
    ana, sam = people.seated(("Ana", "Sam"), [], EVENING)
    assert (ana.name, ana.seat, ana.id, ana.by) == ("Ana", 0, people.person_id("Ana"), people.person_id("Ana"))
    assert (sam.name, sam.seat, sam.id) == ("Sam", 1, people.person_id("Sam"))
    assert ana.at == EVENING


def test_those_known_by_name_stay_as_they_are() -> None:
    known = [person("Ana"), person("Sam", 1)]
    assert people.seated(("Ana", "Sam"), known, EVENING.replace(year=2030)) == known


def test_a_renamed_person_keeps_the_id() -> None:
    known = [person("Ana"), person("Sam", 1)]
    anna, sam = people.seated(("Anna", "Sam"), known, EVENING)
    assert (anna.name, anna.id) == ("Anna", known[0].id)
    assert sam == known[1]


def test_a_name_in_other_letters_is_a_new_wording_only() -> None:
    (ana,) = people.seated(("ANA",), [person("Ana")], EVENING)
    assert (ana.name, ana.id) == ("ANA", people.person_id("Ana"))


def test_both_renamed_keep_their_ids_in_order() -> None:
    known = [person("Sun"), person("Moon", 1)]
    seated = people.seated(("Ana", "Sam"), known, EVENING)
    assert [one.id for one in seated] == [one.id for one in known]


@pytest.mark.parametrize("names", [("Ana", "Sam"), ("Sam", "Ana")])
def test_the_second_one_is_added_in_either_order(names: tuple[str, str]) -> None:
    seated = people.seated(names, [person("Ana")], EVENING)
    assert {one.name: one.id for one in seated} == {name: people.person_id(name) for name in names}
    assert [one.seat for one in seated] == [0, 1]


def test_exchanged_names_exchange_seats_not_ids() -> None:
    seated = people.seated(("Sam", "Ana"), [person("Ana"), person("Sam", 1)], EVENING)
    assert [(one.name, one.seat, one.id) for one in seated] == [
        ("Sam", 0, people.person_id("Sam")),
        ("Ana", 1, people.person_id("Ana")),
    ]


def test_one_who_takes_the_former_name_of_the_other_is_somebody_else() -> None:
    known = [person("Anna", first_called="Ana")]
    anna, ana = people.seated(("Anna", "Ana"), known, EVENING)
    assert anna.id == known[0].id
    assert ana.id != anna.id


def test_the_other_is_who_one_is_not() -> None:
    ana, sam = person("Ana"), person("Sam", 1)
    assert people.other([ana, sam], ana.id) == sam
    assert people.other([ana, sam], sam.id) == ana


def test_one_alone_has_no_other() -> None:
    assert people.other([person("Ana")], person("Ana").id) is None
    assert people.other([], None) is None


def test_an_unknown_person_has_an_empty_name() -> None:
    assert people.name_of([person("Ana")], person("Ana").id) == "Ana"
    assert people.name_of([person("Ana")], None) == ""


def test_what_was_told_stays_until_something_else_is_told() -> None:
    couple = Couple(id="c", at=EVENING)
    told = people.described(couple, "long-term", date(2019, 6, 1))
    assert (told.stage, told.since) == ("long-term", date(2019, 6, 1))
    assert people.described(told, None, None) == told
    assert people.described(told, "new-chapter", None).since == date(2019, 6, 1)


@pytest.mark.parametrize("typed", ["Ana und Sam", "Ana, und Sam", "Ana Und Sam", "Ana + Sam", "Ana/Sam", "Ana; Sam"])
def test_two_names_may_be_joined_as_they_are_on_any_doorbell(typed: str) -> None:
    assert people.parse_names(typed) == ("Ana", "Sam")
    assert people.parse_names("Gundula") == ("Gundula",)
