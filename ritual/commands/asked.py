"""What somebody means who types plain words, not knowing what a thing is called here."""

import re
from collections.abc import Sequence

from ritual.commands.base import Command
from ritual.core.search import plain

SHORTEST = 3
"""Letters from which a word says something."""
ENOUGH = 0.6
"""How near to the best of them one must come to be offered beside it."""


def asked_for(typed: str, commands: Sequence[type[Command]]) -> dict[type[Command], float]:
    """Those of `commands` that fit `typed`, and how well: a word that few of them know says more than one of many."""
    known = {command: _words(f"{command.name} {command.help} {command.asked}") for command in commands}
    fits = dict.fromkeys(commands, 0.0)
    for word in _words(typed):
        knowing = [command for command, words in known.items() if any(_alike(word, one) for one in words)]
        for command in knowing:
            fits[command] += 1 / len(knowing)
    best = max(fits.values(), default=0)
    return {command: fit for command, fit in fits.items() if fit > 0 and fit >= ENOUGH * best}


def _words(text: str) -> set[str]:
    """The words of `text` that say something; what stands in braces is a key."""
    return {word for word in re.findall(r"\b(?<!\{)\w+", plain(text)) if len(word) >= SHORTEST}


def _alike(typed: str, known: str) -> bool:
    """Whether one begins with the other, so that `thanks` finds `thank`."""
    return known.startswith(typed) or (len(known) > SHORTEST and typed.startswith(known))
