from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from ritual import themes
from ritual.folders import Folders

SHIPPED = sorted(themes.ours().glob("*.toml"))
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


def pairs(theme: Theme) -> Iterator[tuple[str, float]]:
    text = {"foreground": theme.foreground, "quiet": theme.variables["quiet"], "accent": theme.accent}
    colors = text | {"second": theme.secondary, "leaf": theme.success}
    for name, color in colors.items():
        yield f"{name} on background", contrast(color, theme.background)
        yield f"{name} on surface", contrast(color, theme.surface)
    for name, color in text.items():
        yield f"{name} on panel", contrast(color, theme.panel)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_theme_can_be_read_by_tired_eyes(file: Path) -> None:
    theme = themes.read(file)
    assert theme.name == file.stem
    assert {name: round(found, 2) for name, found in pairs(theme) if found < 4.5} == {}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_theme_is_dark_when_its_ground_is(file: Path) -> None:
    theme = themes.read(file)
    assert theme.dark is (luminance(theme.background or "") < luminance(theme.foreground or ""))


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
    assert "$.colors.accent" in themes.load(folders)[1][0]


def test_a_broken_theme_of_a_shipped_name_leaves_ours(folders: Folders) -> None:
    own(folders, 'name = "candlelight"\n', "candlelight.toml")
    found, problems = themes.load(folders)
    assert found["candlelight"] == themes.load()[0]["candlelight"]
    assert len(problems) == 1
