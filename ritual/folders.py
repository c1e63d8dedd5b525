"""The folders: where everything of theirs lies."""

import os
from pathlib import Path

from msgspec import Struct


class Folders(Struct, frozen=True):
    """Where everything of theirs lies."""

    data: Path
    """The journal."""
    state: Path
    """This machine's own: device, locks, drafts, crash logs. Never shared, never copied."""
    config: Path
    """settings.toml, themes/, decks/."""

    @classmethod
    def find(cls, home: str | Path | None = None) -> "Folders":
        """The folders under one root `home` (or `RITUAL_HOME`), else where this system keeps such things."""
        root = home or os.environ.get("RITUAL_HOME")
        if root:
            base = Path(root).expanduser().absolute()
            return cls(data=base / "data", state=base / "state", config=base / "config")
        from platformdirs import PlatformDirs

        usual = PlatformDirs("ritual", appauthor=False)
        return cls(data=usual.user_data_path, state=usual.user_state_path, config=usual.user_config_path)

    @property
    def settings_file(self) -> Path:
        """The one file of settings."""
        return self.config / "settings.toml"
