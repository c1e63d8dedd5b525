"""The language of every sentence on screen: gettext, chosen once, before anything else is imported.

A sentence is written in English where it is said, `_("{name} starts tonight.", name=one.name)`, and its translations
lie in `locale/<language>/LC_MESSAGES/ritual.po`. Which language it is does not change while ritual runs, so that
constants are translated where they stand.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

ENGLISH = "en"
NAMES = {ENGLISH: "English", "de": "Deutsch"}
"""The languages there are, each called what its speakers call it."""

CATALOGUES = Path(__file__).parent / "locale"

_chosen = ENGLISH
_catalogue: "NullTranslations | None" = None


def use(wanted: Iterable[str]) -> None:
    """Speak the first of the languages `wanted` (`de`, `de_AT.UTF-8`) that we know, and English where there is none."""
    global _chosen, _catalogue
    known = (code for one in wanted if (code := code_of(one)) in NAMES)
    _chosen = next(known, ENGLISH)
    _catalogue = None
    if _chosen != ENGLISH:
        import gettext

        _catalogue = gettext.translation("ritual", CATALOGUES, [_chosen], fallback=True)


def code_of(wanted: str) -> str:
    """`de` for `de_AT.UTF-8`, and for `DE`."""
    return re.split(r"[_.@-]", wanted.strip().casefold())[0]


def lend() -> None:
    """Let click, which asks gettext itself for its words, find them in our catalogue and in the same language."""
    if _chosen != ENGLISH:
        import gettext
        import os

        gettext.bindtextdomain("ritual", CATALOGUES)
        gettext.textdomain("ritual")
        os.environ["LANGUAGE"] = _chosen


def spoken() -> str:
    """The code of the language that is spoken."""
    return _chosen


def _(message: str, /, **values: object) -> str:
    """`message` in the language of the two, with `values` in the places that are named in braces."""
    return fill(_catalogue.gettext(message) if _catalogue else message, **values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same for a short word that means several things in English; `context` tells them apart."""
    return fill(_catalogue.pgettext(context, message) if _catalogue else message, **values)


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """`one` or `many`, as the language counts; `{count}` in it is the number."""
    chosen = _catalogue.ngettext(one, many, count) if _catalogue else one if count == 1 else many
    return fill(chosen, count=count, **values)


def decimal(number: float, places: int | None = None) -> str:
    """`number` as the language writes it, `1.5` or `1,5`; to `places` behind the point where they are given."""
    written = f"{number:g}" if places is None else f"{number:.{places}f}"
    return written.replace(".", pgettext("before decimals", "."))


def amid(name: str) -> str:
    """`name` as it stands amid other words: small in English, as it is where nouns are written large."""
    return name.lower() if _chosen == ENGLISH else name


def fill(text: str, /, **values: object) -> str:
    """`text` with `values` in the places named in braces; other braces, and those in a value, stay as they are."""
    if not values:
        return text
    pieces = list(_pieces(text))
    pieces[1::2] = (str(values[name]) if name in values else f"{{{name}}}" for name in pieces[1::2])
    return "".join(pieces)


@lru_cache(512)
def _pieces(text: str) -> tuple[str, ...]:
    """What stands between the places, and by turns their names: a search fills the same few sentences very often."""
    return tuple(re.split(r"\{(\w+)\}", text))
