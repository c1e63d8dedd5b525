"""What can be typed: a letter, or the beginning of a word."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ritual.core.search import plain
from ritual.language import _, pgettext

SLASH = re.compile(r"/[^\s/]*")
"""How it is typed where words are written: a slash and one word. Whatever else begins with a slash is text."""


class Can(NamedTuple):
    """One thing that can be typed."""

    key: str
    """The letter: mostly the one that the screens have."""
    word: str
    help: str
    """One plain sentence."""


HELP = Can("?", pgettext("command", "help"), _("Hear what can be typed here."))
ONWARD = Can("n", pgettext("command", "next step"), _("End this turn or step and go to the next."))
BACK = Can("b", pgettext("command", "back"), _("Step back."))
HOLD = Can("h", pgettext("command", "hold"), _("Let the time stand still, or go on."))
BREAK = Can("g", pgettext("command", "break"), _("Take a break when it gets too much, and agree when to come back."))
LEAVE = Can("l", pgettext("command", "leave"), _("Leave for now. Everything waits for you."))
TOPIC = Can("t", pgettext("command", "topic"), _("Park something to talk about another time."))
READ = Can("i", pgettext("command", "read"), _("Read what fits here."))
SAFETY = Can("s", pgettext("command", "safety"), _("When such exercises are not right, and where help is."))

PASS = Can("p", pgettext("command", "pass"), _("Pass on this question and take another."))
NOTHING = Can("p", pgettext("command", "pass"), _("Pass. What was said here before is taken back."))
DEEPER = Can("o", pgettext("command", "deeper"), _("Ask one step deeper."))
FEELINGS = Can("f", pgettext("command", "feelings"), _("Look for a word that is closer than fine."))
ADD_CARD = Can("c", pgettext("command", "a card"), _("Add a question card to this short evening."))
LIGHT = Can("1", pgettext("command", "light"), _("Draw light cards."))
OPEN = Can("2", pgettext("command", "open"), _("Draw open cards."))
DEEP = Can("3", pgettext("command", "deep"), _("Draw deep cards."))
PRIVATE = Can("k", pgettext("command", "private"), _("Keep what you type here for yourself; it is not opened."))
COVERED = Can("k", pgettext("command", "keep private"), _("Keep an answer of one of you private; it is not opened."))
SHOW = Can("u", pgettext("command", "uncover"), _("Show what is covered."))
KEEP = Can("keep", pgettext("command", "keep"), _("Keep the words that wait here, as they are."))
UNDO = Can("z", pgettext("command", "undo"), _("Bring back what was let go last."))
LIST = Can("list", pgettext("command", "list"), _("The families of words; with the name of one, its words."))


def found(typed: str, among: Sequence[Can]) -> Can | None:
    """What is meant: by its letter, or by the beginning of its word where no other begins so."""
    wanted = plain(typed).strip()
    by_letter = next((one for one in among if one.key == typed.strip().casefold()), None)
    begin = [one for one in among if plain(one.word).startswith(wanted)] if len(wanted) > 1 else []
    whole = [one for one in begin if plain(one.word) == wanted] or begin
    return by_letter or (whole[0] if len(whole) == 1 else None)


def told(among: Sequence[Can], before: str = "") -> list[str]:
    """A line for each of them; `before` stands before what is typed."""
    return [
        _("{key} or {word}: {help}", key=f"{before}{one.key}", word=one.word, help=one.help)
        if one.key != one.word
        else _("{word}: {help}", word=f"{before}{one.word}", help=one.help)
        for one in among
    ]
