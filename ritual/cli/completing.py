"""What Tab offers beside commands, options and choices."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def deck_names(context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The decks whose name begins so, each with what it is about."""
    from click.shell_completion import CompletionItem

    from ritual import content
    from ritual.folders import Folders

    found = content.decks(Folders.find(context.find_root().params.get("home")))[0]
    return [CompletionItem(deck.id, help=deck.about) for deck in found if deck.id.startswith(begun)]


def kinds(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The kinds of what was kept."""
    from ritual.journal.exchange.entries import LISTED

    return [one.kind() for one in LISTED if one.kind().startswith(begun)]
