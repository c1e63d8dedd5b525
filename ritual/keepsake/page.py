"""The whole book as one HTML file, written piece by piece: its title page, and each year, month and night."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ritual.core import people
from ritual.core.dates import MONTHS, day_and_month, in_words
from ritual.core.records import Appreciation, Session
from ritual.keepsake import styles
from ritual.keepsake.book import Book, Entry
from ritual.keepsake.entries import told
from ritual.keepsake.pictures import closeness, evenings, ways
from ritual.keepsake.pictures.frame import circle
from ritual.keepsake.writing import Markup, element, filled, joined, name, opened
from ritual.language import _, pgettext, spoken

PIECE = 1 << 16
"""Characters that are written at once, or a few more."""

EMPTY = _("These pages are still empty. One evening is enough to begin.")

END = _("Kept with ritual, one evening at a time.")

Month = tuple[int, int]


def written(book: Book) -> Iterator[bytes]:
    """The file, in pieces."""
    waiting: list[str] = []
    size = 0
    for part in _parts(book):
        waiting.append(part)
        size += len(part)
        if size >= PIECE:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()


def _parts(book: Book) -> Iterator[Markup]:
    months = list(dict.fromkeys((one.night.year, one.night.month) for one in book.entries))
    yield joined(Markup("<!DOCTYPE html>\n"), opened("html", lang=spoken()), "\n", _head(book, months), "\n")
    yield joined(opened("body"), "\n", _cover(book), "\n", _contents(months), opened("main"), "\n")
    for year, entries in book.years:
        yield joined(opened("section", class_="year", aria_labelledby=f"y-{year}"), "\n", _look(book, year, entries))
        for number, of_month in groupby(entries, key=lambda one: one.night.month):
            yield from _month(book, (year, number), of_month)
        yield Markup("</section>\n")
    if not book.entries:
        yield joined(element("p", EMPTY, class_="empty"), "\n")
    yield joined(Markup("</main>\n"), element("footer", element("p", END)), Markup("\n</body>\n</html>\n"))


def _head(book: Book, months: list[Month]) -> Markup:
    """All that is not seen; a browser is told to fetch nothing, run nothing and send nothing."""
    title = " · ".join(part for part in (_names(book), _when(book)) if part)
    sheet = styles.sheet(title, months)
    meta = (
        {"charset": "utf-8"},
        {"http_equiv": "Content-Security-Policy", "content": styles.policy(sheet)},
        {"name": "viewport", "content": "width=device-width, initial-scale=1"},
        {"name": "color-scheme", "content": "light dark"},
        {"name": "referrer", "content": "no-referrer"},
        {"name": "robots", "content": "noindex, nofollow"},
        {"name": "google", "content": "notranslate"},
        {"name": "format-detection", "content": "telephone=no, date=no, address=no, email=no"},
    )
    lines = [*(opened("meta", **one) for one in meta), element("title", title), element("style", Markup(sheet))]
    return element("head", "\n", *(joined(one, "\n") for one in lines))


def _cover(book: Book) -> Markup:
    """The title page."""
    rings = element(
        "svg",
        *(circle(x, 40, 38, class_=ring) for x, ring in ((44, "ring"), (92, "ring second"))),
        viewBox="0 0 136 80",
        aria_hidden="true",
    )
    parts: list[str] = []
    for one in book.tellers:
        parts += [" ", element("span", pgettext("between two names", "and"), class_="and"), " "] if parts else []
        parts.append(element("span", name(one.name), class_="name"))
    lines = [element("h1", *(parts or [_("Our evenings")]))]
    lines += [element("p", when, class_="when")] if (when := _when(book)) else []
    kept = _("kept by the two of you") if book.two else _("kept evening by evening")
    return element("header", rings, *lines, element("p", kept, class_="kept"), class_="cover")


def _contents(months: list[Month]) -> Markup:
    """The way to each month, on a screen."""
    if not months:
        return Markup()
    rows = []
    for year, of_year in groupby(months, key=lambda one: one[0]):
        links = [element("a", MONTHS[number - 1], href=f"#{_anchor(year, number)}") for year, number in of_year]
        items = [joined(element("li", one), " ") for one in links]
        rows.append(element("li", element("a", f"{year}", href=f"#y-{year}"), " ", element("ul", *items)))
    return joined(element("nav", element("ul", *rows), aria_label=_("Months")), "\n")


def _look(book: Book, year: int, entries: list[Entry]) -> Markup:
    """A year, in its pictures."""
    sessions = [(one.night, one.record) for one in entries if isinstance(one.record, Session)] if book.is_whole else []
    thanks = Counter(one.record.way for one in entries if isinstance(one.record, Appreciation) and one.record.way)
    nights, seconds = {night for night, _ in sessions}, sum(one.seconds for _, one in sessions)
    felt = [one for one in book.closeness if one.night.year == year]
    pictures = [
        evenings.picture(year, nights, seconds, two=book.two) if nights else None,
        ways.picture(year, thanks, two=book.two) if thanks else None,
        closeness.picture(year, felt),
    ]
    drawn = [joined(one, "\n") for one in pictures if one]
    return joined(element("div", element("h2", f"{year}", id=f"y-{year}"), "\n", *drawn, class_="look"), "\n")


def _month(book: Book, month: Month, entries: Iterable[Entry]) -> Iterator[Markup]:
    """A month, night by night."""
    anchor = _anchor(*month)
    yield opened("section", class_="month", id=anchor, aria_labelledby=f"{anchor}-name")
    called = filled(_("{month} {year}"), month=MONTHS[month[1] - 1], year=element("span", f"{month[0]}"))
    heading = element("h3", called, id=f"{anchor}-name")
    yield joined(heading, "\n")
    for night, of_night in groupby(entries, key=lambda one: one.night):
        yield _night(book, night, of_night)
    yield Markup("</section>\n")


def _night(book: Book, night: date, entries: Iterable[Entry]) -> Markup:
    """A night, and all that is told of it."""
    anchor = f"n-{night.isoformat()}"
    day = day_and_month(night)
    before = in_words(night).removesuffix(day)
    time = element("time", before, element("span", day), datetime=night.isoformat())
    heading = element("h4", time, id=anchor)
    found = (joined(told(one, book), "\n") for one in entries)
    inside = element("div", "\n", *found, class_="told")
    return joined(element("article", heading, "\n", inside, class_="night", aria_labelledby=anchor), "\n")


def _names(book: Book) -> str:
    return people.in_words([one.name for one in book.tellers]) or _("Our evenings")


def _when(book: Book) -> str:
    """The year, or from which to which; nothing for a book that is empty."""
    years = [book.year] if book.year else [year for year, _ in book.years]
    if not years:
        return ""
    first, last = years[0], years[-1]
    return f"{first}" if first == last else _("{first} to {last}", first=first, last=last)


def _anchor(year: int, month: int) -> str:
    return f"m-{year:04}-{month:02}"
