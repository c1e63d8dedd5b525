"""The table of what was measured: printed row by row, and written into the README at the end."""

import re
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
HEAD = ("| what | ritual | beside it | ratio | at most |", "|---|---|---|---|---|")
BEGIN, END = "<!-- python -m benchmarks writes from here -->\n", "<!-- to here -->\n"

_told: list[str] = []


def tell(line: str = "") -> None:
    """Print a line, and remember it for the README."""
    print(line, flush=True)
    _told.append(line)


def head() -> None:
    """Begin the table."""
    for line in HEAD:
        tell(line)


def beside(what: str, ours: float, theirs: float, most: float | str = "") -> None:
    """A row of two durations in seconds, and of their ratio."""
    tell(f"| {what} | {_ms(ours)} | {_ms(theirs)} | {ours / theirs:.3g}× | {most}{'×' if most else ''} |")


def alone(what: str, value: str, most: str = "") -> None:
    """A row of one figure with its unit."""
    tell(f"| {what} | {value} | | | {most} |")


def milliseconds(what: str, seconds: float, most: int) -> None:
    """A row of one duration."""
    alone(what, _ms(seconds), f"{most} ms")


def write(readme: Path = README) -> None:
    """Put everything told into the README, in place of what was told the last time."""
    text, told = readme.read_text("utf-8"), "\n".join(_told) + "\n"
    found = re.search(f"{re.escape(BEGIN)}.*{re.escape(END)}", text, re.DOTALL)
    if found is None:
        raise SystemExit(f"{readme} has no place for the figures.")
    readme.write_text(f"{text[: found.start()]}{BEGIN}{told}{END}{text[found.end() :]}", "utf-8")


def _ms(seconds: float) -> str:
    ms = seconds * 1000
    return f"{ms:,.0f} ms" if ms >= 10 else f"{ms:.2g} ms"
