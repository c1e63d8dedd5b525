"""What is told of the time: how much there is, each minute that is left of it, and once that it is up."""

from ritual.content import evening_words
from ritual.core.session import Progress
from ritual.language import ngettext


class Minutes:
    """Remembers what was told of each leg."""

    def __init__(self) -> None:
        self._told: dict[int, int] = {}

    def begin(self, progress: Progress) -> str:
        """How much time there is; nothing where that was told, or is up."""
        left = _left(progress)
        if left <= 0 or self._told.get(progress.beat.leg) == left:
            return ""
        self._told[progress.beat.leg] = left
        return ngettext("There is {count} minute.", "There are {count} minutes.", left)

    def passed(self, progress: Progress, *, rings: bool) -> str:
        """What is left since the last minute began; once it is up, that it `rings`, and otherwise nothing."""
        left, told = _left(progress), self._told.get(progress.beat.leg)
        if progress.paused or (told is not None and left >= told) or (told is None and left > 0):
            return ""
        self._told[progress.beat.leg] = left
        if left > 0:
            return ngettext("{count} minute left.", "{count} minutes left.", left)
        return evening_words().time_up.words[0] if rings and (told is None or told > 0) else ""


def _left(progress: Progress) -> int:
    """The minutes that have begun."""
    return max(0, -int(-progress.remaining // 60))
