"""Keeping words, so that those that were typed a moment ago are not lost where that fails."""

from typing import TYPE_CHECKING

from ritual.core.errors import RitualError
from ritual.core.records import Appreciation, Topic
from ritual.language import _

if TYPE_CHECKING:
    from ritual.house import House


def keep(house: "House", record: Appreciation | Topic, *, typed: bool) -> None:
    """Keep it. Where that cannot be, what was `typed` now, and stands nowhere else, becomes a draft."""
    from ritual.journal import Draft

    try:
        house.journal.keep(record)
    except RitualError as fault:
        if not typed:
            raise
        said = {name: getattr(record, name) for name in Draft.__struct_fields__ if name in record.__struct_fields__}
        said |= {"by": record.by or "", "night": record.night or house.night}
        house.drafts.save(Draft(kind="topic" if isinstance(record, Topic) else "appreciation", **said))
        told = _("{fault} Your words are not lost: ritual offers them to you when it opens.", fault=fault)
        raise RitualError(told) from fault
