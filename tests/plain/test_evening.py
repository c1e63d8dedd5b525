"""A whole evening in plain lines: what is said, what is kept, and what is not seen."""

import re

from ritual.content import evening_words
from ritual.core.records import Answer, Appreciation, Draw, Note, Rating, Session
from ritual.core.rhythm import unfinished
from ritual.house import House
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, SAM, on_disk
from tests.plain.conftest import Plays


def test_two_go_through_an_evening_with_sealed_answers(play: Plays, house: House) -> None:
    told = play(
        "tonight",
        ("Ana and Sam.*Enter begins", ""),
        ("Ana How|Ana\nHow close do you feel tonight", "3"),
        ("Sam\nHow close", "5"),
        ("Ana speaks, Sam listens", "p", 60, ""),
        ("Sam speaks, Ana listens", 90, ""),
        ("A card for tonight", "p"),
        ("A card for tonight", "o", ""),
        ("Ana, the keyboard is yours; Sam, look away", ""),
        ("What you type is not shown", "the quiet minute"),
        ("Sam, the keyboard is yours; Ana, look away", ""),
        ("What you type is not shown", "the walk"),
        ("Both of you have written", ""),
        ("Ana: the quiet minute.*Sam: the walk", ""),
        ("Ana thanks Sam", "for the tea"),
        ("Sam thanks Ana", "/dance", "/help", "//staying"),
        ("Ana\nHow close do you feel now", "8", "4"),
        ("Sam\nHow close", "p"),
        ("Ana\n", "a good one"),
        ("To close", ""),
    )
    assert told.status == 0
    assert "Your evening is kept." in told
    assert "nothing was kept. ? tells what can be typed." in told
    assert "/b or back: Step back." in told
    opened = told.index("Both of you have written")
    assert "quiet minute" not in told[:opened]
    assert "the walk" not in told[:opened]
    journal = on_disk(house)
    (session,) = journal.nights(Session)
    assert (session.state, session.starter, session.seconds) == ("kept", ANA, 150)
    assert [leg.seconds for leg in session.legs if leg.step == "talk"] == [60, 90]
    assert len(session.passed) == 1
    assert [one.card for one in journal.nights(Draw) if not one.passed] == session.cards
    said = {(one.by, one.text, one.visibility) for one in journal.nights(Answer)}
    assert said == {(ANA, "the quiet minute", "shared"), (SAM, "the walk", "shared")}
    thanks = {(one.by, one.to, one.text) for one in journal.nights(Appreciation)}
    assert thanks == {(ANA, SAM, "for the tea"), (SAM, ANA, "/staying")}
    rated = {(one.by, one.scale, one.value) for one in journal.nights(Rating)}
    assert rated == {(ANA, "closeness-before", 3), (SAM, "closeness-before", 5), (ANA, "closeness-after", 4)}
    assert [one.text for one in journal.nights(Note)] == ["a good one"]


