"""How long ago a night was, as one says it."""

from datetime import date

from ritual.core import numbers
from ritual.language import _, ngettext

SPELT = 12
"""The greatest number that is written as a word."""


def ago(night: date, today: date) -> str:
    """`Eleven months ago`; in the greatest whole unit. A night still to come counts as today."""
    from dateutil.relativedelta import relativedelta

    days, passed = (today - night).days, relativedelta(today, night)
    if days <= 0:
        return _("Today")
    if days == 1:
        return _("Yesterday")
    if years := passed.years:
        said = ngettext("a year ago", "{number} years ago", years, number=_word(years))
    elif months := passed.months:
        said = ngettext("a month ago", "{number} months ago", months, number=_word(months))
    elif weeks := days // 7:
        said = ngettext("a week ago", "{number} weeks ago", weeks, number=_word(weeks))
    else:
        said = ngettext("a day ago", "{number} days ago", days, number=_word(days))
    return said[:1].upper() + said[1:]


def _word(number: int) -> str:
    return numbers.number(number) if number <= SPELT else str(number)
