"""What people type: kept as it is, refused only where it cannot be kept."""

import re

from ritual.core.errors import Refused
from ritual.language import _

LONGEST = 10_000
"""Characters a text may have."""

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters (Unicode category Cc) without tab and newline, and halves of surrogate pairs (Cs)."""

EMOJI = "\ufe0f\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\U0001f000-\U0001faff"
STRAY_JOINER = re.compile(rf"(?<![{EMOJI}])\u200d|\u200d(?![{EMOJI}])")
"""A zero width joiner that is no part of an emoji."""

NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"
"""What a field of one line takes."""


def has_controls(text: str) -> bool:
    """Whether `text` holds a control character that cannot be kept.

    Joiners and direction marks (category Cf) are letters to us: emoji and right-to-left names need them.
    """
    return CONTROLS.search(text) is not None


def words(text: str) -> str:
    """`text` as it is kept: line ends made alike, empty space around it taken off.

    Raises `Refused` for control characters and for more than 10,000 characters. An empty text comes back empty.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if has_controls(plain):
        raise Refused(_("There is a control character in these words. Please type them again without it."))
    if len(plain) > LONGEST:
        raise Refused(_("These words are longer than 10,000 characters. Please keep a part of them."))
    return plain


def for_terminal(text: str) -> str:
    """`text` with every control character but newline and tab made visible, safe to print on a terminal."""
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def on_screen(text: str) -> str:
    """`text` as it is drawn, sign for sign: what would steer the terminal is made visible.

    A joiner that joins no emoji is drawn as one that joins nothing: the sign after it would be measured as no sign.
    """
    return STRAY_JOINER.sub("\N{WORD JOINER}", for_terminal(text))


def quoted(text: str) -> str:
    """What somebody typed, made short and plain enough to stand in a sentence that answers it."""
    plain = " ".join(for_terminal(text).split())
    return _("“{words}”", words=f"{plain[:40]}…" if len(plain) > 40 else plain)
