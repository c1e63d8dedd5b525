"""Whatever they write stands in the book as they wrote it, and as nothing else."""

import re
import unicodedata
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ritual.core.records import (
    Answer,
    Appreciation,
    Card,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Leg,
    Note,
    Record,
    Reply,
    Topic,
    Wish,
    derived_id,
)
from ritual.core.text import has_controls
from ritual.house import House
from ritual.keepsake.styles import sheet
from ritual.keepsake.writing import OVERRIDES, Markup, element, joined, name, shown, words
from tests.conftest import EVENING
from tests.keepsake.nights import ANA, NIGHT, SAM, an_evening, session
from tests.keepsake.parsed import book, parse
from tests.keepsake.plain import house_with

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()))
HTML = st.text(st.sampled_from("<>&;\"'/!-[]=# \naAbscriptlxX0139\u202e\x00\r\ud800"))
MARKED = [
    "</p><script>alert(1)</script>",
    "&lt;b&gt; &amp; &#x27; &notit;",
    "<!-- ]]> <?x",
    "</style></title>",
    "\u202eevil",
]


@given(ANYTHING | HTML)
@example("".join(MARKED))
def test_a_text_comes_back_from_the_page_as_it_is_shown(text: str) -> None:
    for made in (element("p", text), words(text), name(text), joined(Markup("<p>"), text, Markup("</p>"))):
        (found,) = parse(made).inside
        assert not isinstance(found, str)
        assert found.text == shown(text)
        assert all(isinstance(one, str) for one in found.inside)
    assert parse(element("title", text)).text == shown(text)


@given(ANYTHING | HTML)
def test_an_attribute_holds_its_value_and_nothing_else(text: str) -> None:
    value = text.encode("utf-8", "replace").decode().replace("\r", "").replace("\x00", "")
    assert parse(element("p", class_=value)).one("p").attributes == {"class": value}


@given(ANYTHING | HTML)
def test_what_is_shown_is_what_was_written_but_for_what_steers(text: str) -> None:
    made = shown(text)
    assert len(made) == len(text)
    for before, after in zip(text, made, strict=True):
        steers = has_controls(before) or ord(before) in OVERRIDES
        assert after == ("\N{REPLACEMENT CHARACTER}" if steers else before)
    assert not any(unicodedata.bidirectional(one) in ("LRO", "RLO") for one in made)


@given(ANYTHING | HTML)
def test_a_title_in_the_style_sheet_stays_a_string_of_it(text: str) -> None:
    line = sheet(text, []).splitlines()[-1]
    said = re.fullmatch(r'@page :left \{ @top-left \{ content: "((?:[a-zA-Z0-9]|\\[0-9a-f]{6})*)" \} \}', line)
    assert said
    plain = re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), said[1])
    assert plain == shown(text)


def everything_said(text: str) -> list[Record]:
    """The same words in every place that takes words."""
    common: dict[str, Any] = {"at": EVENING, "night": NIGHT}
    legs = [Leg(step="rate", by=one, planned=60) for one in (ANA, SAM)]
    return [
        session("s"),
        Draw(id="d", about="s", card="theirs", **common),
        Card(id="theirs", at=EVENING, by=SAM, text=text),
        Answer(id="a", by=ANA, about="d", text=text, **common),
        Appreciation(id="t", by=ANA, to=SAM, text=text, **common),
        Reply(id="r", by=SAM, about="t", text=text, **common),
        Checkin(id="c", state="kept", legs=legs, topic="topic", **common),
        Feeling(id="f", by=SAM, about="c", word=text, **common),
        Feeling(id="need", by=SAM, about="c", word=text, need=True, **common),
        Note(id=derived_id("c", "look-back", "right", SAM), by=SAM, about="c", text=text, **common),
        Topic(id="topic", at=EVENING, by=ANA, text=text, outcome="settled"),
        Wish(id="w", at=EVENING, by=ANA, text=text, answered="partly"),
        Goal(id="g", at=EVENING, by=SAM, text=text, reached=NIGHT),
        Note(id="n", by=ANA, text=text, tags=[text], **common),
        Note(id=derived_id("s", "close", "note", ANA), by=ANA, about="s", text=text, **common),
    ]


TYPED = st.text(st.characters(codec=None, exclude_categories=["Cs"]), min_size=1)


@settings(max_examples=15)
@given(TYPED | st.sampled_from(MARKED))
def test_in_every_place_the_words_come_back_from_the_whole_page(text: str) -> None:
    page = book(house_with(everything_said(text)))
    assert page.texts(".words") == [shown(text)] * 11
    within = [one for kind in (".felt", ".aside") for line in page.all(kind) for one in line.texts("bdi")]
    assert within == [shown(text)] * 3


def test_long_words_and_every_direction_are_told(house: House) -> None:
    texts = ["x" * 10_000, "שלום\nabc", "👩‍👩‍👧 ♥ e\u0301", "a\tb\n\n  c", "\u2067mixed\u2069 \u200fmark"]
    house.journal.absorb(
        Note(id=f"{number}", at=EVENING, night=NIGHT, by=ANA, text=text) for number, text in enumerate(texts)
    )
    found = list(book(house).all(".words"))
    assert [one.text for one in found] == texts
    assert all(one.attributes["dir"] == "auto" and one.attributes["lang"] == "" for one in found)


def test_names_are_set_apart_from_what_stands_around_them(house: House) -> None:
    house.settle(("<i>שם</i>", "Sam"))
    an_evening(house)
    page = book(house)
    assert not list(page.all("i"))
    assert page.one("h1").text == "<i>שם</i> and Sam"
    assert "<i>שם</i> to Sam, for help" in page.texts(".who")
    assert {one.text for one in page.all("bdi")} == {"<i>שם</i>", "Sam"}
