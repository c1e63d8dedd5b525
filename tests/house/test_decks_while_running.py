"""Decks that change while ritual is open."""

import os
from pathlib import Path

import pytest

from ritual.content import decks
from ritual.core.records import Card
from ritual.house import House
from tests.house.conftest import again

DECK = 'id = "{name}"\nname = "Trips"\n[[cards]]\nid = "{name}-first"\ntext = "{text}"\ndepth = 1\n'


def write(house: House, name: str = "trips", text: str = "Where did we get lost?", content: str | None = None) -> Path:
    """Write a deck as an editor does."""
    file = house.folders.config / "decks" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(DECK.format(name=name, text=text) if content is None else content)
    return file


def test_without_a_change_nothing_is_read_anew(house: House) -> None:
    write(house)
    assert not house.cards.look()
    before = house.cards.decks
    assert not house.cards.look()
    assert house.cards.decks is before


def test_a_new_deck_is_there_at_the_next_look_and_not_before(house: House) -> None:
    assert house.cards.get("trips-first") is None
    write(house)
    assert house.cards.get("trips-first") is None
    assert house.cards.look()
    assert house.cards.text("trips-first") == "Where did we get lost?"
    deck = house.cards.deck_of("trips-first")
    assert deck is not None
    assert deck.id == "trips"
    assert not house.cards.look()


def test_a_changed_deck_is_read_anew_also_where_it_stays_as_long(house: House) -> None:
    file = write(house)
    assert house.cards.text("trips-first") == "Where did we get lost?"
    before = file.stat()
    write(house, text="Where did we get free?")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert file.stat().st_size == before.st_size
    assert house.cards.look()
    assert house.cards.text("trips-first") == "Where did we get free?"


def test_a_deck_that_is_taken_away_is_gone_and_its_cards_have_only_their_ids(house: House) -> None:
    file = write(house)
    assert house.cards.get("trips-first") is not None
    file.unlink()
    assert house.cards.look()
    assert house.cards.get("trips-first") is None
    assert house.cards.deck_of("trips-first") is None
    assert house.cards.text("trips-first") == "trips-first"
    assert house.cards.decks == decks()[0]


@pytest.mark.parametrize("content", ["no toml at all [", "", "\0", 'id = "trips"\nname = "Trips"\ncards = []\n'])
def test_a_deck_that_breaks_while_they_are_here_costs_only_itself(house: House, content: str) -> None:
    write(house)
    write(house, "seas", "What did the sea say?")
    assert house.cards.problems == []
    write(house, content=content)
    assert house.cards.look()
    assert len(house.cards.problems) == 1
    assert "trips.toml" in house.cards.problems[0]
    assert house.cards.get("trips-first") is None
    assert house.cards.text("seas-first") == "What did the sea say?"
    assert house.tonights_card() is not None
    assert len(house.cards.decks) == len(decks()[0]) + 1
    write(house, text="And now?")
    assert house.cards.look()
    assert house.cards.problems == []
    assert house.cards.text("trips-first") == "And now?"


def test_a_card_of_their_own_is_there_at_the_next_look(house: House) -> None:
    assert house.cards.decks == decks()[0]
    own = house.journal.keep(Card(id="own-card", at=house.clock.now(), text="What do you hum?", depth=2))
    assert house.cards.look()
    deck = house.cards.deck_of(own.id)
    assert deck is not None
    assert (deck.name, [(one.text, one.depth) for one in deck.cards]) == ("Your own", [("What do you hum?", 2)])
    house.journal.keep(Card(id="own-card", at=house.clock.now(), text="What do you whistle?", depth=2))
    assert house.cards.look()
    assert house.cards.text(own.id) == "What do you whistle?"
    house.journal.remove(own)
    assert house.cards.look()
    assert house.cards.decks == again(house).cards.decks == decks()[0]
