"""Plain words find the command that is meant."""

import pytest

from ritual.commands.asked import asked_for
from ritual.commands.general import EVERYWHERE
from ritual.commands.places import HOME


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how do I say thank you", {"open_appreciations"}),
        ("thanks", {"open_appreciations"}),
        ("theme", {"choose_theme"}),
        ("make it DARK", {"choose_theme"}),
        ("language", {"open_settings"}),
        ("deutsch", {"open_settings"}),
        ("change my name", {"open_settings"}),
        ("quit", {"leave"}),
        ("how do i stop", {"leave"}),
        ("coffee", {"quiet_time"}),
        ("search", {"open_journal"}),
        ("how long", {"choose_minutes"}),
        ("not tonight, later", {"park_topic"}),
        ("talk", {"begin", "park_topic"}),
        ("i", set()),
        ("qzx", set()),
        ("", set()),
    ],
)
def test_plain_words_find_what_is_meant(typed: str, meant: set[str]) -> None:
    assert {command.id() for command in asked_for(typed, (*HOME, *EVERYWHERE))} == meant
