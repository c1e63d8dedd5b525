"""Numbers in words."""

from ritual.language import _, pgettext

SMALL = (
    pgettext("number", "no"),
    pgettext("number", "one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
    _("thirteen"),
    _("fourteen"),
    _("fifteen"),
    _("sixteen"),
    _("seventeen"),
    _("eighteen"),
    _("nineteen"),
)
TENS = (
    _("twenty"),
    _("thirty"),
    _("forty"),
    _("fifty"),
    _("sixty"),
    _("seventy"),
    _("eighty"),
    _("ninety"),
)


def number(count: int) -> str:
    """`sixty-one`; figures from a thousand on."""
    if count < 20:
        return SMALL[count]
    if count < 100:
        tens, ones = TENS[count // 10 - 2], count % 10
        return _("{tens}-{ones}", tens=tens, ones=_first(ones)) if ones else tens
    if count < 1000:
        hundreds, rest = _first(count // 100), count % 100
        if not rest:
            return _("{hundreds} hundred", hundreds=hundreds)
        return _("{hundreds} hundred and {rest}", hundreds=hundreds, rest=number(rest))
    return f"{count:,}".replace(",", pgettext("between thousands", ","))


def _first(digit: int) -> str:
    """A digit within a larger number: in some languages one is another word there."""
    return pgettext("within a larger number", "one") if digit == 1 else SMALL[digit]
