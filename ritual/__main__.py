"""`python -m ritual`, and the `ritual` command: the language is chosen before anything else is loaded."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence

from ritual import language
from ritual.folders import Folders


def main() -> None:
    """What `ritual` does."""
    language.use(languages(sys.argv[1:], os.environ))
    language.lend()
    from ritual.cli import main as command

    command()


def languages(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[str]:
    """What they chose, best first: in the environment, in settings.toml, and by the language of this computer."""
    yield environment.get("RITUAL_LANG", "")
    yield _of_settings(Folders.find(_home(arguments)))
    system = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := environment.get(name))), "")
    yield from [*environment.get("LANGUAGE", "").split(":"), system] if system not in ("", "C", "POSIX") else [system]


def _home(arguments: Sequence[str]) -> str | None:
    """What `--home` says, before the command line is read as a whole."""
    for place, one in enumerate(arguments):
        if one.startswith("--home="):
            return one.removeprefix("--home=")
        if one == "--home":
            return next(iter(arguments[place + 1 :]), None)
    return None


def _of_settings(folders: Folders) -> str:
    """What is wrong with the file is told later, in the language that is left; mostly nothing is there to be parsed."""
    try:
        text = folders.settings_file.read_text("utf-8")
        if "lang" not in text:
            return ""
        import tomllib

        chosen = tomllib.loads(text).get("lang", "")
    except (OSError, ValueError, RecursionError):
        return ""
    return chosen if isinstance(chosen, str) else ""


__all__ = ["main"]

if __name__ == "__main__":
    main()
