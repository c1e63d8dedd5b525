"""What is made when ritual is built: the compiled translations. Babel is needed for that, and never at run time."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):
    """Compiles each catalogue beside its source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before anything is packed; `version` is `standard` or `editable`."""
        runpy.run_path(str(Path(self.root, "translate.py")))["compile_all"]()
