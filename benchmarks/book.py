"""A book of 20,000 entries, eleven years of evenings: a whole process, beside the same entries as Markdown."""

import tempfile
from pathlib import Path

from benchmarks import table
from benchmarks.journal import filled, run
from benchmarks.program import RITUAL, side_by_side

COUNT = 20_000
MOST = 2.5


def main() -> None:
    """Measure, and print a row."""
    with tempfile.TemporaryDirectory(prefix="ritual-book-") as folder:
        home = filled(Path(folder), COUNT)

        def export(form: str) -> float:
            return run([RITUAL, "export", "--format", form], home)

        taken = side_by_side(lambda: export("html"), lambda: export("markdown"), 9)
        table.beside(f"`ritual export --format html` of {COUNT:,} entries, beside as Markdown", *taken, MOST)


if __name__ == "__main__":
    main()
