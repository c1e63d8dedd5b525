"""Themes: TOML files, ours beside the package and theirs in the config folder, made into Textual's."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import asdict
from textual.theme import Theme

from ritual import language
from ritual.core import faults
from ritual.folders import Folders
from ritual.language import _

COLOR = re.compile(r"#[0-9a-fA-F]{6}|ansi_(default|(bright_)?(black|red|green|yellow|blue|magenta|cyan|white))")

DEFAULT = "candlelight"

Sentence = Annotated[str, Meta(max_length=80)]


class Colors(Struct, frozen=True, forbid_unknown_fields=True):
    """The eight colours of a theme: each `#rrggbb`, or `ansi_red` and the like for one of the terminal's own."""

    background: str
    """The ground."""
    surface: str
    """Things that lie on it."""
    panel: str
    """The light of the screen when a turn's time is up."""
    foreground: str
    """Text."""
    quiet: str
    """What is secondary."""
    accent: str
    """The one accent, and the first of the two."""
    second: str
    """The other of the two."""
    leaf: str
    """What is well."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for what is no colour."""
        for name, value in asdict(self).items():
            if not COLOR.fullmatch(value):
                raise ValueError(
                    _("`{name}` is no colour such as {one} or {other}", name=name, one="#e8a559", other="ansi_yellow")
                )

    @property
    def are_the_terminals(self) -> bool:
        """Whether one of them is a colour of the terminal's own."""
        return any(value.startswith("ansi_") for value in asdict(self).values())


class ThemeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A theme as it stands in its file."""

    name: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    """What it is called: small letters, numbers and hyphens."""
    colors: Colors
    """Its eight colours."""
    dark: bool = True
    """Whether its ground is dark."""
    about: Sentence | dict[str, Sentence] = ""
    """What it is for in one sentence, or in one for each language."""


@dataclass
class Light(Theme):
    """A theme of Textual's that says what it is for."""

    about: str = ""
    """One sentence."""


def ours() -> Path:
    """The folder of the shipped themes: inside an installed package, or at the top of a checkout."""
    inside = Path(__file__).parent / "_themes"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "themes"


def load(folders: Folders | None = None) -> tuple[dict[str, Light], list[str]]:
    """Every usable theme by its name, and a plain sentence for each file that is none. Theirs goes before ours."""
    found: dict[str, Light] = {}
    problems: list[str] = []
    own = sorted((folders.config / "themes").glob("*.toml")) if folders else []
    for file in [*sorted(ours().glob("*.toml")), *own]:
        try:
            theme = read(file)
            found[theme.name] = theme
        except (OSError, ValueError, RecursionError) as fault:
            problems.append(
                _(
                    "The theme {file} could not be used: {fault}. The others are there.",
                    file=file.name,
                    fault=re.sub(r" - at `\$\.?(.+)`$", r", in \1", faults.of_a_file(fault)),
                )
            )
    return found, problems


def read(file: Path) -> Light:
    """The theme in `file`. Raises `ValueError` or `OSError`, with the path of the fault, where it is none."""
    return _textual(msgspec.toml.decode(file.read_bytes(), type=ThemeFile))


def _said(about: str | dict[str, str]) -> str:
    """What a theme is for, in the language spoken; else in English."""
    return about if isinstance(about, str) else about.get(language.spoken()) or about.get(language.ENGLISH, "")


def _textual(file: ThemeFile) -> Light:
    colors = file.colors
    ground = colors.background
    if ground == "ansi_default":
        ground = "ansi_black" if file.dark else "ansi_bright_white"
    return Light(
        name=file.name,
        about=_said(file.about),
        dark=file.dark,
        ansi=colors.are_the_terminals,
        primary=colors.accent,
        secondary=colors.second,
        accent=colors.accent,
        success=colors.leaf,
        warning=colors.accent,
        error=colors.second,
        foreground=colors.foreground,
        background=colors.background,
        surface=colors.surface,
        panel=colors.panel,
        boost=colors.surface,
        text_alpha=1.0,
        variables={
            "quiet": colors.quiet,
            "block-cursor-foreground": ground,
            "block-cursor-background": colors.accent,
            "block-cursor-text-style": "none",
            "input-selection-background": colors.panel,
            "input-cursor-background": colors.foreground,
            "input-cursor-foreground": ground,
            "scrollbar": colors.panel,
            "scrollbar-background": colors.background,
            "scrollbar-hover": colors.quiet,
            "scrollbar-active": colors.accent,
            "border": colors.quiet,
            "border-blurred": colors.panel,
            "link-color": colors.accent,
            "link-background": colors.background,
        }
        | (_terminals(colors, ground) if colors.are_the_terminals else {}),
    )


def _terminals(colors: Colors, ground: str) -> dict[str, str]:
    """What Textual would otherwise choose by itself where colours of the terminal's own are used."""
    return {
        "surface": colors.surface,
        "panel": colors.panel,
        "boost": colors.surface,
        "text": colors.foreground,
        "text-muted": colors.quiet,
        "text-disabled": colors.quiet,
        "ansi-background": colors.background,
        "ansi-foreground": colors.foreground,
        "input-cursor-text-style": "none",
        "input-selection-background": colors.quiet,
        "input-selection-foreground": ground,
        "scrollbar": colors.quiet if colors.panel.startswith("ansi_") else colors.panel,
        "scrollbar-background-hover": colors.background,
        "scrollbar-background-active": colors.background,
        "scrollbar-corner-color": colors.background,
        "screen-selection-background": colors.quiet,
        "screen-selection-foreground": ground,
    }
