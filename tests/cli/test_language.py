"""In another language nothing of ours stays English: here what goes through gettext stands in brackets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo

import translate
from ritual.house import House
from tests.cli.conftest import LATER

SPEAK = """
import json, sys
from pathlib import Path
from ritual import language

language.CATALOGUES = Path(sys.argv[1])
language.use(["de"])
language.lend()

from click.testing import CliRunner
from ritual.cli import main

print(json.dumps([CliRunner().invoke(main, words, prog_name="ritual").output for words in json.loads(sys.argv[2])]))
"""


def bracketed(folder: Path) -> Path:
    """A catalogue that puts every sentence into brackets."""
    catalogue = Catalog(locale="de")
    for one in translate.sentences():
        if one.id:
            said = [one.id] if isinstance(one.id, str) else list(one.id)
            told = [f"⟦{text}⟧" for text in said]
            catalogue.add(one.id, told[0] if len(told) == 1 else tuple(told), context=one.context)
    file = folder / "de" / "LC_MESSAGES" / "ritual.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as written:
        write_mo(written, catalogue)
    return folder


def outside(text: str) -> str:
    """What stands in no bracket."""
    while text != (text := re.sub("⟦[^⟦⟧]*⟧", "", text)):
        pass
    return text


def test_the_command_line_and_the_book_leave_nothing_in_english(filled: House, tmp_path: Path) -> None:
    home, book = str(filled.folders.data.parent), tmp_path / "book.html"
    asked = [
        ["nudge", "--help"],
        ["draw", "--stage", "x"],
        ["thank", "--from"],
        ["nowhere"],
        ["restore", "x"],
        ["remind"],
        ["list"],
        ["export", str(book)],
    ]
    script = [sys.executable, "-c", SPEAK, str(bracketed(tmp_path)), json.dumps(asked)]
    done = subprocess.run(script, env=os.environ | {"RITUAL_HOME": home}, capture_output=True, text=True, timeout=LATER)
    told = [re.findall(r"[A-Za-z]{2,}", outside(text)) for text in json.loads(done.stdout)]
    listed = told.pop(6)
    assert told == [["ritual", "nudge", "OPTIONS", "notify", "help"], *([[]] * 6)]
    assert not {"to", "appreciation", "session", "November"} & set(listed)
    text = book.read_text("utf-8")
    assert '<html lang="de">' in text
    page = re.sub(r'<style>.*?</style>|<bdi.*?</bdi>|<p class="words.*?</p>', "", text, flags=re.DOTALL)
    assert re.findall("[A-Za-z]{2,}", outside("".join(re.findall(">([^<]+)<", page)))) == []
