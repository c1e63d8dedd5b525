"""Small disks of their own, that can be full, read-only, or cut off from power."""

import errno
import os
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pytest

Kind = Literal["tmpfs", "ext4"]
SIZES = {"tmpfs": "1M", "ext4": "8M"}
STRICT = "noauto_da_alloc,data=writeback"
"""An ext4 that forgives nothing: what was not synced is not written when it is renamed."""


def run(*command: str | Path) -> None:
    """Run a command of the system; skip the test where this machine does not have it or does not permit it."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"this machine has no {command[0]}")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        why = done.stderr.strip().partition("\n")[0]
        pytest.skip(f"this machine does not permit {command[0]}: {why}")


class Disk:
    """A mounted disk with nothing on it."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        self.folder = folder
        self.kind = kind
        self.image = folder.with_name(f"{folder.name}.image")
        self._filler = folder / "filler"
        folder.mkdir()
        if kind == "ext4":
            run("truncate", "-s", SIZES[kind], self.image)
            run("mkfs.ext4", "-q", "-m", "0", self.image)
        self.mount()

    def mount(self) -> None:
        """Let it be there."""
        if self.kind == "tmpfs":
            run("mount", "-t", "tmpfs", "-o", f"size={SIZES[self.kind]}", "tmpfs", self.folder)
        else:
            run("mount", "-o", f"loop,{STRICT}", self.image, self.folder)

    def unmount(self) -> None:
        """Let it be gone, whoever still holds something on it."""
        subprocess.run(["umount", "-l", self.folder], capture_output=True, check=False)

    def allow(self, how: Literal["ro", "rw"]) -> None:
        """Let it be read only, or be written again."""
        run("mount", "-o", f"remount,{how}", self.folder)

    def as_if_cut(self) -> Path:
        """A copy of the disk as it would be had the power gone now: only what has reached its image is there."""
        copy = self.image.with_suffix(".copy")
        while True:
            shutil.copyfile(self.image, copy)
            if copy.read_bytes() == self.image.read_bytes():
                return copy

    def come_back(self, copy: Path) -> None:
        """Let the copy take the place of the disk, as after the power has come back."""
        self.unmount()
        copy.replace(self.image)
        self.mount()

    def fill(self, left: int = 0) -> None:
        """Leave no room on it but `left` bytes."""
        with self._filler.open("wb", buffering=0) as file:
            for size in (65536, 4096, 512):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError as fault:
                    if fault.errno != errno.ENOSPC:
                        raise
            file.truncate(file.tell() - left)
            os.fsync(file.fileno())

    def free(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)
