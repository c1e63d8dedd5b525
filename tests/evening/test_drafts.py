"""Unfinished words of an evening, and whose they are."""

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Appreciation, Note
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import EVENING
from tests.evening.conftest import ANA, NIGHT, SAM, again, go, on_disk


def test_a_draft_has_its_author_and_all_that_the_record_will_need(evening: Evening) -> None:
    go(evening, "appreciation", SAM)
    evening.draft("for the lau")
    (draft,) = House(evening.house.folders).drafts.all()
    assert (draft.by, draft.to, draft.kind, draft.text) == (SAM, ANA, "appreciation", "for the lau")
    assert (draft.about, draft.night, draft.at) == (evening.session.id, NIGHT, EVENING)
    evening.say("for the laugh")
    (kept,) = on_disk(evening.house).nights(Appreciation)
    assert kept.id == draft.id


def test_a_draft_is_covered_after_a_new_start_until_its_author_asks(evening: Evening) -> None:
    go(evening, "note", ANA)
    assert not evening.is_covered()
    evening.draft("half a thou")
    assert not evening.is_covered()
    later = again(evening)
    assert later.is_covered()
    assert later.words_so_far() == "half a thou"
    later.uncover()
    assert not later.is_covered()
    latest = again(evening)
    latest.draft("half a thought")
    assert not latest.is_covered()


def test_a_draft_is_covered_once_the_other_one_has_the_keyboard(evening: Evening) -> None:
    go(evening, "note", ANA)
    evening.draft("half a thou")
    evening.forward()
    assert (evening.beat.person, evening.is_covered()) == (SAM, False)
    evening.back()
    assert evening.is_covered()
    evening.uncover()
    assert (evening.is_covered(), evening.words_so_far()) == (False, "half a thou")


def test_a_draft_stays_open_to_its_author_who_only_looks_further(evening: Evening) -> None:
    go(evening, "note", SAM)
    evening.draft("half a thou")
    evening.forward()
    assert evening.beat.person is None
    evening.back()
    assert not evening.is_covered()
    later = again(evening)
    later.uncover()
    later.forward()
    later.back()
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
    assert not evening.is_covered()
    assert again(evening).words_so_far() == "a line"
    assert again(evening).is_covered()


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
    assert not evening.is_covered()
    assert again(evening).words_so_far() == "a line"


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
        patched.setattr("ritual.files.os.write", full)
        with pytest.raises(RitualError, match="No space left"):
            evening.say("a line")
    assert again(evening).words_so_far() == "a line"
    assert on_disk(evening.house).nights(Note) == []
