"""A book is one sound page that a browser needs nothing else for."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest

from ritual.house import House
from ritual.themes import ours, read
from tests.keepsake.nights import NIGHT, an_evening
from tests.keepsake.parsed import Node, book

LOADS = {"src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "manifest", "style"}
FORBIDDEN = {"script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "input", "video", "audio"}
FORBIDDEN |= {"use", "foreignobject", "animate", "set", "a:link", "template", "portal"}


@pytest.fixture
def page(house: House) -> Node:
    for month in (3, 4, 5, 11):
        an_evening(house, date(2026, month, 8))
    an_evening(house, date(2025, 12, 31))
    return book(house)


def every(page: Node) -> list[Node]:
    found = [one for one in page.inside if isinstance(one, Node)]
    return [*found, *(deeper for one in found for deeper in every(one))]


def test_nothing_in_it_runs_or_loads_anything(page: Node) -> None:
    for one in every(page):
        assert one.tag not in FORBIDDEN
        assert not LOADS & one.attributes.keys()
        assert not any(name.startswith("on") or "javascript:" in value for name, value in one.attributes.items())
        assert one.attributes.get("href", "#").startswith("#")
    assert not re.search(r"url\(|@import|@font-face|expression|image-set", page.one("style").text)


def test_a_browser_is_told_to_use_its_own_style_sheet_and_nothing_else(page: Node) -> None:
    (policy,) = [one for one in page.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy"]
    digest = b64encode(sha256(page.one("style").text.encode()).digest()).decode()
    said = policy.attributes["content"].split("; ")
    assert said == ["default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'"]
    head = [one.tag for one in page.one("head").inside if isinstance(one, Node)]
    assert head.index("style") > head.index("title") > 1
    assert page.one("head").one("title").text == "Ana and Sam · 2025 to 2026"
    assert next(page.all("meta")).attributes == {"charset": "utf-8"}


def test_every_id_is_there_once_and_every_reference_leads_to_one(page: Node) -> None:
    ids = [one.attributes["id"] for one in every(page) if "id" in one.attributes]
    assert len(ids) == len(set(ids)) > 10
    meant = [name for one in every(page) for name in one.attributes.get("aria-labelledby", "").split()]
    meant += [one.attributes["href"][1:] for one in page.all("a")]
    assert set(meant) <= set(ids)
    styled = re.findall(r"#(m-[\d-]+)|\[aria-labelledby=\"(y-\d+)\"\]", page.one("style").text)
    assert {name or other for name, other in styled} <= set(ids)


def test_it_has_the_landmarks_and_headings_of_a_book(page: Node) -> None:
    assert page.one("html").attributes == {"lang": "en"}
    body = [one.tag for one in page.one("body").inside if isinstance(one, Node)]
    assert body == ["header", "nav", "main", "footer"]
    assert page.one("nav").attributes["aria-label"]
    levels = [int(one.tag[1]) for one in every(page) if re.fullmatch(r"h\d", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(one.attributes["aria-labelledby"] for one in [*page.all("article"), *page.all("section")])
    assert page.texts("h2") == ["2025", "2026"]
    assert page.texts("h3") == ["December 2025", "March 2026", "April 2026", "May 2026", "November 2026"]
    assert page.texts("h4")[0] == "Wednesday 31 December"
    assert [one.attributes["datetime"] for one in page.all("time")][:2] == ["2025-12-31", "2026-03-08"]


def test_every_picture_says_what_it_shows(page: Node) -> None:
    pictures = [one for one in page.all("svg") if "aria-hidden" not in one.attributes]
    assert len(pictures) == 2 + 3
    for one in pictures:
        assert one.attributes["role"] == "img"
        assert one.attributes["aria-labelledby"] == " ".join(
            part.attributes["id"] for part in (one.one("title"), one.one("desc"))
        )
        assert one.one("title").text
        assert one.one("desc").text.endswith(".")
    assert all(one.one("figcaption").text for one in page.all("figure"))


def test_the_running_title_and_the_month_stand_above_printed_pages(house: House) -> None:
    an_evening(house, NIGHT)
    house.settle(('Ana "}\\</style>', "Sam"))
    sheet = book(house).one("style").text
    escaped = "".join(one if one.isalnum() else f"\\{ord(one):06x}" for one in 'Ana "}\\</style> and Sam · 2026')
    assert f'@page :left {{ @top-left {{ content: "{escaped}" }} }}' in sheet
    assert '@page m2026-11:right { @top-right { content: "November\\0000202026" } }' in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_colours_are_those_of_our_themes(page: Node) -> None:
    sheet = page.one("style").text
    light, dark = sheet.split("prefers-color-scheme: dark")[:2]
    for name, colours in (("daylight", light), ("candlelight", dark)):
        theme = read(ours() / f"{name}.toml")
        wanted = [theme.background, theme.surface, theme.foreground, theme.variables["quiet"], theme.accent]
        for said, colour in zip(("ground", "surface", "text", "quiet", "accent"), wanted, strict=True):
            assert f"--{said}: {colour};" in colours


def test_the_two_fit_on_paper_of_either_size(page: Node) -> None:
    sheet = page.one("style").text
    assert "size:" not in re.sub(r"[a-z-]+-size:", "", sheet)  # the paper is chosen where it is printed
    printed = sheet.split("@media print {")[1]
    assert re.search(r"\.entry, \.picture[^{]*\{ break-inside: avoid; \}", printed)
    assert "@media print and (min-width: 140mm)" in printed
