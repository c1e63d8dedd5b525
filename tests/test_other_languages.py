"""What is written in another language says the same things as the English, in its own good words."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ritual import content, language
from ritual.content.checking import check_deck
from ritual.content.languages import FOLDER, ours
from ritual.content.readings import SAFETY, parsed
from ritual.language import ENGLISH, NAMES
from tests.test_content import lines_of

FILES = sorted(
    file.relative_to(FOLDER)
    for code in NAMES
    if code != ENGLISH
    for file in (FOLDER / code).rglob("*.*")
    if file.suffix in (".toml", ".md")
)
EVERY = pytest.mark.parametrize("file", FILES, ids=lambda file: file.as_posix())

SAME = frozenset(
    [
        *("id", "deck", "reading", "readings", "depth", "stages", "way"),
        *("minutes", "cost", "where", "apart", "stage", "month", "day", "years"),
    ]
)
"""What is no text: it is the same in every language."""
LONGEST = {"appreciations.toml": 90, "checkin.toml": 160, "ideas.toml": 110, "feelings.toml": 24, "needs.toml": 24}
"""Characters of one line."""

END = {"de": re.compile(r"[.?!]+[“)]*(?=\s+[A-ZÄÖÜ{„]|\s*$)")}
"""Where a sentence ends."""
NARROW = {
    "de": re.compile(
        r"\b(?:[Ee]r|Ehe\w*|(?:Ehe)?[Ff]rau|(?:Ehe)?[Mm]ann|Partner\w*|verheiratet|Hochzeit\w*"
        r"|(?:dein|mein)\w* Freund(?:in)?|Gott|Gebet\w*|(?:dein|mein|eu)\w* (?:Kind(?:er)?|Sohn|Tochter))\b"
        r"|\w(?:[*:_]|/-?|(?=I))[Ii]n(?:nen)?\b"
    )
}
"""What supposes who they are, or is written for two genders."""
STIFF = {"de": re.compile(r"[\wäöüß,;] (?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b|[\"!]|'| {2}| - ")}
"""The formal address, and marks that are not those of the language."""
PRESSING = {"de": re.compile(r"\b(?:immer|solltes?t?|solltet|jeden Tag|Punkte?|Prozent)\b", re.IGNORECASE)}
"""What would be a reproach or a mark."""
BOTH = {"de": re.compile(r"\{other\}|\b(?:ihr|euch|eure?\w?|einander)\b", re.IGNORECASE)}
"""What speaks to two."""
YES_OR_NO = {
    "de": re.compile(
        r"(?:bist|ist|sind|war(?:st|en|t)?|wär\w*|hast|hat|habt|hatt\w+|hätt\w+|kann\w*|könn\w+|magst|möch\w+|darf\w*|würde\w*|wirst"
        r"|wird|willst|soll\w*|gibt|gab|tu\w*|fühl\w+|denkst|glaubst)\b",
        re.IGNORECASE,
    )
}
ASKING = {
    "de": re.compile(
        r"\b(?:was|we[rnm]|wessen|wie|wann|warum|weshalb|welche\w?|inwiefern|wo|woher|wohin"
        r"|(?:wo|wor)(?:für|mit|auf|an|über|von|durch|gegen|bei|nach|in|um|vor|zu|aus|unter))\b",
        re.IGNORECASE,
    )
}


def read(file: Path) -> object:
    """What a content file says: TOML as it is, a reading by its parts."""
    text = (FOLDER / file).read_text("utf-8")
    if file.suffix == ".toml":
        return tomllib.loads(text)
    one = parsed(file.stem, text)
    return {"title": one.title, "text": one.text.split("\n\n"), "tonight": one.tonight, "sources": list(one.sources)}


def texts(file: Path) -> Iterator[tuple[str, str]]:
    """Every text of a content file with its path."""
    for path, text in lines_of(read(file)):
        if path.rsplit(".", 1)[-1].split("[")[0] not in SAME:
            yield path, text


def english(file: Path) -> Path:
    return Path(ENGLISH, *file.parts[1:])


def differences(one: object, other: object, path: str = "") -> Iterator[str]:
    """Where two files are not made alike: other fields, another number of lines, other values of what is no text."""
    if isinstance(one, dict) and isinstance(other, dict):
        if list(one) != list(other):
            yield path
        for name in one.keys() & other.keys():
            if name in SAME and one[name] != other[name]:
                yield f"{path}.{name}"
            yield from differences(one[name], other[name], f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield path
        for number, (mine, yours) in enumerate(zip(one, other, strict=False)):
            yield from differences(mine, yours, f"{path}[{number}]")
    elif isinstance(one, str) and isinstance(other, str):
        if set(re.findall(r"\{\w+\}", one)) != set(re.findall(r"\{\w+\}", other)):
            yield path
    elif one != other:
        yield path


def test_there_are_other_languages() -> None:
    assert {file.parts[0] for file in FILES} == set(NAMES) - {ENGLISH}


@pytest.mark.parametrize("code", sorted(set(NAMES) - {ENGLISH}))
def test_what_is_spoken_is_read(code: str) -> None:
    """Past the caches, which hold the language that ritual was started in."""
    many = len(content.ideas())
    language.use([code])
    try:
        lines = (content.evening_words, content.appreciation_words, content.checkin_words, content.demo_words)
        read_now = [*(one.__wrapped__() for one in lines), content.feelings.__wrapped__(), content.needs.__wrapped__()]
        assert {file.parent.parent.name for file in ours("decks/*.toml")} == {code}
        assert [fault for file in ours("decks/*.toml") for fault in check_deck(file)[1]] == []
        assert len(content.ideas.__wrapped__()) == many
    finally:
        language.use([])
    assert content.evening_words() not in read_now


@EVERY
def test_a_file_has_all_that_its_english_one_has(file: Path) -> None:
    assert (FOLDER / english(file)).is_file()
    assert list(differences(read(file), read(english(file)))) == []


@EVERY
def test_nothing_is_said_twice_or_left_in_english(file: Path) -> None:
    said = [text.casefold() for path, text in texts(file) if "follow_up" not in path and ".way" not in path]
    kept = {text.casefold() for _, text in texts(english(file))}
    assert sorted(text for text, times in Counter(said).items() if times > 1) == []
    assert [text for text in said if text in kept and len(text.split()) > 2] == []


@EVERY
def test_it_is_said_to_any_two_people_as_they_talk(file: Path) -> None:
    code = file.parts[0]
    for path, text in texts(file):
        assert text == text.strip() != "", path
        if "sources" in path or file.name == "demo.toml":
            continue
        if not path.startswith(".also."):
            assert [found[0] for found in NARROW[code].finditer(text)] == [], text
        assert [found[0] for found in STIFF[code].finditer(text)] == [], text
        assert text.count("„") == text.count("“"), text
        assert len(text) <= LONGEST.get("/".join(file.parts[1:]), len(text)), text
        if file.suffix == ".toml" and "practice" not in path:
            assert len(END[code].findall(text)) <= 2, text
        if file.name in ("appreciations.toml", "checkin.toml", "tonight.toml"):
            assert PRESSING[code].findall(text) == [], text
        if "solo" in path and file.name in ("checkin.toml", "tonight.toml"):
            assert BOTH[code].findall(text) == [], text
        if path.endswith((".low", ".high")):
            assert len(text) <= 24, text
        if path.endswith((".steady", ".rising", ".falling")):
            assert re.findall(r"\d|\bdu\b|\bdein", text) == BOTH[code].findall(text) == [], text


@pytest.mark.parametrize("file", [one for one in FILES if one.parent.name == "decks"], ids=lambda one: one.as_posix())
def test_a_card_asks_one_open_question(file: Path) -> None:
    code = file.parts[0]
    for path, text in texts(file):
        if path.endswith((".text", ".follow_up")):
            assert text.endswith("?"), text
            assert text.count("?") == 1, text
            assert len(text) <= 160, text
            assert "{" not in text, text
            assert not YES_OR_NO[code].match(text), text
            assert ASKING[code].search(text), text


@pytest.mark.parametrize("code", sorted(set(NAMES) - {ENGLISH}))
def test_no_question_and_no_title_is_there_twice(code: str) -> None:
    cards = [read(file) for file in FILES if file.parts[0] == code and file.parent.name == "decks"]
    asked = [text.casefold() for deck in cards for path, text in lines_of(deck) if path.endswith("].text")]
    for said in (asked, list(titles(code).values())):
        assert len(said) == len(set(said)) > 0


@pytest.mark.parametrize("file", [one for one in FILES if one.suffix == ".md"], ids=lambda one: one.as_posix())
def test_a_reading_is_as_short_and_claims_no_more(file: Path) -> None:
    """The works that it leans on are the same, and so are the figures."""
    raw = (FOLDER / file).read_text("utf-8")
    assert max(map(len, raw.splitlines())) <= 100
    mine, theirs = (parsed(file.stem, (FOLDER / one).read_text("utf-8")) for one in (file, english(file)))
    assert 80 <= len(re.findall(r"\S*\w\S*", f"{mine.text} {mine.tonight}")) <= 250
    assert len(mine.title.split()) <= 10
    for source, original in zip(mine.sources, theirs.sources, strict=True):
        work = original[: original.index("). ") + 2]
        assert source.startswith(work)
        assert sorted(re.findall(r"\d+", source)) == sorted(re.findall(r"\d+", original))
    shown = f"{mine.title}\n{mine.text}\n{mine.tonight}"
    assert re.findall(r"https?:|[\[\]<>{}`_|*#]", shown) == []
    for title, translated in titles(file.parts[0]).items():
        assert f'"{title}"' not in f"{theirs.text} {theirs.tonight}".replace('."', '"') or f"„{translated}“" in shown


def titles(code: str) -> dict[str, str]:
    """The title of every reading in English, and in this language where it has it."""
    return {
        parsed(one.stem, one.read_text("utf-8")).title: parsed(one.stem, shown.read_text("utf-8")).title
        for one in (FOLDER / ENGLISH / "readings").glob("*.md")
        for shown in [FOLDER / code / "readings" / one.name]
        if shown.is_file()
    }


@pytest.mark.parametrize("code", sorted(set(NAMES) - {ENGLISH}))
def test_where_help_is_holds_in_any_country(code: str) -> None:
    places = {"de": ("Notruf", "Arztpraxis", "Krisentelefon", "Krankenhaus", "das Leben zu nehmen", "heute")}
    for name in (SAFETY, "getting-help"):
        text = (FOLDER / code / "readings" / f"{name}.md").read_text("utf-8").split("## Sources")[0]
        assert re.findall(r"\d", text) == []
        assert [place for place in places[code] if place not in text] == []
