"""What the weeks so far bring to a check-in: wishes, topics whose day has come, and where things are going."""

from rich.cells import cell_len, set_cell_size

from ritual import weeks
from ritual.content import checkin_words
from ritual.core import insight, topics
from ritual.core.appreciation import is_shared
from ritual.core.checkin import SCALES, to_look_back
from ritual.core.records import Feeling, Wish
from ritual.core.text import on_screen
from ritual.core.wording import counted
from ritual.house import House

WIDE = 50
"""Cells of a topic in one line."""
MOST = 2
"""Trends that are told at once: what moves first."""


def waiting(house: House) -> list[str]:
    """What comes back this time, a short line each."""
    lines = []
    wishes = to_look_back(filter(is_shared, house.journal.standing(Wish)))
    if wishes:
        lines.append(f"{counted(len(wishes), 'wish', 'wishes')} to look back on")
    for topic in topics.due(weeks.waiting_topics(house), house.night)[:MOST]:
        lines.append(f"to talk about: {short(topic.text, 32)}")
    parked = len(weeks.waiting_topics(house))
    if parked and len(lines) < MOST:
        lines.append(f"{counted(parked, 'topic', 'topics')} parked")
    return lines


def trends(house: House, most: int = MOST) -> list[str]:
    """Where the answers of both are going, in plain words: what rises or falls first."""
    found = insight.trends(weeks.of(house))
    words = checkin_words()
    moving = sorted(found, key=lambda scale: (found[scale] == "steady", SCALES.index(scale)))
    return [str(getattr(words.scale(scale), found[scale])) for scale in moving[:most]]


def returning(house: House) -> list[str]:
    """Feelings that return, and wishes that came true."""
    named = insight.returning(house.journal.nights(Feeling, weeks.months(house.night)))
    lines = [f"You have often named: {', '.join(named[:3])}."] if named else []
    kept = insight.wishes_in_words(house.journal.standing(Wish))
    return [*lines, *([kept] if kept else [])]


def short(text: str, most: int = WIDE) -> str:
    """`text` in one line of at most so many cells."""
    plain = " ".join(on_screen(text).split())
    return set_cell_size(plain, most - 1).rstrip() + "…" if cell_len(plain) > most else plain
