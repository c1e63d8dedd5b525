"""The places one can go to, each loaded only when one does: what nobody looks at costs no time."""

from typing import Literal

from ritual.screens.place import Place

Door = Literal["appreciations", "cards", "checkin", "journal", "library", "settings"]


def behind(door: Door) -> Place[None]:
    """The place behind a door, new."""
    match door:
        case "appreciations":
            from ritual.screens.appreciations.screen import Appreciations

            return Appreciations()
        case "cards":
            from ritual.screens.cards.screen import CardTable

            return CardTable()
        case "checkin":
            from ritual.screens.checkin.start import CheckInStart

            return CheckInStart()
        case "journal":
            from ritual.screens.journal.screen import JournalLog

            return JournalLog()
        case "library":
            from ritual.screens.library.screen import Library

            return Library()
        case "settings":
            from ritual.screens.settings.screen import SettingsPlace

            return SettingsPlace()
