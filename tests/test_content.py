import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import msgspec
import pytest

from ritual import content
from ritual.content.languages import FOLDER
from ritual.core.cards import Deck, QuestionCard
from ritual.folders import Folders

DECKS = content.decks()[0]


def questions(deck: Deck) -> list[str]:
    """Every question of a deck, and those that lead on."""
    return [text for card in deck.cards for text in (card.text, card.follow_up) if text is not None]


OPENERS = (
    r"do|does|did|is|are|was|were|am|can|could|will|would|shall|should|has|have|had|may|might|must"
    r"|(?:is|are|was|do|does|did|have|has|would|could|should|ca|wo)n['’]t"
)
YES_OR_NO = re.compile(rf"(?:{OPENERS})\b", re.IGNORECASE)
ASKING = re.compile(r"\b(?:what|which|where|when|who|whom|whose|how|why)\b", re.IGNORECASE)
NARROW = re.compile(
    r"\b(?:he|she|him|his|her|hers|himself|herself|husband|wife|marriage|married|god|kids|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.?!]+[\"”’)]*(?=\s+[A-Z{\"“]|\s*$)")

OWN = """
id = "ours"
name = "Our own"

[[cards]]
id = "ours-first"
text = "What did we laugh about?"
depth = 1

[[cards]]
id = "ours-second"
text = "Where shall we go?"
depth = 2
"""


