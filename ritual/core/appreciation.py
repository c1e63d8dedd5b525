"""Thank-yous: those that wait to be seen, those of this day in earlier years, and how they are given."""

from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import gcd
from typing import get_args

from msgspec import Struct

from ritual.core import search
from ritual.core.dates import with_year
from ritual.core.people import in_words
from ritual.core.records import Appreciation, Reply, Session, Way, derived_id
from ritual.core.rhythm import kept
from ritual.core.sealing import is_shared
from ritual.core.search import plain
from ritual.core.wording import text
from ritual.language import _, ngettext, pgettext

WAYS: tuple[Way, ...] = get_args(Way)
"""In which ways one can be good to the other."""

SHORT = 140
"""Characters of a thank-you that can be shown in passing."""


class Thanks(Struct, frozen=True):
    """An appreciation and what was answered."""

    said: Appreciation
    reply: Reply | None = None


class Sought(search.Sought, frozen=True):
    """Which of them to show."""

    way: Way | None = None
    year: int | None = None


def said(thanks: Thanks) -> str:
    """What is searched: the words and the answer, as they are compared."""
    return plain(f"{thanks.said.text}\n{text(thanks.reply)}" if thanks.reply else thanks.said.text)


def found(thanks: Sequence[Thanks], texts: Sequence[str], sought: Sought) -> list[int]:
    """The numbers of those that are `sought`; `texts` are what `said` makes of each."""
    numbers = list(range(len(texts)))
    for word in plain(sought.words).split():
        numbers = [number for number in numbers if word in texts[number]]
    if sought.by is None and sought.way is None and sought.year is None:
        return numbers
    return [number for number in numbers if _fits(thanks[number].said, sought)]


def log(appreciations: Iterable[Appreciation], replies: Iterable[Reply]) -> list[Thanks]:
    """All that both may see, with their answers; newest night first, and what was written last first within a night."""
    answers = {one.about: one for one in sorted(filter(is_shared, replies), key=lambda one: one.at)}
    newest = sorted(filter(is_shared, appreciations), key=lambda one: (one.night or date.min, one.at), reverse=True)
    return [Thanks(one, answers.get(one.id)) for one in newest]


def waiting(
    appreciations: Iterable[Appreciation], replies: Iterable[Reply], sessions: Iterable[Session]
) -> list[Appreciation]:
    """What one of them left for the other: written outside an evening, since the last one, and not answered yet."""
    answered = {one.about for one in filter(is_shared, replies)}
    since = max((one.at for one in kept(sessions)), default=None)
    return [
        one
        for one in appreciations
        if one.to and one.about is None and is_shared(one) and one.id not in answered and _after(one.at, since)
    ]


def is_this_day(night: date, today: date) -> bool:
    """Whether `night` was this calendar day in an earlier year; a 29 February is remembered on the 28th between."""
    if night.year >= today.year:
        return False
    between = not isleap(today.year) and (today.month, today.day) == (2, 28)
    return (night.month, night.day) in {(today.month, today.day)} | ({(2, 29)} if between else set())


def reply_id(appreciation: Appreciation) -> str:
    """The id of the reply to a thank-you: there is one, which can be changed."""
    return derived_id("reply", appreciation.id)


def is_short(one: Appreciation) -> bool:
    """Whether it can be shown in passing."""
    return len(one.text) <= SHORT and "\n" not in one.text


def years_ago(night: date, today: date) -> str:
    """How long ago this calendar day was."""
    years = today.year - night.year
    if (night.month, night.day) == (2, 29) and not isleap(today.year):
        return _("On {day}", day=with_year(night))
    return ngettext("A year ago today", "{count} years ago today", years)


def prompt(prompts: Sequence[str], night: date, turn: int = 0) -> str:
    """The prompt of a night, another one each night; `turn` counts the ones that were asked for besides.

    These are the prompts of every other night, so that none of tonight's comes again tomorrow.
    """
    stride = next(one for one in range(len(prompts) * 2 // 5 + 1, len(prompts) * 2) if gcd(one, len(prompts)) == 1)
    return prompts[((night.toordinal() + 2 * turn) * stride) % len(prompts)]


def ways_of(appreciations: Iterable[Appreciation], since: date) -> dict[str, Counter[Way]]:
    """How often each of them named each way since a night, by the id of the one who said thank you."""
    found: dict[str, Counter[Way]] = {}
    for one in appreciations:
        if one.by and one.way and one.night and one.night >= since:
            found.setdefault(one.by, Counter())[one.way] += 1
    return found


def ways_in_words(ways: Iterable[Counter[Way]]) -> str:
    """One sentence about which ways were named; never how they are shared out between the two."""
    together: Counter[Way] = sum(ways, Counter())
    if not together:
        return _("When you name the way something was given, you will see it here.")
    most = [way for way in WAYS if together[way] == max(together.values())]
    if len(most) > 2:
        return _("What you are thankful for comes in many ways.")
    return _("Lately you were most often thankful for {ways}.", ways=in_words([IN_WORDS[way] for way in most]))


IN_WORDS: dict[Way, str] = {
    "words": pgettext("thankful for", "kind words"),
    "help": pgettext("thankful for", "help"),
    "gift": pgettext("thankful for", "gifts"),
    "touch": pgettext("thankful for", "touch"),
    "time": pgettext("thankful for", "time together"),
    "memory": pgettext("thankful for", "shared memories"),
    "celebration": pgettext("thankful for", "celebrating together"),
}
"""The ways, as a sentence says them."""

WAY_NAMES: dict[Way, str] = {
    "words": pgettext("way", "words"),
    "help": pgettext("way", "help"),
    "gift": pgettext("way", "gift"),
    "touch": pgettext("way", "touch"),
    "time": pgettext("way", "time"),
    "memory": pgettext("way", "memory"),
    "celebration": pgettext("way", "celebration"),
}
"""The ways, as they are called where one chooses."""


def _fits(one: Appreciation, sought: Sought) -> bool:
    return (
        (sought.by is None or one.by == sought.by)
        and (sought.way is None or one.way == sought.way)
        and (sought.year is None or (one.night is not None and one.night.year == sought.year))
    )


def _after(at: datetime, since: datetime | None) -> bool:
    return since is None or at > since
