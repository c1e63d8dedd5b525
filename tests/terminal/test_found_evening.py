"""From three years of evenings to one that is found again, in a real terminal."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from ritual.content import demo_words
from ritual.core.records import Note
from ritual.demo import Year
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import TurnedClock
from tests.terminal.program import CTRL_Q, CTRL_S, DOWN, ENTER, ESCAPE, Program, everything_below, listed

WORDS = "The heron stood in the fog, and neither of us said a word"


def three_years(home: Path) -> Note:
    """What they kept in three years that end last night; and one line of long ago, to be found."""
    now = datetime.now(UTC).astimezone()
    for years in (2, 1, 0):
        clock = TurnedClock(now - timedelta(days=365 * years))
        house = House(Folders.find(home), clock)
        if not house.people:
            house.settle(("Robin", "Kim"))
        year = Year(house, Random(years), demo_words())
        year._made = years * 100_000
        house.journal.absorb(list(year.records()))
    at = now - timedelta(days=800)
    note = Note(id=house.journal.new_id(), at=at, night=at.date(), by=house.people[0].id, text=WORDS)
    return house.journal.keep(note)


def test_an_evening_of_three_years_is_found_opened_changed_and_shown_in_its_place(tmp_path: Path) -> None:
    home = tmp_path / "home"
    note = three_years(home)
    assert note.night is not None
    assert len(listed(home)) > 2000
    with Program(home) as ritual:
        ritual.see("begin")
        ritual.press("j")
        ritual.see("╭─", "r rhythm", "─╯")
        assert WORDS not in ritual.text()

        ritual.press("/", "FOG heron")
        ritual.see("▌ FOG heron", f"│ {WORDS}", "Robin · note ─╯")
        ritual.press(ENTER)
        ritual.see("Enter open")
        ritual.press("e")
        ritual.see("Robin, a note of", r"Ctrl\+S keeps it")
        ritual.press(".", CTRL_S)
        ritual.see(f"│ {WORDS}\\.")
        ritual.press(ESCAPE)
        ritual.see(f"│ {WORDS}\\.", f"{note.night:%A} {note.night.day} {note.night:%B} {note.night.year}")
        ritual.press(DOWN)
        ritual.until(lambda text: f"│ {WORDS}" not in text, "for the next entry")

        ritual.press("d")
        ritual.see("Which day would you like to see")
        ritual.press(f"{note.night:%Y-%m-%d}", ENTER)
        ritual.see(f"{note.night:%A} {note.night.day} {note.night:%B} {note.night.year}")

        ritual.press("r")
        ritual.see("This year: ", f" {note.night.year}  [· ░▒▓█]{{40}}", "█ 3 evenings or more")
        ritual.press(ESCAPE)
        ritual.see("r rhythm")
        ritual.press("g")
        ritual.see("closeness", "▌ at the end  [▁▂▃▄▅▆▇█]{10}")
        ritual.press(ENTER)
        ritual.see("   evening\n", "minutes together")
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0
        assert b"Traceback" not in ritual.raw
    (found,) = [one for one in listed(home) if one.get("text", "").startswith(WORDS)]
    assert found["text"] == f"{WORDS}."
    for path, content in everything_below(home / "state").items():
        assert b"heron" not in content, path
