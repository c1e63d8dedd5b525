"""`ritual list --search`: found by their words."""

import pytest

from ritual.core.records import Draw, Note, Topic
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, SAM, entries, one_line, put_beside, run
from tests.conftest import EVENING


@pytest.fixture
def searched(house: House) -> House:
    keep = house.journal.keep
    keep(Note(id="straße", at=EVENING, night=NIGHT, by=ANA, text="Die Straße im Regen, Café", tags=["Spaziergang"]))
    keep(Note(id="tea", at=EVENING, night=NIGHT.replace(year=2019), by=SAM, text="Tea and rain\nand a [walk]"))
    keep(Topic(id="topic", at=EVENING, by=ANA, text="holidays in the rain"))
    keep(Draw(id="draw", at=EVENING, night=NIGHT, card="everyday-quiet-win"))
    keep(Note(id="private", at=EVENING, night=NIGHT, by=ANA, text="rain", visibility="private"))
    keep(Note(id="sealed", at=EVENING, night=NIGHT, by=ANA, text="rain", visibility="sealed"))
    house.journal.remove(keep(Note(id="removed", at=EVENING, night=NIGHT, by=ANA, text="rain")))
    return house


def found(folders: Folders, *arguments: str) -> set[str]:
    return {one["id"] for one in entries(folders, *arguments)}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("rain", {"tea", "topic"}),
        ("RAIN", {"tea", "topic"}),
        ("rain tea", {"tea"}),
        ("  tea   rain ", {"tea"}),
        ("rai", {"tea", "topic"}),
        ("STRASSE", {"straße"}),
        ("strasse", {"straße"}),
        ("cafe\u0301", {"straße"}),
        ("spaziergang", {"straße"}),
        ("[walk]", {"tea"}),
        ("probably nobody", {"draw"}),
        ("rain snow", set()),
        (".*", set()),
        ("\x1b[2J", set()),
        ("", {"straße", "tea", "topic", "draw"}),
    ],
)
def test_all_words_are_found_in_any_order_and_case(searched: House, words: str, ids: set[str]) -> None:
    assert found(searched.folders, "--search", words) == ids


def test_a_search_can_be_narrowed(searched: House) -> None:
    assert found(searched.folders, "note", "--search", "rain") == {"tea"}
    assert found(searched.folders, "--search", "rain", "--by", "Ana") == {"topic"}
    assert found(searched.folders, "--search", "rain", "--limit", "1") == {"topic"}


def test_what_is_hidden_is_not_found(searched: House) -> None:
    assert found(searched.folders, "--search", "rain") & {"private", "sealed", "removed"} == set()


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_nothing_found_is_no_error(searched: House, how: list[str]) -> None:
    done = run(searched.folders, "list", "--search", "nowhere", *how)
    assert done.exit_code == 0
    assert (done.stdout, one_line(done.stderr)) == (("[]\n", False) if how else ("", True))


def test_a_find_is_one_line_however_many_its_words_have(searched: House) -> None:
    done = run(searched.folders, "list", "--search", "tea")
    assert done.stdout == "Friday 22 November 2019 · note · Sam · Tea and rain and a [walk]\n"


def test_both_wordings_of_two_devices_are_found(house: House, elsewhere: Folders) -> None:
    theirs = House(elsewhere, house.clock)
    theirs.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="silver"))
    put_beside(theirs, house)
    assert found(house.folders, "--search", "golden") == found(house.folders, "--search", "silver") == {"n"}
