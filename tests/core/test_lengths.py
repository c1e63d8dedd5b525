import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import lengths

MINUTES = st.integers(lengths.SHORTEST, lengths.LONGEST)
PEOPLE = st.sampled_from([("ana",), ("ana", "sam"), ("sam", "ana")])
CARD = st.sampled_from([None, True, False])


@given(MINUTES, PEOPLE, CARD)
def test_legs_add_up_to_the_evening_they_chose(minutes: int, people: tuple[str, ...], card: bool | None) -> None:
    legs = lengths.evening(people, minutes, card=card)
    assert sum(leg.planned for leg in legs) == minutes * 60
    assert all(leg.planned > 0 and leg.seconds == 0 for leg in legs)


@given(MINUTES, PEOPLE, CARD)
def test_turns_are_equal_and_no_longer_than_a_quarter_of_an_hour(
    minutes: int, people: tuple[str, ...], card: bool | None
) -> None:
    turns = [leg for leg in lengths.evening(people, minutes, card=card) if leg.step == "talk"]
    assert tuple(leg.by for leg in turns) == people
    assert len({leg.planned for leg in turns}) == 1
    assert turns[0].planned <= 15 * 60


@given(MINUTES, PEOPLE, CARD)
def test_steps_come_in_their_order(minutes: int, people: tuple[str, ...], card: bool | None) -> None:
    legs = lengths.evening(people, minutes, card=card)
    with_card = card if card is not None else minutes >= 10
    shared = ["card", "appreciate", "close"] if with_card else ["appreciate", "close"]
    assert [leg.step for leg in legs] == ["arrive", *["talk"] * len(people), *shared]
    assert all(leg.by is None for leg in legs if leg.step != "talk")


@pytest.mark.parametrize(("minutes", "arrive"), [(2, 10), (9, 10), (10, 60), (180, 60)])
def test_arriving_is_one_breath_in_a_short_evening(minutes: int, arrive: int) -> None:
    assert lengths.evening(("ana", "sam"), minutes)[0].planned == arrive
    assert lengths.is_short(minutes) is (arrive == 10)


def test_an_evening_of_twenty_minutes_gives_most_of_it_to_the_talk() -> None:
    assert [(leg.step, leg.by, leg.planned) for leg in lengths.evening(("ana", "sam"), 20)] == [
        ("arrive", None, 60),
        ("talk", "ana", 300),
        ("talk", "sam", 300),
        ("card", None, 240),
        ("appreciate", None, 180),
        ("close", None, 120),
    ]


@given(MINUTES)
def test_quiet_time_is_one_leg(minutes: int) -> None:
    assert [(leg.step, leg.by, leg.planned) for leg in lengths.quiet(minutes)] == [("quiet", None, minutes * 60)]


@given(MINUTES, st.sampled_from(["{}", " {} ", "{}min", "{} min", "{} minutes", "0{}"]))
def test_minutes_are_understood(minutes: int, typed: str) -> None:
    assert lengths.parse_minutes(typed.format(minutes)) == minutes


@pytest.mark.parametrize(
    "typed",
    ["", " ", "min", "x", "0", "1", "181", "18000", "-5", "+20", "2.5", "2,5", "1e2", "²", "٢٠", "2_0", "20 30", "∞"],
)
def test_what_is_no_length_is_none(typed: str) -> None:
    assert lengths.parse_minutes(typed) is None


@given(st.integers(lengths.LONGEST + 1, 10**9), st.integers(0, 6))
def test_too_long_is_none_however_many_zeros_come_first(minutes: int, zeros: int) -> None:
    assert lengths.parse_minutes("0" * zeros + str(minutes)) is None


def test_the_word_for_minutes_may_be_one_of_their_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lengths, "MINUTES", "Minuten")
    assert [lengths.parse_minutes(f"20 {word}") for word in ("Minuten", "minutes", "MIN", "Stunden")] == [20] * 3 + [
        None
    ]


def test_a_hand_resting_on_a_key_is_no_length() -> None:
    assert lengths.parse_minutes("0" + "1" * 5000) is None


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_length_or_none(typed: str) -> None:
    minutes = lengths.parse_minutes(typed)
    assert minutes is None or lengths.SHORTEST <= minutes <= lengths.LONGEST
