"""A whole check-in in plain lines: what each of the two answers unseen, and what comes of it."""

from datetime import timedelta

import pytest

from ritual.core.records import Appreciation, Checkin, Feeling, Goal, Note, Rating, Topic, Wish
from ritual.house import House
from tests.checkin.conftest import ANA, SAM, covers, on_disk
from tests.conftest import EVENING
from tests.plain.conftest import Plays

DAY = 24 * 60 * 60


@pytest.fixture
def lived_in(house: House) -> House:
    """A week with a wish, a goal, a thank-you and a topic."""
    keep, before = house.journal.keep, EVENING - timedelta(weeks=4)
    keep(Wish(id="tea", at=before, by=ANA, text="tea in the morning"))
    keep(Wish(id="walk", at=before + timedelta(hours=1), by=SAM, text="a walk"))
    keep(Goal(id="piano", at=before, by=SAM, text="play the piano"))
    keep(Topic(id="holidays", at=before, by=ANA, text="the holidays"))
    keep(Appreciation(id="soup", at=EVENING, night=EVENING.date(), by=SAM, to=ANA, text="for the soup"))
    return house


def test_two_go_through_a_check_in(play: Plays, lived_in: House) -> None:
    told = play(
        "checkin",
        ("side by side.*2 wishes to look back on", "o", ""),
        ("Thank-yous of the week.*Sam to Ana: “for the soup”", ""),
        ("Ana thanks Sam", "for listening"),
        ("Ana wished\n“tea in the morning”", "par"),
        ("Sam wished\n“a walk”", "2"),
        ("Sam\n.*play the piano", "reached", ""),
        ("Ana\n", "we laughed"),
        ("Ana answers now, unseen", ""),
        ("Ana · 1 of 8", "3"),
        ("Ana · 2 of 8", "11", "9", ""),
        ("Up to three words, parted", "lon, tired, zzz", "lonely, tired"),
        ("2 words are taken.*Up to three words, parted", "k", "rest"),
        ("Enter alone takes a sentence", ""),
        ("Sam answers now, unseen", ""),
        ("Sam · 1 of 8", "8"),
        ("Sam · 8 of 8", "k", "2"),
        ("Up to three words, parted", "?", "calm"),
        ("Up to three words, parted", "p"),
        ("Sam.*In one sentence", "I feel calm with you."),
        ("Open together", "k", "1"),
        ("Enter opens what is sealed", ""),
        ("Ana private, Sam 8.*Talk as long|nothing unsaid.*Sam private", ""),
        ("1: the holidays", "1"),
        ("Ana speaks, Sam listens", 70, "n"),
        ("Sam speaks, Ana listens", ""),
        ("1: leave it open, 2: settled", "keep", "next friday"),
        ("Ana wishes", "more music"),
        ("To close", ""),
    )
    assert told.status == 0
    assert "list: The families of words; with the name of one, its words." in told
    assert "I do not know word 1." not in told.split("Sam answers now")[1]
    assert "Your check-in is kept." in told
    before = told[: told.index("Open together")]
    for unseen in ("lonely", "tired", "calm with you"):
        assert unseen not in before
        assert unseen in told
    assert "I do not know word 3." in told or "Several words begin like word 1." in told
    assert "Ana needs" not in told
    journal = on_disk(lived_in)
    (checkin,) = journal.nights(Checkin)
    assert (checkin.state, checkin.topic, checkin.seconds) == ("kept", "holidays", 70)
    assert covers(lived_in) == {
        "Ana close": "private",
        "Ana heard": "shared",
        "Sam close": "shared",
        "Sam nothing-unsaid": "private",
        "Ana lonely": "shared",
        "Ana tired": "shared",
        "Ana rest": "private",
        "Sam calm": "shared",
        "Sam I feel calm with you.": "shared",
        "Ana we laughed": "shared",
        **{f"Ana {one.text}": "shared" for one in journal.nights(Note) if "lonely" in one.text},
    }
    assert any("lonely and tired" in one.text for one in journal.nights(Note))
    wishes = {one.text: one.answered for one in journal.standing(Wish)}
    assert wishes == {"tea in the morning": "partly", "a walk": "yes", "more music": None}
    goal = journal.get(Goal, "piano")
    assert goal is not None
    assert goal.reached == EVENING.date()
    topic = journal.get(Topic, "holidays")
    assert topic is not None
    assert (topic.outcome, topic.on) == ("talking", EVENING.date() + timedelta(days=5))
    thanks = {(one.by, one.text) for one in journal.nights(Appreciation)}
    assert thanks == {(SAM, "for the soup"), (ANA, "for listening")}


def test_what_the_week_brings_is_told_once(play: Plays, lived_in: House) -> None:
    told = play("checkin", ("Enter begins", "o", "m", "20"), ("20 minutes", ""), ("Check-in", "", None))
    assert told.count("A look at your week, side by side.") == 1
    assert told.count("2 wishes to look back on") == 1
    again = play(
        "checkin", ("Enter goes on", "o"), ("the holidays.*Enter goes on", ""), ("Thank-yous", "b"), ("Check-in", None)
    )
    assert again.count("2 wishes to look back on") == 1


def test_enter_alone_leads_to_the_end_of_a_check_in_with_everything_in_it(play: Plays, lived_in: House) -> None:
    for waits in (True, False):
        assert "Your check-in is kept." in play("checkin", waits=waits)
    journal = on_disk(lived_in)
    assert [one.state for one in journal.nights(Checkin)] == ["kept", "kept"]
    assert not [*journal.nights(Rating), *journal.nights(Feeling), *journal.nights(Note)]


def test_one_alone_sees_what_is_typed_and_writes_several_lines(play: Plays, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    told = play(
        "checkin",
        ("A quiet look", "m", "5", "60"),
        ("60 minutes", ""),
        ("1 of 8", "7"),
        ("Up to three words, parted", "calm"),
        ("Up to three words, parted", ""),
        ("In one sentence.*So far: “I feel calm.”", ""),
        ("Write line by line", "one", "two", ""),
        ("To close", ""),
    )
    assert "“5” means nothing here." in told
    assert "Taken: calm." in told
    assert "keyboard" not in told
    journal = on_disk(empty_house)
    assert {one.text for one in journal.nights(Note)} == {"I feel calm.", "one\ntwo"}
    assert [one.planned for one in journal.nights(Checkin)] == [3600]


def test_a_new_topic_is_written_where_it_is_wanted_and_parked_from_anywhere(play: Plays, house: House) -> None:
    told = play(
        "checkin",
        ("Thank-yous", "t", "?", "/back", "the garden", "soon", "tomorrow"),
        ("1: There is something|1: the garden", "2", "money"),
        ("Ana speaks", "t", "", ""),
        ("2: settled", "we live"),
    )
    assert "It is parked until Monday 23 November." in told
    found = {one.text: (one.outcome, one.on) for one in on_disk(house).standing(Topic)}
    assert found == {"the garden": (None, EVENING.date() + timedelta(days=1)), "money": ("living-with", None)}


def test_what_was_sealed_and_never_opened_is_opened_at_the_next_start(play: Plays, house: House) -> None:
    play("checkin", ("Ana · 1 of 8", "3"), ("Sam · 1 of 8", "8"), ("Open together", "n"))
    told = play("checkin", ("Enter begins", "v", ""), ("Enter begins", None))
    assert "close to you: Ana 3, Sam 8" in told
    assert set(covers(house).values()) == {"shared"}
