"""The first questions: at most three, each of which may be skipped."""

from collections.abc import Sequence
from pathlib import Path

from ritual.core import people
from ritual.core.records import Stage
from ritual.house import House
from ritual.language import _

GREETING = _("Welcome. A place for the two of you, in the evening.")
QUESTIONS = (_("What are your names?"), _("Where are you, as a couple?"), _("How long may an evening be?"))
NAMES_HINT = _("Like Ana, Sam. One name is fine, too.")
MINUTES_HINT = _("10, 20, 40, or any number of minutes from 2 to 180.")
NO_MINUTES = _("Please type a number of minutes from 2 to 180, like 20.")

STAGES: dict[Stage, str] = {
    "beginning": _("We are getting to know each other"),
    "long-term": _("We have been together for a while"),
    "new-chapter": _("Something big is changing for us"),
}
UNSAID = _("We would rather not say")


def met(names: Sequence[str]) -> str:
    """What is said once the names were told, so that one sees how they were read: `Ana Sam` is one person."""
    if len(names) == 1:
        return _("Welcome, {name}. With one name, you are here by yourself for now.", name=names[0])
    return _("Welcome, {names}.", names=people.in_words(names)) if names else GREETING


def where(house: House) -> str:
    """Where everything will lie."""
    folder = str(house.folders.data).replace(str(Path.home()), "~", 1)
    return _("What you write lies in {folder}, and nobody else reads it.", folder=folder)
