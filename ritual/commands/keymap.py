"""Other keys for commands, from the settings. A key that cannot be is reported and left out."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from textual.keys import Keys

from ritual.commands.appreciations import ANSWER, APPRECIATIONS, THANKS_FORM
from ritual.commands.base import Command
from ritual.commands.cards import BROWSE, CARD_ANSWER, CARD_FORM, CARDS, DECKS, TOGETHER
from ritual.commands.checkin import CHECKIN, LATER, START, TOPIC_FORM, TOPICS
from ritual.commands.general import EVERYWHERE
from ritual.commands.journal import BIN, JOURNAL, RHYTHM, TEXT_FORM, TRENDS
from ritual.commands.library import LIBRARY, READING
from ritual.commands.occasions import IDEAS, OCCASION_FORM, OCCASIONS
from ritual.commands.places import CHOICE, FEELINGS, GOODNIGHT, HELP, HOME, SMALL_WINDOW, WORDS_WAITING
from ritual.commands.settings import SETTINGS
from ritual.commands.tonight import TONIGHT
from ritual.language import _, fill

PLACES: tuple[tuple[type[Command], ...], ...] = (
    HOME,
    CHOICE,
    SMALL_WINDOW,
    HELP,
    FEELINGS,
    WORDS_WAITING,
    GOODNIGHT,
    TONIGHT,
    APPRECIATIONS,
    THANKS_FORM,
    ANSWER,
    CARDS,
    DECKS,
    BROWSE,
    TOGETHER,
    CARD_ANSWER,
    CARD_FORM,
    START,
    CHECKIN,
    LATER,
    TOPICS,
    TOPIC_FORM,
    JOURNAL,
    BIN,
    RHYTHM,
    TRENDS,
    TEXT_FORM,
    OCCASIONS,
    IDEAS,
    OCCASION_FORM,
    SETTINGS,
    LIBRARY,
    READING,
)

NEVER = {"ctrl+enter", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+c", "ctrl+z"}
"""Keys that terminals send as something else, or that must stay what they are."""

KNOWN = {key.value for key in Keys}

Wishes = dict[str, tuple[str, ...]]


def every_command() -> dict[str, type[Command]]:
    """All there are, by their names in the settings."""
    return {command.id(): command for place in (*PLACES, EVERYWHERE) for command in place}


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The keymap for Textual out of command names and keys, and a plain sentence for each key that was left out."""
    commands = every_command()
    wishes: Wishes = {}
    problems: list[str] = []
    for name, typed in wanted.items():
        keys = tuple(_named(key) for key in typed.split(","))
        if name not in commands:
            unknown = _("There is no command called {name} in [keys] of settings.toml. The settings show the names.")
            problems.append(fill(unknown, name=name))
        elif sentence := _unfit(commands[name], keys):
            problems.append(fill(sentence, key=typed, name=name))
        else:
            wishes[name] = keys
    while clash := _clash(wishes):
        name, other = clash
        problems.append(
            _(
                "The key {key} for {name} is taken by {other}. {name} keeps its own key.",
                key=wanted[name],
                name=name,
                other=other,
            )
        )
        del wishes[name]
    return {name: ",".join(keys) for name, keys in wishes.items()}, problems


def _named(key: str) -> str:
    """`key` as Textual calls it: `?` is `question_mark`, `Ctrl+P` is `ctrl+p`; letters stay as they are."""
    plain = key.strip()
    if len(plain) > 1:
        return plain.lower()
    return plain if not plain or plain.isalnum() else unicodedata.name(plain, plain).lower().replace(" ", "_")


def _unfit(command: type[Command], keys: Sequence[str]) -> str:
    """Why `command` cannot have `keys`; nothing where it can."""
    if any(key in NEVER for key in keys):
        return _("The key {key} cannot be used for {name}: terminals need it for something else.")
    if not all(key in KNOWN or len(key) == 1 or _is_sign(key) for key in keys):
        return _("The key {key} cannot be used for {name}: there is no such key.")
    if command.works_while_typing() and any(len(key) == 1 or key == "space" or _is_sign(key) for key in keys):
        return _(
            "The key {key} cannot be used for {name}: it works while you type, and a letter would be missing there."
        )
    return ""


def _is_sign(key: str) -> bool:
    """Whether `key` is the name of a printable sign."""
    try:
        return bool(re.fullmatch(r"\w+", key)) and unicodedata.lookup(key.replace("_", " ")).isascii()
    except KeyError:
        return False


def _clash(wishes: Wishes) -> tuple[str, str] | None:
    """A wish that cannot be, and the command that has its key: first one that meets a command as it was shipped."""
    clashes = [
        (name, other.id())
        for name in sorted(wishes)
        for place in _around(name)
        for other in place
        if other.id() != name and set(wishes[name]) & set(wishes.get(other.id(), other.key.split(",")))
    ]
    return min(clashes, key=lambda pair: (pair[1] in wishes, pair), default=None)


def _around(name: str) -> Iterable[Sequence[type[Command]]]:
    """The commands of each place where the command called `name` works."""
    everywhere = any(command.id() == name for command in EVERYWHERE)
    return [(*place, *EVERYWHERE) for place in PLACES if everywhere or any(one.id() == name for one in place)]
