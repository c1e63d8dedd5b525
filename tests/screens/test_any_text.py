"""Whatever somebody writes comes back as it was, is no markup, and breaks no line."""

import asyncio
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot

from ritual.core import text as texts
from ritual.core.errors import Refused
from ritual.core.records import Appreciation
from ritual.house import House
from ritual.screens.appreciations.form import ThanksForm
from ritual.widgets.leaves import Leaves
from ritual.widgets.words import Words
from tests.conftest import TurnedClock
from tests.screens.conftest import opened, words_on
from tests.screens.thanks import kept, marked, open_log, place, until

WIDTH, HEIGHT = 60, 20
ZWJ, RLO, RLM = "\N{ZERO WIDTH JOINER}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{RIGHT-TO-LEFT MARK}"
FAMILY = f"👩{ZWJ}❤️{ZWJ}👨"
MARKUP = ("[red]", "[/red]", "[/]", "[b]", "[", "]", "\\[", "[@click=app.quit]x[/]", "{go_on}", "%s", "$accent")
SCRIPTS = (
    FAMILY,
    "👍🏽",
    "🇩🇪",
    "e\u0301",
    "Z\u0351\u036b",
    "שלום",
    "مرحبا",
    f"{RLO}abc",
    RLM,
    ZWJ,
    "日本語",
    "日" * 70,
)
SPACES = ("\t", "\n", "\n\n\n", " ", "   ", "\u3000", "\u2028", "\x85", "\x0b", "\r\n", "x" * 130, "│", "─╯", "…")
PIECES = st.sampled_from((*MARKUP, *SCRIPTS, *SPACES)) | st.text(max_size=6)
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=25).map("".join)
BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


def visible(text: str) -> str:
    """What of a text can be compared with a card: without space and without the card's sides."""
    return "".join(sign for sign in text if not sign.isspace() and sign != "│")


def fits(pilot: Pilot[None]) -> None:
    """Every line is exactly as wide as the window."""
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == HEIGHT
    assert {sum(cell_len(segment.text) for segment in strip) for strip in strips} == {WIDTH}


def on_the_card(pilot: Pilot[None]) -> str:
    """The words on the marked card, as far as they fit."""
    lines = words_on(pilot).splitlines()
    top = next(number for number, line in enumerate(lines) if line.strip().startswith("╭─"))
    low = next((number for number, line in enumerate(lines) if line.strip().startswith("╰─")), HEIGHT - 1)
    return visible("".join(lines[top + 1 : low]))


async def say(pilot: Pilot[None], house: House, text: str, *, pasted: bool) -> None:
    """Write `text` into the form and keep it, or see it refused."""
    if isinstance(pilot.app.screen, ThanksForm):
        pilot.app.pop_screen()
    before = {one.id for one in kept(house)}
    await pilot.press("n")
    await until(pilot, lambda: isinstance(pilot.app.screen, ThanksForm) and pilot.app.focused, "the form")
    form = pilot.app.screen
    field = form.query_one(Words)
    if pasted:
        pilot.app.post_message(Paste(text))
    else:
        field.text = text
    await pilot.pause()
    fits(pilot)
    typed = field.text
    assert BREAKS.sub("\n", typed).rstrip("\n") == BREAKS.sub("\n", text).rstrip("\n")
    assert "\x1b" not in words_on(pilot)
    await pilot.press("ctrl+s")
    await pilot.pause()
    fits(pilot)
    try:
        wanted = texts.words(typed)
    except Refused:
        wanted = ""
    if not wanted:
        assert isinstance(pilot.app.screen, ThanksForm)
        assert field.text == typed
        field.text = ""
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is not form, "the log")
        assert {one.id for one in kept(house)} == before
        assert house.drafts.all() == []
        return
    await until(pilot, lambda: pilot.app.screen is not form, "the log")
    (new,) = [one for one in kept(house) if one.id not in before]
    assert new.text == wanted == marked(pilot)
    fits(pilot)
    shown, whole = on_the_card(pilot), visible(texts.on_screen(wanted))
    assert whole.startswith(shown)
    assert shown == whole or place(pilot).query_one(Leaves)._hidden()


def test_any_text_is_kept_and_shown_as_it_is(house: House, clock: TurnedClock) -> None:
    with asyncio.Runner() as runner:
        app = opened(house, size=(WIDTH, HEIGHT))
        pilot = runner.run(app.__aenter__())
        runner.run(open_log(pilot, 0))

        @settings(max_examples=30)
        @given(TEXTS, st.booleans())
        @example("[/red] and [b]not bold[/b]", False)
        @example(FAMILY * 40, True)
        @example("x" * 10_000, False)
        @example("\x1b[2J\x1b]52;c;x\x07", True)
        @example("a\tb\t\tc" * 20, False)
        def check(text: str, pasted: bool) -> None:
            clock.turn(1)
            runner.run(say(pilot, house, text, pasted=pasted))

        try:
            check()
        finally:
            runner.run(app.__aexit__(None, None, None))


async def test_any_text_in_an_answer_in_the_form_and_on_home(house: House) -> None:
    text = f"[/red] {RLO}שלום [b]{FAMILY}[/b] " + "x" * 70
    ana, sam = (one.id for one in house.people)
    year_ago = house.night.replace(year=house.night.year - 1)
    house.journal.keep(Appreciation(id="t", at=house.clock.now(), night=year_ago, by=ana, to=sam, text=text))
    async with opened(house, size=(WIDTH, HEIGHT)) as pilot:
        await open_log(pilot, 1)
        fits(pilot)
        for key in ("enter", "e"):
            await pilot.press(key)
            await until(pilot, lambda: visible(text)[:20] in visible(words_on(pilot)), "the words")
            fits(pilot)
            await pilot.press("escape")
        await pilot.press("h")
        await pilot.resize_terminal(WIDTH, 40)
        await until(pilot, lambda: "A year ago today" in words_on(pilot), "the memory")
        assert visible(text)[:20] in visible(words_on(pilot))
