"""What every part of the program has at hand: the journal, the settings, the two people, tonight."""

from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random
from typing import Any

from msgspec.structs import replace

from ritual import settings
from ritual.cards import Cards
from ritual.core import appreciation, nights, people, rhythm
from ritual.core.cards import QuestionCard, Wanted, question
from ritual.core.clock import Clock
from ritual.core.errors import RitualError
from ritual.core.records import (
    KINDS,
    OF_A_NIGHT,
    Appreciation,
    Card,
    Couple,
    Occasion,
    Person,
    Record,
    Reply,
    Session,
    Stage,
    Topic,
    derived_id,
)
from ritual.core.sealing import is_shared
from ritual.folders import Folders
from ritual.journal import Bin, Draft, Drafts, Journal, SystemClock, Watch, month_of
from ritual.language import _

COUPLE = derived_id("couple")
"""The id of the one record about both."""


class House:
    """Opens on a set of folders; reads only what is asked for."""

    def __init__(self, folders: Folders, clock: Clock | None = None) -> None:
        self.folders = folders
        self.clock = clock or SystemClock()
        self.journal = Journal(folders, self.clock)
        self.drafts = Drafts(folders)
        self.bin = Bin(self.journal)
        self._watch = Watch(self.journal.shelf)
        self.settings, self.problems = settings.load(folders)
        self._finish()

    def change(self, **changes: object) -> None:
        """Change settings, now and in settings.toml. Raises `RitualError` where they cannot be written."""
        try:
            settings.save(self.folders, **changes)
        except (OSError, ValueError) as fault:
            raise RitualError(
                _("This could not be written to settings.toml ({fault}). It holds until ritual is closed.", fault=fault)
            ) from fault
        finally:
            self.settings = settings.changed(self.settings, **changes)

    @property
    def night(self) -> date:
        """The night that now belongs to."""
        return self.night_of(self.clock.now())

    def night_of(self, moment: datetime) -> date:
        """The night that `moment` belongs to."""
        return nights.night_of(moment, self.settings.night_begins)

    @property
    def people(self) -> list[Person]:
        """The one or two people, the one named first first."""
        return sorted(self.journal.standing(Person), key=lambda one: one.seat)[:2]

    @property
    def here(self) -> Person | None:
        """The one who usually sits at this machine, where the settings say so."""
        name = self.settings.name.strip().casefold()
        return next((one for one in self.people if one.name.casefold() == name), None)

    @property
    def stage(self) -> Stage | None:
        """Their stage, where they told."""
        couple = self.journal.get(Couple, COUPLE)
        return couple.stage if couple else None

    def settle(self, names: tuple[str, ...], stage: Stage | None = None, since: date | None = None) -> None:
        """Write down who lives here. Known names keep their person; a changed one renames the person who is left over.

        Who usually sits here stays the same person. Raises `RitualError` where two live here and one is named.
        """
        known = self.people
        old, new = {one.name.casefold() for one in known}, {name.casefold() for name in names}
        if len(names) < len(known) or (len(old - new) > 1):
            live = people.in_words([one.name for one in known])
            raise RitualError(_("{names} live here. Please give both names, and change one at a time.", names=live))
        here = self.here
        for person in people.seated(names, known, self.clock.now()):
            self.journal.keep(person)
        couple = self.journal.get(Couple, COUPLE) or Couple(id=COUPLE, at=self.clock.now())
        wanted = people.described(couple, stage, since)
        if wanted != couple or not couple.versions:
            self.journal.keep(wanted)
        called = people.name_of(self.people, here.id) if here else ""
        if here and called != here.name:
            self.change(name=called)

    def describe(self, **what: object) -> None:
        """Write down what they tell about the two of them: `stage`, `since`; none takes it back."""
        couple = self.journal.get(Couple, COUPLE) or Couple(id=COUPLE, at=self.clock.now())
        self.journal.keep(replace(couple, **what))

    @property
    def sessions(self) -> list[Session]:
        """The sessions that Home needs."""
        return self.journal.last_evenings(self.night)

    @property
    def left_for_us(self) -> list[Appreciation]:
        """The thank-yous that wait to be seen."""
        journal, night = self.journal, self.night
        return appreciation.waiting(journal.recent(Appreciation, night), journal.recent(Reply, night), self.sessions)

    def this_day(self) -> list[Appreciation]:
        """The thank-yous of this calendar day in earlier years, oldest first. It reads one month of each year."""
        tonight = self.night
        months = [
            month for month in self.journal.months() if month[5:] == f"{tonight:%m}" and int(month[:4]) < tonight.year
        ]
        found = self.journal.nights(Appreciation, months)
        return [one for one in found if one.night and appreciation.is_this_day(one.night, tonight)]

    def memory(self, chance: Random) -> Appreciation | None:
        """An old thank-you to share: any one of a month before the last."""
        months = [month for month in self.journal.months() if month < month_of(self.night - timedelta(31))]
        found = self.journal.nights(Appreciation, [chance.choice(months)]) if months else []
        shared = [one for one in found if is_shared(one) and appreciation.is_short(one)]
        return chance.choice(shared) if shared else None

    def changed_elsewhere(self) -> bool:
        """Whether the journal was written since the last time this was asked."""
        return self._watch.changed(self.night)

    def look_around(self) -> None:
        """Look at the folders as a whole, which Home need not wait for; what is found is among the problems."""
        self.journal.shelf.look_around()

    @property
    def starter(self) -> Person | None:
        """Who starts tonight."""
        return rhythm.starter(self.people, self.sessions)

    @cached_property
    def cards(self) -> Cards:
        """The question cards."""
        return Cards(self.folders, self.journal, self.clock)

    def all_problems(self) -> list[str]:
        """A plain sentence for everything of theirs that could not be used."""
        return [*self.problems, *self.cards.problems, *self.journal.problems]

    def next_card(
        self, wanted: Wanted | None = None, chance: Random | None = None, stage: Stage | None = None
    ) -> QuestionCard | None:
        """The card that a draw would give now; without `chance` the same one all night. Looking does not record it."""
        return self.cards.next(self.night, stage or self.stage, wanted, chance)

    def tonights_card(self) -> QuestionCard | None:
        """The card that Home shows."""
        return self.cards.tonights(self.night, self.stage)

    def _finish(self) -> None:
        """Finish what was interrupted when ritual ended the last time."""
        for waiting, finish in ((self.journal.waits, self.journal.settle), (self.bin.waits, self.bin.resume)):
            if waiting:
                try:
                    finish()
                except RitualError as fault:
                    self.problems.append(str(fault))

    def keep_draft(self, draft: Draft, wording: str) -> Record | None:
        """Make unfinished words the record they were going to be, or its next wording; empty ones are let go."""
        record = self._keep_words(draft, wording) if wording or draft.follow_up else None
        self.drafts.clear(draft.id)
        return record

    def _keep_words(self, draft: Draft, wording: str) -> Record:
        kind = KINDS[draft.kind]
        night = draft.night if kind in OF_A_NIGHT else None
        said: dict[str, Any] = {"by": draft.by or None, "about": draft.about, "text": wording}
        said |= {name: value for name in ("to", "way", "depth", "follow_up") if (value := getattr(draft, name))}
        if kind is Topic:
            said["on"] = draft.on
        if kind is Occasion:
            said = {"by": draft.by or None, "name": wording, "day": draft.on or draft.night, "rule": draft.rule}
        if kind is Card:
            said |= {"text": question(wording), "follow_up": question(draft.follow_up) if draft.follow_up else None}
        known = self.journal.get(kind, draft.id, night)
        if not isinstance(known, kind):
            known = self.journal.find(draft.id)
        if not isinstance(known, kind):
            said["visibility"] = draft.visibility
            return self.journal.keep(kind(id=draft.id, at=self.clock.now(), night=night, **said))
        if known.removed:
            said["visibility"] = draft.visibility
        return self.journal.move(replace(known, removed=None, **said), night)
