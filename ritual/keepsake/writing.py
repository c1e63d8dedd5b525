"""A small writer of HTML. Whatever is not marked up already is text, and comes out as the text it is."""

import re
from html import escape

from ritual.core.text import for_terminal

OVERRIDES = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"), "\N{REPLACEMENT CHARACTER}")
"""What turns letters round against their own direction. Marks, embeddings and isolates stay: each text stands apart."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def shown(text: str) -> str:
    """`text` as it stands on a page: control characters and what overrides its direction made visible."""
    return for_terminal(text).translate(OVERRIDES)


def joined(*content: str) -> Markup:
    """Pieces one after another, each text among them as text."""
    return Markup("".join(one if isinstance(one, Markup) else escape(shown(one), quote=False) for one in content))


def filled(sentence: str, **values: str) -> Markup:
    """A `sentence` of ours with these pieces, each text or HTML, in the places named in braces."""
    pieces = re.split(r"\{(\w+)\}", sentence)
    return joined(*(values[piece] if place % 2 else piece for place, piece in enumerate(pieces)))


def element(tag: str, /, *content: str, **attributes: str) -> Markup:
    """An element with this content. `class_` stands for `class`, and `aria_label` for `aria-label`."""
    return Markup(f"{opened(tag, **attributes)}{joined(*content)}</{tag}>")


def opened(tag: str, /, **attributes: str) -> Markup:
    """The opening tag of an element, for what is written piece by piece; also an element that has no content."""
    said = (f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{tag}{''.join(said)}>")


def words(text: str, *more: str) -> Markup:
    """Words of theirs: in whatever language and direction, with their lines as they wrote them.

    `more` are further classes.
    """
    return element("p", text, class_=" ".join(("words", *more)), dir="auto", lang="")


def name(text: str) -> Markup:
    """A name or a single word of theirs within a sentence."""
    return element("bdi", text, lang="")
