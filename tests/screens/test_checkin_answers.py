"""What each of them answers unseen: key by key, on the disk, and on the screen while the other one has the keyboard."""

import pytest
from textual.pilot import Pilot

from ritual.content import checkin_words, feelings
from ritual.core.checkin import SCALES
from ritual.core.errors import RitualError
from ritual.core.records import Note, Rating
from ritual.house import House
from ritual.journal import Journal
from ritual.screens.guided.stage import Covered
from ritual.screens.home import Home
from ritual.widgets.picker import WordPicker
from ritual.widgets.scale import Scale
from ritual.widgets.words import Words
from tests.checkin.conftest import ANA, SAM, covers, go
from tests.screens.answers import silent
from tests.screens.checkins import at, begin, checkin, everywhere, fits, foot, keys, left_at
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see, type_in, until

SECRETS = ("lonely", "comfort", "quokka island")
"""A feeling, a need and a sentence of Ana's. The two words are far down in the list that everybody sees."""


async def rate(pilot: Pilot[None], name: str, *typed: str) -> None:
    """Answer the scales one after the other."""
    for scale, key in zip(SCALES, typed, strict=False):
        await at(pilot, "rating", name, scale)
        await pilot.press(*([key] if key in ("space", "f5") else [*key, "enter"]))


async def test_numbers_are_typed_passed_or_kept_for_oneself(opens: Opens, house: House) -> None:
    left_at(house, "hand-over", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await see(pilot, "Ana answers now, unseen. Sam, look away", "when the keyboard is in your hands")
        await pilot.press("enter")
        text = await at(pilot, "rating", "Ana", "close")
        words = checkin_words().scale("close")
        assert all(one in text for one in ("Ana · 1 of 8", words.ask, words.low, words.high, "Space passes."))
        assert all(one in foot(pilot) for one in ("? help", "Enter go on", "Space pass", "F5 keep private"))
        await rate(pilot, "Ana", "7", "10", "space", "")
        await at(pilot, "rating", "Ana", "affection")
        await pilot.press("3", "f5")
        await at(pilot, "rating", "Ana", "supported")
        await pilot.press("h", "w", "a", "q", "f5")
        await at(pilot, "rating", "Ana", "deep")
        await pilot.press("right", "space")
        await rate(pilot, "Ana")
        assert covers(house) == {"Ana close": "sealed", "Ana heard": "sealed", "Ana affection": "private"}
        await at(pilot, "rating", "Ana", "nothing-unsaid")
        await pilot.press("escape", "escape", "escape")
        await at(pilot, "rating", "Ana", "affection")
        assert checkin(pilot).query_one(Scale).value == 3
        await pilot.press("backspace", "enter")
        await at(pilot, "rating", "Ana", "supported")
    assert covers(house) == {"Ana close": "sealed", "Ana heard": "sealed"}
    assert {one.scale: one.value for one in house.journal.nights(Rating)} == {"close": 7, "heard": 10}


async def test_words_are_found_and_become_a_sentence(opens: Opens, house: House) -> None:
    left_at(house, "feelings", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await see(pilot, "Ana", "type a few letters", "Enter takes the marked word, or goes on.", "F1 help")
        assert {"open_safety", "keep_hidden"} <= keys(pilot)
        assert fits(pilot)
        await pilot.press(*"lonely", "enter", *"tired", "enter", "enter")
        await at(pilot, "needs", "Ana")
        await pilot.press(*"comfort", "enter", "enter")
        text = await at(pilot, "sentence", "Ana")
        field = checkin(pilot).query_one(Words)
        assert all(word in field.text for word in ("lonely and tired", "comfort"))
        assert "Enter seals it until you open it together." in text
        await type_in(pilot, " quokka")
        await pilot.press("f4")
        await until(pilot, lambda: "lonely" not in words_on(pilot), "dots")
        await pilot.press("f4", "enter")
        await at(pilot, "hand-over", "Sam")
        assert covers(house) == {
            "Ana lonely": "sealed",
            "Ana tired": "sealed",
            "Ana comfort": "sealed",
            f"Ana {field.text}": "sealed",
        }


async def test_words_can_be_kept_for_oneself(opens: Opens, house: House) -> None:
    left_at(house, "feelings", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press(*"lonely", "enter", "f5")
        await at(pilot, "needs", "Ana")
        await pilot.press(*"comfort", "enter", "enter")
        await at(pilot, "sentence", "Ana")
        assert checkin(pilot).query_one(Words).text == "I need comfort."
        await pilot.press("f5")
        await at(pilot, "hand-over", "Sam")
        assert covers(house) == {"Ana lonely": "private", "Ana comfort": "sealed", "Ana I need comfort.": "private"}


async def test_who_chose_no_word_writes_no_sentence_and_the_next_step_passes_all(opens: Opens, house: House) -> None:
    left_at(house, "feelings", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await at(pilot, "needs", "Ana")
        await pilot.press("enter")
        await at(pilot, "hand-over", "Sam")
        await pilot.press("enter")
        await at(pilot, "rating", "Sam")
        await pilot.press("4", "ctrl+n")
        await at(pilot, "together")
    assert covers(house) == {"Sam close": "sealed"}


async def test_no_word_of_one_is_on_the_screen_of_the_other(opens: Opens, house: House) -> None:
    left_at(house, "feelings", ANA)

    def check(text: str) -> None:
        silent([text, told(pilot), pilot.app.title, pilot.app.sub_title], *SECRETS)

    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press(*"lonely", "enter", "enter")
        await at(pilot, "needs", "Ana")
        await pilot.press(*"comfort", "enter", "enter")
        await at(pilot, "sentence", "Ana")
        checkin(pilot).query_one(Words).text = SECRETS[2]
        await pilot.press("enter")
        await everywhere(pilot, check)
        for kind in ("hand-over", *["rating"] * 8, "feelings", "needs"):
            check(await at(pilot, kind, "Sam"))
            await pilot.press("space" if kind == "rating" else "enter")
        await at(pilot, "together")
        await everywhere(pilot, check)
        for kind in ("needs", "feelings", *["rating"] * 8, "hand-over"):
            await pilot.press("escape")
            check(await at(pilot, kind, "Sam"))
        for kind in ("sentence", "needs", "feelings"):
            await pilot.press("escape")
            text = await at(pilot, kind, "Ana")
            check(text)
            assert "covered." in text
            assert "Enter shows them to you." in text
            assert not {"keep_hidden", "hide_typing"} & keys(pilot)
            await pilot.press("f5", "f4", "space", "x")
            check(await at(pilot, kind, "Ana"))
        await pilot.press("enter")
        await until(pilot, lambda: checkin(pilot).query(WordPicker), "the words")
        assert checkin(pilot).query_one(WordPicker).chosen == ["lonely"]
        await pilot.press("escape")
        await at(pilot, "rating", "Ana")
    assert covers(house)["Ana quokka island"] == "sealed"


async def test_a_new_start_covers_what_was_answered(opens: Opens, house: House) -> None:
    left_at(house, "rating", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await rate(pilot, "Ana", "7")
        await at(pilot, "rating", "Ana", "heard")
        await pilot.press("3", "ctrl+q")
    assert covers(house) == {"Ana close": "sealed", "Ana heard": "sealed"}
    async with opens(House(house.folders, house.clock), "checkin") as pilot:
        await begin(pilot)
        text = await see(pilot, "Ana · 2 of 8", "Ana, what you chose is covered.", "Enter shows them to you.")
        assert not checkin(pilot).query(Scale)
        assert not {"pass_scale", "keep_hidden"} & keys(pilot)
        assert "3" not in text
        await pilot.press("space", "9", "f5")
        assert checkin(pilot).query(Covered)
        await pilot.press("enter")
        await until(pilot, lambda: checkin(pilot).query(Scale), "the number")
        assert checkin(pilot).query_one(Scale).value == 3
        await pilot.press("enter")
        await at(pilot, "rating", "Ana", "safe")
    assert covers(house) == {"Ana close": "sealed", "Ana heard": "sealed"}


async def test_leaving_keeps_the_words_that_are_marked_and_typed(opens: Opens, house: House) -> None:
    left_at(house, "feelings", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press(*"lonely", "enter", "ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
        assert covers(house) == {"Ana lonely": "sealed"}
        await pilot.press("w")
        await begin(pilot)
        await see(pilot, "Ana, what you chose is covered.")
        await pilot.press("enter")
        await see(pilot, "lonely")
        await pilot.press("enter", "enter")
        await at(pilot, "sentence", "Ana")
        await type_in(pilot, " quokka")
        await pilot.press("ctrl+q")
    (draft,) = house.drafts.all()
    assert (draft.by, draft.visibility) == (ANA, "sealed")
    async with opens(House(house.folders, house.clock)) as pilot:
        home = await see(pilot, "Ana, words of yours are waiting.")
        silent([home], "quokka", "lonely")


async def test_a_disk_that_takes_nothing_leaves_all_as_it_is(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Journal, *record: object) -> None:
        raise RitualError("There is no room.")

    left_at(house, "feelings", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press(*"lonely", "enter")
        with monkeypatch.context() as patched:
            for name in ("keep", "keep_all"):
                patched.setattr(Journal, name, fail)
            for key in ("enter", "f5", "ctrl+n", "escape"):
                await pilot.press(key)
                await until(pilot, lambda: "There is no room." in told(pilot), "a word about it")
                assert checkin(pilot).kind == "feelings"
                assert checkin(pilot).query_one(WordPicker).chosen == ["lonely"]
        await pilot.press("enter")
        await at(pilot, "needs", "Ana")


async def test_one_alone_answers_openly_and_ends_with_a_reflection(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    left_at(empty_house, "rating", ANA, "nothing-unsaid")
    async with opens(empty_house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("3", "enter")
        await pilot.press(*"lonely", "enter", "enter", "enter")
        assert "Enter keeps it." in await at(pilot, "sentence", "Ana")
        await pilot.press("enter")
        await see(pilot, "Ctrl+S goes on.")
        await pilot.press(*"one", "enter", *"two", "ctrl+s")
        await at(pilot, "wish", "Ana")
        await pilot.press("escape")
        await at(pilot, "reflection", "Ana")
        assert checkin(pilot).query_one(Words).text == "one\ntwo"
    assert {*covers_alone(empty_house)} == {"shared"}


def covers_alone(house: House) -> list[str]:
    journal = House(house.folders, house.clock).journal
    return [one.visibility for kind in (Rating, Note) for one in journal.nights(kind)]


async def test_every_beat_fits_and_the_question_is_always_seen(opens: Opens, house: House) -> None:
    first = feelings().families[0].feelings[0]
    left_at(house, "rating", ANA, "supported")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        for kind, key, seen in (("rating", "ctrl+n", "10"), ("hand-over", "enter", "Sam")):
            for size in ((60, 20), (80, 24), (40, 12), (300, 100)):
                await pilot.resize_terminal(*size)
                assert seen in await at(pilot, kind)
                assert fits(pilot), (kind, size)
            await pilot.press(key)
        checkin(pilot).checkin.leave()
        go(checkin(pilot).checkin, "feelings", SAM)
        await checkin(pilot).show_beat()
        for size in ((60, 20), (80, 24), (40, 12), (120, 40)):
            await pilot.resize_terminal(*size)
            text = await at(pilot, "feelings", "Sam")
            assert all(one in text for one in ("Sam", "type a few", first))
            assert fits(pilot) or size == (40, 12)
