"""Words to choose from, and the window of Tonight that offers them."""

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ritual.content import feelings
from ritual.house import House
from ritual.screens.tonight.feelings import FeelingWords
from ritual.screens.tonight.screen import Tonight
from ritual.widgets.picker import WordPicker
from tests.screens.checkins import fits, keys
from tests.screens.conftest import Opens, go_to, tonight, words_on
from tests.screens.thanks import see, until

FAMILIES = (("Worn out", ("sleepy", "tired", "bone-tired")), ("At ease", ("calm", "trusting", "déjà vu")))
ALL = ["sleepy", "tired", "bone-tired", "calm", "trusting", "déjà vu"]


class Alone(App[None]):
    """Nothing but the words."""

    def __init__(self, *chosen: str) -> None:
        super().__init__()
        self.picker = WordPicker(FAMILIES, chosen)
        self.done = 0

    def compose(self) -> ComposeResult:
        yield self.picker

    def on_word_picker_done(self) -> None:
        self.done += 1

    @property
    def words(self) -> OptionList:
        return self.picker.query_one(OptionList)

    @property
    def listed(self) -> list[str]:
        return [one.id for one in self.words.options if one.id]

    @property
    def marked(self) -> str | None:
        at = self.words.highlighted
        return None if at is None else self.words.get_option_at_index(at).id

    @property
    def told(self) -> str:
        return str(self.picker.query_one("#chosen").render())


FOUND = [
    ("ti", ["tired", "bone-tired", "trusting"]),
    ("  TIRED ", ["tired", "bone-tired"]),
    ("DÉJÀ", ["déjà vu"]),
    ("b", ["bone-tired"]),
    ("xyz", []),
    ("", ALL),
]


async def test_it_finds_as_one_types_first_what_begins_so() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        assert app.listed == ALL
        assert app.marked is None
        assert [str(one.prompt) for one in app.words.options if one.disabled] == ["Worn out", "At ease"]
        field = app.picker.query_one(Input)
        for typed, found in FOUND:
            field.value = typed
            await pilot.pause()
            assert app.listed == found
            assert app.marked == (found[0] if found and typed else None)
            assert len(app.words.options) == max(len(found), 1) + (0 if typed else 2)


async def test_enter_takes_and_leaves_and_with_nothing_marked_is_done() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        await pilot.press(*"cal", "enter")
        assert (app.picker.chosen, app.told, app.done) == (["calm"], "calm", 0)
        assert app.picker.query_one(Input).value == ""
        assert app.listed == ALL
        await pilot.press(*"slee", "enter", *"cal", "enter")
        assert (app.picker.chosen, app.told) == (["sleepy"], "sleepy")
        await pilot.press(*"xyz", "enter")
        assert (app.picker.chosen, app.done) == (["sleepy"], 0)
        assert app.picker.query_one(Input).value == ""
        await pilot.press("enter")
        await pilot.pause()
        assert app.done == 1


async def test_a_word_that_is_not_there_leads_back_to_all_words() -> None:
    async with Alone("calm").run_test() as pilot:
        app = pilot.app
        assert isinstance(app, Alone)
        await pilot.press(*"xyz")
        await see(pilot, "No word here is like that. Enter shows them all.")
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.listed == ALL, "all words")
        assert (app.told, app.done) == ("calm", 0)
        await pilot.press("enter")
        await until(pilot, lambda: app.done == 1, "going on")


async def test_up_to_three_stay_and_backspace_lets_the_last_one_go() -> None:
    app = Alone("calm", "tired")
    async with app.run_test() as pilot:
        assert app.told == "calm · tired"
        await pilot.press(*"slee", "enter", *"bone", "enter")
        assert app.picker.chosen == ["tired", "sleepy", "bone-tired"]
        await pilot.press("x", "backspace")
        assert len(app.picker.chosen) == 3
        await pilot.press("backspace")
        assert app.picker.chosen == ["tired", "sleepy"]
        await pilot.press(*["backspace"] * 4)
        assert (app.picker.chosen, app.told) == ([], "")


