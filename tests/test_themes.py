from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from textual.color import Color
from textual.theme import Theme

from ritual import language, themes
from ritual.folders import Folders

SHIPPED = sorted(themes.ours().glob("*.toml"))
SIXTEEN = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
WHOLE = """
name = "dusk"
[colors]
background = "#17120e"
surface = "#211912"
panel = "#2b2118"
foreground = "#f0e4d4"
quiet = "#b8a48c"
accent = "#e8a559"
second = "#d98c6f"
leaf = "#a3bf8c"
"""


def own(folders: Folders, content: str | bytes, name: str = "dusk.toml") -> Path:
    file = folders.config / "themes" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def luminance(color: str) -> float:
    """As WCAG 2 defines it."""
    parts = [part / 255 for part in Color.parse(color).rgb]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | None, other: str | None) -> float:
    assert one
    assert other
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_the_known_one() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_all_shipped_themes_load() -> None:
    found, problems = themes.load()
    assert problems == []
    assert themes.DEFAULT in found
    assert len(found) == len(SHIPPED) > 0


PAINTED = [file for file in SHIPPED if "ansi_" not in file.read_text("utf-8")]
"""The themes that bring all their colours along."""

PALETTES = {
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    "Tango": "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf "
    "555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
    "macOS": "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf "
    "666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
}
"""What terminals mean by their sixteen colours, unless somebody chose others."""

GROUNDS = ("#000000", "#1e1e1e", "#282a36", "#2e3440")
"""Grounds of dark terminals, up to a rather light one."""


def pairs(theme: Theme, shown: Callable[[str], str] = str) -> Iterator[tuple[str, float]]:
    """The contrast of all that is written in `theme`, where `shown` tells what a terminal makes of a colour."""
    text = {"foreground": theme.foreground, "quiet": theme.variables["quiet"], "accent": theme.accent}
    colors = text | {"second": theme.secondary, "leaf": theme.success}
    for name, color in colors.items():
        yield f"{name} on background", contrast(shown(color or ""), shown(theme.background or ""))
        yield f"{name} on surface", contrast(shown(color or ""), shown(theme.surface or ""))
    for name, color in text.items():
        yield f"{name} on panel", contrast(shown(color or ""), shown(theme.panel or ""))


@pytest.mark.parametrize("file", PAINTED, ids=lambda file: file.stem)
def test_every_shipped_theme_can_be_read_by_tired_eyes(file: Path) -> None:
    least = 7 if file.stem in ("stillness", "snowfall") else 4.5
    assert {name: round(found, 2) for name, found in pairs(themes.read(file)) if found < least} == {}


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_sixteen_colours_can_be_read_in_the_palettes_terminals_come_with(palette: str) -> None:
    names = [f"ansi_{bright}{name}" for bright in ("", "bright_") for name in SIXTEEN]
    shown = dict(zip(names, (f"#{color}" for color in palette.split()), strict=True))
    lantern = themes.load()[0]["lantern"]
    assert {name: round(found, 2) for name, found in pairs(lantern, shown.__getitem__) if found < 4.5} == {}


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_the_grounds_of_dark_terminals(ground: str) -> None:
    def shown(color: str) -> str:
        return ground if color == "ansi_default" else color

    window = themes.load()[0]["window"]
    assert {name: round(found, 2) for name, found in pairs(window, shown) if found < 4.5} == {}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_shipped_theme_says_what_it_is(file: Path) -> None:
    theme = msgspec.toml.decode(file.read_bytes(), type=themes.ThemeFile)
    assert theme.name == file.stem
    assert isinstance(theme.about, dict)
    assert set(theme.about) == set(language.NAMES)
    themes.read(file).to_color_system().generate()


@pytest.mark.parametrize("file", PAINTED, ids=lambda file: file.stem)
def test_a_theme_is_dark_when_its_ground_is(file: Path) -> None:
    theme = themes.read(file)
    assert theme.dark is (luminance(theme.background or "") < luminance(theme.foreground or ""))


