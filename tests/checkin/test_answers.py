"""What each answers unseen: ratings, feelings, needs, a sentence; passed, changed, kept private, and covered."""

from collections.abc import Sequence

import pytest

from ritual.checkin import CheckIn
from ritual.core.errors import RitualError
from ritual.core.records import Feeling, Note, Rating, Visibility
from ritual.house import House
from ritual.journal import Journal
from tests.checkin.conftest import ANA, NIGHT, SAM, again, answer, back_to, both_answer, covers, go, on_disk, where

SENTENCES = ("feelings", "needs", "sentence")


def ratings(house: House) -> list[tuple[str | None, str, int, Visibility]]:
    return [(one.by, one.scale, one.value, one.visibility) for one in on_disk(house).nights(Rating)]


def words(house: House, need: bool = False) -> dict[str, Visibility]:
    """The feelings, or needs, on the disk, and how they are kept."""
    return {one.word: one.visibility for one in on_disk(house).nights(Feeling) if one.need == need}


def test_a_rating_is_sealed_and_belongs_to_its_scale(checkin: CheckIn) -> None:
    go(checkin, "rating", ANA, "heard").rate(0)
    go(checkin, "rating", SAM, "heard").rate(10)
    assert ratings(checkin.house) == [(ANA, "heard", 0, "sealed"), (SAM, "heard", 10, "sealed")]
    assert {(one.night, one.about) for one in on_disk(checkin.house).nights(Rating)} == {(NIGHT, checkin.session.id)}


def test_a_rating_is_passed_taken_back_and_given_again(checkin: CheckIn) -> None:
    go(checkin, "rating", ANA, "close").rate(None)
    assert ratings(checkin.house) == []
    for value in (4, 4, None, 7):
        checkin.rate(value)
    assert (checkin.rated(), ratings(checkin.house)) == (7, [(ANA, "close", 7, "sealed")])
    (kept,) = on_disk(checkin.house).nights(Rating)
    assert sum(kept.versions.values()) == 3


def test_a_private_rating_stays_private_when_it_changes(checkin: CheckIn) -> None:
    go(checkin, "rating", ANA, "close").rate(4)
    checkin.rate(4, private=True)
    checkin.rate(2)
    assert ratings(checkin.house) == [(ANA, "close", 2, "private")]


def test_words_are_chosen_and_changed(checkin: CheckIn) -> None:
    go(checkin, "feelings", ANA).choose(["lonely", "tired"], need=False)
    go(checkin, "needs", ANA).choose(["rest"], need=True)
    assert (words(checkin.house), words(checkin.house, True)) == (
        {"lonely": "sealed", "tired": "sealed"},
        {"rest": "sealed"},
    )
    back_to(checkin, "feelings", ANA)
    assert checkin.chosen(need=False) == ["lonely", "tired"]
    checkin.choose(["tired", "proud"], need=False)
    assert checkin.chosen(need=False) == ["tired", "proud"]
    checkin.choose([], need=False)
    assert (words(checkin.house), words(checkin.house, True)) == ({}, {"rest": "sealed"})
    checkin.choose(["lonely"], need=False)
    assert words(checkin.house) == {"lonely": "sealed"}


def test_a_word_of_one_is_not_the_same_word_of_the_other(checkin: CheckIn) -> None:
    answer(checkin, ANA, feelings=["tired"], needs=["rest"])
    answer(checkin, SAM, feelings=["tired"], needs=["rest"])
    said = {
        one.person: ([word.word for word in one.feelings], [word.word for word in one.needs]) for one in checkin.said
    }
    assert said == {ANA: (["tired"], ["rest"]), SAM: (["tired"], ["rest"])}


def test_choosing_is_one_write_and_choosing_the_same_none(checkin: CheckIn, monkeypatch: pytest.MonkeyPatch) -> None:
    go(checkin, "feelings", ANA).choose(["lonely", "tired", "proud"], need=False)
    written, real = [], Journal.writing

    def counted(self: Journal) -> object:
        written.append(1)
        return real(self)

    monkeypatch.setattr(Journal, "writing", counted)
    checkin.choose(["lonely", "tired", "proud"], need=False)
    assert written == []
    checkin.choose(["calm", "open", "lonely"], need=False)
    assert written == [1]
    assert set(words(checkin.house)) == {"calm", "open", "lonely"}


def test_words_are_changed_all_of_them_or_none(checkin: CheckIn, monkeypatch: pytest.MonkeyPatch) -> None:
    go(checkin, "feelings", ANA).choose(["lonely"], need=False)

    def no_room(self: Journal, records: object) -> None:
        raise RitualError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "keep_all", no_room)
        with pytest.raises(RitualError):
            checkin.choose(["calm", "open"], need=False)
    assert words(checkin.house) == {"lonely": "sealed"}


def test_private_words_draw_no_other_word_into_the_light(checkin: CheckIn) -> None:
    go(checkin, "feelings", ANA).choose(["ashamed"], need=False)
    checkin.choose(["ashamed", "lonely"], need=False, private=True)
    assert words(checkin.house) == {"ashamed": "private", "lonely": "private"}
    checkin.choose(["lonely", "tired"], need=False)
    assert words(checkin.house) == {"lonely": "private", "tired": "private"}