def own(folders: Folders, text: str | bytes, name: str = "ours.toml") -> None:
    file = folders.config / "decks" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def lines_of(shape: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every line of a content file with its path."""
    match msgspec.to_builtins(shape):
        case str(text):
            yield path, text
        case dict(fields):
            for name, value in fields.items():
                yield from lines_of(value, f"{path}.{name}")
        case list(items) | tuple(items):
            for number, item in enumerate(items):
                yield from lines_of(item, f"{path}[{number}]")


LINES = [pytest.param(text, id=path) for path, text in lines_of(content.evening_words())]


def test_every_deck_file_is_loaded() -> None:
    files = list((FOLDER / "en" / "decks").glob("*.toml"))
    assert len(files) == len(DECKS) > 0
    assert {deck.id for deck in DECKS} == {file.stem for file in files}
    assert content.decks()[1] == []


def test_ids_of_cards_are_unique_and_begin_with_their_deck() -> None:
    ids = [card.id for deck in DECKS for card in deck.cards]
    assert len(ids) == len(set(ids))
    assert [card.id for deck in DECKS for card in deck.cards if not card.id.startswith(f"{deck.id}-")] == []


def test_no_question_is_asked_twice() -> None:
    texts = [card.text.casefold() for deck in DECKS for card in deck.cards]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_a_deck_is_large_enough_and_has_every_depth(deck: Deck) -> None:
    assert len(deck.cards) >= 30
    assert {card.depth for card in deck.cards} == ({1, 2} if deck.id == "play" else {1, 2, 3})
    assert deck.about


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_a_card_asks_one_open_question(deck: Deck) -> None:
    for text in questions(deck):
        assert text.endswith("?"), text
        assert text.count("?") == 1, text
        assert len(text) <= 160, text
        assert text == " ".join(text.split()), text
        assert not YES_OR_NO.match(text), text
        assert ASKING.search(text), text


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_a_card_is_for_any_two_people(deck: Deck) -> None:
    for text in questions(deck):
        assert NARROW.findall(text) == [], text
        assert "{" not in text


@pytest.mark.parametrize("text", LINES)
def test_a_line_of_the_evening_is_two_sentences_at_most(text: str) -> None:
    assert text == text.strip() != ""
    assert len(SENTENCE_END.findall(text)) <= 2


@pytest.mark.parametrize("text", LINES)
def test_a_line_of_the_evening_is_for_any_two_people(text: str) -> None:
    assert NARROW.findall(text) == []


@pytest.mark.parametrize("text", LINES)
def test_placeholders_are_only_the_two_names(text: str) -> None:
    fields = {field for _, field, *_ in Formatter().parse(text) if field is not None}
    assert fields <= {"name", "other"}
    assert "{" not in text.format(name="Ana", other="Sam")


def test_sentences_are_counted_as_people_do() -> None:
    counted = {
        'say back what you heard, then ask "Is there more?"': 1,
        'Begin with "Today I…" and go on until it feels said.': 1,
        "One thank-you, said slowly. {other} need only take it in.": 2,
        "One. Two! Three?": 3,
    }
    assert {text: len(SENTENCE_END.findall(text)) for text in counted} == counted


def test_every_list_of_the_evening_has_something_to_say() -> None:
    fields = msgspec.to_builtins(content.evening_words())
    assert all(lines for part in fields.values() for lines in part.values())


def test_lines_for_one_alone_speak_of_no_other() -> None:
    alone = [text for path, text in lines_of(content.evening_words()) if "solo" in path]
    assert alone
    assert [text for text in alone if "{other}" in text or "each other" in text] == []


@pytest.mark.parametrize("there", [None, b"", b"{", b'{"of": [], "decks": []}', b"\xff"])
def test_decks_that_were_read_before_count_only_where_they_are_of_these_files(
    folders: Folders, there: bytes | None
) -> None:
    """What is kept of them so that opening is quick may be damaged, or of another version of ritual."""
    folders.state.mkdir(parents=True)
    kept = folders.state / "decks.json"
    if there is not None:
        kept.write_bytes(there)
    assert content.decks(folders) == (DECKS, [])
    compiled = kept.read_bytes()
    assert content.decks(folders) == (DECKS, [])
    assert kept.read_bytes() == compiled
    kept.write_bytes(compiled.replace(DECKS[0].cards[0].text.encode(), b"What was in the file then?"))
    assert content.decks(folders)[0][0].cards[0].text == "What was in the file then?"
    kept.write_bytes(kept.read_bytes().replace(b".toml", b".old"))
    assert content.decks(folders) == (DECKS, [])


def test_their_own_deck_comes_after_ours(folders: Folders) -> None:
    own(folders, OWN)
    found, problems = content.decks(folders)
    assert problems == []
    assert found == [*DECKS, found[-1]]
    assert found[-1].cards[1] == QuestionCard(id="ours-second", text="Where shall we go?", depth=2)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "id = [",
        b"\xff\xfe",
        'id = "ours"\nname = "Our own"\ncards = []\n',
        OWN.replace('id = "ours"', ""),
        OWN.replace('"ours-first"', '"Ours First"'),
        OWN.replace('text = "What did we laugh about?"', ""),
        OWN.replace("What did we laugh about?", ""),
        OWN.replace("What did we laugh about?", "What" + "!" * 160),
        OWN.replace("depth = 2", "depth = 4"),
        OWN.replace("depth = 2", 'depth = "deep"'),
        OWN.replace("depth = 2", "depth = 2\nauthor = 1"),
        OWN.replace("depth = 2", 'depth = 2\nstages = ["over"]'),
        OWN.replace("ours-second", DECKS[0].cards[0].id),
    ],
)
def test_a_broken_deck_costs_one_sentence_and_only_itself(folders: Folders, broken: str | bytes) -> None:
    own(folders, broken)
    own(folders, OWN.replace("ours", "zest"), "zest.toml")
    found, problems = content.decks(folders)
    assert [deck.id for deck in found] == [*(deck.id for deck in DECKS), "zest"]
    assert_one_sentence(problems)


def test_the_same_id_twice_within_a_deck_costs_that_deck(folders: Folders) -> None:
    own(folders, OWN.replace("ours-second", "ours-first"))
    found, problems = content.decks(folders)
    assert found == DECKS
    assert_one_sentence(problems)


def test_a_deck_with_the_id_of_ours_costs_itself(folders: Folders) -> None:
    own(folders, OWN.replace('id = "ours"', f'id = "{DECKS[0].id}"'))
    found, problems = content.decks(folders)
    assert found == DECKS
    assert_one_sentence(problems)


def test_of_two_decks_with_the_same_cards_the_first_is_taken(folders: Folders) -> None:
    own(folders, OWN, "a.toml")
    own(folders, OWN.replace('id = "ours"', 'id = "copied"'))
    found, problems = content.decks(folders)
    assert [deck.id for deck in found[len(DECKS) :]] == ["ours"]
    assert_one_sentence(problems)


def test_a_folder_called_like_a_deck_costs_one_sentence(folders: Folders) -> None:
    Path(folders.config / "decks" / "ours.toml").mkdir(parents=True)
    found, problems = content.decks(folders)
    assert found == DECKS
    assert_one_sentence(problems)


def assert_one_sentence(problems: list[str]) -> None:
    assert len(problems) == 1
    assert "ours.toml" in problems[0]
    assert "\n" not in problems[0]
    assert problems[0].endswith(".")
