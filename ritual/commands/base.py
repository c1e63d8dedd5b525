"""What a command is."""

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType


class Command:
    """One thing that a key does. A screen that lists the command has an action of the same name."""

    key: ClassVar[str]
    """Textual names of its keys, the first one shown; several parted by commas."""
    name: ClassVar[str]
    """One or two words for the foot of the screen and the palette."""
    help: ClassVar[str]
    """One plain sentence; another command of the same place stands in it by its `id` in braces, for its key."""
    asked: ClassVar[str] = ""
    """Other words that people may ask for it with in the palette."""
    at_foot: ClassVar[bool] = True
    """Whether the foot of the screen shows it."""

    @classmethod
    def id(cls) -> str:
        """The name of its action, and its name in the `keys` of the settings: `TakeBreak` is `take_break`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def works_while_typing(cls) -> bool:
        """Whether its key means the same while a text field has focus: so it is with control and function keys.

        They reach the screen by way of the field, after all that was typed before them, and so nothing is lost.
        """
        return bool(re.match(r"ctrl\+|f\d", cls.key))

    @classmethod
    def binding(cls) -> Binding:
        """The binding as Textual wants it."""
        return Binding(cls.key, cls.id(), cls.name, id=cls.id())


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """The bindings of `commands`."""
    return [command.binding() for command in commands]
