"""How the book looks: styles.css, and what only this book needs: what stands above its printed pages."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from ritual.core.dates import MONTHS
from ritual.keepsake.writing import shown
from ritual.language import _

SHEET = Path(__file__).with_name("styles.css")


def sheet(title: str, months: Iterable[tuple[int, int]]) -> str:
    """The whole style sheet: `title` above the left pages, and the month above the right ones."""
    lines = [SHEET.read_text("utf-8"), f"@page :left {{ @top-left {{ content: {_quoted(title)} }} }}"]
    years = set()
    for year, month in months:
        if year not in years:
            lines.append(_running(f"y{year}", f"{year}"))
            lines.append(f'[aria-labelledby="y-{year}"] > .look {{ page: y{year} }}')
            years.add(year)
        page = f"m{year}-{month}"
        lines.append(_running(page, _("{month} {year}", month=MONTHS[month - 1], year=year)))
        lines.append(f"#m-{year:04}-{month:02} {{ page: {page} }}")
    return "\n".join(("", *lines, ""))


def policy(sheet: str) -> str:
    """What a browser may do with the file: use this very style sheet, and nothing else."""
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _running(page: str, said: str) -> str:
    return f"@page {page}:right {{ @top-right {{ content: {_quoted(said)} }} }}"


def _quoted(text: str) -> str:
    """`text` as a string of CSS, in which nothing but letters and digits stands for itself."""
    return f'"{re.sub(r"[^a-zA-Z0-9]", lambda sign: f"{chr(92)}{ord(sign[0]):06x}", shown(text))}"'
