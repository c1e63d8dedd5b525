"""Problems, settings and drafts of a house."""

from ritual.core.records import Note
from ritual.evening import Evening
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import TurnedClock
from tests.house.conftest import again


def test_damage_and_settings_that_were_not_understood_are_among_the_problems(house: House, folders: Folders) -> None:
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text("minutes = 1000\n")
    (house.journal.folder / house.journal.device / "standing.json").write_bytes(b"damaged")
    later = again(house)
    assert later.people != []
    assert len(later.all_problems()) == 2
    assert later.settings.minutes == 20


def test_settings_are_changed_at_once_and_for_the_next_start(house: House) -> None:
    house.change(minutes=30)
    assert house.settings.minutes == 30
    assert again(house).settings.minutes == 30


def test_a_draft_becomes_the_record_it_was_going_to_be(house: House, clock: TurnedClock) -> None:
    tonight = Evening.begin(house, 20)
    while tonight.beat.kind != "appreciation":
        tonight.forward()
    tonight.draft("the tea you ma")
    later = again(house)
    (draft,) = later.drafts.all()
    clock.turn(60)
    later.keep_draft(draft, "the tea you made")
    assert later.drafts.all() == []
    resumed = Evening.resume(later, later.sessions[-1])
    assert (resumed.words_so_far(), resumed.is_covered()) == ("the tea you made", True)


def test_an_empty_draft_is_let_go(house: House) -> None:
    tonight = Evening.begin(house, 20)
    while tonight.beat.kind != "note":
        tonight.forward()
    tonight.draft("never mind")
    (draft,) = house.drafts.all()
    house.keep_draft(draft, "")
    assert house.drafts.all() == []
    assert house.journal.nights(Note) == []
