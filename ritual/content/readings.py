"""The readings of the Library: Markdown files of one form, in the order of the shelves they stand on."""

import re
from functools import cache

import msgspec
from msgspec import Struct

from ritual.content.languages import the

SAFETY, HELP = "safety", "getting-help"
"""The readings that are linked in the same way for everyone, always."""


FORM = re.compile(
    r"# (?P<title>[^\n]+)\n\n(?P<text>.+?)\n\n## Tonight\n\n(?P<tonight>.+?)"
    r"(?:\n\n## Sources\n\n(?P<sources>.+?))?\n*",
    re.DOTALL,
)
"""What each file is made of."""


class Shelf(Struct, frozen=True, forbid_unknown_fields=True):
    """Readings that belong together."""

    name: str
    readings: tuple[str, ...]


class Shelves(Struct, frozen=True, forbid_unknown_fields=True):
    """shelves.toml."""

    shelves: tuple[Shelf, ...]


class Reading(Struct, frozen=True):
    """A short text, one thing to try tonight, and where its facts come from."""

    id: str
    title: str
    text: str
    """Paragraphs and items, with an empty line between them."""
    tonight: str
    sources: tuple[str, ...] = ()


@cache
def shelves() -> tuple[Shelf, ...]:
    """The shelves, as they stand."""
    return msgspec.toml.decode(the("readings/shelves.toml").read_bytes(), type=Shelves).shelves


@cache
def reading(name: str) -> Reading:
    """The reading with this id."""
    return parsed(name, the(f"readings/{name}.md").read_text("utf-8"))


def readings() -> list[Reading]:
    """All of them, in the order of the shelves."""
    return [reading(name) for shelf in shelves() for name in shelf.readings]


def parsed(name: str, markdown: str) -> Reading:
    """A reading of `# Title`, text, `## Tonight` and perhaps `## Sources`. Raises `ValueError` where it is not so."""
    found = FORM.fullmatch(markdown)
    if found is None:
        raise ValueError(f"{name}.md has not the form of a reading.")
    sources = _blocks(found["sources"] or "")
    return Reading(
        name,
        found["title"],
        "\n\n".join(_blocks(found["text"])),
        "\n\n".join(_blocks(found["tonight"])),
        tuple(one.removeprefix("- ") for one in sources),
    )


def _blocks(text: str) -> list[str]:
    """The paragraphs and items of `text`, each in one line and without its marks of emphasis."""
    found = re.split(r"\n\s*\n|\n(?=(?:- |\d+\. ))", text.strip())
    return [re.sub(r"\*(\S[^*]*)\*", r"\1", " ".join(one.split())) for one in found if one.strip()]
