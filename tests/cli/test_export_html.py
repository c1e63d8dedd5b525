"""`ritual export --format html`: a book, with the rules of every other export."""

import os
from pathlib import Path

import pytest

from ritual import keepsake
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import could_not, one_line, process, run
from tests.keepsake.parsed import parse


@pytest.mark.parametrize("name", ["book.html", "book.HTM", "book"])
def test_a_book_is_a_file_for_its_owner_only(full: House, tmp_path: Path, name: str) -> None:
    how = [] if "." in name else ["--format", "HTML"]
    done = run(full.folders, "export", *how, tmp_path / name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert f"{name}, readable by you only." in done.stderr
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([name, "home"])
    assert parse((tmp_path / name).read_bytes()).one("h1").text == "Anna and Sam"


def test_it_is_printed_where_there_is_no_file(full: House, tmp_path: Path) -> None:
    run(full.folders, "export", tmp_path / "book.html")
    for where in ((), ("-",)):
        done = run(full.folders, "export", "--format", "html", *where)
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout_bytes == (tmp_path / "book.html").read_bytes()


def test_the_year_and_the_person_are_chosen_as_always(full: House) -> None:
    page = parse(run(full.folders, "export", "--format", "html", "--year", "2025", "--only", "sam").stdout)
    assert page.one("h1").text == "Sam"
    assert page.texts(".words") == ["old"]
    assert could_not(run(full.folders, "export", "--format", "html", "--only", "Kim"))


def test_what_is_sealed_cannot_be_asked_for(full: House, tmp_path: Path) -> None:
    done = run(full.folders, "export", "--sealed", tmp_path / "book.html")
    assert could_not(done, 2)
    assert "only what both of you may see" in done.stderr
    assert not (tmp_path / "book.html").exists()


def test_nothing_hidden_is_in_it(full: House) -> None:
    said = run(full.folders, "export", "--format", "html").stdout
    for hidden in ("removed words", "first words", "rain", "private", "sealed"):
        assert hidden not in said
    assert "second words\n# not a heading" in said


def test_a_book_that_is_there_is_not_written_over_unasked(full: House, tmp_path: Path) -> None:
    (tmp_path / "book.html").write_text("theirs")
    assert could_not(run(full.folders, "export", tmp_path / "book.html"))
    assert (tmp_path / "book.html").read_text() == "theirs"
    assert could_not(run(full.folders, "export", tmp_path / "nowhere" / "book.html"))


def test_a_book_that_breaks_off_leaves_nothing_behind(
    full: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = b"".join(keepsake.written(keepsake.choose(full)))

    def breaking(book: keepsake.Book) -> object:
        yield whole[:100]
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(keepsake, "written", breaking)
    assert could_not(run(full.folders, "export", tmp_path / "book.html"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home"]


def test_an_empty_home_gives_a_kind_page(folders: Folders) -> None:
    done = run(folders, "export", "--format", "html")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "One evening is enough to begin." in done.stdout


def test_a_reader_that_goes_away_is_no_trouble(full: House) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process("--home", str(full.folders.data.parent), "export", "--format", "html", stdout=writing)
    os.close(writing)
    assert "Traceback" not in done.stderr


def test_what_is_damaged_is_said_on_stderr_and_the_rest_is_told(full: House) -> None:
    (full.journal.shelf.own / "2026-10.json").write_bytes(b"damaged")
    done = run(full.folders, "export", "--format", "html")
    assert done.exit_code == 0
    assert one_line(done.stderr)
    assert parse(done.stdout).texts("h3") == ["October 2025", "November 2026", "December 2026"]
