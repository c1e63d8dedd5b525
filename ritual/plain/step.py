"""Where one goes from a beat."""

from enum import Enum, auto


class Step(Enum):
    """Stay, go, or rest."""

    STAY = auto()
    """The same beat, told anew."""
    FORWARD = auto()
    ONWARD = auto()
    """To the next turn or step."""
    BACK = auto()
    REST = auto()
    """They agreed on a break."""
