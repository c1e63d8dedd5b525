"""Thank-yous, last week's wishes and goals, the new ones, and how a check-in ends."""

from collections.abc import Sequence
from datetime import timedelta

from textual.pilot import Pilot

from ritual.checkin import CheckIn
from ritual.content import checkin_words
from ritual.content.readings import HELP, reading
from ritual.core.checkin import SCALES
from ritual.core.records import Appreciation, Checkin, Goal, Suggestion, Visibility, Wish
from ritual.house import House
from ritual.screens.cards.screen import CardTable
from ritual.screens.checkin.kept import CheckinKept
from ritual.screens.home import Home
from ritual.screens.library.reading import ReadingPage
from ritual.widgets.choice import Choice
from tests.checkin.conftest import ANA, SAM, answer, go
from tests.conftest import TurnedClock
from tests.screens.checkins import at, begin, checkin, fits, foot, keys, left_at, low_weeks, on, wish
from tests.screens.conftest import Opens, words_on
from tests.screens.seeing import THEMES, legible
from tests.screens.thanks import see, thank, type_in, until


def wishes(house: House) -> dict[str, str | None]:
    """The wishes on the disk, and how they went."""
    return {one.text: one.answered for one in House(house.folders, house.clock).journal.standing(Wish)}


def goals(house: House) -> list[Goal]:
    return House(house.folders, house.clock).journal.standing(Goal)


def taken(pilot: Pilot[None]) -> str | None:
    return checkin(pilot).query_one(Choice).taken


async def test_the_weeks_thanks_are_read_and_others_said(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam", days_ago=2)
    thank(house, "for [b]listening[/b]", days_ago=1)
    thank(house, "for last week", days_ago=8)
    left_at(house, "thanks")
    async with opens(house, "checkin", (60, 20)) as pilot:
        await begin(pilot)
        text = await see(
            pilot, "Thank-yous of the week", "Sam to Ana\n", "for the tea", "Ana to Sam\n", "for [b]listening"
        )
        assert "last week" not in text
        assert "Enter, when you have read them." in text
        assert fits(pilot)
        await pilot.press("enter")
        await see(pilot, "Ana thanks Sam", "Nothing written is fine, too.")
        await type_in(pilot, "for the walk")
        await pilot.press("enter")
        await at(pilot, "appreciation", "Sam")
        await pilot.press("enter")
        await at(pilot, "right", "Ana")
    found = [one for one in house.journal.nights(Appreciation) if one.night == house.night]
    assert [(one.by, one.to, one.text) for one in found] == [(ANA, SAM, "for the walk")]


async def test_a_week_without_thanks_is_fine(opens: Opens, house: House) -> None:
    left_at(house, "thanks")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        text = " ".join((await see(pilot, "Enter goes on.")).split())
        assert any(one in text for one in checkin_words().appreciate.none)
        assert "missed" not in text


async def test_each_wish_is_answered_by_the_one_who_wished(opens: Opens, house: House) -> None:
    for person, text in ((ANA, "a walk"), (SAM, "an hour " + "of quiet " * 20)):
        wish(house, person, text)
    left_at(house, "welcome")
    async with opens(house, "checkin", (60, 20)) as pilot:
        await begin(pilot)
        await pilot.press("ctrl+n")
        text = await see(pilot, "Ana wished", "“a walk”", "pass  yes  partly  not yet  let it go", "The arrows choose")
        assert any(one[:20] in text for line in checkin_words().back.wishes for one in (line.replace("{name}", "Ana"),))
        assert pilot.app.focused is checkin(pilot).query_one(Choice)
        await pilot.press("right", "enter")
        await see(pilot, "Sam wished", "“an hour")
        assert fits(pilot)
        assert taken(pilot) is None
        await pilot.press("enter")
        await at(pilot, "right", "Ana")
        assert [*wishes(house).values()] == ["yes", None]
        await pilot.press("escape")
        await see(pilot, "Sam wished")
        await pilot.press("left", "left", "enter")
        await at(pilot, "right", "Ana")
        assert [*wishes(house).values()] == ["yes", "not-yet"]
        await pilot.press("escape", "escape")
        await see(pilot, "“a walk”")
        assert taken(pilot) == "yes"
        choice = checkin(pilot).query_one(Choice)
        line = words_on(pilot).splitlines()[choice.region.y]
        await pilot.click(offset=(line.index("partly"), choice.region.y))
        assert taken(pilot) == "partly"
        await pilot.resize_terminal(40, 12)
        await see(pilot, "Ana wished", "pass  yes  partly  not yet", "let it go")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: checkin(pilot).kind == "hand-over", "the next step")
    assert wishes(house)["a walk"] == "partly"


async def test_goals_are_asked_after_and_what_was_reached_is_celebrated(opens: Opens, house: House) -> None:
    then, journal = house.clock.now() - timedelta(days=30), house.journal
    for text in ("the cello", "a garden", "sleep"):
        journal.keep(Goal(id=journal.new_id(), at=then + timedelta(seconds=len(text)), by=SAM, text=text))
    asked = {one.text: one.id for one in journal.standing(Goal)}
    found = CheckIn.begin(house, 30)
    go(found, "goal-back", SAM).leave()
    first = found.beat.about
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await see(pilot, "Sam", "on its way  reached  let it go", "The arrows choose, Enter goes on.")
        assert taken(pilot) == "on"
        await pilot.press("right", "enter")
        name = next(text for text, goal in asked.items() if goal == first)
        said = [line.replace("{goal}", name) for line in checkin_words().goal.celebrate]
        await until(pilot, lambda: any(one in " ".join(words_on(pilot).split()) for one in said), "a word about it")
        assert checkin(pilot).checkin.beat.about == first
        await pilot.press("enter")
        await until(pilot, lambda: checkin(pilot).checkin.beat.about != first, "the next one")
        second = checkin(pilot).checkin.beat.about
        await pilot.press("left", "enter")
        await until(pilot, lambda: checkin(pilot).checkin.beat.about not in (first, second), "the next one")
        await pilot.press("enter")
        await at(pilot, "right", "Ana")
    known = {one.id: one for one in goals(house)}
    assert known[first].reached == house.night
    assert second not in known
    assert [one.asked for one in known.values()] == [house.night, house.night]


