"""The two people: their names, their ids, and who is meant by whom."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from ritual.core.errors import Refused, RitualError
from ritual.core.records import Couple, Person, Stage, derived_id
from ritual.core.text import has_controls
from ritual.language import _, pgettext

LONGEST_NAME = 40
UNNAMED = (_("Sun"), _("Moon"))
"""What the two are called until they say their names."""
ANDS = tuple(dict.fromkeys(("and", "und", pgettext("between two names", "and"))))
"""What people put between two names, whichever language ritual speaks to them."""


def parse_names(typed: str) -> tuple[str, ...]:
    """The one or two names in `typed`, parted by a comma, a sign like `&` or a word for `and`; none where it is empty.

    Raises `Refused` where these cannot be names.
    """
    if not typed.strip():
        return ()
    if has_controls(typed) or "\n" in typed or "\t" in typed:
        raise Refused(_("There is a control character in the names. Please type them again without it."))
    joins = rf"(?:{'|'.join(map(re.escape, ANDS))})\b"
    parts = re.split(rf",\s*{joins}|[,;&+/]|\b{joins}", unicodedata.normalize("NFC", typed), flags=re.IGNORECASE)
    names = tuple(" ".join(name.split()) for name in parts)
    if len(names) > 2:
        raise Refused(_("ritual is made for one or two people. Please give at most two names."))
    if not all(any(sign.isprintable() for sign in name) for name in names):
        raise Refused(_("One of the names is empty. Please write both, like Ana, Sam, or just one."))
    if any(len(name) > LONGEST_NAME for name in names):
        raise Refused(_("A name may have up to {most} letters. A short one is enough.", most=LONGEST_NAME))
    if len({name.casefold() for name in names}) < len(names):
        raise Refused(_("Both names are the same. Please make them different, so that we know who is who."))
    return names


def person_id(name: str) -> str:
    """The id of the person first called `name`: two laptops set up apart mean the same two people."""
    return derived_id("person", unicodedata.normalize("NFC", name).casefold())


def in_words(names: Sequence[str]) -> str:
    """`Ana and Sam`, or the one name there is."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {second}", first=", ".join(names[:-1]), second=names[-1])


def somebody(people: Sequence[Person]) -> None:
    """Raise `RitualError` where nobody lives here yet."""
    if not people:
        raise RitualError(_('Nobody lives here yet. Please tell your names first: ritual setup --names "Ana,Sam"'))


def other(people: Sequence[Person], person: str | None) -> Person | None:
    """The one of `people` who is not `person`; none where there is no other."""
    return next((one for one in people if one.id != person), None) if len(people) > 1 else None


def name_of(people: Sequence[Person], person: str | None) -> str:
    """The name of the one with the id `person`, or an empty text."""
    return next((one.name for one in people if one.id == person), "")


def seated(names: Sequence[str], known: Sequence[Person], now: datetime) -> list[Person]:
    """The people called `names`: those `known` by name as they are, a renamed one with the id it had, new ones made."""
    by_name = {one.name.casefold(): one for one in known}
    left_over = [one for one in known if one.name.casefold() not in {name.casefold() for name in names}]
    found: list[Person] = []
    for seat, name in enumerate(names):
        person = by_name.get(name.casefold()) or (left_over.pop(0) if left_over else None)
        identity = _free_id(name, {one.id for one in [*known, *found]})
        person = person or Person(id=identity, at=now, by=identity, name=name)
        found.append(replace(person, name=name, seat=seat))
    return found


def _free_id(name: str, taken: set[str]) -> str:
    """The id for somebody called `name`; another where a renamed person has it."""
    identity = person_id(name)
    while identity in taken:
        identity = derived_id("person", identity)
    return identity


def described(couple: Couple, stage: Stage | None, since: date | None) -> Couple:
    """`couple` with what was told now; what was not told stays."""
    return replace(couple, stage=stage or couple.stage, since=since or couple.since)
