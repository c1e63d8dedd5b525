"""What is made when ritual is built: the compiled translations. Babel is needed for that, and never at run time."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):
    """Compiles each catalogue beside its source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before anything is packed; `version` is `standard` or `editable`."""
        for source in Path(self.root, "ritual", "locale").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as read, source.with_suffix(".mo").open("wb") as written:
                write_mo(written, read_po(read))
