"""The line from 0 to 10."""

import pytest
from textual.app import App, ComposeResult

from ritual.content import checkin_words
from ritual.core.checkin import SCALES
from ritual.widgets.scale import Scale


class Alone(App[None]):
    """Nothing but the line."""

    def __init__(self, value: int | None = None) -> None:
        super().__init__()
        self.scale = Scale("far away", "very close", value)

    def compose(self) -> ComposeResult:
        yield self.scale


def marked(scale: Scale) -> str:
    """What is underlined."""
    return "".join(one.text for line in scale.render_lines(scale.region.reset_offset) for one in line if lit(one.style))


def lit(style: object) -> bool:
    return bool(getattr(style, "underline", False))


KEYS: list[tuple[tuple[str, ...], int | None]] = [
    ((), None),
    (("7",), 7),
    (("7", "3"), 3),
    (("0",), 0),
    (("1",), 1),
    (("1", "0"), 10),
    (("2", "0"), 0),
    (("1", "0", "0"), 0),
    (("right",), 5),
    (("left",), 5),
    (("up", "up"), 6),
    (("up", "down", "down"), 3),
    (("9", "right", "right", "right"), 10),
    (("0", "left"), 0),
    (("7", "backspace"), None),
    (("backspace",), None),
    (("7", "x", "minus", "full_stop"), 7),
]


async def test_digits_and_arrows_choose_and_backspace_takes_it_back() -> None:
    app = Alone()
    async with app.run_test(size=(60, 10)) as pilot:
        app.scale.focus()
        for keys, value in KEYS:
            await pilot.press("backspace", *keys)
            assert app.scale.value == value, keys
            assert marked(app.scale) == ("" if value is None else str(value))


@pytest.mark.parametrize("width", [60, 40])
async def test_every_number_can_be_clicked(width: int) -> None:
    app = Alone()
    async with app.run_test(size=(width, 10)) as pilot:
        line = "".join(one.text for one in app.scale.render_line(0))
        assert line.split() == [str(number) for number in range(11)]
        for number in (0, 7, 10, 3):
            await pilot.click(Scale, offset=(f" {line} ".index(f" {number} "), 0))
            assert app.scale.value == number
        await pilot.click(Scale, offset=(2, 1))
        assert app.scale.value == 3


async def test_what_was_chosen_before_is_marked() -> None:
    app = Alone(10)
    async with app.run_test(size=(60, 10)):
        assert marked(app.scale) == "10"


def test_the_words_at_the_ends_fit_into_the_smallest_window() -> None:
    for name in SCALES:
        words = checkin_words().scale(name)
        scale = Scale(words.low, words.high)
        for width in (44, 36):
            scale._size = scale._size.with_width(width)
            numbers, ends = str(scale.render()).splitlines()
            assert len(numbers) <= width
            assert len(ends) <= width
            assert words.low in ends
            assert ends.endswith(words.high)
