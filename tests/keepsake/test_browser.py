"""The book in a real browser, where there is one: nothing is fetched, nothing runs, it fits, and it prints."""

import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ritual import files
from ritual.core.records import Note
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import EVENING, TurnedClock
from tests.keepsake.browser import Browser, installed, pages
from tests.keepsake.nights import ANA, NIGHT, an_evening
from tests.keepsake.parsed import content

HOSTILE = (
    '<img src="http://127.0.0.1:9/a.png"><script>document.title = "stolen"</script>',
    '"><link rel=stylesheet href=http://127.0.0.1:9/b.css><style>@import "http://127.0.0.1:9/c.css"</style>',
    "x" * 3000,
    "שלום \u202eabc\n無言",
    "a line\n" * 200,
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    binary = installed()
    if binary is None:
        missing = "The book was not opened in a browser: there is no chromium or google-chrome on the PATH."
        warnings.warn(missing, stacklevel=1)
        pytest.skip(missing)
    found = Browser(binary, tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    house = House(Folders.find(folder / "home"), TurnedClock())
    house.settle(("Ana", "Sam"))
    for month in (1, 2, 3, 11):
        an_evening(house, date(2026, month, 8))
    house.journal.absorb(
        Note(id=f"{number}", at=EVENING, night=NIGHT, by=ANA, text=text) for number, text in enumerate(HOSTILE)
    )
    files.write(folder / "book.html", content(house))
    return folder / "book.html"


@pytest.fixture
def page(browser: Browser, file: Path) -> Browser:
    browser.look(1280, 900)
    browser.open(file)
    return browser


def test_it_asks_for_nothing_and_complains_of_nothing(page: Browser, file: Path) -> None:
    assert [one["request"]["url"] for one in page.of("Network.requestWillBeSent")] == [file.as_uri()]
    for trouble in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
        assert page.of(trouble) == []
    assert page.value("document.title") == "Ana and Sam · 2026"
    assert page.value("document.querySelectorAll('script, img, link').length") == 0


def test_its_policy_stops_what_somebody_puts_into_it(page: Browser) -> None:
    page.value(
        """new Promise((done) => {
            const image = new Image();
            image.onerror = done;
            image.src = "http://127.0.0.1:9/d.png";
            const script = document.createElement("script");
            script.textContent = "document.title = 'stolen'";
            document.body.append(image, script);
            const style = document.createElement("style");
            style.textContent = "body { background: red }";
            document.head.append(style);
        })"""
    )
    assert {one.get("blockedReason") for one in page.of("Network.loadingFailed")} == {"csp"}
    assert page.value("document.title") == "Ana and Sam · 2026"
    assert page.value("getComputedStyle(document.body).backgroundColor") == "rgb(250, 245, 236)"


@pytest.mark.parametrize(("dark", "ground"), [(False, "rgb(250, 245, 236)"), (True, "rgb(23, 18, 14)")])
def test_it_is_paper_by_day_and_candlelight_by_night(page: Browser, dark: bool, ground: str) -> None:
    page.look(1280, 900, dark=dark)
    assert page.value("getComputedStyle(document.body).backgroundColor") == ground


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_stands_out_over_the_edge(page: Browser, width: int) -> None:
    page.look(width, 800)
    assert page.value("document.documentElement.scrollWidth") <= width


def test_answers_stand_side_by_side_where_there_is_room(page: Browser) -> None:
    tops = "new Set([...document.querySelector('.both').children].map((one) => one.getBoundingClientRect().top)).size"
    assert page.value(tops) == 1
    page.look(390, 800)
    assert page.value(tops) == 2


@pytest.mark.parametrize("paper", [(148, 210), (210, 297)], ids=["A5", "A4"])
def test_it_prints(page: Browser, paper: tuple[int, int]) -> None:
    printed = pages(page.printed(*paper))
    assert set(printed) == {paper}
    assert 8 < len(printed) < 30, "a title, a year, five months or more, and the end"
