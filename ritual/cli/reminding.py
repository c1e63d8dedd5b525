"""The commands that remind, without anything that runs all the time."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ritual.cli import asking
from ritual.cli.errors import Kindly, tell
from ritual.cli.placing import STREAM, make_way
from ritual.core.errors import RitualError
from ritual.core.text import for_terminal
from ritual.folders import Folders
from ritual.language import _, fill

if TYPE_CHECKING:
    from ritual.reminders.plan import Timer


@click.group(
    cls=Kindly,
    invoke_without_command=True,
    help=_("Be reminded of evenings, the check-in and your dates. Your calendar does it, or this machine."),
)
@click.option("--ics", type=click.Path(path_type=Path), metavar="FILE", help=_("Write a calendar file; - prints it."))
@click.option(
    "--titles", is_flag=True, help=_("With the names of your occasions; without it nothing of yours is in it.")
)
@click.pass_context
def remind(context: click.Context, ics: Path | None, titles: bool) -> None:
    """`ritual remind`."""
    if context.invoked_subcommand is None and ics is None:
        raise click.UsageError(_("Please say how: --ics FILE for a calendar, or install, status or uninstall."))
    if ics is None and titles:
        raise click.UsageError(_("--titles belongs to --ics FILE: a reminder on the screen never shows a name."))
    if ics is None:
        return
    if context.invoked_subcommand is not None:
        both = _("--ics and {command} are two things. Please give one at a time.", command=context.invoked_subcommand)
        raise click.UsageError(both)
    content = _calendar(titles=titles)
    if ics == STREAM:
        click.echo(content, nl=False)
        return
    _write(ics, content)
    told = _("Your evenings are in {file}. Any calendar opens it; written anew, it doubles nothing.", file=ics)
    click.echo(for_terminal(told), err=True)


@remind.command(
    help=_("Show what reminds you on this machine, ask, then write it: systemd, launchd or cron, whichever there is.")
)
@click.option("--yes", is_flag=True, help=_("Write it without asking."))
def install(yes: bool) -> None:
    """`ritual remind install`."""
    from ritual.reminders import timers

    timer = timers.chosen()
    plan = _plan(timer)
    if timer.there() == plan and timer.is_on():
        click.echo(_("The reminders are there already, just as your settings say."), err=True)
        return
    for place, text in plan.items():
        click.echo(for_terminal(f"{place}:\n{text}"))
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError(_("This is what would be written. Please add --yes where nobody can be asked."))
        if not asking.yes(_("Write this for {timer}?", timer=timer.words)):
            raise RitualError(_("Nothing was written."))
    timer.write(plan)
    click.echo(_("Done. ritual remind uninstall takes it away again."), err=True)


@remind.command(help=_("Tell whether this machine reminds you, and by what."))
def status() -> None:
    """`ritual remind status`."""
    from ritual.reminders import timers

    found = timers.written()
    for timer in found:
        there = timer.there()
        on, off = _("Reminders are on, by {timer}:"), _("Reminders are written, but switched off, by {timer}:")
        click.echo(fill(on if timer.is_on() else off, timer=timer.words))
        for place in there:
            click.echo(for_terminal(f"  {place}"))
        if there != _plan(timer):
            click.echo(_("Today it would be something else. ritual remind install shows it, and writes it anew."))
    if not found:
        click.echo(_("This machine does not remind you. ritual remind install shows what that would take."))


@remind.command(help=_("Take away what install wrote, and nothing else."))
def uninstall() -> None:
    """`ritual remind uninstall`."""
    from ritual.reminders import timers

    found = timers.written()
    for timer in found:
        places = ", ".join(timer.there())
        timer.remove()
        click.echo(for_terminal(_("Taken away from {timer}: {places}.", timer=timer.words, places=places)), err=True)
    if not found:
        click.echo(_("There is nothing to take away."), err=True)


@click.command(help=_("Print one line when something is due, else nothing. For ~/.profile or its like."))
@click.option("--notify", is_flag=True, help=_("Show it as a notification instead of printing it."))
def nudge(notify: bool) -> None:
    """`ritual nudge`."""
    from ritual.reminders.nudge import said

    line = said(Folders.find(), datetime.now().astimezone())
    if line and notify:
        from ritual.reminders.notify import show

        show(line)
    elif line:
        click.echo(line)


def _plan(timer: "Timer") -> dict[str, str]:
    """What would be written today; what is wrong with the settings is told."""
    from ritual import settings
    from ritual.reminders.bells import bells
    from ritual.reminders.plan import command

    chosen, problems = settings.load(Folders.find())
    tell(problems)
    return timer.plan(bells(chosen), command())


def _calendar(*, titles: bool) -> bytes:
    from ritual.cli.printing import tell_problems
    from ritual.core.people import somebody
    from ritual.core.records import Occasion, Pause
    from ritual.house import House
    from ritual.reminders.calendar import Asked, written

    house = House(Folders.find())
    somebody(house.people)
    asked = Asked(
        household=house.people[0].id,
        now=house.clock.now(),
        tonight=house.night,
        settings=house.settings,
        occasions=house.journal.standing(Occasion),
        pauses=house.journal.standing(Pause),
        titles=titles,
    )
    content = written(asked)
    tell_problems(house)
    return content


def _write(file: Path, content: bytes) -> None:
    """Write it; over an earlier one of ours without asking."""
    from ritual import files
    from ritual.reminders.calendar import is_ours

    if not (file.is_file() and is_ours(file.read_bytes())):
        make_way(file)
    files.write(file.absolute(), content)