def signs(app: Alone) -> list[str]:
    """The words with a sign before them."""
    return [one.id or "" for one in app.words.options if str(one.prompt).startswith("●")]


async def test_the_arrows_look_through_all_and_go_on_where_a_word_was_taken() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        seen = []
        for _ in ALL:
            await pilot.press("down")
            seen.append(app.marked)
        assert seen == ALL
        await pilot.press("down")
        assert app.marked is None
        await pilot.press("up", "up")
        assert app.marked == "trusting"
        await pilot.press("enter")
        assert (signs(app), app.marked, app.done) == (["trusting"], None, 0)
        await pilot.press("up", "enter", "down", "down", "enter")
        assert signs(app) == ["calm", "trusting", "déjà vu"]
        assert app.picker.chosen == ["trusting", "calm", "déjà vu"]
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert app.done == 1


async def test_looking_with_the_arrows_one_need_not_take_a_word() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "up", "up", "enter")
        await pilot.pause()
        assert (app.picker.chosen, app.done) == ([], 1)
        await pilot.press("t", "down", "down", "down", "down")
        assert app.marked is not None


async def test_a_click_takes_a_word_and_the_field_keeps_the_keyboard() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        lines = ["".join(one.text for one in app.words.render_line(y)).strip() for y in range(app.words.size.height)]
        for word in ("tired", "At ease", "tired", "sleepy"):
            await pilot.click(OptionList, offset=(6, lines.index(word) + app.words.gutter.top))
            await pilot.pause()
            assert app.focused is app.picker.query_one(Input)
        assert app.picker.chosen == ["sleepy"]
        await pilot.press(*"cal", "enter")
        assert app.picker.chosen == ["sleepy", "calm"]


async def feelings_window(pilot: Pilot[None], key: str = "f") -> FeelingWords:
    """From a turn to the words."""
    await go_to(pilot, "turn")
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, FeelingWords), "the words")
    screen = pilot.app.screen
    assert isinstance(screen, FeelingWords)
    return screen


async def test_a_word_found_tonight_stands_in_the_turn_and_is_kept_nowhere(opens: Opens, house: House) -> None:
    word = feelings().families[3].feelings[2]
    async with opens(house, "tonight") as pilot:
        await feelings_window(pilot)
        await see(pilot, "I feel …", "type a few letters", feelings().families[0].feelings[0], "goes back.")
        assert keys(pilot) == {"open_safety", "go_back"}
        await pilot.press(*word, "enter")
        await see(pilot, word)
        assert pilot.app.screen.query_one("#chosen").styles.text_align == "left"
        await pilot.press("escape")
        await see(pilot, f"I feel {word}.")
        await feelings_window(pilot, "f2")
        await pilot.press("backspace", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tonight), "the turn")
        assert "I feel" not in words_on(pilot)
        await pilot.press("f", *word, "enter", "enter")
        await see(pilot, f"I feel {word}.")
        await pilot.press("enter")
        await until(pilot, lambda: "Sam speaks" in words_on(pilot), "the other turn")
        assert "I feel" not in words_on(pilot)
        assert tonight(pilot).feelings == []
        await pilot.press("ctrl+q")
    files = [one.read_text("utf-8") for one in house.folders.data.parent.rglob("*") if one.is_file()]
    assert [number for number, text in enumerate(files) if word in text] == []


async def test_question_field_and_words_are_seen_together(opens: Opens, house: House) -> None:
    first = feelings().families[0]
    async with opens(house, "tonight") as pilot:
        window = await feelings_window(pilot)
        words = window.query_one(OptionList)
        for size in ((40, 12), (60, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await see(pilot, "I feel …", "type a few letters", first.name, first.feelings[0], "Enter takes the marked")
            assert fits(pilot)
        await pilot.resize_terminal(40, 12)
        await pilot.press(*["down"] * 12)
        assert words.highlighted is not None
        await see(pilot, "I feel …", str(words.get_option_at_index(words.highlighted).id))