@pytest.mark.parametrize(("spoken", "said"), [("en", "a candle"), ("de", "eine Kerze")])
def test_a_theme_speaks_the_language_of_the_two(folders: Folders, spoken: str, said: str) -> None:
    language.use([spoken])
    try:
        own(folders, WHOLE.replace("[colors]", 'about = { en = "a candle", de = "eine Kerze" }\n[colors]'))
        own(folders, WHOLE.replace("dusk", "dawn").replace("[colors]", 'about = "light"\n[colors]'), "dawn.toml")
        found, problems = themes.load(folders)
    finally:
        language.use([])
    assert problems == []
    assert (found["dusk"].about, found["dawn"].about, found["dusk"].ansi) == (said, "light", False)


def test_their_own_theme_is_there_beside_ours(folders: Folders) -> None:
    own(folders, WHOLE)
    found, problems = themes.load(folders)
    assert problems == []
    assert set(found) == {*themes.load()[0], "dusk"}
    assert found["dusk"].variables["quiet"] == "#b8a48c"


def test_their_theme_goes_before_ours_of_the_same_name(folders: Folders) -> None:
    own(folders, WHOLE.replace("dusk", "candlelight").replace("#f0e4d4", "#ffffff"))
    found, problems = themes.load(folders)
    assert problems == []
    assert found["candlelight"].foreground == "#ffffff"
    assert set(found) == set(themes.load()[0])


@pytest.mark.parametrize(
    "content",
    [
        "",
        "name = [",
        b"\xff\xfe",
        WHOLE.replace('name = "dusk"', ""),
        WHOLE.replace("dusk", ""),
        WHOLE.replace("dusk", "Dusk & Dawn"),
        WHOLE.replace("#e8a559", "amber"),
        WHOLE.replace("#e8a559", "#e8a"),
        WHOLE.replace("#e8a559", "ansi_amber"),
        "about = 3\n" + WHOLE,
        WHOLE.replace('"#e8a559"', "3"),
        WHOLE.replace('leaf = "#a3bf8c"', ""),
        WHOLE + 'border = "#ffffff"\n',
        'font = "large"\n' + WHOLE,
        'dark = "very"\n' + WHOLE,
    ],
)
def test_a_broken_theme_costs_one_sentence_and_only_itself(folders: Folders, content: str | bytes) -> None:
    own(folders, content)
    own(folders, WHOLE.replace("dusk", "zenith"), "zenith.toml")
    found, problems = themes.load(folders)
    assert set(found) == {*themes.load()[0], "zenith"}
    assert len(problems) == 1
    assert "dusk.toml" in problems[0]
    assert "\n" not in problems[0]
    assert problems[0].endswith(".")


def test_a_folder_called_like_a_theme_costs_one_sentence(folders: Folders) -> None:
    (folders.config / "themes" / "dusk.toml").mkdir(parents=True)
    found, problems = themes.load(folders)
    assert set(found) == set(themes.load()[0])
    assert len(problems) == 1


def test_the_fault_is_named_with_its_path(folders: Folders) -> None:
    own(folders, WHOLE.replace("#e8a559", "amber"))
    own(folders, WHOLE.replace('leaf = "#a3bf8c"', ""), "noon.toml")
    (folders.config / "themes" / "night.toml").write_bytes(b"\xff")
    assert themes.load(folders)[1] == [
        "The theme dusk.toml could not be used: `accent` is no colour such as #e8a559 or ansi_yellow, in colors. "
        "The others are there.",
        "The theme night.toml could not be used: its letters are not UTF-8. The others are there.",
        "The theme noon.toml could not be used: Object missing required field `leaf`, in colors. The others are there.",
    ]


def test_a_broken_theme_of_a_shipped_name_leaves_ours(folders: Folders) -> None:
    own(folders, 'name = "candlelight"\n', "candlelight.toml")
    found, problems = themes.load(folders)
    assert found["candlelight"] == themes.load()[0]["candlelight"]
    assert len(problems) == 1
