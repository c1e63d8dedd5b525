"""settings.toml. The order is: flag, `RITUAL_*` in the environment, the file, the default."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import time
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from ritual import files
from ritual.core import dates, lengths, weekly
from ritual.core.errors import Refused
from ritual.core.nights import NIGHTFALL
from ritual.folders import Folders
from ritual.language import _, code_of


class Settings(Struct, frozen=True):
    """What they can choose."""

    minutes: Annotated[int, Meta(ge=lengths.SHORTEST, le=lengths.LONGEST)] = lengths.USUAL
    """The length of an evening."""
    theme: str = "candlelight"
    """The name of a theme."""
    night_begins: Annotated[time, Meta(tz=False)] = NIGHTFALL
    """When a new night begins, like `"04:00:00"`."""
    reduce_motion: bool = False
    """Words instead of movement."""
    bell: bool = False
    """One soft bell when a turn's time is up."""
    hide_typing: bool = False
    """Dots in place of what is typed, wherever the other one may look on."""
    keys: dict[str, str] = {}
    """Other keys for commands: `begin = "space"`."""
    name: str = ""
    """Who usually sits at this machine: the one for whom `ritual thank` speaks."""
    hope: Annotated[int, Meta(ge=1, le=7)] = 3
    """How many evenings a week they hope for."""
    checkin_minutes: Annotated[int, Meta(ge=weekly.SHORTEST, le=weekly.LONGEST)] = weekly.USUAL
    """The length of a check-in."""
    checkin_day: weekly.Weekday = "sunday"
    """The day of the check-in."""
    evening_at: Annotated[time, Meta(tz=False)] = time(21, 30)
    """When a reminder of the evening comes, by the clock on the wall."""
    evening_days: tuple[weekly.Weekday, ...] = weekly.WEEKDAYS
    """The nights that have one."""
    checkin_at: Annotated[time, Meta(tz=False)] = time(20)
    """When the reminder of the check-in comes, on its day."""
    lang: Literal["", "en", "de"] = ""
    """The language; the one of this computer where it is empty."""
    mouse: bool = True
    """Whether the mouse is ours; else it marks and copies as everywhere in the terminal."""


WANTED = {
    "lang": _("en or de, or empty for the language of this computer"),
    "name": _("one of your names"),
    "minutes": _("a number from {least} to {most}", least=lengths.SHORTEST, most=lengths.LONGEST),
    "hope": _("a number from {least} to {most}", least=1, most=7),
    "checkin_minutes": _("a number from {least} to {most}", least=weekly.SHORTEST, most=weekly.LONGEST),
    "checkin_day": _("a day of the week, like sunday"),
    "evening_at": _("a time like {time}", time="21:30"),
    "evening_days": _("days of the week, like friday, sunday"),
    "checkin_at": _("a time like {time}", time="20:00"),
    "theme": _("the name of a theme"),
    "night_begins": _("a time like {time}", time="04:00"),
    "reduce_motion": _("true or false"),
    "bell": _("true or false"),
    "hide_typing": _("true or false"),
    "mouse": _("true or false"),
    "keys": _("a table of commands and their keys"),
}
"""What each setting should be, in plain words."""


def load(folders: Folders, environment: Mapping[str, str] = os.environ) -> tuple[Settings, list[str]]:
    """The settings, and a plain sentence for each that could not be understood and was left at its default."""
    problems: list[str] = []
    chosen: dict[str, Any] = {}
    for name, value in _from_file(folders.settings_file, problems).items():
        _choose(chosen, name, value, partial(_place, name, folders.settings_file), problems)
    for name in Settings.__struct_fields__:
        variable = f"RITUAL_{name.upper()}"
        if variable in environment and name != "keys":
            _choose(chosen, name, environment[variable], partial(str, variable), problems)
    return Settings(**chosen), problems


def save(folders: Folders, **changes: Any) -> None:
    """Write `changes` into settings.toml, leaving comments, order and unknown keys as they are.

    Raises `ValueError` where the file is no TOML, and leaves it as it is; `OSError` where it cannot be written.
    """
    import tomlkit

    file = folders.settings_file.resolve()
    document = tomlkit.parse(file.read_bytes()) if file.exists() else tomlkit.document()
    document.update(changes)
    files.write(file, tomlkit.dumps(document).encode())


def understood(name: str, typed: str) -> Any:
    """The value of a setting that `typed` means; lists are parted by commas. Raises `Refused` where it means none."""
    kind = next(field.type for field in msgspec.structs.fields(Settings) if field.name == name)
    try:
        return msgspec.convert(_meant(name, typed), kind, strict=False)
    except msgspec.ValidationError as fault:
        raise Refused(_("It should be {wanted}.", wanted=WANTED[name])) from fault


def changed(settings: Settings, **changes: Any) -> Settings:
    """`settings` with `changes`."""
    return msgspec.structs.replace(settings, **changes)


def _from_file(file: Path, problems: list[str]) -> dict[str, Any]:
    try:
        content = msgspec.toml.decode(file.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as fault:
        from ritual.core import faults

        problems.append(
            _(
                "settings.toml could not be read ({fault}). The usual settings are used, the file is untouched.",
                fault=faults.of_a_file(fault),
            )
        )
        return {}
    return {name: value for name, value in content.items() if name in Settings.__struct_fields__}


def _place(name: str, file: Path) -> str:
    """`minutes in line 4 of settings.toml`; the line where the setting stands on one of its own."""
    text = file.read_text("utf-8", "replace")
    found = re.search(rf"^\s*\[?\s*[\"']?{name}[\"']?\s*[\]=]", text, re.MULTILINE)
    if found is None:
        return _("{name} in settings.toml", name=name)
    return _("{name} in line {line} of settings.toml", name=name, line=text[: found.end()].count("\n") + 1)


def _choose(chosen: dict[str, Any], name: str, value: Any, where: Callable[[], str], problems: list[str]) -> None:
    kind = next(field.type for field in msgspec.structs.fields(Settings) if field.name == name)
    try:
        chosen[name] = msgspec.convert(_meant(name, value), kind, strict=False)
    except msgspec.ValidationError:
        problems.append(_("{where} should be {wanted}. It was left out.", where=where(), wanted=WANTED[name]))


def _meant(name: str, value: Any) -> Any:
    """A value as it was meant: times may be written like `04:00`, several days with commas, and a day like `Sunday`."""
    usual = getattr(Settings(), name)
    if name == "lang" and isinstance(value, str):
        return code_of(value)
    if usual in weekly.WEEKDAYS and isinstance(value, str):
        return _day(value)
    if isinstance(usual, tuple) and isinstance(value, str):
        return [_day(one) for one in value.split(",") if one.strip()]
    shortened = isinstance(usual, time) and isinstance(value, str) and value.count(":") == 1
    return f"{value}:00" if shortened else value


def _day(said: str) -> str:
    """A day of the week as settings.toml has it, which people may also write in their language."""
    plain = said.strip().casefold()
    ours = zip(weekly.WEEKDAYS, dates.DAYS, strict=True)
    return next((day for day, name in ours if name.casefold() == plain), plain)
