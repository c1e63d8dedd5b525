"""The screen of Tonight: each key, and where it leads."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.widget import Widget

from ritual.commands import Command, tonight
from ritual.core import session
from ritual.evening import Evening
from ritual.screens.place import Page
from ritual.screens.tonight import dawn, scenes, stage
from ritual.screens.tonight.card import CardKeys
from ritual.screens.tonight.goodnight import Goodnight
from ritual.screens.tonight.stage import Stage
from ritual.spoken import WRITTEN
from ritual.widgets.both import Both

TURNS = ("turn", "write", "quiet")
"""The beats whose light changes when their time is up."""


class Tonight(CardKeys):
    """Holds the frame, so that they can look at each other and not at it."""

    DEFAULT_CSS = """
    Tonight Page { background: transparent; }
    Tonight.-roomy Page { padding-top: 3; }
    Tonight.-tall Page { padding-top: 9; }
    """

    HERE = tonight.TONIGHT
    ABOUT = (
        "Tonight leads you through one evening: arrive, talk in turns, a card, a thank-you, and goodnight. "
        "What you do not want to answer, you pass."
    )

    def __init__(self, evening: Evening) -> None:
        super().__init__(evening)
        self.asked = 0
        """How many prompts of this turn they passed on."""
        self.feelings: list[str] = []
        """Words they found for what they feel, to say aloud."""
        self._typed = False
        self._rung: set[int] = set()

    def page(self) -> Iterable[Widget]:
        """Everything stands on the stage."""
        yield Stage()

    async def on_mount(self) -> None:
        """Show the first beat and follow the clock."""
        await self.show_beat()
        self.set_interval(1, self.tick)

    @property
    def kind(self) -> session.BeatKind:
        """What kind of beat is on the screen."""
        return self.evening.beat.kind

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the beat."""
        progress = self.evening.progress
        match action:
            case "another":
                return self.kind in ("turn", "write") or (self.kind == "card" and self.evening.card() is not None)
            case "deeper":
                card = self.evening.card() if self.kind == "card" else None
                return card is not None and card.follow_up is not None and not self._deeper
            case "feeling_words":
                return self.kind in ("turn", "write")
            case "add_card":
                has_card = self.evening.is_quiet or progress.has_card
                return not has_card and self.kind in ("breathe", "turn", "write")
            case "light_card" | "open_card" | "deep_card":
                return self.kind == "card"
            case "keep_private":
                return self.kind == "opening" and self.evening.is_sealed
            case "hide_typing":
                return self.kind in WRITTEN and not self.stage.covered
            case "keep_text":
                return self.kind in WRITTEN
            case "go_on":
                return self.kind != "write" or self.stage.covered
            case "take_break":
                return not progress.is_last
            case _:
                return True

    def at_foot(self, command: type[Command]) -> bool:
        """The key for the next step is not shown where Enter leads there, too."""
        if command is tonight.Onward:
            progress = self.evening.progress
            return not progress.is_last and progress.beats[progress.place + 1].leg == progress.beat.leg
        return super().at_foot(command)

    async def show_beat(self) -> None:
        """Fill the stage with the beat that the evening is at."""
        if self.kind in ("card", "answer"):
            self.ritual.attempt(self.evening.draw_card)
        self._deeper = self._typed = False
        self.set_class(self.kind in WRITTEN, "-writing")
        ahead = self.stage.words.ahead if self.stage.words else ""
        await self.show_thing(stage.thing(self.evening, moves=self.ritual.moves))
        if self.stage.words:
            self.stage.words.insert(ahead)
            self.show_typing()
        self.tick()

    def tick(self) -> None:
        """Put down what was typed since the last look, then look at the clock."""
        if self._typed and self.ritual.attempt(self._put_down_words):
            self._typed = False
        self.ritual.attempt(self.evening.tick)
        progress = self.evening.progress
        over = progress.remaining <= 0 and self.kind in TURNS
        if over and progress.beat.leg not in self._rung:
            self._rung.add(progress.beat.leg)
            if self.ritual.house.settings.bell:
                self.app.bell()
        if over and not dawn.is_bright(self):
            dawn.brighten(self, moves=self.ritual.moves)
        elif not over and dawn.is_bright(self):
            dawn.dim(self)
        self._tell()

    async def action_go_on(self) -> None:
        """Keep what is here, and go on."""
        if self.stage.covered:
            self.evening.uncover()
            await self.show_beat()
        elif self.kind == "opening" and self.evening.is_sealed:
            if self.ritual.attempt(self.evening.open_answers):
                await self.show_beat()
        elif self._settle():
            await self._move(self.evening.forward)

    async def action_onward(self) -> None:
        """Keep what is here, and go to the next turn or step."""
        if self._settle():
            await self._move(self.evening.onward)

    async def action_keep_text(self) -> None:
        """Keep the words and go on."""
        await self.action_go_on()

    async def action_step_back(self) -> None:
        """To the beat before; from the first one Home."""
        if self.evening.progress.place == 0:
            self.action_put_aside()
        elif self.ritual.attempt(self._put_down_here) and self.ritual.attempt(self.evening.back):
            self.asked, self.feelings = 0, []
            await self.show_beat()

    def action_put_aside(self) -> None:
        """Leave for now."""
        if self.ritual.attempt(self.put_down):
            self.ritual.go_home()

    def action_hold_time(self) -> None:
        """Stop the time, or let it go on."""
        self.evening.pause()
        self.tick()

    async def action_another(self) -> None:
        """Another question; passing is always fine."""
        if self.kind == "card":
            if self.ritual.attempt(self.evening.pass_card):
                await self.show_beat()
        else:
            self.asked += 1
            self._tell()

    def action_feeling_words(self) -> None:
        """Look for a word."""
        from ritual.screens.tonight.feelings import FeelingWords

        self.app.push_screen(FeelingWords(), self._felt)

    def action_take_break(self) -> None:
        """Agree when to come back, then rest."""
        from ritual.screens.tonight.rest import Rest

        if self.ritual.attempt(self.put_down):
            self.app.push_screen(Rest(self.evening), self._rested)

    def on_text_area_changed(self) -> None:
        """Something was typed; the next look at the clock puts it down."""
        self._typed = True
        if self.evening.progress.paused:
            self.evening.pause()

    def show_typing(self) -> None:
        """Hide what is typed on the stage, where they want that."""
        if self.stage.words:
            self.stage.words.hide(self.ritual.house.settings.hide_typing)

    def put_down(self) -> None:
        """Keep everything as it is: the words as a draft, the evening aside."""
        try:
            self._put_down_here()
        finally:
            self.evening.leave()

    def _put_down_here(self) -> None:
        """Keep what this beat holds, though nobody said yes to it yet."""
        self._put_down_words()
        if self.stage.closeness:
            self.evening.rate(self.stage.closeness.value)

    def _put_down_words(self) -> None:
        if self.stage.words:
            self.evening.draft(self.stage.words.text)

    def _settle(self) -> bool:
        """Keep what this beat is for; whether that could be done."""
        words, closeness = self.stage.words, self.stage.closeness
        if words and not self.ritual.attempt(partial(self.evening.say, words.text)):
            words.reopen()
            return False
        return closeness is None or self.ritual.attempt(partial(self.evening.rate, closeness.value))

    async def _move(self, onwards: Callable[[], None]) -> None:
        """Go on; from the last beat to good night."""
        self.app.clear_notifications()
        if self.evening.progress.is_last:
            if self.ritual.attempt(self.evening.close):
                self.ritual.open(Goodnight(self.evening))
        elif self.ritual.attempt(onwards):
            self.asked, self.feelings = 0, []
            await self.show_beat()
        elif self.stage.words:
            self.stage.words.reopen()

    async def show_thing(self, thing: Widget | None) -> None:
        """Put `thing` on the stage and give it the keyboard; long words of both are read with the arrows."""
        await self.fill(self.stage.thing, [thing] if thing is not None else [])
        page = self.query_one(Page)
        page.can_focus = isinstance(thing, Both)
        keyboard = page if page.can_focus else thing
        self.set_focus(keyboard if keyboard is not None and keyboard.focusable else None)
        if self.stage.words:
            self.call_after_refresh(self.stage.words.scroll_visible, animate=False)
        self._tell()
        self.refresh_bindings()
        self.show_keys()

    def _tell(self) -> None:
        """Say what this beat says."""
        shown = scenes.scene(self.evening, self.asked)
        progress = self.evening.progress
        felt = f"\n\nI feel {', '.join(self.feelings)}." if self.feelings else ""
        guidance = shown.guidance
        if self.stage.covered:
            guidance = "{go_on} shows them to you."
        elif progress.paused:
            guidance = "Paused until you type." if self.stage.words else "Paused. {hold_time} lets the time go on."
        elif progress.remaining <= 0 and self.kind in TURNS:
            guidance = scenes.time_is_up()
        clock = session.clock(progress.remaining) if shown.clock else ""
        self.stage.tell(shown, shown.sentence + felt, self.with_keys(guidance), clock)

    def _felt(self, word: str | None) -> None:
        if word is not None and word not in self.feelings:
            self.feelings = [*self.feelings, word][-3:]
            self._tell()

    def _rested(self, rests: bool | None) -> None:
        if rests:
            self.ritual.go_home()
