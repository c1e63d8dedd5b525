"""The language is the first that was asked for and is known; what has no translation is English."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from click.testing import CliRunner

from ritual import language
from ritual.__main__ import languages
from ritual.language import _, amid, decimal, fill, ngettext


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use([])


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ([], "en"),
        (["fr", "de_AT.UTF-8"], "de"),
        (["en_GB", "de"], "en"),
        (["DE"], "de"),
        (["../de"], "en"),
        ([""], "en"),
    ],
)
def test_the_first_language_that_we_know_is_spoken(wanted: list[str], spoken: str) -> None:
    language.use(wanted)
    assert language.spoken() == spoken


def test_the_environment_goes_before_the_settings_and_these_before_the_computer(tmp_path: Path) -> None:
    home = ["--home", str(tmp_path), "list"]
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('lang = "de"\n')
    assert list(languages(home, {"RITUAL_LANG": "en", "LANG": "fr_FR"}))[:3] == ["en", "de", ""]
    assert list(languages([f"--home={tmp_path}"], {"LANGUAGE": "fr:de", "LANG": "en_GB"}))[1:] == [
        "de",
        "fr",
        "de",
        "en_GB",
    ]


@pytest.mark.parametrize("broken", ["lang = 3", "lang = ", "\xff"])
def test_broken_settings_leave_the_language_of_the_computer(tmp_path: Path, broken: str) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_bytes(broken.encode("latin-1"))
    assert list(languages(["--home", str(tmp_path)], {"LC_ALL": "C", "LANG": "de_DE", "LANGUAGE": "de"})) == [
        "",
        "",
        "C",
    ]


def test_click_speaks_the_same_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    german = Catalog(locale="de")
    german.add("Usage:", "Aufruf:")
    german.add("Show this message and exit.", "Zeigt diese Hilfe.")
    (folder := tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    with (folder / "ritual.mo").open("wb") as written:
        write_mo(written, german)
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)

    def told() -> str:
        return CliRunner().invoke(click.Command("thank"), ["--help"]).output

    assert told().startswith("Usage: thank")
    language.use(["de"])
    language.lend()
    try:
        assert told().startswith("Aufruf: thank")
        assert "Zeigt diese Hilfe." in told()
    finally:
        gettext.textdomain("messages")


def test_values_are_filled_in_once_and_other_braces_stay() -> None:
    assert (
        _("{name} thanks {other}. {go_on} goes on.", name="{other}", other="Sam")
        == "{other} thanks Sam. {go_on} goes on."
    )
    assert fill("{nobody} stays") == "{nobody} stays"


def test_numbers_count_as_the_language_counts() -> None:
    assert [ngettext("{count} wish", "{count} wishes", number) for number in (0, 1, 2)] == [
        "0 wishes",
        "1 wish",
        "2 wishes",
    ]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert [decimal(3), decimal(1.5), decimal(4, 1)] == ["3", "1.5", "4.0"]
    language.use(["de"])
    assert [decimal(3), decimal(1.5), decimal(4, 1)] == ["3", "1,5", "4,0"]


def test_a_name_amid_other_words_is_small_in_english_alone() -> None:
    assert amid("Inner weather") == "inner weather"
    language.use(["de"])
    assert amid("Inneres Wetter") == "Inneres Wetter"
