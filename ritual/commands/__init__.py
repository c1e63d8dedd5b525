"""Everything a key can do, each said once: its key, its name, its help line.

Bindings, the line of keys at the foot, the palette and the help are all made from these classes.
"""

from ritual.commands.base import Command, bindings
from ritual.commands.keymap import keymap

__all__ = ["Command", "bindings", "keymap"]
