"""What msgspec and the system say is wrong with a file, in the language of the two."""

import errno
import re

from ritual.language import _, fill

SLUG = re.escape("'^[a-z0-9]+(-[a-z0-9]+)*$'")

SAID = (
    (rf"Expected `str` matching regex {SLUG}", _("Expected small letters, digits and hyphens, like inner-weather")),
    (r"Object missing required field `(?P<field>.*)`", _("Object missing required field `{field}`")),
    (r"Object contains unknown field `(?P<field>.*)`", _("Object contains unknown field `{field}`")),
    (r"Expected (?P<wanted>.*), got (?P<found>.*)", _("Expected {wanted}, got {found}")),
    (r"Expected (?P<wanted>.*) of length (?P<length>.*)", _("Expected {wanted} of length {length}")),
    (r"Expected (?P<wanted>.*) matching regex (?P<pattern>.*)", _("Expected {wanted} matching regex {pattern}")),
    (r"Expected (?P<wanted>.*) with a timezone component", _("Expected {wanted} with a timezone component")),
    (r"Expected (?P<wanted>.*)", _("Expected {wanted}")),
    (r"Invalid enum value (?P<value>.*)", _("Invalid enum value {value}")),
    (r"Invalid (?P<wanted>.*)", _("Invalid {wanted}")),
)

SYSTEM = {
    errno.ENOENT: _("No such file or directory"),
    errno.EACCES: _("Permission denied"),
    errno.EPERM: _("Operation not permitted"),
    errno.ENOTDIR: _("Not a directory"),
    errno.EISDIR: _("Is a directory"),
    errno.EIO: _("Input/output error"),
    errno.ENOSPC: _("No space left on device"),
    errno.EDQUOT: _("Disk quota exceeded"),
    errno.EROFS: _("Read-only file system"),
}
"""What two people are likely to meet; the rest stays as the system says it."""


def in_words(fault: str) -> str:
    """`fault`, as msgspec says it; the place in it, and what is not known, stay as they are."""
    what, at, place = fault.partition(" - at `$")
    for pattern, sentence in SAID:
        if found := re.fullmatch(pattern, what, re.DOTALL):
            return fill(sentence, **found.groupdict()) + at + place
    return fault


def of_a_file(fault: Exception) -> str:
    """Why a file could not be read, or is not what it should be."""
    if isinstance(fault, OSError):
        return of_the_system(fault) or type(fault).__name__
    return _("its letters are not UTF-8") if isinstance(fault, UnicodeError) else in_words(str(fault))


def of_the_system(fault: OSError) -> str | None:
    """Why a file could not be read or written, as the system says it."""
    return SYSTEM.get(fault.errno or 0, fault.strerror)
