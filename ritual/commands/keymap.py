"""Other keys for commands, from the settings. A key that cannot be is reported and left out."""

from collections.abc import Iterable, Mapping, Sequence

from ritual.commands.base import Command
from ritual.commands.general import EVERYWHERE
from ritual.commands.places import GOODNIGHT, HOME, SMALL_WINDOW, WELCOME, WORDS_WAITING
from ritual.commands.tonight import TONIGHT

PLACES: tuple[tuple[type[Command], ...], ...] = (HOME, WELCOME, SMALL_WINDOW, WORDS_WAITING, GOODNIGHT, TONIGHT)

NEVER = {"ctrl+enter", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+c", "ctrl+z"}
"""Keys that terminals send as something else, or that must stay what they are."""


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The keymap for Textual out of command names and keys, and a plain sentence for each key that was left out."""
    known = {command.id(): command for place in (*PLACES, EVERYWHERE) for command in place}
    taken: dict[str, str] = {}
    problems: list[str] = []
    for name, key in wanted.items():
        if name not in known:
            problems.append(f"There is no command called {name} in [keys] of settings.toml. See F1 for the names.")
        elif key in NEVER or not key.strip():
            problems.append(f"The key {key} cannot be used for {name}: terminals need it for something else.")
        elif clash := _clash(name, key, taken):
            problems.append(f"The key {key} for {name} is taken by {clash}. Both stay as they were.")
        else:
            taken[name] = key
    return taken, problems


def _clash(name: str, key: str, taken: Mapping[str, str]) -> str | None:
    """The command that has `key` already wherever `name` works."""
    for place in _together(name):
        for command in place:
            keys = taken.get(command.id(), command.key).split(",")
            if command.id() != name and set(keys) & set(key.split(",")):
                return command.id()
    return None


def _together(name: str) -> Iterable[Sequence[type[Command]]]:
    everywhere = any(command.id() == name for command in EVERYWHERE)
    return [(*place, *EVERYWHERE) for place in PLACES if everywhere or any(command.id() == name for command in place)]