async def test_a_wish_each_and_what_one_wants_in_life(opens: Opens, house: House, clock: TurnedClock) -> None:
    left_at(house, "wish", ANA)
    async with opens(house, "checkin") as pilot:
        screen = await begin(pilot)
        first = await see(pilot, "Ana wishes", "For example: ")
        clock.turn(15)
        screen.tick()
        await until(pilot, lambda: words_on(pilot) != first, "another example")
        assert "For example: " in words_on(pilot)
        await type_in(pilot, "a walk")
        await pilot.press("enter")
        await at(pilot, "wish", "Sam")
        await pilot.press("enter")
        await at(pilot, "goal", "Ana")
        await type_in(pilot, "the cello")
        await pilot.press("ctrl+s")
        await at(pilot, "goal", "Sam")
        await pilot.press("enter")
        text = await see(pilot, "To close", "Enter keeps it.")
        assert not {"open_deck", "never_again", "take_break"} & keys(pilot)
        assert "do you good" not in text
        await pilot.press("enter")
        await on(pilot, CheckinKept)
        assert "^q quit" in words_on(pilot)
        await see(pilot, "Your check-in is kept.", "The next one may be on Sunday 29 November.")
        await pilot.press("enter", "escape", "space")
        assert "is kept." in words_on(pilot)
        await pilot.press("h")
        await on(pilot, Home)
    assert wishes(house) == {"a walk": None}
    assert [(one.by, one.text) for one in goals(house)] == [(ANA, "the cello")]
    assert [one.state for one in house.journal.nights(Checkin)] == ["kept"]


def at_the_end(house: House, scales: Sequence[str] = ("heard",), visibility: Visibility = "shared") -> None:
    """A check-in at its closing sentence, with low answers of Ana's."""
    found = CheckIn.begin(house, 30)
    for one in found.people:
        answer(found, one.id, dict.fromkeys(scales, 2 if one.id == ANA else 7))
    go(found, "together")
    if visibility == "private":
        found.keep_private(found.said[0].all)
    if visibility != "sealed":
        found.open_answers()
    go(found, "closing").leave()


async def test_one_gentle_suggestion_can_be_read_followed_or_dismissed(opens: Opens, house: House) -> None:
    low_weeks(house, "heard")
    at_the_end(house)
    words = checkin_words().scale("heard")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        for size in ((60, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            text = " ".join((await see(pilot, "To close", "F6 reads about it")).split())
            assert f"Something that may do you good: {words.practice}" in text
            assert "F6 reads about it, d draws a card. Enter keeps your check-in." in text
            assert fits(pilot)
        assert all(one in foot(pilot) for one in ("? help", "Enter go on", "d cards", "x not again"))
        for theme in THEMES:
            pilot.app.theme = theme
            await pilot.pause()
            legible(pilot, theme)
        await pilot.press("f6")
        await see(pilot, reading(words.reading).title)
        await pilot.press("escape")
        await see(pilot, "To close")
        await pilot.press("d")
        await on(pilot, CardTable)
        assert house.cards.wanted.decks == {words.deck}
    assert [one.state for one in house.journal.nights(Checkin)][-1] == "kept"


async def test_what_they_do_not_want_is_not_suggested_again(opens: Opens, house: House) -> None:
    low_weeks(house, "heard")
    at_the_end(house)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await see(pilot, "do you good")
        await pilot.press("x")
        await until(pilot, lambda: "do you good" not in words_on(pilot), "the sentence alone")
        assert not {"open_deck", "never_again"} & keys(pilot)
        await pilot.press("d", "x", "escape", "enter")
        assert "do you good" not in await see(pilot, "To close", "Enter keeps it.")
    assert [one.dismissed for one in House(house.folders, house.clock).journal.standing(Suggestion)] == [True]


async def test_where_much_stays_low_the_page_on_help_is_offered(opens: Opens, house: House) -> None:
    low_weeks(house, *SCALES, count=6)
    at_the_end(house, SCALES)
    async with opens(house, "checkin", (60, 20)) as pilot:
        await begin(pilot)
        text = " ".join((await see(pilot, "F6 opens it. Enter keeps your check-in.")).split())
        assert any(one in text for one in checkin_words().help.suggestion)
        assert "open_deck" not in keys(pilot)
        assert fits(pilot)
        await pilot.press("f6")
        await on(pilot, ReadingPage)
        await see(pilot, reading(HELP).title)


async def test_what_is_covered_brings_no_suggestion(opens: Opens, house: House) -> None:
    low_weeks(house, "heard", count=2)
    for covered in ("private", "sealed"):
        at_the_end(house, visibility="private" if covered == "private" else "sealed")
        async with opens(House(house.folders, house.clock), "checkin") as pilot:
            await begin(pilot)
            assert "do you good" not in await see(pilot, "To close", "Enter keeps it.")
            await pilot.press("enter")
            await on(pilot, CheckinKept)
