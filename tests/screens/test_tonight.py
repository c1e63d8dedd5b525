"""Tonight, key by key."""

import shutil

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Digits

from ritual.content import evening_words
from ritual.core.errors import RitualError
from ritual.core.records import Answer, Appreciation, Draw, Mark, Note, Rating, Session
from ritual.evening import Evening
from ritual.house import House
from ritual.screens.home import Home
from ritual.screens.tonight.goodnight import Goodnight
from ritual.widgets.closeness import Closeness
from ritual.widgets.words import Words
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, go_to, told, tonight, words_on


def follow_up(pilot: Pilot[None]) -> str | None:
    card = tonight(pilot).evening.card()
    assert card is not None
    return card.follow_up


async def grounds(pilot: Pilot[None]) -> set[str]:
    """The colours behind everything on the screen, once they have stopped changing."""
    before: set[str] | None = None
    while True:
        await pilot.pause(0.3)
        segments = (one for strip in pilot.app.screen._compositor.render_strips() for one in strip)
        found = {
            Color.from_rich_color(one.style.bgcolor).hex.lower() for one in segments if one.style and one.style.bgcolor
        }
        if found == before:
            return found
        before = found


async def test_enter_alone_leads_through_the_whole_evening(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closing")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Goodnight)
    assert [one.state for one in house.sessions] == ["kept"]
    for kind in (Answer, Appreciation, Note, Rating):
        assert house.journal.nights(kind) == []


async def test_the_next_step_key_leads_through_the_steps(opens: Opens, house: House) -> None:
    seen = []
    async with opens(house, "tonight") as pilot:
        while not isinstance(pilot.app.screen, Goodnight):
            seen.append(tonight(pilot).kind)
            await pilot.press("ctrl+n")
            await pilot.pause()
    assert seen == ["breathe", "turn", "turn", "card", "appreciation", "closeness", "closing"]


async def test_the_clock_shows_whole_minutes_then_seconds_then_nothing(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    async with opens(house, "tonight") as pilot:
        screen = tonight(pilot)
        assert not screen.query_one(Digits).visible
        await go_to(pilot, "turn")
        digits = screen.query_one(Digits)
        assert digits.value == "5"
        clock.turn(270)
        screen.tick()
        assert digits.value == "0:30"
        clock.turn(60)
        screen.tick()
        await pilot.pause()
        assert not digits.visible
        assert "Take the time you need." in words_on(pilot)
        assert await grounds(pilot) == {screen.app.theme_variables["panel"].lower()}
        await pilot.press("enter")
        await pilot.pause()
        assert await grounds(pilot) == {screen.app.theme_variables["background"].lower()}


@pytest.mark.parametrize("wanted", [True, False])
async def test_a_bell_rings_once_and_only_where_it_was_chosen(
    opens: Opens, house: House, clock: TurnedClock, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.change(bell=wanted)
    async with opens(house, "tonight") as pilot:
        rung: list[int] = []
        monkeypatch.setattr(pilot.app, "bell", lambda: rung.append(1))
        await go_to(pilot, "turn")
        for _ in range(8):
            clock.turn(60)
            tonight(pilot).tick()
        assert len(rung) == (1 if wanted else 0)


async def test_the_listener_gets_cues_that_change_slowly(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight", size=(120, 40)) as pilot:
        await go_to(pilot, "turn")
        cues = []
        for _ in range(5):
            line = next(line for line in words_on(pilot).splitlines() if "Sam: " in line)
            cues.append(line.strip())
            clock.turn(50)
            tonight(pilot).tick()
            await pilot.pause()
        assert len(set(cues)) == 5


async def test_pause_stops_the_time_and_goes_on(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("p")
        clock.turn(120)
        tonight(pilot).tick()
        await pilot.pause()
        assert "Paused" in words_on(pilot)
        assert tonight(pilot).evening.progress.remaining == 300
        await pilot.press("p")
        clock.turn(60)
        tonight(pilot).tick()
        assert tonight(pilot).evening.progress.remaining == 240


async def test_a_closed_lid_of_hours_pauses(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        clock.turn(3 * 3600)
        tonight(pilot).tick()
        await pilot.pause()
        assert "Paused. p lets the time go on." in words_on(pilot)
        assert tonight(pilot).evening.progress.remaining == 300


async def test_letters_are_letters_in_a_field(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "appreciation")
        await pilot.press(*"pfoch?", "space", "z")
        assert pilot.app.screen.query_one(Words).text == "pfoch? z"
        assert not tonight(pilot).evening.progress.paused
        await pilot.press("ctrl+z")
        assert pilot.app.screen.query_one(Words).text != "pfoch? z"


async def test_passing_on_a_card_is_one_key_and_as_often_as_they_like(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "card")
        for _ in range(5):
            await pilot.press("space")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    (session,) = house.sessions
    assert len(session.passed) == len(set(session.passed)) == 5
    assert len(session.cards) == 1
    draws = house.journal.nights(Draw)
    assert sorted(one.passed for one in draws) == [False] + [True] * 5
    assert len(house.journal.standing(Mark)) == 6


async def test_a_card_can_go_one_step_deeper(opens: Opens, house: House) -> None:
    async with opens(house, "tonight", size=(120, 40)) as pilot:
        await go_to(pilot, "card")
        while not (deeper := follow_up(pilot)):
            await pilot.press("space")
            await pilot.pause()
        assert "o deeper" in words_on(pilot)
        await pilot.press("o")
        await pilot.pause()
        assert deeper[:25] in words_on(pilot)


async def test_closeness_takes_arrows_and_numbers_and_stays_in_range(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        discs = pilot.app.screen.query_one(Closeness)
        await pilot.press("right")
        assert discs.value == 4
        await pilot.press(*["right"] * 9)
        assert discs.value == 7
        await pilot.press("0", "9", "x", "2")
        assert discs.value == 2
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query_one(Closeness).value == 2
    (rating,) = house.journal.nights(Rating)
    assert (rating.scale, rating.value) == ("closeness-before", 2)


async def test_escape_steps_back_without_losing_text(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "appreciation", "Sam")
        await pilot.press(*"thanks [b]x[/b]", "escape")
        await pilot.pause()
        assert tonight(pilot).evening.name(tonight(pilot).evening.beat.person) == "Ana"
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "thanks [b]x[/b]"
    assert house.journal.nights(Appreciation) == []


async def test_words_go_into_a_draft_at_the_next_tick(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"hello")
        tonight(pilot).tick()
        (draft,) = house.drafts.all()
        assert (draft.text, draft.kind, draft.by) == ("hello", "note", house.people[0].id)
        await pilot.press("enter")
        await pilot.pause()
        assert house.drafts.all() == []


async def test_too_many_words_stay_on_the_screen_with_a_kind_line(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        field = pilot.app.screen.query_one(Words)
        field.text = "x" * 10_001
        await pilot.press("enter")
        await pilot.pause()
        assert "longer than 10,000" in told(pilot)
        assert len(field.text) == 10_001
        assert tonight(pilot).kind == "note"


async def test_a_break_is_agreed_and_home_offers_to_go_on(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "21:50  in twenty minutes" in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)
        assert "You are taking a break until 21:50. Everything is kept." in words_on(pilot)
        clock.turn(1300)
        await pilot.press("enter")
        await pilot.pause()
        assert tonight(pilot).kind == "turn"
    (session,) = house.journal.nights(Session)
    assert session.state == "resting"


async def test_no_break_after_all_leads_back_to_the_words(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"half a l", "ctrl+g")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "half a l"


async def test_feeling_words_help_past_fine(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("f")
        await pilot.pause()
        assert "What is nearest?" in words_on(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "wistful" in words_on(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "I feel subdued." in words_on(pilot)
        await pilot.press("f")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "What is nearest?" in words_on(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "I feel subdued." in words_on(pilot)


async def test_a_short_evening_is_one_breath_and_has_a_card_only_when_asked(opens: Opens, house: House) -> None:
    house.change(minutes=5)
    async with opens(house, "tonight") as pilot:
        assert not tonight(pilot).evening.progress.has_card
        await pilot.press("enter")
        await pilot.pause()
        assert tonight(pilot).kind == "turn"
        await pilot.press("c")
        await pilot.pause()
        await go_to(pilot, "card")
        await go_to(pilot, "closing")


async def test_leaving_at_once_leaves_nothing_and_leaving_later_keeps_it_aside(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)
        assert house.journal.nights(Session) == []
        await pilot.press("enter")
        await pilot.pause()
        await go_to(pilot, "turn")
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "Your evening is waiting" in words_on(pilot)


async def test_quitting_puts_the_evening_aside(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"unfinished", "ctrl+q")
        await pilot.pause()
    (session,) = house.journal.nights(Session)
    assert session.state == "open"
    assert [one.text for one in house.drafts.all()] == ["unfinished"]


async def test_words_of_an_earlier_start_are_covered_until_their_author_asks(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("only for me")
    async with opens(House(house.folders, house.clock)) as pilot:
        assert "Ana, words of yours are waiting." in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "only for me" not in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "only for me" in words_on(pilot)


async def test_the_next_step_key_leaves_covered_words_where_they_are(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("only for me")
    async with opens(House(house.folders, house.clock)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert tonight(pilot).kind == "closing"
    assert [one.text for one in house.drafts.all()] == ["only for me"]
    assert house.journal.nights(Note) == []


async def test_without_motion_the_breath_is_words(opens: Opens, house: House) -> None:
    house.change(reduce_motion=True)
    async with opens(house, "tonight") as pilot:
        text = words_on(pilot)
        assert "breathe" in text
        assert "▀" not in text


async def test_a_break_is_said_kindly_when_they_come_back(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    evening.forward()
    evening.rest(house.clock.now())
    async with opens(house) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert told(pilot) in evening_words().rest.back


async def test_one_who_opens_tonight_is_asked_where_an_evening_waits(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    evening.forward()
    async with opens(house, "tonight") as pilot:
        assert isinstance(pilot.app.screen, Home)
        assert "Your evening is waiting" in words_on(pilot)


async def test_a_choice_of_closeness_can_be_taken_back(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        await pilot.press("5", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("0", "enter")
        await pilot.pause()
    assert house.journal.nights(Rating) == []


async def test_closeness_is_kept_when_they_step_back(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        await pilot.press("6", "escape")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Closeness).value == 6


async def test_quitting_stays_where_the_words_could_not_be_put_down(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"precious")
        drafts = house.folders.state / "drafts"
        shutil.rmtree(drafts, ignore_errors=True)
        drafts.write_text("in the way")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "precious"
        assert "could not be saved" in told(pilot)
        drafts.unlink()
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert [one.text for one in house.drafts.all()] == ["precious"]


async def test_words_are_put_down_though_the_journal_cannot_be_written(
    opens: Opens, house: House, clock: TurnedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(record: object) -> None:
        raise RitualError("no room")

    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        monkeypatch.setattr(house.journal, "keep", fail)
        await pilot.press(*"precious")
        for _ in range(3):
            clock.turn(61)
            tonight(pilot).tick()
        assert [one.text for one in house.drafts.all()] == ["precious"]
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "precious"
        await pilot.press("x")
        assert pilot.app.screen.query_one(Words).text == "preciousx"


async def test_a_card_that_cannot_be_drawn_stops_nothing(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        monkeypatch.setattr(house, "next_card", lambda: None)
        await go_to(pilot, "card")
        assert "There is no card left for tonight." in words_on(pilot)
        await go_to(pilot, "answer")
        await go_to(pilot, "closing")


async def test_a_covered_draft_of_each_is_offered_in_turn(opens: Opens, house: House, clock: TurnedClock) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("ana's words")
    clock.turn(1)
    evening.forward()
    evening.draft("sam's words")
    evening.close()
    async with opens(House(house.folders, house.clock)) as pilot:
        for name in ("Ana", "Sam"):
            assert f"{name}, words of yours are waiting." in words_on(pilot)
            await pilot.press("o")
            await pilot.pause()
            assert f"{name}, you were writing a note" in words_on(pilot)
            assert "words of" not in words_on(pilot)
            await pilot.press("escape")
            await pilot.pause()


async def test_waiting_words_can_be_changed_kept_or_let_go_and_brought_back(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("half a line")
    evening.close()
    async with opens(House(house.folders, house.clock)) as pilot:
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("!")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert house.drafts.all() == []
        await pilot.press("z")
        await pilot.pause()
        assert [one.text for one in house.drafts.all()] == ["half a line!"]
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("?", "ctrl+s")
        await pilot.pause()
    (note,) = house.journal.nights(Note)
    assert (note.text, note.by) == ("half a line!?", house.people[0].id)


async def test_a_click_beside_the_field_leaves_the_keyboard_with_it(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press("a")
        await pilot.click(offset=(40, 20))
        await pilot.pause()
        await pilot.press("b")
        assert pilot.app.screen.query_one(Words).text == "ab"