@pytest.mark.parametrize(
    ("feelings", "needs", "has"),
    [
        (["calm"], [], ["I feel calm."]),
        ([], ["rest", "play"], ["I need rest and play."]),
        (["sad", "tired", "calm"], ["rest"], ["sad, tired and calm", "rest"]),
    ],
)
def test_a_sentence_is_proposed_and_only_kept_when_they_say_so(
    checkin: CheckIn, feelings: Sequence[str], needs: Sequence[str], has: Sequence[str]
) -> None:
    go(checkin, "feelings", ANA).choose(feelings, need=False)
    go(checkin, "needs", ANA).choose(needs, need=True)
    checkin.forward()
    proposed = checkin.words_so_far()
    assert (where(checkin), checkin.is_covered()) == (("sentence", ANA), False)
    assert all(part in proposed for part in has)
    assert checkin.words_so_far() == proposed
    checkin.draft(proposed)
    checkin.draft("")
    assert (checkin.house.drafts.all(), on_disk(checkin.house).nights(Note)) == ([], [])
    checkin.say(proposed)
    assert [(one.text, one.visibility) for one in on_disk(checkin.house).nights(Note)] == [(proposed, "sealed")]


def test_a_proposal_follows_the_words_until_it_is_made_theirs(checkin: CheckIn) -> None:
    go(checkin, "feelings", ANA).choose(["sad"], need=False)
    go(checkin, "sentence", ANA).draft(checkin.words_so_far())
    back_to(checkin, "feelings", ANA).choose(["calm"], need=False)
    assert go(checkin, "sentence", ANA).words_so_far() == "I feel calm."
    checkin.say("I feel almost calm.")
    back_to(checkin, "feelings", ANA).choose(["glad"], need=False)
    assert go(checkin, "sentence", ANA).words_so_far() == "I feel almost calm."


def test_no_proposal_says_what_is_kept_private(checkin: CheckIn) -> None:
    go(checkin, "feelings", ANA).choose(["ashamed"], need=False, private=True)
    go(checkin, "needs", ANA).choose(["rest"], need=True)
    assert go(checkin, "sentence", ANA).words_so_far() == "I need rest."
    back_to(checkin, "needs", ANA).choose(["rest"], need=True, private=True)
    assert go(checkin, "sentence", ANA).words_so_far() == ""


def test_a_sentence_can_still_be_taken_back_when_its_words_are_gone(checkin: CheckIn) -> None:
    answer(checkin, ANA, feelings=["sad"], sentence="I feel sad.")
    back_to(checkin, "feelings", ANA).choose([], need=False)
    go(checkin, "sentence", ANA).say("")
    assert on_disk(checkin.house).nights(Note) == []
    checkin.back()
    assert where(checkin) == ("needs", ANA)
    checkin.forward()
    assert where(checkin) == ("hand-over", SAM)


def test_a_sentence_of_ones_own_is_kept_private(checkin: CheckIn) -> None:
    answer(checkin, ANA, feelings=["sad"])
    checkin.say("mine alone", private=True)
    checkin.draft("mine alone, and")
    assert [one.visibility for one in checkin.house.drafts.all()] == ["private"]
    checkin.say("mine alone, and more")
    assert covers(checkin.house) == {"Ana sad": "sealed", "Ana mine alone, and more": "private"}


def covered(checkin: CheckIn, person: str) -> list[str]:
    """The beats of the answers of `person`, from the last to the first, in which something stands covered."""
    found = []
    while where(checkin) != ("hand-over", person):
        checkin.back()
        found += [checkin.beat.about or checkin.beat.kind] if checkin.is_covered() else []
    return found


def test_everything_is_covered_once_the_keyboard_is_handed_over(checkin: CheckIn) -> None:
    answer(checkin, ANA, {"close": 3}, ["lonely"], ["rest"], "Ana's sentence")
    checkin.forward()
    assert where(checkin) == ("hand-over", SAM)
    assert covered(checkin, ANA) == ["sentence", "needs", "feelings", "close"]


def test_a_proposal_is_covered_too_where_nothing_was_written(checkin: CheckIn) -> None:
    answer(checkin, ANA, feelings=["lonely"])
    checkin.forward()
    checkin.back()
    assert (where(checkin), checkin.is_covered()) == (("sentence", ANA), True)
    checkin.uncover()
    assert (checkin.is_covered(), checkin.words_so_far()) == (False, "I feel lonely.")


@pytest.mark.parametrize("kind", SENTENCES)
def test_everything_is_covered_after_a_new_start(checkin: CheckIn, kind: str) -> None:
    answer(checkin, ANA, {"close": 3}, ["lonely"], ["rest"])
    back_to(checkin, kind, ANA)  # type: ignore[arg-type]
    assert not checkin.is_covered()
    later = again(checkin)
    assert (where(later), later.is_covered()) == ((kind, ANA), True)
    later.uncover()
    assert not later.is_covered()


def test_what_both_look_at_covers_what_waits_to_be_opened(checkin: CheckIn) -> None:
    both_answer(checkin)
    assert covered(checkin, SAM) == ["sentence", "needs", "feelings", "heard", "close"]


def test_while_one_has_the_keyboard_nothing_of_theirs_is_covered(checkin: CheckIn) -> None:
    answer(checkin, ANA, {"close": 3, "deep": 4}, ["lonely"], ["rest"], "Ana's sentence")
    assert covered(checkin, ANA) == []
