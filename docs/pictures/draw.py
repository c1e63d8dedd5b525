"""Draw the README's pictures from the real program: `python docs/pictures/draw.py`."""

import asyncio
import os
import re
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from textual.pilot import Pilot

from ritual.app import RitualApp
from ritual.demo import furnish
from ritual.folders import Folders
from ritual.house import House

EVENING = datetime(2026, 11, 22, 21, 30, tzinfo=timezone(timedelta(hours=1)))
SIZE = (80, 22)
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


class Standing:
    """A clock that shows a Sunday evening."""

    def now(self) -> datetime:
        """Half past nine."""
        return EVENING

    def seconds(self) -> float:
        """A moment with full lungs."""
        return 4.0


async def draw(into: Path) -> None:
    """Open the program on the demo's home, go from place to place, and keep what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Folders.find(folder), Standing())
        furnish(house, Random(7))
        app = RitualApp(house)
        async with app.run_test(size=SIZE) as pilot:
            await keep(pilot, into / "home.svg")
            await keep(pilot, into / "card.svg", "c", "2")
            await keep(pilot, into / "light.svg", "f9", *["down"] * 6)
            await keep(pilot, into / "talk.svg", "escape", "h", "enter", "ctrl+n")


async def keep(pilot: Pilot[None], file: Path, *keys: str) -> None:
    """Press `keys`, then write what is shown as SVG, with the reader's own fonts instead of one from the network."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.3)
    await pilot.pause(0.5)
    svg = pilot.app.export_screenshot(title="ritual")
    svg = re.sub(r"@font-face \{.*?\}|<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", FONTS).replace("font-family: arial", "font-family: sans-serif")
    file.write_text(re.sub(r"\n\s*\n", "\n", svg), "utf-8")


if __name__ == "__main__":
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ.pop("NO_COLOR", None)
    asyncio.run(draw(Path(__file__).parent))
