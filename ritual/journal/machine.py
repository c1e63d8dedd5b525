"""This machine: its clock and its name as a device."""

import platform
import time
from datetime import datetime
from pathlib import Path

import msgspec

from ritual import files
from ritual.journal.lock import alone

FILE = "device.toml"

_ASLEEP_TOO = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The clock that counts suspend: BOOTTIME on Linux, MONOTONIC on macOS."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The wall clock, with the offset of this place."""
        return datetime.now().astimezone()

    def seconds(self) -> float:
        """Seconds that only ever grow, also while the machine sleeps."""
        return time.monotonic() if _ASLEEP_TOO is None else time.clock_gettime(_ASLEEP_TOO)


class Device(msgspec.Struct, frozen=True):
    """device.toml."""

    id: str
    bound: str
    """A digest of this machine and place; where it differs, the folder was copied and gets a new id."""
    before: list[str] = []
    """The ids under which this journal was written before it was copied here or restored."""


def this_device(state: Path) -> Device:
    """This device; with a new id at first, and where the state folder was copied from elsewhere."""
    known = _known(state)
    if known and known.bound == _binding(state):
        return known
    with alone(state):  # of two that start at once, one gives the id
        known = _known(state)
        if known and known.bound == _binding(state):
            return known
        return new_device(state, [*known.before, known.id] if known else [])


def new_device(state: Path, before: list[str]) -> Device:
    """Give this device a new id."""
    import uuid

    device = Device(id=uuid.uuid4().hex[:12], bound=_binding(state), before=list(dict.fromkeys(before)))
    fields = msgspec.structs.asdict(device).items()
    files.write(
        state / FILE, b"".join(b"%b = %b\n" % (name.encode(), msgspec.json.encode(one)) for name, one in fields)
    )
    return device


def _known(state: Path) -> Device | None:
    try:
        return msgspec.toml.decode((state / FILE).read_bytes(), type=Device)
    except (OSError, ValueError):
        return None


def _binding(state: Path) -> str:
    import hashlib

    for known in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        try:
            machine = known.read_text("ascii").strip()
            break
        except (OSError, ValueError):
            continue
    else:
        machine = platform.node()
    return hashlib.sha256(f"{machine}\n{state.absolute()}".encode()).hexdigest()[:32]
