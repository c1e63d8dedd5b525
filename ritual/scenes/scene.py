"""What a beat says."""

from msgspec import Struct


class Scene(Struct, frozen=True):
    """The words of one beat: who, one sentence, one line of guidance."""

    who: str
    """Above all: whose moment it is."""
    sentence: str
    """The one sentence in the middle."""
    guidance: str = ""
    """The one quiet line below."""
    clock: bool = True
    """Whether the time left is shown."""
