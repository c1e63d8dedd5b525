"""The readings of the Library: their form, their claims, and what points to them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import ritual
from ritual.app import RitualApp
from ritual.content import languages
from ritual.content.checking import check_deck
from ritual.content.loader import checkin_words
from ritual.content.readings import HELP, SAFETY, Reading, parsed, reading, readings, says, shelves
from ritual.house import House
from ritual.screens.library.reading import ReadingPage
from tests.test_content import NARROW

FOLDER = languages.FOLDER / "en" / "readings"
READINGS = readings()
EVERY = pytest.mark.parametrize("one", READINGS, ids=lambda one: one.id)
TITLES = {one.title for one in READINGS}

CLAIM = re.compile(
    r"\b(?:stud(?:y|ies)|research\w*|surveys?|experiments?|a review|laborator\w+|evidence|on average|per cent"
    r"|(?:couples|people) who .{1,60} (?:tend|were|report))\b",
    re.IGNORECASE,
)
"""What only somebody who has counted can say."""
SOURCE = re.compile(r"[A-Z][^(]+, .+ \((?:19|20)\d\d\)\. [A-Z].+\.")
"""`Authors, Title (year). What it showed.`"""
TOO_SURE = re.compile(
    r"\b(?:proves? that|proven|always works|guarantee\w*|science says|never fails|every couple|all couples)\b",
    re.IGNORECASE,
)
"""What no study can say."""


def said(one: Reading) -> str:
    """The text and what to try, without the title and the sources."""
    return f"{one.text}\n\n{one.tonight}"


def words_in(text: str) -> list[str]:
    return [word for word in text.split() if re.search(r"\w", word)]


def named_in_code() -> Iterator[tuple[str, str]]:
    """Every reading that a screen points to, with the file that does so."""
    for path in sorted(Path(ritual.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            names = {one.id for one in targets if isinstance(one, ast.Name)}
            if (
                names & {"READING", "READINGS"}
                and isinstance(node, ast.Assign | ast.AnnAssign)
                and ("/screens/" in str(path) or "/scenes/" in str(path))
            ):
                values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                for value in values:
                    assert isinstance(value, ast.Constant), path
                    if value.value:
                        yield path.stem, str(value.value)


NAMED = sorted(set(named_in_code()))


def test_there_are_readings_enough_and_each_stands_on_one_shelf() -> None:
    on_shelves = [name for shelf in shelves() for name in shelf.readings]
    assert sorted(on_shelves) == sorted(file.stem for file in FOLDER.glob("*.md"))
    assert len(on_shelves) == len(set(on_shelves)) == 32
    assert len({shelf.name for shelf in shelves()}) == len(shelves()) == 6
    assert set(tomllib.loads((FOLDER / "shelves.toml").read_text("utf-8"))["also"]) <= set(on_shelves)
    assert len(TITLES) == len(READINGS)


@EVERY
def test_a_reading_is_short(one: Reading) -> None:
    assert 80 <= len(words_in(said(one))) <= 250
    assert 3 <= len(words_in(one.tonight)) <= 80
    assert 1 <= len(words_in(one.title)) <= 10


@EVERY
def test_a_reading_is_plain_text_without_links_or_marks(one: Reading) -> None:
    raw = (FOLDER / f"{one.id}.md").read_text("utf-8")
    assert raw == "\n".join(line.rstrip() for line in raw.splitlines()) + "\n"
    assert max(map(len, raw.splitlines())) <= 100
    assert re.findall(r"^#+ .*", raw, re.MULTILINE)[1:] == ["## Tonight", *["## Sources"] * bool(one.sources)]
    shown = "\n".join((one.title, said(one), *one.sources))
    assert re.findall(r"https?:|www\.|[\[\]<>{}`_|]|\*|#", shown) == []
    assert "!" not in said(one)
    assert [block for block in shown.split("\n") if "  " in block] == []


@EVERY
def test_a_claim_has_its_source_and_no_more_certainty_than_it_has(one: Reading) -> None:
    if CLAIM.search(said(one)):
        assert one.sources != ()
    assert [source for source in one.sources if not SOURCE.fullmatch(source)] == []
    assert TOO_SURE.findall(said(one)) == []


def test_claims_are_found_as_people_make_them() -> None:
    claims = [
        "In one study, it helped.",
        "Studies say so.",
        "A survey cannot show it.",
        "Couples who talk tend to be glad.",
    ]
    assert all(map(CLAIM.search, claims))
    assert not CLAIM.search("Many couples find that a question opens more when it is small.")
    assert sum(bool(CLAIM.search(said(one))) for one in READINGS) > 20


@EVERY
def test_a_reading_is_for_any_two_people(one: Reading) -> None:
    """Who is meant may be told where the people of a study are."""
    assert NARROW.findall(f"{one.title}\n{said(one)}") == []


@EVERY
def test_a_reading_that_another_one_names_is_there(one: Reading) -> None:
    """A title that is quoted stands exactly so on a shelf; what looks like one does, too."""
    pointed = re.findall(r'\b(?:read|see)\s+"([^"]+?)[.,]?"', said(one), re.IGNORECASE)
    assert [title for title in pointed if title not in TITLES] == []
    quoted = re.findall(r'"([^"]+?)[.,]?"', said(one))
    for title in TITLES:
        near = [text for text in quoted if text.casefold() == title.casefold()]
        assert set(near) <= {title}


def test_where_somebody_may_be_afraid_the_page_on_safety_is_named() -> None:
    safety = reading(SAFETY).title
    assert safety == "When such exercises are not right"
    naming = {one.id for one in READINGS if f'"{safety}"' in said(one).replace('."', '"')}
    assert naming >= {"mirroring", "repair", "resentment", "jealousy-and-trust", "getting-help", "trust-worn-thin"}


@pytest.mark.parametrize(("where", "name"), NAMED)
def test_a_reading_that_a_screen_names_is_there(where: str, name: str) -> None:
    assert reading(name) in READINGS


def test_screens_do_name_readings() -> None:
    assert len({name for _, name in NAMED}) > 8
    assert {where for where, _ in NAMED} >= {"screen", "feelings", "rest", "home"}


@pytest.mark.parametrize("scale", checkin_words().ratings, ids=lambda scale: scale.id)
def test_what_helps_with_a_scale_is_there(scale: object) -> None:
    words = checkin_words().scale(str(getattr(scale, "id", "")))
    assert reading(words.reading) in READINGS
    deck, problems = check_deck(FOLDER.parent / "decks" / f"{words.deck}.toml")
    assert (deck and deck.id, problems) == (words.deck, [])


@pytest.mark.parametrize("name", [SAFETY, HELP])
def test_where_help_is_holds_in_any_country(name: str) -> None:
    text = said(reading(name))
    assert re.findall(r"\d", text) == []
    for place in ("emergency number", "doctor", "crisis line", "hospital", "ending their life", "today"):
        assert place in text


def test_the_page_on_safety_says_who_may_read_this_and_where_help_is() -> None:
    text = said(reading(SAFETY))
    for words in ("afraid of the other", "a file on this computer", "a device the other does not use", "helpline"):
        assert words in text
    assert "not your fault" in text
    assert "Nothing to do together" in reading(SAFETY).tonight


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "Text without a title.\n\n## Tonight\n\nTry.\n",
        "# Title\n\nText.\n",
        "# Title\n\n## Tonight\n\nTry.\n",
        "# Title\nText.\n\n## Tonight\n\nTry.\n",
    ],
)
def test_what_has_not_the_form_is_no_reading(broken: str) -> None:
    with pytest.raises(ValueError, match="has not the form of a reading"):
        parsed("x", broken)


def test_paragraphs_and_items_come_whole_and_without_marks() -> None:
    made = parsed(
        "x",
        "# A title\n\nOne *long*\nparagraph.\n\n- an item\n  of two lines\n- another\n\n1. first\n2. second\n\n"
        "## Tonight\n\nTry\nthis.\n\n## Sources\n\n- Ross, A title (1999). It shows\n  this.\n- Sam, B (2000). That.\n",
    )
    assert made == Reading(
        "x",
        "A title",
        "One long paragraph.\n\n- an item of two lines\n\n- another\n\n1. first\n\n2. second",
        "Try this.",
        ("Ross, A title (1999). It shows this.", "Sam, B (2000). That."),
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("abuse", SAFETY),
        ("hit", SAFETY),
        ("divorce", HELP),
        ("a fight", "repair"),
        ("fighting", "flooding"),
        ("affair", "jealousy-and-trust"),
        ("Kids", "busy-lives"),
        ("lonely", "subtle-signs"),
        ("pregnant", "a-new-chapter"),
        ("gratitude", "appreciation-and-affection"),
        ("boring", "the-long-road"),
        ("criticism", "resentment"),
    ],
)
def test_a_reading_is_found_by_the_words_one_comes_with(typed: str, name: str) -> None:
    assert says(reading(name), typed)


def test_the_shelves_begin_with_what_it_is_and_end_with_where_help_is() -> None:
    order = [one.id for one in READINGS]
    assert order[0] == "what-it-is"
    assert order[-2:] == [HELP, SAFETY]
    assert all(one.readings and other.readings for one, other in pairwise(shelves()))


async def test_nothing_remembers_what_was_read(house: House) -> None:
    """Somebody may look for a way out here, on a machine that the other one uses, too."""
    home = house.folders.data.parent

    def kept() -> dict[str, bytes]:
        files = [one for folder in (house.folders.data, house.folders.config) for one in folder.rglob("*")]
        return {str(one): one.read_bytes() for one in files if one.is_file()}

    before, shown = kept(), []
    async with RitualApp(house, "library").run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for keys in (["enter"], ["escape", "slash", *"trust", "enter", "enter"], ["escape", "f7"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(pilot.app.screen, ReadingPage)
            shown.append(pilot.app.screen.shown.id)
        await pilot.press("h")
    assert shown[0] == "what-it-is"
    assert shown[-1] == SAFETY
    assert kept() == before
    left = [one for one in home.rglob("*") if one.is_file() and one.name != "decks.json"]
    there = "\n".join(one.read_bytes().decode("utf-8", "replace") for one in left)
    assert [one.id for one in READINGS if one.id in there.split('"') or one.title in there] == []
