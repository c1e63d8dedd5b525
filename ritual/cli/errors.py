"""Errors of the command line: one kind line on stderr, exit 1 where something could not be done, 2 for wrong usage."""

import io
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click

from ritual.core.errors import Refused, RitualError
from ritual.core.text import for_terminal
from ritual.language import _, fill


class Kindly(click.Group):
    """A group whose errors are one line: what happened, why, what to do."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and turn what went wrong into a line and an exit status."""
        extra["standalone_mode"] = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            status = super().main(*args, **extra)
        except click.exceptions.Exit as fault:
            sys.exit(fault.exit_code)
        except click.Abort as fault:
            if fault.__cause__ is None:
                click.echo(err=True)  # the question stands on a line that has not ended
            sys.exit(130)
        except click.ClickException as fault:
            _fail(fault.format_message(), fault.exit_code)
        except Refused as fault:
            _fail(str(fault), 2)
        except RitualError as fault:
            _fail(str(fault), 1)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(1)
        except OSError as fault:
            from ritual.core import faults

            told = filter(None, (faults.of_the_system(fault), fault.filename))
            why = ": ".join(map(str, told)) or type(fault).__name__
            _fail(_("This could not be done ({why}). Please check it, then try again.", why=why), 1)
        except Exception as fault:
            _fail(_stopped(fault), 1)
        sys.exit(status if isinstance(status, int) else 0)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or the one that was probably meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            advice = (
                _("There is no command {name}. Did you mean {other}?")
                if near
                else _("There is no command {name}. {help} lists the commands.")
            )
            told = fill(advice, name=repr(args[0]), other="".join(near), help=f"{ctx.command_path} --help")
            raise click.UsageError(told) from fault


def tell(problems: Iterable[str]) -> None:
    """Say on stderr what could not be used; what was asked for goes on without it."""
    for problem in problems:
        click.echo(for_terminal(problem), err=True)


def _stopped(error: Exception) -> str:
    """That it had to stop, and where it is written what happened."""
    from ritual import crash
    from ritual.folders import Folders

    name = type(error).__name__
    try:
        log = crash.write(Folders.find().state, error, datetime.now())
    except OSError:
        return _("ritual had to stop ({name}), and what was kept before is untouched.", name=name)
    return _(
        "ritual had to stop ({name}), and what was kept before is untouched. What happened is in {file}.",
        name=name,
        file=log,
    )


def _fail(message: str, status: int) -> None:
    click.echo(for_terminal(" ".join(message.split())), err=True)
    sys.exit(status)
