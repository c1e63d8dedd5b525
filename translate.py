"""Keeps the translations: `python translate.py` finds every sentence anew and brings it into each catalogue.

`python translate.py fr` begins a catalogue in another language. It needs Babel, which is in the extra `test`.
"""

import os
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages import Catalog

HERE = Path(__file__).parent
SOURCES, CATALOGUES = HERE / "ritual", HERE / "ritual" / "locale"

HEADER = """\
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
"""What stands first in a catalogue: no dates, which would change each time."""


def sentences() -> "Catalog":
    """Every sentence of ritual, in the order of its files."""
    from babel.messages import Catalog
    from babel.messages.extract import extract_from_file

    found = Catalog()
    for file in sorted(SOURCES.rglob("*.py")):
        place = (file.relative_to(HERE).as_posix(), 0)
        for _line, said, comments, context in extract_from_file("python", file, comment_tags=("Translators:",)):
            found.add(said, locations=[place], auto_comments=comments, context=context)
    return found


def read(file: Path) -> "Catalog":
    """The catalogue in `file`."""
    from babel.messages.pofile import read_po

    with file.open("rb") as lines:
        return read_po(lines, locale=file.parts[-3])


def update(file: Path, found: "Catalog") -> None:
    """Bring the sentences that were `found` into the catalogue in `file`, and take out those that are gone."""
    from babel.messages import Catalog
    from babel.messages.pofile import write_po

    code = file.parts[-3]
    catalogue = read(file) if file.exists() else Catalog(locale=code)
    catalogue.update(found, no_fuzzy_matching=True)
    written = BytesIO()
    write_po(written, catalogue, width=120, omit_header=True, ignore_obsolete=True, include_lineno=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(HEADER.format(code=code, plural_forms=catalogue.plural_forms).encode() + written.getvalue())


def compile_all() -> None:
    """Compile every catalogue beside its source, unless that was done since it was written."""
    for file in CATALOGUES.glob("*/LC_MESSAGES/*.po"):
        compiled = file.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= file.stat().st_mtime_ns:
            continue
        from babel.messages.mofile import write_mo

        catalogue = read(file)
        catalogue.creation_date = catalogue.revision_date = datetime(1970, 1, 1, tzinfo=UTC)  # the same each time
        beside = compiled.with_suffix(f".{os.getpid()}")
        with beside.open("wb") as written:
            write_mo(written, catalogue)
        beside.replace(compiled)


def main(codes: list[str]) -> None:
    """Begin catalogues in the languages of `codes`, and update all there are."""
    found = sentences()
    new = [CATALOGUES / code / "LC_MESSAGES" / "ritual.po" for code in codes]
    for file in sorted({*new, *CATALOGUES.glob("*/LC_MESSAGES/ritual.po")}):
        update(file, found)
    compile_all()


if __name__ == "__main__":
    main(sys.argv[1:])
