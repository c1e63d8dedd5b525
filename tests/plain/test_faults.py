"""A disk that takes nothing: words that were typed are not lost, and a script is told by its status."""

from collections.abc import Callable
from typing import Any

import pytest

from ritual.core.errors import Refused, RitualError
from ritual.core.records import Appreciation, Record, Session
from ritual.house import House
from ritual.journal import Drafts, Journal
from tests.evening.conftest import on_disk
from tests.plain.conftest import Plays

Fails = Callable[..., None]


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Fails:
    """Lets writing records of a kind fail so many times, and drafts, too."""

    def fails(kind: type[Record], times: int, *, drafts: int = 0) -> None:
        keep, save, left = Journal.keep, Drafts.save, {"kept": times, "drafts": drafts}

        def no_room(self: Journal, record: Any, *more: Any) -> Any:
            if isinstance(record, kind) and left["kept"] > 0:
                left["kept"] -= 1
                raise RitualError("This could not be saved (No space left on device).")
            return keep(self, record, *more)

        def no_draft(self: Drafts, draft: Any) -> None:
            if left["drafts"] > 0:
                left["drafts"] -= 1
                raise OSError(28, "No space left on device")
            save(self, draft)

        monkeypatch.setattr(Journal, "keep", no_room)
        monkeypatch.setattr(Drafts, "save", no_draft)

    return fails


@pytest.mark.parametrize(("drafts", "told"), [(0, "they wait here unfinished"), (9, "could not be kept")])
def test_words_that_cannot_be_kept_need_not_be_typed_again(
    drafts: int, told: str, fails: Fails, play: Plays, house: House
) -> None:
    fails(Appreciation, 3, drafts=drafts)
    said = play("tonight", ("Ana thanks Sam", "for the tea"), (told, ""), ("Sam thanks", None))
    assert "No space left on device" in said
    assert "Enter tries once more." in said
    assert [one.text for one in on_disk(house).nights(Appreciation)] == ["for the tea"]
    assert house.drafts.all() == []


def test_words_that_are_let_go_wait_as_a_draft(fails: Fails, play: Plays, house: House) -> None:
    fails(Appreciation, 9)
    play("tonight", ("Ana thanks Sam", "for the tea"), ("they wait here", "enough"), ("Sam thanks", None))
    assert [one.text for one in house.drafts.all()] == ["for the tea"]


def test_in_a_pipe_it_ends_there_and_waits(fails: Fails, play: Plays, house: House) -> None:
    fails(Appreciation, 9)
    with pytest.raises(RitualError, match="could not be saved"):
        play("tonight", ("Ana thanks Sam", "for the tea"), waits=False)
    assert [one.text for one in house.drafts.all()] == ["for the tea"]
    assert [one.state for one in on_disk(house).nights(Session)] == ["open"]


def test_a_clock_that_cannot_be_written_down_is_told_once(fails: Fails, play: Plays, house: House) -> None:
    told = play("tonight", ("Ana speaks", None))
    fails(Session, 3)
    told = play("tonight", ("Ana speaks", 240, ""))
    assert told.count("No space left on device") == 1
    assert "Your evening is kept." in told
    assert max(leg.seconds for leg in on_disk(house).nights(Session)[0].legs) == 240


def test_what_cannot_be_kept_at_all_is_asked_for_again(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana thanks Sam", "for\x07 tea", "for tea"))
    assert "There is a control character in these words." in told
    assert "\x07" not in told.replace("for\x07 tea", "", 1)
    assert [one.text for one in on_disk(house).nights(Appreciation)] == ["for tea"]
    with pytest.raises(Refused):
        play("tonight", ("Ana thanks Sam", "for\x07 tea"), waits=False)


def test_names_are_asked_for_where_nobody_told_them(play: Plays, empty_house: House) -> None:
    with pytest.raises(RitualError, match="ritual setup"):
        play("tonight", waits=False)
    told = play(
        "tonight",
        ("Welcome", "?", "Ana, Ana", "Kim & Lou"),
        ("Where are you", "2"),
        ("How long", "500", "15"),
        ("15 min", None),
    )
    assert "Both names are the same." in told
    assert told.count("One name is fine, too. Enter leaves it open.") == 3
    assert "“500” means nothing here. ? tells what can be typed. 10, 20, 40, or any number of minutes" in told
    assert "Kim starts tonight." in told
    assert [one.name for one in House(empty_house.folders).people] == ["Kim", "Lou"]
    assert House(empty_house.folders).stage == "long-term"
