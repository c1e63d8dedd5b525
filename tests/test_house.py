"""Who lives here, whose turn it is, and tonight's card."""

from datetime import date, datetime, timedelta

import pytest

from ritual.content import decks
from ritual.core.errors import RitualError
from ritual.core.people import person_id
from ritual.core.records import Couple, Draw, Leg, Mark, Note, Person, Session
from ritual.evening import Evening
from ritual.house import COUPLE, House
from ritual.settings import Folders
from tests.conftest import CET, TurnedClock


def again(house: House) -> House:
    """The house as the next start opens it."""
    return House(house.folders, house.clock)


def names(house: House) -> list[str]:
    return [one.name for one in again(house).people]


def couple(house: House) -> Couple:
    found = again(house).journal.get(Couple, COUPLE)
    assert found is not None
    return found


def evening(house: House, night: date, *, state: str = "kept", quiet: bool = False) -> None:
    """Put an evening of `night` into the journal, started by whose turn it is."""
    starter = house.starter
    at = datetime(night.year, night.month, night.day, 21, tzinfo=CET)
    house.journal.keep(
        Session(
            id=house.journal.new_id(),
            at=at,
            night=night,
            starter=starter.id if starter and not quiet else None,
            legs=[Leg(step="quiet", planned=600)],
            state="kept" if state == "kept" else "open",
        )
    )


def starter(house: House) -> str:
    found = again(house).starter
    assert found is not None
    return found.name


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


def test_the_one_named_first_starts_first_and_then_they_take_turns(house: House) -> None:
    seen = []
    for day in range(1, 6):
        seen.append(starter(house))
        evening(house, date(2026, 11, day))
    assert seen == ["Ana", "Sam", "Ana", "Sam", "Ana"]


def test_an_evening_that_was_not_kept_changes_nobodys_turn(house: House) -> None:
    evening(house, date(2026, 11, 1))
    evening(house, date(2026, 11, 2), state="open")
    assert starter(house) == "Sam"


def test_quiet_time_changes_nobodys_turn(house: House) -> None:
    evening(house, date(2026, 11, 1))
    evening(house, date(2026, 11, 2), quiet=True)
    assert starter(house) == "Sam"


def test_the_turn_is_remembered_over_a_long_break(house: House) -> None:
    evening(house, date(2026, 2, 1))
    assert starter(house) == "Sam"


def test_the_turn_is_remembered_over_months_of_quiet_time_alone(house: House) -> None:
    evening(house, date(2026, 8, 1))
    evening(house, date(2026, 11, 2), quiet=True)
    assert starter(house) == "Sam"


def test_renaming_changes_nobodys_turn(house: House) -> None:
    evening(house, date(2026, 11, 1))
    house.settle(("Anna", "Sam"))
    assert starter(house) == "Sam"


def test_the_night_is_the_evening_before_until_four(house: House, clock: TurnedClock) -> None:
    assert house.night == date(2026, 11, 22)
    clock.turn(6.4 * 3600)
    assert house.night == date(2026, 11, 22)
    clock.turn(0.2 * 3600)
    assert house.night == date(2026, 11, 23)


def test_the_night_begins_when_the_settings_say(house: House, clock: TurnedClock) -> None:
    house.change(night_begins="06:00:00")
    clock.time = datetime(2026, 11, 23, 5, 59, tzinfo=CET)
    assert again(house).night == date(2026, 11, 22)


def test_tonights_card_is_the_same_all_night_and_leaves_no_trace(house: House, clock: TurnedClock) -> None:
    card = house.tonights_card()
    assert card is not None
    assert card.depth == 1
    files = {file: file.read_bytes() for file in house.folders.data.rglob("*.json")}
    for _ in range(6):
        clock.turn(3600)
        assert again(house).tonights_card() == house.tonights_card() == house.next_card() == card
    assert house.journal.standing(Mark) == []
    assert house.journal.nights(Draw) == []
    assert {file: file.read_bytes() for file in house.folders.data.rglob("*.json")} == files


def test_another_night_brings_another_card_now_and_then(house: House, clock: TurnedClock) -> None:
    seen = set()
    for _ in range(10):
        card = again(house).tonights_card()
        assert card is not None
        seen.add(card.id)
        clock.turn(24 * 3600)
    assert len(seen) > 1


def test_after_a_draw_tonights_card_is_the_drawn_one(house: House, clock: TurnedClock) -> None:
    tonight = Evening.begin(house, 20)
    tonight.draw_card()
    first = tonight.card()
    assert first is not None
    assert first == again(house).tonights_card()
    tonight.pass_card()
    second = tonight.card()
    assert second is not None
    assert second != first
    assert again(house).tonights_card() == second
    clock.turn(3 * 3600)
    assert again(house).tonights_card() == second
    clock.turn(24 * 3600)
    assert again(house).tonights_card() not in (first, second)


def test_a_drawn_card_that_is_in_no_deck_any_more_is_no_card(house: House) -> None:
    house.journal.keep(Draw(id="draw", at=house.clock.now(), night=house.night, card="gone-for-good"))
    assert again(house).tonights_card() == house.next_card() is not None


def test_a_card_belongs_to_its_deck(house: House) -> None:
    for deck in house.decks:
        assert house.deck_of(deck.cards[0].id) == deck
        assert house.card(deck.cards[0].id) == deck.cards[0]
    assert house.deck_of("never-heard-of") is None
    assert house.card("never-heard-of") is None


def test_a_deck_of_their_own_is_there(house: House) -> None:
    ours = house.folders.config / "decks"
    ours.mkdir(parents=True)
    (ours / "trips.toml").write_text(
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\ntext = "Where did we get lost?"\ndepth = 1\n'
    )
    later = again(house)
    assert later.deck_problems == []
    found = later.card("trips-first")
    assert found is not None
    assert found.text == "Where did we get lost?"


@pytest.mark.parametrize(
    "content",
    [
        "no toml at all [",
        'id = "trips"\nname = "Trips"\ncards = []\n',
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\ntext = "Deep?"\ndepth = 9\n',
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\nquestion = "Which field is this?"\ndepth = 1\n',
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "everyday-quiet-win"\ntext = "The id is taken?"\ndepth = 1\n',
        'id = "trips"\nname = "Trips"\n'
        + '[[cards]]\nid = "trips-first"\ntext = "The same id twice?"\ndepth = 1\n' * 2,
        "\0",
    ],
    ids=["not toml", "no cards", "depth", "field", "taken", "twice", "zero"],
)
def test_a_deck_that_cannot_be_used_is_reported_and_costs_only_itself(house: House, content: str) -> None:
    theirs = house.folders.config / "decks"
    theirs.mkdir(parents=True)
    (theirs / "trips.toml").write_text(content)
    later = again(house)
    assert later.decks == decks()[0]
    assert later.tonights_card() is not None
    assert len(later.deck_problems) == 1
    assert "trips.toml" in later.deck_problems[0]
    assert later.all_problems() == later.deck_problems


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
    assert (resumed.words_so_far(), resumed.is_covered()) == ("the tea you made", False)


def test_an_empty_draft_is_let_go(house: House) -> None:
    tonight = Evening.begin(house, 20)
    while tonight.beat.kind != "note":
        tonight.forward()
    tonight.draft("never mind")
    (draft,) = house.drafts.all()
    house.keep_draft(draft, "")
    assert house.drafts.all() == []
    assert house.journal.nights(Note) == []


def test_people_are_at_most_two(house: House) -> None:
    third = Person(id="third", at=house.clock.now() + timedelta(days=1), name="Kim", seat=2)
    house.journal.keep(third)
    assert names(house) == ["Ana", "Sam"]
