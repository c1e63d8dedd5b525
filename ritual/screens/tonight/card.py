"""What can be done with the card of an evening, and with what they answered to it."""

from functools import partial

from ritual.core.cards import Mood
from ritual.evening import Evening
from ritual.language import _
from ritual.screens.guided.screen import Guided
from ritual.screens.tonight import things


class CardKeys(Guided):
    """The keys of the card; Tonight has them besides its own."""

    def __init__(self, evening: Evening) -> None:
        super().__init__(evening)
        self.evening = evening
        self._deeper = False

    async def action_light_card(self) -> None:
        """Something light tonight."""
        await self._draw_in("light")

    async def action_open_card(self) -> None:
        """Something open tonight."""
        await self._draw_in("open")

    async def action_deep_card(self) -> None:
        """Something deep tonight."""
        await self._draw_in("deep")

    def action_keep_private(self) -> None:
        """Ask whose words are not opened."""
        from ritual.screens.whose import Whose

        if answering := self.evening.answering:
            self.app.push_screen(Whose(answering, [one.by for one in answering.pair.sealed]), self._keeps_private)

    async def action_deeper(self) -> None:
        """Show the follow-up of the card."""
        self._deeper = True
        await self.show_thing(things.card(self.evening, deeper=True))

    def action_add_card(self) -> None:
        """A question for this short evening."""
        if self.ritual.attempt(self.evening.add_card):
            self.ritual.say(_("There will be a card after your talk."))
            self.show_keys()

    async def _draw_in(self, mood: Mood) -> None:
        """Draw another card, in this mood from now on."""
        if self.ritual.attempt(partial(self.evening.pass_card, mood)):
            await self.show_beat()

    async def _keeps_private(self, person: str | None) -> None:
        answering = self.evening.answering
        answer = answering.pair.of(person) if answering and person else None
        if answering and answer and self.ritual.attempt(partial(answering.keep_private, answer)):
            await self.show_beat()
