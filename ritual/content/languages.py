"""Where the content of a language lies; what it does not have yet is there in English."""

from pathlib import Path

from ritual import language

FOLDER = Path(__file__).parent


def ours(pattern: str) -> list[Path]:
    """The files that fit `pattern`, by their names: in the language spoken, else in English."""
    found: dict[str, Path] = {}
    for code in (language.ENGLISH, language.spoken()):
        found |= {file.name: file for file in (FOLDER / code).glob(pattern)}
    return [found[name] for name in sorted(found)]


def the(name: str) -> Path:
    """The one file of this name, like `feelings.toml`. Raises `LookupError` where no language has it."""
    found = ours(name)
    if not found:
        raise LookupError(name)
    return found[0]
