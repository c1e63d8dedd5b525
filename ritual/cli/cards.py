"""The commands of the question cards."""

import sys
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from ritual.cli.completing import deck_names
from ritual.cli.errors import Kindly, tell
from ritual.cli.numbers import Whole
from ritual.core.errors import RitualError
from ritual.core.records import Stage
from ritual.core.text import for_terminal
from ritual.folders import Folders
from ritual.language import _, ngettext


@click.command(help=_("Draw a question card."))
@click.option(
    "--deck", metavar="D", multiple=True, shell_complete=deck_names, help=_("From this deck; may be given again.")
)
@click.option("--depth", type=Whole(1, 3), metavar="N", help=_("1 light, 2 open, 3 deep."))
@click.option("--stage", type=click.Choice(get_args(Stage), case_sensitive=False), help=_("As if you were there."))
@click.option("--json", "json_", is_flag=True, help=_("One JSON document."))
@click.option("--peek", is_flag=True, help=_("Only look: the card counts as not met."))
def draw(deck: tuple[str, ...], depth: int | None, stage: Stage | None, json_: bool, peek: bool) -> None:
    """`ritual draw`."""
    from random import Random

    from ritual.core.cards import Wanted
    from ritual.house import House

    house = House(Folders.find())
    known = [one.id for one in house.cards.decks]
    for name in deck:
        if name not in known:
            raise click.UsageError(
                _("There is no deck {name}. There are: {known}.", name=repr(name), known=", ".join(known))
            )
    wanted = Wanted(decks=frozenset(deck), depth=depth)
    card = house.next_card(wanted, Random(), stage)
    tell(house.cards.problems)
    if card is None:
        raise RitualError(_("There is no card like that. ritual decks shows what there is."))
    if not peek:
        house.cards.meet(card.id, house.night)
    held = house.cards.deck_of(card.id)
    if json_:
        shown: dict[str, Any] = {
            "id": card.id,
            "deck": held.id if held else None,
            "text": card.text,
            "depth": card.depth,
        }
        if card.follow_up:
            shown["follow_up"] = card.follow_up
        click.echo(msgspec.json.format(msgspec.json.encode(shown)))
    else:
        click.echo(for_terminal(card.text))


@click.group(cls=Kindly, invoke_without_command=True, help=_("List the decks of question cards."))
@click.option("--json", "json_", is_flag=True, help=_("One JSON document."))
@click.pass_context
def decks(context: click.Context, json_: bool) -> None:
    """`ritual decks`."""
    from ritual.core.cards import DEPTH_NAMES
    from ritual.house import House

    if context.invoked_subcommand is not None:
        return
    house = House(Folders.find())
    found = [
        {
            "id": deck.id,
            "name": deck.name,
            "about": deck.about,
            "stage": deck.stage,
            "cards": len(deck.cards),
            "depths": {str(depth): sum(card.depth == depth for card in deck.cards) for depth in (1, 2, 3)},
        }
        for deck in house.cards.decks
    ]
    if json_:
        click.echo(msgspec.json.format(msgspec.json.encode(found)))
    else:
        for deck in house.cards.decks:
            counted = ((sum(card.depth == n for card in deck.cards), name) for n, name in DEPTH_NAMES.items())
            depths = ", ".join(f"{count:>2} {name}" for count, name in counted)
            size = _("{count} cards", count=f"{len(deck.cards):>4}")
            click.echo(for_terminal(f"{deck.id:<18} {size}   {depths}   {deck.about}"))
    tell(house.cards.problems)


@decks.command(help=_("Tell whether FILE is a deck, and where it is not."))
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """`ritual decks check`."""
    from ritual.content.checking import check_deck

    deck, problems = check_deck(file)
    for problem in problems:
        click.echo(for_terminal(problem))
    if deck is None or problems:
        sys.exit(1)
    told = ngettext(
        "{file} is a deck of {count} card. It belongs in {folder}.",
        "{file} is a deck of {count} cards. It belongs in {folder}.",
        len(deck.cards),
        file=file.name,
        folder=Folders.find().config / "decks",
    )
    click.echo(told)
