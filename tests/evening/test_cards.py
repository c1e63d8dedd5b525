"""The card of an evening: drawn, passed on, answered, added."""

from msgspec.structs import replace

from ritual.core.records import Answer, Draw
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, SAM, again, go, on_disk, spent, stored


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


def test_chance_falls_the_same_way_all_evening(evening: Evening) -> None:
    evening.forward()
    assert evening.chance("turn", 1).random() == again(evening).chance("turn", 1).random()
    assert evening.chance("turn", 1).random() != evening.chance("turn", 2).random()