def test_one_alone_writes_line_by_line(play: Plays, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    told = play(
        "tonight",
        ("m chooses", "m", "10"),
        ("10 minutes, phones away", ""),
        ("Your turn", "a long day", "?", "and a bus", ""),
        ("A card for tonight", ""),
        ("Enter keeps it", "my own words"),
    )
    assert "/p or pass: Pass." in told
    journal = on_disk(empty_house)
    assert [one.text for one in journal.nights(Note)] == ["a long day\nand a bus"]
    assert [(one.text, one.visibility) for one in journal.nights(Answer)] == [("my own words", "shared")]
    (session,) = journal.nights(Session)
    assert (session.state, session.planned) == ("kept", 600)
    assert House(empty_house.folders).settings.minutes == 10
    assert "keyboard" not in told


def test_the_next_step_keeps_the_lines_that_were_written(play: Plays, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    play("tonight", ("Your turn", "one", "two", "/n"), ("A card", "b"), ("your words are covered|So far", "/b"))
    assert [one.text for one in on_disk(empty_house).nights(Note)] == ["one\ntwo"]
    assert empty_house.drafts.all() == []


def test_quiet_time_is_kept_and_counts_no_starter(play: Plays, house: House) -> None:
    told = play("tonight", ("q is quiet time", "q", "5"), ("Quiet time", 130, ""), ("To close", ""))
    assert "There are 5 minutes." in told
    assert "4 minutes left. 3 minutes left." in told
    assert "That was time together. It is kept." in told
    (session,) = on_disk(house).nights(Session)
    assert (session.state, session.starter, session.legs[0].step, session.seconds) == ("kept", None, "quiet", 130)


def test_enter_alone_leads_to_the_end_and_nothing_but_the_evening_is_kept(play: Plays, house: House) -> None:
    for waits in (True, False):
        assert "Your evening is kept." in play("tonight", waits=waits)
    journal = on_disk(house)
    assert [one.state for one in journal.nights(Session)] == ["kept", "kept"]
    assert not [*journal.nights(Answer), *journal.nights(Appreciation), *journal.nights(Rating), *journal.nights(Note)]


def test_one_keeps_their_answer_private(play: Plays, house: House) -> None:
    told = play(
        "tonight",
        ("A card for tonight", ""),
        ("Ana, the keyboard", "", "only mine"),
        ("Sam, the keyboard", "", "for both"),
        ("Both of you have written", "k", "1"),
        ("Sam has written", ""),
        ("Ana: kept private.*Sam: for both", ""),
    )
    assert "only mine" not in told
    kept = {(one.by, one.visibility) for one in on_disk(house).nights(Answer)}
    assert kept == {(ANA, "private"), (SAM, "shared")}


def test_a_private_answer_is_kept_so_from_the_first(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana, the keyboard", "", "/private", "only mine"), ("Sam, the keyboard", "", "/k", "/p"))
    assert "What you type stays private." in told
    assert [(one.text, one.visibility) for one in on_disk(house).nights(Answer)] == [("only mine", "private")]


def test_a_short_evening_may_have_a_card_and_any_evening_words_for_feelings(play: Plays, house: House) -> None:
    house.change(minutes=5)
    told = play(
        "tonight",
        ("Ana speaks", "f", "list", "list worn", "tir, over, calm, frozen", "tir, calm, frozen"),
        ("c puts|takes another question", "c"),
        ("There will be a card after your talk", ""),
        ("A card for tonight", "2", ""),
    )
    assert "The families: Worn out, Heavy" in told
    assert "Worn out: sleepy, slow" in told
    assert "Several words begin like “over”" in told
    assert "I feel tired, calm, frozen." in told
    assert on_disk(house).nights(Session)[0].cards


def test_what_means_nothing_is_said_so_and_asked_again(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana\nHow close", "9", "seven", "?", "s", "i", "h", "h", "7"), ("Sam\nHow", None))
    assert "“9” means nothing here. ? tells what can be typed." in told
    assert " ? p or pass: Pass. What was said here before is taken back. n or next step: End this turn or step" in told
    assert "The time stands still. h lets it go on. " in told
    assert "The time goes on." in told


def test_a_slash_is_no_mistake_where_none_is_needed(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana\nHow close", "/", "/pass"), ("Sam\nHow", "/back"), ("Ana\nHow", None))
    assert told.count("means nothing here") == 1
    assert on_disk(house).nights(Rating) == []


def test_the_invitation_is_told_once_whatever_is_chosen_first(play: Plays, house: House) -> None:
    told = play(
        "tonight", ("Enter begins", "m", "10"), ("10 minutes, phones away", "?", "m", ""), ("Enter begins", None)
    )
    assert [told.count(once) for once in ("You arrive, talk", "Ana and Sam.", "Ana starts tonight.")] == [1, 1, 1]
    assert told.count("10 minutes, phones away.") == 2


def test_whoever_takes_the_keyboard_may_ask_and_leave_and_no_word_is_shown(play: Plays, house: House) -> None:
    told = play(
        "tonight",
        ("Ana, the keyboard is yours", "the quiet minute", "?", "b"),
        ("A card for tonight", ""),
        ("Ana, the keyboard is yours", ""),
        ("What you type is not shown", "the walk"),
        ("Sam, the keyboard is yours", "l"),
    )
    assert "That means nothing here. ? tells what can be typed. Ana, the keyboard is yours" in told
    assert "quiet minute" not in told
    assert "b or back: Step back." in told
    assert told.endswith("Press Enter. Your evening is waiting where you left it.")
    assert [one.text for one in on_disk(house).nights(Answer)] == ["the walk"]


def test_the_time_is_told_by_the_minute_and_its_end_once(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana speaks", 420, ""), ("Sam speaks", 60, "h", 120, "h", 60, None))
    ana, sam = told.split("Sam speaks")
    turn = ana.split("Ana speaks")[1]
    assert re.findall(r"(\d minutes?) left\.", turn) == ["4 minutes", "3 minutes", "2 minutes", "1 minute"]
    assert turn.count("Time") + turn.count("time") >= 1
    assert re.findall(r"(\d minutes?) left\.", sam) == ["4 minutes", "3 minutes"]
    waiting = unfinished(House(house.folders, house.clock).sessions)
    assert waiting is not None
    assert [leg.seconds for leg in waiting.legs if leg.step == "talk"] == [420, 120]


def test_a_closed_lid_holds_the_time_until_somebody_types(play: Plays, clock: TurnedClock, house: House) -> None:
    def lid() -> None:
        clock.turn(400)

    told = play("tonight", ("Ana speaks", 30, lid, 5, "h", 5, ""), ("Sam speaks", None))
    assert "The time stands still, since nobody was here for a while." in told
    waiting = unfinished(House(house.folders, house.clock).sessions)
    assert waiting is not None
    assert waiting.legs[1].seconds == 35


def test_time_is_told_between_lines_and_never_within_one(play: Plays, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    told = play("tonight", ("Your turn", 130, "one line", 60, "another", 600, "a third", 600, ""), ("A card", None))
    lines = told.split("Your turn")[1].split("A card")[0]
    assert re.findall(r"(\d+) minutes left", lines) == ["8", "7"]
    assert lines.index("one line") < lines.index("8 minutes left") < lines.index("another")
    assert sum(one in lines for one in evening_words().time_up.words) == 1


def test_in_a_pipe_only_the_planned_minutes_are_told(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana speaks", 200, ""), waits=False)
    assert " left." not in told
    assert "There are 5 minutes." in told
