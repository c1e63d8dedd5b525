"""Themes: TOML files, ours beside the package and theirs in the config folder, made into Textual's."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from textual.theme import Theme

from ritual.folders import Folders
from ritual.language import _, fill

Hex = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$")]

DEFAULT = "candlelight"


class Colors(Struct, frozen=True, forbid_unknown_fields=True):
    """The eight colours of a theme, each `#rrggbb`."""

    background: Hex
    """The ground."""
    surface: Hex
    """Things that lie on it."""
    panel: Hex
    """The light of the screen when a turn's time is up."""
    foreground: Hex
    """Text."""
    quiet: Hex
    """What is secondary."""
    accent: Hex
    """The one accent, and the first of the two."""
    second: Hex
    """The other of the two."""
    leaf: Hex
    """What is well."""


class ThemeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A theme as it stands in its file."""

    name: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    colors: Colors
    dark: bool = True


def ours() -> Path:
    """The folder of the shipped themes: inside an installed package, or at the top of a checkout."""
    inside = Path(__file__).parent / "_themes"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "themes"


def load(folders: Folders | None = None) -> tuple[dict[str, Theme], list[str]]:
    """Every usable theme by its name, and a plain sentence for each file that is none. Theirs goes before ours."""
    found: dict[str, Theme] = {}
    problems: list[str] = []
    own = sorted((folders.config / "themes").glob("*.toml")) if folders else []
    for file in [*sorted(ours().glob("*.toml")), *own]:
        try:
            theme = read(file)
            found[theme.name] = theme
        except (OSError, ValueError) as fault:
            sentence = _("The theme {file} could not be used: {fault}. The others are there.")
            problems.append(fill(sentence, file=file.name, fault=fault))
    return found, problems


def read(file: Path) -> Theme:
    """The theme in `file`. Raises `ValueError` or `OSError`, with the path of the fault, where it is none."""
    theme = _textual(msgspec.toml.decode(file.read_bytes(), type=ThemeFile))
    theme.to_color_system().generate()
    return theme


def _textual(file: ThemeFile) -> Theme:
    colors = file.colors
    return Theme(
        name=file.name,
        dark=file.dark,
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
            "block-cursor-foreground": colors.background,
            "block-cursor-background": colors.accent,
            "block-cursor-text-style": "none",
            "input-selection-background": colors.panel,
            "input-cursor-background": colors.foreground,
            "input-cursor-foreground": colors.background,
            "scrollbar": colors.panel,
            "scrollbar-background": colors.background,
            "scrollbar-hover": colors.quiet,
            "scrollbar-active": colors.accent,
            "border": colors.quiet,
            "border-blurred": colors.panel,
            "link-color": colors.accent,
            "link-background": colors.background,
        },
    )
