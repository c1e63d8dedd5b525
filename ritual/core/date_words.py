"""The words for days, months and seasons that people write, language by language."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from ritual import language

V = TypeVar("V")

Unit = Literal["days", "weeks", "months", "years"]


class Words(NamedTuple):
    """How a language speaks of days. All of it is casefolded."""

    passed_over: str
    """What may stand there and says nothing: a pattern."""
    ago: str
    """A pattern for what has been; its group is how long ago."""
    days: Mapping[str, int]
    """Days by name, counted from today."""
    which: Mapping[str, int]
    """The one before, this one, the next one."""
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    """The months in which they begin, in the northern half of the world."""
    day_first: bool = False
    """Whether `3.4.` is the third of April, and nothing else."""


def spoken() -> Iterator[Words]:
    """The words of the language that is spoken, then the English ones."""
    for code in dict.fromkeys((language.spoken(), language.ENGLISH)):
        yield WORDS[code]


def _numbered(names: str, first: int = 0) -> dict[str, int]:
    """The names that are parted by spaces, counted from `first`; several for one are parted by strokes."""
    return {name: number for number, same in enumerate(names.split(), first) for name in same.split("|")}


def _also_without_umlauts(words: dict[str, V]) -> dict[str, V]:
    return {word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"): said for word, said in words.items()} | words


ENGLISH = Words(
    passed_over=r"\b(the|of|on|from|in)\b|,|(?<=\d)(st|nd|rd|th)\b",
    ago="(.+) ago",
    days={
        "today": 0,
        "tonight": 0,
        "now": 0,
        "yesterday": -1,
        "last night": -1,
        "day before yesterday": -2,
        "tomorrow": 1,
        "day after tomorrow": 2,
    },
    which=_numbered("last this next", -1),
    units={
        "day": "days",
        "days": "days",
        "week": "weeks",
        "weeks": "weeks",
        "month": "months",
        "months": "months",
        "year": "years",
        "years": "years",
    },
    numbers=_numbered("a|an|one two three four five six seven eight", 1),
    weekdays=_numbered("mon|monday tue|tuesday wed|wednesday thu|thursday fri|friday sat|saturday sun|sunday"),
    months=_numbered(
        "jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september oct|october "
        "nov|november dec|december",
        1,
    ),
    seasons={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
)

GERMAN = Words(
    passed_over=r"\b(der|die|das|den|dem|des|am|im|in|an|vom|von|zum|jahre?(?= \d{4}\b))\b|,",
    ago="vor (.+)",
    days=_also_without_umlauts(
        {
            "heute": 0,
            "heute abend": 0,
            "heute nacht": 0,
            "jetzt": 0,
            "gestern": -1,
            "gestern abend": -1,
            "gestern nacht": -1,
            "letzte nacht": -1,
            "vorgestern": -2,
            "vorgestern abend": -2,
            "morgen": 1,
            "morgen abend": 1,
            "übermorgen": 2,
            "übermorgen abend": 2,
        }
    ),
    which=_also_without_umlauts(
        {
            stem + ending: step
            for stem, step in _numbered("letzt|vergangen|vorig dies nächst|kommend", -1).items()
            for ending in ("e", "en", "er", "es", "em")
        }
    ),
    units={
        "tag": "days",
        "tage": "days",
        "tagen": "days",
        "woche": "weeks",
        "wochen": "weeks",
        "monat": "months",
        "monate": "months",
        "monaten": "months",
        "jahr": "years",
        "jahre": "years",
        "jahren": "years",
    },
    numbers=_also_without_umlauts(
        _numbered("ein|eine|einem|einen|einer|eines|eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 1)
    ),
    weekdays=_numbered(
        "mo|montag di|dienstag mi|mittwoch do|donnerstag fr|freitag sa|samstag|sonnabend so|sonntag",
    ),
    months=_also_without_umlauts(
        _numbered(
            "jan|jän|januar|jänner feb|februar|feber mär|mrz|märz apr|april mai jun|juni jul|juli aug|august "
            "sep|sept|september okt|oktober nov|november dez|dezember",
            1,
        )
    ),
    seasons=_also_without_umlauts({"frühling": 3, "frühjahr": 3, "sommer": 6, "herbst": 9, "winter": 12}),
    day_first=True,
)

WORDS = {language.ENGLISH: ENGLISH, "de": GERMAN}
"""By the code of the language."""
