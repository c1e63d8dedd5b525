"""An evening, held against the clock and the journal."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from ritual.core.errors import Refused, RitualError
from ritual.core.people import person_id
from ritual.core.records import Answer, Appreciation, Draw, Mark, Note, Rating, Session
from ritual.core.rhythm import unfinished
from ritual.core.session import BeatKind
from ritual.evening import Evening
from ritual.house import House
from ritual.journal import Journal
from ritual.settings import Folders
from tests.conftest import CET, EVENING, TurnedClock

ANA, SAM = person_id("Ana"), person_id("Sam")
NIGHT = date(2026, 11, 22)


def on_disk(house: House) -> Journal:
    """A journal that has seen nothing yet."""
    return Journal(house.folders, house.clock)


def stored(evening: Evening) -> Session:
    found = on_disk(evening.house).get(Session, evening.session.id, evening.session.night)
    assert found is not None
    return found


def again(evening: Evening) -> Evening:
    """The evening as the next start takes it up."""
    house = House(evening.house.folders, evening.house.clock)
    left = unfinished(house.sessions)
    assert left is not None
    return Evening.resume(house, left)


def go(evening: Evening, kind: BeatKind, person: str | None = None, leg: int = 0) -> None:
    """Forward to a beat."""
    while (evening.beat.kind, evening.beat.person) != (kind, person) or evening.beat.leg < leg:
        assert not evening.progress.is_last
        evening.forward()


def spent(evening: Evening) -> list[int]:
    return [leg.seconds for leg in stored(evening).legs]


@pytest.fixture
def evening(house: House) -> Evening:
    """Twenty minutes for Ana and Sam; Ana starts."""
    return Evening.begin(house, 20)


@pytest.fixture
def whole(evening: Evening, clock: TurnedClock) -> Evening:
    """An evening from its first beat to its last."""

    def pass_time(seconds: float) -> None:
        for _ in range(int(seconds)):
            clock.turn(1)
            evening.tick()
        evening.forward()

    pass_time(60)
    for value in (3, 5):
        evening.rate(value)
        pass_time(5)
    pass_time(290)
    pass_time(200)
    evening.draw_card()
    evening.pass_card()
    pass_time(110)
    for words in ("Ana answers", "Sam answers"):
        evening.say(words)
        pass_time(30)
    for words in ("for the tea", "for the laugh"):
        evening.say(words)
        pass_time(20)
    for value in (6, 7):
        evening.rate(value)
        pass_time(5)
    for words in ("Ana's line", "Sam's line"):
        evening.say(words)
        pass_time(15)
    assert evening.beat.kind == "closing"
    clock.turn(20)
    evening.close()
    return evening


def test_a_whole_evening_is_kept_with_its_time(whole: Evening) -> None:
    kept = stored(whole)
    assert kept == whole.session
    assert (kept.state, kept.night, kept.at, kept.starter, kept.by) == ("kept", NIGHT, EVENING, ANA, None)
    assert [(leg.step, leg.by, leg.planned, leg.seconds) for leg in kept.legs] == [
        ("arrive", None, 60, 70),
        ("talk", ANA, 300, 290),
        ("talk", SAM, 300, 200),
        ("card", None, 240, 170),
        ("appreciate", None, 180, 40),
        ("close", None, 120, 60),
    ]
    assert (kept.planned, kept.seconds) == (1200, 830)


def test_a_whole_evening_is_kept_with_its_cards(whole: Evening) -> None:
    journal, kept = on_disk(whole.house), stored(whole)
    draws = {one.card: one for one in journal.nights(Draw)}
    assert len(kept.cards) == len(kept.passed) == 1
    assert {card: draw.passed for card, draw in draws.items()} == {kept.cards[0]: False, kept.passed[0]: True}
    assert {draw.about for draw in draws.values()} == {kept.id}
    assert {mark.card: (mark.met, mark.passed) for mark in journal.standing(Mark)} == {
        kept.cards[0]: (NIGHT, False),
        kept.passed[0]: (NIGHT, True),
    }


def test_a_whole_evening_is_kept_with_all_that_was_said(whole: Evening) -> None:
    journal, kept = on_disk(whole.house), stored(whole)
    draw = next(one for one in journal.nights(Draw) if not one.passed)
    assert [(one.by, one.about, one.text) for one in journal.nights(Answer)] == [
        (ANA, draw.id, "Ana answers"),
        (SAM, draw.id, "Sam answers"),
    ]
    assert [(one.by, one.to, one.about, one.text) for one in journal.nights(Appreciation)] == [
        (ANA, SAM, kept.id, "for the tea"),
        (SAM, ANA, kept.id, "for the laugh"),
    ]
    assert [(one.by, one.about, one.text) for one in journal.nights(Note)] == [
        (ANA, kept.id, "Ana's line"),
        (SAM, kept.id, "Sam's line"),
    ]
    assert [(one.by, one.about, one.scale, one.value) for one in journal.nights(Rating)] == [
        (ANA, kept.id, "closeness-before", 3),
        (SAM, kept.id, "closeness-before", 5),
        (ANA, kept.id, "closeness-after", 6),
        (SAM, kept.id, "closeness-after", 7),
    ]
    everything = [*journal.nights(Answer), *journal.nights(Appreciation), *journal.nights(Note)]
    assert {(one.night, one.visibility) for one in everything} == {(NIGHT, "shared")}


def test_after_a_whole_evening_nothing_is_left_open(whole: Evening) -> None:
    house = House(whole.house.folders, whole.house.clock)
    assert unfinished(house.sessions) is None
    assert house.drafts.all() == []
    assert house.starter is not None
    assert house.starter.name == "Sam"


def test_the_one_who_starts_speaks_and_writes_first(house: House, whole: Evening) -> None:
    tonight = Evening.begin(house, 20)
    assert tonight.session.starter == SAM
    assert [leg.by for leg in tonight.progress.legs if leg.step == "talk"] == [SAM, ANA]
    assert [beat.person for beat in tonight.progress.beats if beat.kind == "appreciation"] == [SAM, ANA]
    assert [one.id for one in tonight.people] == [SAM, ANA]
    assert (tonight.name(SAM), tonight.name(None)) == ("Sam", "")


def test_two_people_get_the_same_time(evening: Evening) -> None:
    assert len({leg.planned for leg in evening.progress.legs if leg.step == "talk"}) == 1
    assert sum(leg.planned for leg in evening.progress.legs) == 1200


def test_saying_it_again_changes_the_same_record(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "appreciation", ANA)
    evening.say("for the tea")
    clock.turn(30)
    evening.forward()
    evening.back()
    assert evening.words_so_far() == "for the tea"
    evening.say("for the tea, and the blanket")
    (found,) = on_disk(evening.house).nights(Appreciation)
    assert (found.text, found.at) == ("for the tea, and the blanket", EVENING)
    assert [one["text"] for one in found.former] == ["for the tea"]


def test_saying_the_same_again_changes_nothing(evening: Evening) -> None:
    go(evening, "note", SAM)
    evening.say("a line")
    evening.say("  a line\r\n")
    (found,) = on_disk(evening.house).nights(Note)
    assert (found.text, found.former, sum(found.versions.values())) == ("a line", [], 1)


def test_rating_again_changes_the_same_record(evening: Evening) -> None:
    evening.forward()
    assert evening.rated() is None
    evening.rate(3)
    evening.rate(5)
    (found,) = on_disk(evening.house).nights(Rating)
    assert (found.value, found.by, evening.rated()) == (5, ANA, 5)


@pytest.mark.parametrize("empty", ["", "  \n\t "])
def test_an_empty_text_passes(evening: Evening, empty: str) -> None:
    go(evening, "appreciation", ANA)
    evening.say(empty)
    assert on_disk(evening.house).nights(Appreciation) == []
    assert evening.words_so_far() == ""


def test_an_empty_text_takes_back_what_was_said(evening: Evening) -> None:
    go(evening, "appreciation", ANA)
    evening.say("too soon")
    evening.say("")
    journal = on_disk(evening.house)
    assert journal.nights(Appreciation) == []
    assert evening.words_so_far() == ""
    evening.say("now it fits")
    (found,) = on_disk(evening.house).nights(Appreciation)
    assert (found.text, found.removed) == ("now it fits", None)
    assert [one["text"] for one in found.former] == ["too soon"]


def test_passing_on_closeness_takes_back_what_was_said(evening: Evening) -> None:
    evening.forward()
    evening.rate(4)
    evening.rate(None)
    assert evening.rated() is None
    assert on_disk(evening.house).nights(Rating) == []
    evening.rate(4)
    assert [one.value for one in on_disk(evening.house).nights(Rating)] == [4]


def test_closeness_before_and_after_are_two_things(evening: Evening) -> None:
    go(evening, "closeness", ANA)
    evening.rate(2)
    go(evening, "closeness", ANA, leg=5)
    assert evening.rated() is None
    evening.rate(6)
    found = {one.scale: one.value for one in on_disk(evening.house).nights(Rating)}
    assert found == {"closeness-before": 2, "closeness-after": 6}


@pytest.mark.parametrize("wrong", ["a\x1b[2Jb", "x" * 10_001, "half \ud800"])
def test_words_that_cannot_be_kept_are_refused_and_nothing_is_lost(evening: Evening, wrong: str) -> None:
    go(evening, "note", ANA)
    evening.say("kept before")
    evening.draft("being typed")
    with pytest.raises(Refused):
        evening.say(wrong)
    assert [one.text for one in on_disk(evening.house).nights(Note)] == ["kept before"]
    assert evening.words_so_far() == "being typed"


def test_passing_on_a_card_draws_another_and_remembers_which(evening: Evening) -> None:
    go(evening, "card")
    evening.draw_card()
    seen = []
    for _ in range(4):
        card = evening.card()
        assert card is not None
        evening.draw_card()
        assert evening.card() == card
        seen.append(card.id)
        evening.pass_card()
    stays = evening.card()
    assert stays is not None
    assert len({*seen, stays.id}) == 5
    assert (stored(evening).cards, stored(evening).passed) == ([stays.id], seen)
    draws = {one.card: one.passed for one in on_disk(evening.house).nights(Draw)}
    assert draws == {**dict.fromkeys(seen, True), stays.id: False}


def test_looking_at_the_card_draws_and_writes_nothing(evening: Evening) -> None:
    go(evening, "card")
    data = evening.house.folders.data
    before = {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    assert evening.card() is None
    assert again(evening).card() is None
    assert {file: file.read_bytes() for file in data.rglob("*") if file.is_file()} == before


def test_a_card_is_drawn_at_once_and_only_once(evening: Evening) -> None:
    go(evening, "card")
    coming = evening.house.next_card()
    evening.draw_card()
    evening.draw_card()
    again(evening).draw_card()
    card = evening.card()
    assert card is not None
    assert card == coming
    assert [one.card for one in on_disk(evening.house).nights(Draw)] == stored(evening).cards == [card.id]
    assert again(evening).card() == card
    assert len(on_disk(evening.house).nights(Draw)) == 1


def test_passing_before_a_card_was_seen_draws_the_first(evening: Evening) -> None:
    go(evening, "card")
    coming = evening.house.next_card()
    evening.pass_card()
    assert coming is not None
    assert evening.card() == coming
    assert (stored(evening).cards, stored(evening).passed) == ([coming.id], [])
    assert [(one.card, one.passed) for one in on_disk(evening.house).nights(Draw)] == [(coming.id, False)]


def test_for_a_card_of_a_deck_that_is_gone_another_is_drawn(evening: Evening) -> None:
    deck = evening.house.folders.config / "decks" / "trips.toml"
    deck.parent.mkdir(parents=True)
    deck.write_text(
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\ntext = "Where did we get lost?"\ndepth = 1\n'
    )
    go(evening, "card")
    on_disk(evening.house).keep(replace(stored(evening), cards=["trips-first"]))
    known = again(evening)
    known.draw_card()
    card = known.card()
    assert card is not None
    assert (card.id, stored(evening).cards) == ("trips-first", ["trips-first"])
    assert on_disk(evening.house).nights(Draw) == []
    deck.unlink()
    later = again(evening)
    assert later.card() is None
    later.draw_card()
    card = later.card()
    assert card is not None
    assert stored(evening).cards == [card.id]
    assert again(evening).card() == card
    assert [(one.card, one.passed) for one in on_disk(evening.house).nights(Draw)] == [(card.id, False)]


def test_an_answer_to_a_card_they_passed_on_stays_with_that_card(evening: Evening) -> None:
    go(evening, "card")
    evening.draw_card()
    evening.forward()
    evening.say("to the first")
    evening.back()
    evening.pass_card()
    evening.forward()
    assert evening.words_so_far() == ""
    evening.say("to the second")
    journal = on_disk(evening.house)
    draws = {one.id: one.passed for one in journal.nights(Draw)}
    assert {one.text: draws[one.about or ""] for one in journal.nights(Answer)} == {
        "to the first": True,
        "to the second": False,
    }


def test_leaving_at_the_first_beat_leaves_nothing(evening: Evening, clock: TurnedClock) -> None:
    clock.turn(100)
    evening.tick()
    evening.leave()
    assert on_disk(evening.house).nights(Session) == []
    assert on_disk(evening.house).months() == []


def test_leaving_later_keeps_it_open_and_it_goes_on_at_the_same_place(evening: Evening, clock: TurnedClock) -> None:
    clock.turn(40)
    go(evening, "turn", SAM)
    clock.turn(100)
    evening.leave()
    assert (stored(evening).state, spent(evening)) == ("open", [40, 0, 100, 0, 0, 0])
    clock.turn(3600)
    later = again(evening)
    assert (later.beat, later.session.id, later.progress.paused) == (evening.beat, evening.session.id, False)
    assert later.progress.remaining == 200
    clock.turn(50)
    later.forward()
    later.close()
    assert (stored(later).state, spent(later)) == ("kept", [40, 0, 150, 0, 0, 0])
    assert [one.id for one in on_disk(evening.house).nights(Session)] == [evening.session.id]


def test_going_back_to_the_first_beat_and_leaving_keeps_what_was_begun(evening: Evening, clock: TurnedClock) -> None:
    evening.forward()
    evening.back()
    clock.turn(10)
    evening.leave()
    assert spent(evening)[0] == 10


def test_what_was_reached_is_on_the_disk_without_leaving(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "answer", SAM)
    clock.turn(30)
    assert again(evening).beat == evening.beat
    evening.onward()
    assert again(evening).beat == evening.beat
    evening.back()
    assert again(evening).beat == evening.beat


def test_an_evening_can_be_resumed_at_every_beat(evening: Evening) -> None:
    evening.forward()
    while not evening.progress.is_last:
        assert (again(evening).beat, again(evening).progress.legs) == (evening.beat, tuple(stored(evening).legs))
        evening.forward()
    assert again(evening).progress.is_last


def test_a_rest_is_kept_and_counts_no_time(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    clock.turn(90)
    back_at = clock.now() + timedelta(minutes=20)
    evening.rest(back_at)
    assert (stored(evening).state, stored(evening).back_at) == ("resting", back_at)
    clock.turn(20 * 60)
    later = again(evening)
    assert (later.session.state, later.session.back_at) == ("open", None)
    assert (later.beat, later.progress.paused) == (evening.beat, False)
    clock.turn(10)
    later.forward()
    assert (stored(later).state, stored(later).back_at, spent(later)[1]) == ("open", None, 100)


def test_the_rest_can_end_on_the_same_evening_without_a_new_start(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    evening.rest(clock.now() + timedelta(minutes=20))
    clock.turn(20 * 60)
    evening.close()
    assert (stored(evening).state, stored(evening).back_at, stored(evening).seconds) == ("kept", None, 0)


def test_pausing_stops_the_time(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    clock.turn(10)
    evening.pause()
    clock.turn(100)
    evening.tick()
    evening.pause()
    clock.turn(10)
    evening.forward()
    assert spent(evening)[1] == 20


def test_a_gap_of_hours_pauses_and_is_not_counted(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    clock.turn(30)
    evening.tick()
    clock.turn(3 * 3600)
    evening.tick()
    assert evening.progress.paused
    assert evening.progress.remaining == 270
    clock.turn(60)
    evening.tick()
    assert evening.progress.remaining == 270
    evening.pause()
    clock.turn(20)
    evening.leave()
    assert spent(evening)[1] == 50


def test_time_beyond_a_turn_is_counted(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    for _ in range(8):
        clock.turn(60)
        evening.tick()
    evening.forward()
    assert spent(evening)[1] == 480


def test_the_time_is_written_once_a_minute(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    written = []
    for _ in range(180):
        clock.turn(1)
        evening.tick()
        written.append(spent(evening)[1])
    assert written == [0] * 59 + [60] * 60 + [120] * 60 + [180]


@pytest.mark.parametrize("lid", [False, True], ids=["paused", "closed lid"])
def test_while_paused_nothing_is_written(evening: Evening, clock: TurnedClock, lid: bool) -> None:
    go(evening, "turn", ANA)
    clock.turn(30)
    evening.tick()
    if lid:
        clock.turn(3600)
        evening.tick()
    else:
        evening.pause()
    file = next(evening.house.folders.data.rglob("2026-11.json"))
    before, changed = file.read_bytes(), file.stat().st_mtime_ns
    for _ in range(180):
        clock.turn(1)
        evening.tick()
    assert evening.progress.paused
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (before, changed)
    evening.pause()
    clock.turn(1)
    evening.tick()
    assert spent(evening)[1] == 31


def test_an_evening_kept_elsewhere_meanwhile_stays_kept(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    again(evening).close()

    def is_kept() -> bool:
        return stored(evening).state == "kept" and unfinished(on_disk(evening.house).nights(Session)) is None

    assert is_kept()
    evening.forward()
    assert is_kept()
    evening.back()
    clock.turn(61)
    evening.tick()
    assert (is_kept(), spent(evening)[1]) == (True, 61)
    evening.rest(clock.now() + timedelta(minutes=20))
    assert is_kept()
    evening.leave()
    assert is_kept()
    assert (evening.session.state, evening.session.id) == ("kept", stored(evening).id)


def test_an_evening_let_go_elsewhere_meanwhile_stays_let_go(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    elsewhere = on_disk(evening.house)
    let_go = elsewhere.remove(stored(evening))
    clock.turn(61)
    evening.tick()
    assert (stored(evening).removed, spent(evening)[1]) == (let_go.removed, 61)
    evening.forward()
    evening.rest(clock.now() + timedelta(minutes=20))
    evening.leave()
    evening.close()
    assert stored(evening).removed == let_go.removed
    assert on_disk(evening.house).nights(Session) == []


def test_before_the_first_step_no_time_is_written(evening: Evening, clock: TurnedClock) -> None:
    for _ in range(180):
        clock.turn(1)
        evening.tick()
    assert on_disk(evening.house).nights(Session) == []


def test_a_draft_has_its_author_and_all_that_the_record_will_need(evening: Evening) -> None:
    go(evening, "appreciation", SAM)
    evening.draft("for the lau")
    (draft,) = House(evening.house.folders).drafts.all()
    assert (draft.by, draft.to, draft.kind, draft.text) == (SAM, ANA, "appreciation", "for the lau")
    assert (draft.about, draft.night, draft.at) == (evening.session.id, NIGHT, EVENING)
    evening.say("for the laugh")
    (kept,) = on_disk(evening.house).nights(Appreciation)
    assert kept.id == draft.id


def test_a_draft_is_covered_only_after_a_new_start(evening: Evening) -> None:
    go(evening, "note", ANA)
    assert not evening.is_covered()
    evening.draft("half a thou")
    assert not evening.is_covered()
    evening.forward()
    assert not evening.is_covered()
    evening.back()
    assert not evening.is_covered()
    assert evening.words_so_far() == "half a thou"
    later = again(evening)
    assert later.is_covered()
    assert later.words_so_far() == "half a thou"
    later.draft("half a thought")
    assert not later.is_covered()


def test_a_draft_is_only_offered_where_it_was_typed(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.draft("Ana's")
    later = again(evening)
    later.forward()
    assert later.beat.person == SAM
    assert (later.words_so_far(), later.is_covered()) == ("", False)


def test_a_draft_is_cleared_when_its_words_are_kept(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.draft("a li")
    evening.say("a line")
    assert evening.house.drafts.all() == []
    assert again(evening).words_so_far() == "a line"
    assert not again(evening).is_covered()


def test_a_draft_is_cleared_when_its_words_are_deleted_or_passed(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.draft("a li")
    evening.draft("")
    assert evening.house.drafts.all() == []
    evening.draft("a li")
    evening.say("")
    assert evening.house.drafts.all() == []


def test_a_draft_goes_before_what_was_kept(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.say("a line")
    evening.draft("a line, and mo")
    assert again(evening).words_so_far() == "a line, and mo"


@pytest.mark.parametrize("typed", ["a line", "  a line\n", "a line\r\n"])
def test_a_draft_that_says_what_is_kept_is_cleared(evening: Evening, typed: str) -> None:
    go(evening, "note", ANA)
    evening.say("a line")
    evening.draft("a line, and mo")
    assert [one.text for one in evening.house.drafts.all()] == ["a line, and mo"]
    evening.draft(typed)
    assert evening.house.drafts.all() == []
    later = again(evening)
    assert (later.words_so_far(), later.is_covered()) == ("a line", False)


def test_a_draft_that_says_what_was_taken_back_is_no_longer_what_is_kept(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.say("a line")
    evening.say("")
    evening.draft("a line")
    assert [one.text for one in evening.house.drafts.all()] == ["a line"]


def test_half_a_sign_in_a_draft_loses_nothing_else(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.draft("half \ud800 a sign")
    assert again(evening).words_so_far() == "half ? a sign"


def test_a_draft_stays_where_keeping_fails(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    go(evening, "note", ANA)
    evening.draft("a line")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("ritual.files._write_through", full)
        with pytest.raises(RitualError, match="No space left"):
            evening.say("a line")
    assert again(evening).words_so_far() == "a line"
    assert on_disk(evening.house).nights(Note) == []


def test_one_alone_writes_instead_of_speaking(empty_house: House, clock: TurnedClock) -> None:
    empty_house.settle(("Ana",))
    evening = Evening.begin(empty_house, 20)
    assert [beat.kind for beat in evening.progress.beats] == [
        "breathe",
        "closeness",
        "write",
        "card",
        "answer",
        "appreciation",
        "closeness",
        "note",
        "closing",
    ]
    assert {beat.person for beat in evening.progress.beats} == {None, ANA}
    assert evening.other(ANA) is None
    go(evening, "write", ANA)
    clock.turn(200)
    evening.say("as if to a friend")
    go(evening, "appreciation", ANA)
    evening.say("for the sun")
    go(evening, "note", ANA)
    evening.say("a line")
    evening.forward()
    evening.close()
    journal = on_disk(empty_house)
    assert [one.text for one in journal.nights(Note)] == ["as if to a friend", "a line"]
    assert [(one.by, one.to) for one in journal.nights(Appreciation)] == [(ANA, None)]
    assert [(leg.by, leg.seconds) for leg in stored(evening).legs if leg.step == "talk"] == [(ANA, 200)]
    assert (stored(evening).planned, stored(evening).starter) == (1200, ANA)


@pytest.mark.parametrize("names", [("Ana", "Sam"), ("Sam", "Ana")])
@pytest.mark.parametrize("minutes", [5, 20])
def test_an_evening_alone_goes_on_alone_though_somebody_came_to_live_here(
    empty_house: House, minutes: int, names: tuple[str, str]
) -> None:
    empty_house.settle(("Ana",))
    evening = Evening.begin(empty_house, minutes)
    go(evening, "appreciation", ANA)
    evening.leave()
    empty_house.settle(names)
    later = again(evening)
    assert [one.name for one in later.house.people] == list(names)
    assert [one.id for one in later.people] == [ANA]
    assert (later.beat, later.progress.beats) == (evening.beat, evening.progress.beats)
    assert later.other(ANA) is None
    later.say("for the sun")
    assert [(one.by, one.to) for one in on_disk(empty_house).nights(Appreciation)] == [(ANA, None)]
    later.add_card()
    assert {beat.person for beat in later.progress.beats} == {None, ANA}
    assert (later.beat.kind, stored(later).planned) == ("appreciation", minutes * 60)
    assert [one.id for one in Evening.begin(later.house, 20).people] == [person_id(name) for name in names]


def test_quiet_time_has_no_words_and_nobody_starts(house: House, clock: TurnedClock) -> None:
    evening = Evening.begin(house, 10, quiet=True)
    assert evening.is_quiet
    assert [beat.kind for beat in evening.progress.beats] == ["quiet", "parting"]
    for _ in range(10):
        clock.turn(60)
        evening.tick()
    evening.forward()
    evening.close()
    kept = stored(evening)
    assert (kept.state, kept.starter, kept.planned, kept.seconds) == ("kept", None, 600, 600)
    assert house.starter is not None
    assert house.starter.id == ANA


def test_quiet_time_is_resumed_as_quiet_time(house: House) -> None:
    evening = Evening.begin(house, 10, quiet=True)
    evening.forward()
    evening.leave()
    later = again(evening)
    assert (later.is_quiet, later.beat.kind) == (True, "parting")


def test_a_short_evening_has_no_card_until_they_ask_for_one(house: House, clock: TurnedClock) -> None:
    evening = Evening.begin(house, 5)
    assert {"card", "answer"}.isdisjoint(beat.kind for beat in evening.progress.beats)
    closeness = [(beat.leg, beat.person) for beat in evening.progress.beats if beat.kind == "closeness"]
    assert closeness == [(4, ANA), (4, SAM)]
    assert evening.session.planned == 300
    go(evening, "turn", SAM)
    clock.turn(70)
    evening.add_card()
    assert (evening.beat.kind, evening.beat.person) == ("turn", SAM)
    assert [leg.step for leg in stored(evening).legs] == ["arrive", "talk", "talk", "card", "appreciate", "close"]
    assert stored(evening).planned == 300
    evening.onward()
    assert evening.beat.kind == "card"
    evening.draw_card()
    card = evening.card()
    assert card is not None
    assert again(evening).beat == evening.beat
    assert again(evening).card() == card
    evening.forward()
    evening.say("an answer")
    assert spent(evening) == [0, 0, 70, 0, 0, 0]
    assert [one.text for one in on_disk(house).nights(Answer)] == ["an answer"]


def test_a_card_added_late_leaves_them_where_they_are(house: House) -> None:
    evening = Evening.begin(house, 5)
    go(evening, "appreciation", SAM)
    evening.say("for the laugh")
    evening.add_card()
    assert (evening.beat.kind, evening.beat.person) == ("appreciation", SAM)
    assert evening.words_so_far() == "for the laugh"
    assert again(evening).beat == evening.beat


def test_a_second_card_is_not_added(evening: Evening) -> None:
    go(evening, "turn", ANA)
    legs = evening.progress.legs
    evening.add_card()
    assert evening.progress.legs == legs


def home_at(path: Path, clock: TurnedClock) -> House:
    house = House(Folders.find(path / "home"), clock)
    house.settle(("Ana", "Sam"))
    return house


def test_an_evening_over_midnight_belongs_to_the_night_it_began(tmp_path: Path) -> None:
    clock = TurnedClock(datetime(2026, 11, 30, 23, 50, tzinfo=CET))
    evening = Evening.begin(home_at(tmp_path, clock), 20)
    evening.forward()
    evening.rate(4)
    for _ in range(10):
        clock.turn(300)
        evening.tick()
    go(evening, "card")
    evening.draw_card()
    go(evening, "note", SAM)
    evening.draft("after mid")
    assert [one.night for one in evening.house.drafts.all()] == [date(2026, 11, 30)]
    evening.say("after midnight")
    evening.forward()
    evening.close()
    assert clock.now().isoformat() == "2026-12-01T00:40:00+01:00"
    journal = on_disk(evening.house)
    assert journal.months() == ["2026-11"]
    found = [*journal.nights(Session), *journal.nights(Note), *journal.nights(Rating), *journal.nights(Draw)]
    assert [one.night for one in found] == [date(2026, 11, 30)] * 4
    assert stored(evening).seconds == 3000


@pytest.mark.parametrize(
    ("begun", "night"),
    [
        (datetime(2026, 12, 1, 3, 50, tzinfo=CET), date(2026, 11, 30)),
        (datetime(2026, 12, 1, 4, 30, tzinfo=CET), date(2026, 12, 1)),
        (datetime(2027, 1, 1, 0, 40, tzinfo=CET), date(2026, 12, 31)),
    ],
)
def test_an_evening_in_the_small_hours_belongs_to_the_night_it_began(
    tmp_path: Path, begun: datetime, night: date
) -> None:
    clock = TurnedClock(begun)
    evening = Evening.begin(home_at(tmp_path, clock), 20)
    go(evening, "note", ANA)
    clock.turn(40 * 60)
    evening.say("late")
    evening.close()
    journal = on_disk(evening.house)
    assert journal.months() == [f"{night:%Y-%m}"]
    assert [one.night for one in (*journal.nights(Session), *journal.nights(Note))] == [night, night]


def test_an_evening_left_before_four_goes_on_after_four_in_its_own_night(tmp_path: Path) -> None:
    clock = TurnedClock(datetime(2026, 12, 1, 3, 30, tzinfo=CET))
    evening = Evening.begin(home_at(tmp_path, clock), 20)
    go(evening, "note", ANA)
    evening.leave()
    clock.turn(3600)
    later = again(evening)
    assert later.house.night == date(2026, 12, 1)
    later.say("at half past four")
    later.close()
    journal = on_disk(later.house)
    assert [one.night for one in (*journal.nights(Session), *journal.nights(Note))] == [date(2026, 11, 30)] * 2
    assert journal.months() == ["2026-11"]


def test_chance_falls_the_same_way_all_evening(evening: Evening) -> None:
    evening.forward()
    assert evening.chance("turn", 1).random() == again(evening).chance("turn", 1).random()
    assert evening.chance("turn", 1).random() != evening.chance("turn", 2).random()
