import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from ritual.commands import Command
from ritual.commands.general import EVERYWHERE
from ritual.commands.keymap import PLACES
from ritual.widgets.foot import GAP, MOST, Hint, fitting, label, length, written

KEYS = st.sampled_from(["question_mark", "escape", "enter", "space", "tab", "ctrl+p", "f1", "f", "a", "up"])
NAMES = st.text("abcdefghij ", min_size=1, max_size=14)
HINTS = st.lists(st.builds(Hint, KEYS, NAMES, st.just("app.act")), max_size=10)


def cells(hints: list[Hint]) -> int:
    """How wide they are once painted."""
    return Content(GAP.join(f"{label(hint.key)} {hint.name}" for hint in hints)).cell_length


@given(HINTS, st.integers(0, 200))
def test_hints_never_exceed_the_width(hints: list[Hint], width: int) -> None:
    assert cells(fitting(hints, width)) <= width


@given(HINTS, st.integers(0, 200))
def test_there_are_six_at_most_and_the_first_stay(hints: list[Hint], width: int) -> None:
    found = fitting(hints, width)
    assert len(found) <= MOST == 6
    assert found == hints[: len(found)]


@given(HINTS, st.integers(0, 200))
def test_no_room_is_wasted(hints: list[Hint], width: int) -> None:
    found = fitting(hints, width)
    assert len(found) in (MOST, len(hints)) or cells(hints[: len(found) + 1]) > width


def test_nothing_fits_nowhere() -> None:
    assert fitting([Hint("a", "act", "app.act")], 0) == []
    assert fitting([], 80) == []


def test_wide_letters_take_two_cells() -> None:
    hint = Hint("あ", "begin", "app.begin")
    assert length(hint) == cells([hint])


def test_help_fits_into_the_narrowest_page() -> None:
    hints = [Hint(command.key.split(",")[0], command.name, "app.act") for command in EVERYWHERE]
    assert fitting(hints, 40)[0].name == "help"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0].__name__)
def test_at_eighty_cells_the_first_four_of_every_place_are_shown(place: tuple[type[Command], ...]) -> None:
    hints = [Hint(one.key.split(",")[0], one.name, "act") for one in (EVERYWHERE[0], *place) if one.at_foot]
    assert len(fitting(hints, 78)) >= min(4, len(hints))


def test_a_sentence_spells_keys_out() -> None:
    assert [written(key) for key in ("ctrl+p", "escape", "f1", "a")] == ["Ctrl+P", "Esc", "F1", "a"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("question_mark", "?"),
        ("escape", "Esc"),
        ("enter", "Enter"),
        ("space", "Space"),
        ("tab", "Tab"),
        ("ctrl+p", "^p"),
        ("f1", "F1"),
        ("f12", "F12"),
        ("f", "f"),
        ("a", "a"),
    ],
)
def test_a_key_is_shown_as_people_read_it(key: str, shown: str) -> None:
    assert label(key) == shown


def test_only_function_keys_are_written_large() -> None:
    assert label("full_stop") != "FULL_STOP"
