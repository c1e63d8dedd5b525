"""Writes what lies in share/: the manual page and the completions of shells, both made of the commands themselves.

Call it where a command has changed: `python manual.py`.
"""

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from ritual.cli import main
from ritual.settings import WANTED

SHARE = Path(__file__).parent / "share"
SHELLS: dict[str, type[ShellComplete]] = {
    "bash-completion/completions/ritual": BashComplete,
    "zsh/site-functions/_ritual": ZshComplete,
    "fish/vendor_completions.d/ritual.fish": FishComplete,
}

DESCRIPTION = (
    "You type ritual, press Enter, and for twenty minutes it holds the frame, so that you can look at each other and "
    "not at it. Without a command it opens Home, where one key shows the keys of every place.",
    "Everything lies on this machine, in files that only your account can open. There is no network in it.",
)
ENVIRONMENT = {
    "RITUAL_HOME": "Everything is kept below this folder; --home goes before it.",
    "RITUAL_LANG": WANTED["lang"],
    **{f"RITUAL_{name.upper()}": wanted for name, wanted in WANTED.items() if name not in ("lang", "keys")},
    "NO_COLOR": "Where it is set there are greys in place of colours.",
    "TEXTUAL_ANIMATIONS": "With none there are words in place of what moves.",
}
FILES = {
    "~/.local/share/ritual/journal/": "What you kept: one readable JSON file a month.",
    "~/.local/state/ritual/": "What belongs to this machine: unfinished words, crash logs without any of your text.",
    "~/.config/ritual/settings.toml": "What you chose. Beside it lie themes/ and decks/ of your own.",
}
EXIT = {
    "0": "It is done.",
    "1": "It could not be done, or what was looked at is not as it should be; one line says so.",
    "2": "The command was not understood.",
    "130": "It was interrupted.",
}


def made() -> dict[str, str]:
    """Each file, by its place in share/."""
    texts = {"man/man1/ritual.1": "\n".join(_page())}
    for place, shell in SHELLS.items():
        texts[place] = ShellComplete.source(shell(main, {}, "ritual", "_RITUAL_COMPLETE")).strip()
    return {place: f"{text}\n" for place, text in texts.items()}


def _page() -> Iterator[str]:
    """The lines of the manual page: man(7)."""
    top = click.Context(main, info_name="ritual", **main.context_settings)
    about = cleandoc(main.help or "").partition("\n")[0]
    yield from ('.TH RITUAL 1 "" ritual', ".SH NAME", _plain(f"ritual - {about[0].lower()}{about[1:].rstrip('.')}"))
    yield from (".SH SYNOPSIS", ".B ritual", _plain(" ".join(main.collect_usage_pieces(top))), ".SH DESCRIPTION")
    for paragraph in DESCRIPTION:
        yield from (".PP", _plain(paragraph))
    yield from (".SH OPTIONS", *_options(top, main.get_params(top)), ".SH COMMANDS")
    yield from _commands(top)
    for heading, entries in (("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES), ("EXIT STATUS", EXIT)):
        yield f".SH {heading}"
        if heading == "ENVIRONMENT":
            yield _plain("A setting here goes before that in settings.toml; s on Home tells what each is for.")
        if heading == "FILES":
            yield "Where a system keeps such things elsewhere, they lie there; \\fBritual where\\fR prints the folders."
        for name, told in entries.items():
            yield from _entry(name, told)


def _commands(context: click.Context) -> Iterator[str]:
    """A paragraph for each command, and for those below it."""
    group = context.command
    assert isinstance(group, click.Group)
    for command in group.commands.values():
        below = click.Context(command, parent=context, info_name=command.name)
        yield f".SS {_plain(' '.join([below.command_path, *command.collect_usage_pieces(below)]))}"
        for number, paragraph in enumerate(cleandoc(command.help or "").split("\n\n")):
            yield from ([".PP"] if number else [])
            yield _plain(paragraph)
        yield from _options(below, command.params)
        if isinstance(command, click.Group):
            yield from _commands(below)


def _options(context: click.Context, parameters: list[click.Parameter]) -> Iterator[str]:
    for one in parameters:
        record = one.get_help_record(context) if isinstance(one, click.Option) else None
        yield from _entry(*record) if record else ()


def _entry(name: str, told: str) -> Iterator[str]:
    yield from (".TP", f"\\fB{_plain(name)}\\fR", _plain(told))


def _plain(text: str) -> str:
    """`text` as roff prints it letter by letter."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def write() -> None:
    """Write all of it."""
    for place, text in made().items():
        file = SHARE / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    write()
