"""The readings of the Library: Markdown files of one form, in the order of the shelves they stand on."""

import re
from functools import cache

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ritual.content.languages import the
from ritual.core.search import plain

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
    also: dict[str, str]
    """By the id of a reading, what people may call its matter: it is found by these words, too."""


class Reading(Struct, frozen=True):
    """A short text, one thing to try tonight, and where its facts come from."""

    id: str
    title: str
    text: str
    """Paragraphs and items, with an empty line between them."""
    tonight: str
    sources: tuple[str, ...] = ()
    also: str = ""
    """Words it is found by, though it does not say them."""


@cache
def _library() -> Shelves:
    return msgspec.toml.decode(the("readings/shelves.toml").read_bytes(), type=Shelves)


def shelves() -> tuple[Shelf, ...]:
    """The shelves, as they stand."""
    return _library().shelves


@cache
def reading(name: str) -> Reading:
    """The reading with this id."""
    return replace(parsed(name, the(f"readings/{name}.md").read_text("utf-8")), also=_library().also.get(name, ""))


def says(one: Reading, wanted: str) -> bool:
    """Whether a reading says all words of `wanted`, or is about them."""
    said = plain("\n".join((one.title, one.text, one.tonight, one.also)))
    return all(word in said for word in plain(wanted).split())


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
