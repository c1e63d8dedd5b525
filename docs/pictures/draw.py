"""Draw the README's pictures from the real program: `python docs/pictures/draw.py`."""

import asyncio
import re
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from ritual.app import RitualApp
from ritual.evening import Evening
from ritual.folders import Folders
from ritual.house import House

HERE = Path(__file__).parent
EVENING = datetime(2026, 11, 22, 21, 30, tzinfo=timezone(timedelta(hours=1)))


class Standing:
    """A clock that shows a Sunday evening, and can be set back to the days before."""

    days_ago = 0

    def now(self) -> datetime:
        """Half past nine."""
        return EVENING - timedelta(days=self.days_ago)

    def seconds(self) -> float:
        """A moment with full lungs."""
        return 4.0


async def draw() -> None:
    """Open the program on a home with two evenings in it, and keep what it shows."""
    clock = Standing()
    house = House(Folders.find(tempfile.mkdtemp()), clock)
    house.settle(("Ana", "Sam"))
    for clock.days_ago in (6, 3, 1, 0):
        if clock.days_ago:
            Evening.begin(house, 20).close()
    app = RitualApp(house)
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.pause()
        keep(app, "home")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await pilot.pause(1)
        keep(app, "talk")
        app.go_home()
        await pilot.press("c")
        await pilot.pause(1)
        keep(app, "card")


def keep(app: RitualApp, name: str) -> None:
    """Write what the app shows as SVG, with the fonts of the reader instead of one from the network."""
    svg = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(title="ritual"), flags=re.DOTALL)
    (HERE / f"{name}.svg").write_text(re.sub(r"\n\s*\n", "\n", svg), "utf-8")


if __name__ == "__main__":
    asyncio.run(draw())
