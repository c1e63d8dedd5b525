"""Where the documentation repeats the code, it says the same."""

import json
import re
import tomllib
from datetime import time
from pathlib import Path

from ritual.commands.keymap import every_command
from ritual.content.checking import check_deck
from ritual.core.cards import Deck, QuestionCard
from ritual.core.weekly import WEEKDAYS
from ritual.language import fill
from ritual.settings import WANTED, Settings
from ritual.themes import COLOR, Colors, ThemeFile, ours, read
from ritual.widgets.foot import written

TOP = Path(__file__).parent.parent


def test_every_command_stands_in_the_list_of_keys() -> None:
    commands = every_command()
    named = {name: written(command.key.split(",")[0]) for name, command in commands.items()}
    lines = [
        f"| `{name}` | {' or '.join(written(key) for key in command.key.split(','))} | {fill(command.help, **named)} |"
        for name, command in sorted(commands.items())
    ]
    text = (TOP / "docs" / "keys.md").read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("| `")] == lines


def test_the_deck_in_the_documentation_is_a_deck(tmp_path: Path) -> None:
    block = re.search(r"```toml\n(.*?)```", (TOP / "docs" / "decks.md").read_text("utf-8"), re.DOTALL)
    assert block
    file = tmp_path / "trips.toml"
    file.write_text(block[1], "utf-8")
    deck, problems = check_deck(file)
    assert problems == []
    assert deck is not None
    said = {*Deck.__struct_fields__, *QuestionCard.__struct_fields__} - {"cards"}
    assert said == set(re.findall(r"^(\w+) =", block[1], re.MULTILINE))


def test_the_settings_of_the_readme_are_settings() -> None:
    block = re.search(r"```toml\n(.*?)```", (TOP / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    assert set(tomllib.loads(block[1])) <= set(Settings.__struct_fields__)


def test_every_link_leads_somewhere() -> None:
    for page in (TOP / "README.md", TOP / "CONTRIBUTING.md", *(TOP / "docs").glob("*.md")):
        found = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
        assert [link for link in found if not (page.parent / link).exists()] == []


def test_the_settings_are_told_as_they_are() -> None:
    text = (TOP / "docs" / "settings.md").read_text("utf-8")
    told = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| .+ \|$", text, re.MULTILINE)}
    usual = {name: getattr(Settings(), name) for name in Settings.__struct_fields__}
    assert told == {name: (_written(value), WANTED[name]) for name, value in usual.items()}


def _written(value: object) -> str:
    """A setting as it stands in the file."""
    if value == WEEKDAYS:
        return "every day"
    return f"`{json.dumps(f'{value:%H:%M}' if isinstance(value, time) else value)}`"


def test_every_library_has_its_reason() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[><=]", one)[0] for one in project["dependencies"]}
    text = (TOP / "CONTRIBUTING.md").read_text("utf-8")
    assert set(re.findall(r"^\| ([\w-]+) \| (?!for)", text, re.MULTILINE)) - {"library"} == needed


def test_the_map_of_the_house_names_what_is_there() -> None:
    text = (TOP / "CONTRIBUTING.md").read_text("utf-8")
    drawn = re.search(r"^ritual/\n(.*?)^themes/", text, re.MULTILINE | re.DOTALL)
    assert drawn
    named = set(re.findall(r"\b(\w+(?:\.py|/))", drawn[1]))
    there = {f"{one.name}/" if one.is_dir() else one.name for one in (TOP / "ritual").iterdir()}
    left_out = {"__init__.py", "__pycache__/", "look.tcss", "locale/", "_themes/"}
    assert there - left_out <= named
    assert named <= there


def test_the_theme_in_the_documentation_is_a_theme(tmp_path: Path) -> None:
    text = (TOP / "docs" / "themes.md").read_text("utf-8")
    block = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert block
    file = tmp_path / "sample.toml"
    file.write_text(block[1], "utf-8")
    assert read(file).about == "The last light over the roofs."
    keys = {*ThemeFile.__struct_fields__, *Colors.__struct_fields__}
    assert keys == set(re.findall(r"^\[?(\w+)(?:\]| =)", block[1], re.MULTILINE))
    shipped = {theme.name: theme.about for theme in map(read, ours().glob("*.toml"))}
    assert dict(re.findall(r"^\| `(\S+)` \| (.+) \|$", text, re.MULTILINE)) == shipped
    told = set(re.findall(r"`(ansi_\w+?)_?`", text)) - {"ansi_bright"}
    assert all(COLOR.fullmatch(name) for name in told)
    assert len(told) == len(("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "default"))
