"""A headless Chromium, spoken to over a pipe: no package and no port of the network is needed for it."""

import base64
import fcntl
import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
CACHES = (Path.home() / ".cache" / "ms-playwright", Path.home() / "Library" / "Caches" / "ms-playwright")
"""Where playwright puts the browsers it installs."""
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"]
PATIENCE = 30
"""Seconds until an answer is given up."""

START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execvp(sys.argv[3], sys.argv[3:])"
)
"""The browser reads from descriptor 3 and writes to 4."""


def installed() -> str | None:
    """The browser there is."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    for cache in CACHES:
        found += sorted(str(one) for one in cache.glob("chromium-*/*/chrome") if os.access(one, os.X_OK))
        found += sorted(
            str(one) for one in cache.glob("chromium-*/*/*.app/Contents/MacOS/*") if os.access(one, os.X_OK)
        )
    return next(iter(found), None)


class Browser:
    """One page in it."""

    def __init__(self, binary: str, folder: Path) -> None:
        ends = [fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, 10) for pair in (os.pipe(), os.pipe()) for one in pair]
        theirs, self._out, self._in, theirs_out = ends
        profile = f"--user-data-dir={folder}"
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, str(theirs), str(theirs_out), binary, *FLAGS, profile, "about:blank"],
            pass_fds=(theirs, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(theirs_out)
        self._numbers = count(1)
        self._left = b""
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask for something, and wait for the answer."""
        number = next(self._numbers)
        said = {"id": number, "method": method, "params": parameters}
        said |= {"sessionId": self._session} if self._session else {}
        os.write(self._out, json.dumps(said).encode() + b"\0")
        while (told := self._next()).get("id") != number:
            self.events.append(told)
        assert "error" not in told, (method, told["error"])
        found: dict[str, Any] = told["result"]
        return found

    def open(self, file: Path) -> None:
        """Show a file, and wait until it is loaded."""
        self.events.clear()
        self.call("Page.navigate", url=file.as_uri())
        while not self.of("Page.loadEventFired"):
            self.events.append(self._next())

    def value(self, expression: str) -> Any:
        """What a piece of script says of the page; its own policy does not hold here."""
        return self.call("Runtime.evaluate", expression=expression, awaitPromise=True)["result"].get("value")

    def of(self, method: str) -> list[dict[str, Any]]:
        """What happened of this kind."""
        return [one["params"] for one in self.events if one["method"] == method]

    def look(self, width: int, height: int, *, dark: bool = False) -> None:
        """Make the window so large, and light or dark."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def printed(self, width: int, height: int) -> bytes:
        """The page as a PDF on paper of so many millimetres."""
        paper = {"paperWidth": width / 25.4, "paperHeight": height / 25.4}
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True, **paper)["data"])

    def close(self) -> None:
        """End it."""
        self._session = None
        try:
            self.call("Browser.close")
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            os.close(self._in)
            os.close(self._out)

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._in], [], [], max(0, until - time.monotonic()))
            more = os.read(self._in, 1 << 16) if ready else b""
            assert more, "the browser does not answer"
            self._left += more
        said, self._left = self._left.split(b"\0", 1)
        found: dict[str, Any] = json.loads(said)
        return found


def pages(pdf: bytes) -> list[tuple[int, int]]:
    """The size of each page of a PDF, in millimetres."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes]
