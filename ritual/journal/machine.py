"""This machine: its clock and its name as a device."""

import platform
import time
from datetime import datetime
from pathlib import Path

import msgspec

from ritual import files

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


def device_id(state: Path) -> str:
    """The id of this device; a new one at first, and where the state folder was copied from elsewhere."""
    file = state / "device.toml"
    bound = _binding(state)
    try:
        known = msgspec.toml.decode(file.read_bytes(), type=Device)
        if known.bound == bound:
            return known.id
    except (OSError, ValueError):
        pass
    import uuid

    device = Device(id=uuid.uuid4().hex[:12], bound=bound)
    files.write(file, f'id = "{device.id}"\nbound = "{device.bound}"\n'.encode())
    return device.id


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
