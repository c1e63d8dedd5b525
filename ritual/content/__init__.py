"""What we wrote for them, and what they wrote themselves: decks, feelings, the sentences of an evening."""

from ritual.content.loader import (
    appreciation_words,
    checkin_words,
    decks,
    demo_words,
    evening_words,
    feelings,
    ideas,
    needs,
    stamps,
)

__all__ = [
    "appreciation_words",
    "checkin_words",
    "decks",
    "demo_words",
    "evening_words",
    "feelings",
    "ideas",
    "needs",
    "stamps",
]
