"""Every window of the check-in at hard sizes, without colours, and by its foot."""

from collections.abc import AsyncIterator

import pytest
from rich.color import ColorType
from textual.pilot import Pilot

from ritual.checkin import CheckIn
from ritual.house import House
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.place import Place
from ritual.widgets.foot import Foot, fitting
from tests.checkin.conftest import ANA, both_answer, go
from tests.screens.checkins import LONG_NAMES, begin, checkin, fits, keys, left_at, on, park, wish
from tests.screens.conftest import Opens, words_on
from tests.screens.seeing import legible
from tests.screens.thanks import see, until

SIZES = ((1, 1), (40, 12), (60, 20), (80, 24))


async def windows(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Every window that can be opened from the place."""
    for key, text in (("m", "How long"), ("d", "On which day"), ("o", "Parked for later"), ("ctrl+t", "another time")):
        await on(pilot, CheckInStart)
        await pilot.press(key)
        await see(pilot, text)
        yield text
        await pilot.press("escape")


async def test_every_small_window_survives_and_fits(opens: Opens, house: House) -> None:
    park(house, "money")
    async with opens(house, "checkin") as pilot:
        async for text in windows(pilot):
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert size[0] < 60 or fits(pilot), (text, size)
            pilot.app.theme = "daylight" if pilot.app.theme == "candlelight" else "candlelight"
            await pilot.pause()
            legible(pilot, text)


async def test_every_beat_survives_with_long_names_and_shows_its_keys(opens: Opens, empty_house: House) -> None:
    empty_house.settle(LONG_NAMES)
    ids = [one.id for one in empty_house.people]
    for person in ids:
        wish(empty_house, person, "call me at noon, just to say hello, " * 4)
    park(empty_house, "where we would like to live in five years, " * 3)
    found = CheckIn.begin(empty_house, 30)
    found.leave()
    async with opens(empty_house, "checkin") as pilot:
        found = (await begin(pilot)).checkin
        seen = set()
        while not found.progress.is_last:
            screen = checkin(pilot)
            if screen.kind == "rating":
                found.rate(3)
            if screen.kind not in seen:
                seen.add(screen.kind)
                if screen.kind == "topic":
                    found.choose_topic(found.topics[0])
                await screen.show_beat()
                for size in ((40, 12), (80, 24)):
                    await pilot.resize_terminal(*size)
                    await pilot.pause()
                assert fits(pilot) or screen.kind == "together", screen.kind
                foot = screen.query_one(Foot)
                shown = fitting(foot._hints, foot.size.width)
                assert shown[0].name == "help"
                assert len(shown) <= 6
            if found.is_sealed and screen.kind == "together":
                found.open_answers()
                await screen.show_beat()
                await see(pilot, "…")
            found.forward()
    assert {"look-back", "right", "rating", "feelings", "together", "apart", "topic", "topic-turn", "wish"} <= seen


def plain(pilot: Pilot[None]) -> bool:
    """Whether nothing on the screen has a colour."""
    colors = (
        color
        for strip in pilot.app.screen._compositor.render_strips()
        for segment in strip.apply_filter(pilot.app._filters[-1], pilot.app.screen.background_colors[1])
        if segment.style
        for color in (segment.style.color, segment.style.bgcolor)
        if color is not None and color.type == ColorType.TRUECOLOR
    )
    return all(len({*color.triplet}) == 1 for color in colors if color.triplet)


def stressed(pilot: Pilot[None], text: str) -> bool:
    """Whether `text` stands out by more than its colour."""
    return any(
        text in segment.text and segment.style and (segment.style.bold or segment.style.underline)
        for strip in pilot.app.screen._compositor.render_strips()
        for segment in strip
    )


async def test_without_colours_one_still_sees_what_is_chosen(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    wish(house, ANA, "a walk")
    park(house, "money")
    left_at(house, "look-back", ANA)
    async with opens(house, "checkin") as pilot:
        screen = await begin(pilot)
        assert plain(pilot)
        await pilot.press("right")
        await until(pilot, lambda: stressed(pilot, "yes"), "the choice")
        assert not stressed(pilot, "partly")
        go(screen.checkin, "rating", ANA)
        await screen.show_beat()
        await pilot.press("7")
        await until(pilot, lambda: stressed(pilot, "7"), "the number")
        assert not stressed(pilot, "8")
        go(screen.checkin, "feelings", ANA)
        await screen.show_beat()
        await pilot.press("down")
        await until(pilot, lambda: stressed(pilot, "sleepy"), "the word")
        await pilot.press("enter")
        await see(pilot, "● sleepy")
        go(screen.checkin, "topic")
        await screen.show_beat()
        await until(pilot, lambda: stressed(pilot, "money"), "the topic")
        await pilot.press("ctrl+l", "l")
        await until(pilot, lambda: stressed(pilot, "What emotional intimacy is"), "the reading")
        assert plain(pilot)


async def test_what_stays_private_can_be_chosen_in_any_window(opens: Opens, house: House) -> None:
    found = both_answer(CheckIn.begin(house, 30))
    found.leave()
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("k")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.press("home", "end")
            if size[0] > 1:
                await see(pilot, "Which answer stays private?", "Sam: in one sentence")
        legible(pilot, "what stays private")


async def test_the_help_names_every_key_of_each_place(opens: Opens, house: House) -> None:
    park(house, "money")
    left_at(house, "rating", ANA)
    async with opens(house, size=(120, 40)) as pilot:
        for keys_ in (("w",), ("enter",), ("ctrl+n",), ("ctrl+n",), ("ctrl+l", "l"), ("h", "w", "ctrl+t")):
            await pilot.press(*keys_)
            await pilot.pause()
            place = pilot.app.screen
            assert isinstance(place, Place)
            commands = place.commands()
            assert keys(pilot)
            await pilot.press("f1")
            await until(pilot, lambda place=place: pilot.app.screen is not place, "help")  # type: ignore[misc]
            await pilot.pause()
            text = " ".join(words_on(pilot).split())
            assert [one.id() for one in commands if place.with_keys(one.help) not in text] == []
            assert place.with_keys(place.ABOUT) in text
            await pilot.press("escape")
            await until(pilot, lambda place=place: pilot.app.screen is place, "the place")  # type: ignore[misc]
