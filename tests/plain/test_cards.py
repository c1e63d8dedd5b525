"""The question cards in plain lines."""

from ritual.core.cards import QuestionCard
from ritual.core.records import Answer, Draw
from ritual.house import House
from tests.evening.conftest import ANA, SAM, on_disk
from tests.plain.conftest import Plays


def tonights(house: House) -> QuestionCard:
    card = house.tonights_card()
    assert card is not None
    return card


def test_enter_alone_ends_and_nothing_is_recorded(play: Plays, house: House) -> None:
    card = tonights(house)
    for waits in (True, False):
        told = play("cards", waits=waits)
        assert card.text in told
        assert "depth: light)" in told
    assert on_disk(house).nights(Draw) == []


def test_a_card_is_drawn_passed_liked_put_aside_and_brought_back(play: Plays, house: House) -> None:
    first = tonights(house)
    told = play(
        "cards",
        ("deck:", "f"),
        ("a favourite", "o", "x"),
        ("It will not come again", "z"),
        ("a favourite", "d"),
        ("deck:", "p"),
        ("deck:", "2"),
        ("depth: open", "k", "2"),
        ("No card is like that", "2"),
        ("a favourite", "end"),
    )
    assert first.follow_up is None or first.follow_up in told
    cards = House(house.folders, house.clock).cards
    assert cards.mark(first.id).favourite
    assert not cards.mark(first.id).not_for_us
    drawn = [(one.card, one.passed) for one in on_disk(house).nights(Draw)]
    assert drawn[0] == (first.id, False)
    assert [passed for _, passed in drawn] == [False, False, True, False]


def test_two_answer_sealed_and_open_it_together(play: Plays, house: House) -> None:
    told = play(
        "cards",
        ("a answers", "a"),
        ("Ana writes first", "w"),
        ("Sam writes first, unseen. Ana, look away", ""),
        ("Sam, these words stay sealed.*not shown", "hers and mine"),
        ("Please hand the keyboard to Ana", ""),
        ("Ana, these words stay sealed", "ours"),
        ("Both of you have written", ""),
        ("Sam: hers and mine\nAna: ours", ""),
        ("Ana said: ours", ""),
    )
    assert "hers and mine" not in told[: told.index("Both of you")]
    found = {(one.by, one.text, one.visibility) for one in on_disk(house).nights(Answer)}
    assert found == {(ANA, "ours", "shared"), (SAM, "hers and mine", "shared")}


def test_one_is_opened_anyway_and_one_is_kept_private(play: Plays, house: House) -> None:
    told = play(
        "cards",
        ("a answers", "a"),
        ("Ana writes first", "", "mine"),
        ("hand the keyboard to Sam", "o", "1"),
        ("Ana: mine", "e", "2"),
        ("Sam, these words are for both", "/private", "not yet"),
        ("Sam: kept private", "o", "1"),
        ("Sam: not yet", "b"),
    )
    assert "Enter keeps it. Nothing written is fine, too." in told
    assert {one.visibility for one in on_disk(house).nights(Answer)} == {"shared"}


def test_what_one_sealed_is_not_said_beside_the_card(play: Plays, house: House) -> None:
    told = play("cards", ("a answers", "a"), ("Ana writes first", "", "sealed words"), ("hand the keyboard", "b"))
    again = play("cards", ("a answers", "a"), ("Ana has sealed a few words", "b"))
    assert "sealed words" not in told + again


def test_what_is_said_aloud_need_not_be_written(play: Plays, house: House) -> None:
    told = play("cards", ("a answers", "a"), ("Ana writes first", "v"), ("You answered this aloud", ""))
    assert told.count("You answered this aloud.") == 1
    assert [one.aloud for one in on_disk(house).nights(Draw)] == [True]


def test_nobody_writes_and_one_goes_back_from_a_page(play: Plays, house: House) -> None:
    play("cards", ("a answers", "a"), ("Ana writes", "", "/b"), ("a answers", "a"), ("Ana writes", "", "", "", ""))
    assert on_disk(house).nights(Answer) == []


def test_one_alone_writes_at_once(play: Plays, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    told = play("cards", ("a answers", "a"), ("write a few words", "", "of my own"), ("Ana: of my own", ""))
    assert "not shown" not in told
    assert [(one.text, one.visibility) for one in on_disk(empty_house).nights(Answer)] == [("of my own", "shared")]
