"""The screen that leads through a sitting, beat by beat: its keys, its clock, and how words are kept on the way."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar

from textual.widget import Widget

from ritual.commands import Command, tonight
from ritual.content import evening_words
from ritual.core import session
from ritual.language import _
from ritual.scenes.scene import Scene
from ritual.screens.guided import dawn
from ritual.screens.guided.stage import Stage
from ritual.screens.page import Page
from ritual.screens.place import Place
from ritual.sitting import Sitting
from ritual.spoken import WRITTEN
from ritual.widgets.both import LONG_TEXT


class Guided(Place[None]):
    """Holds the frame, so that they can look at each other and not at it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Guided Page { background: transparent; }
    Guided.-roomy Page { padding: 3 2 0 2; }
    Guided.-tall Page { padding: 9 2 0 2; }
    Guided.-vast Page { padding: 13 2 0 2; }
    """

    TURNS: ClassVar[tuple[str, ...]] = ()
    """The beats whose light changes when their time is up."""
    LONG: ClassVar[tuple[str, ...]] = ()
    """The beats with a field of many lines, in which Enter begins a new one."""

    def __init__(self, sitting: Sitting[Any]) -> None:
        super().__init__()
        self.sitting = sitting
        self.asked = 0
        """How many prompts of this turn they passed on."""
        self._typed = False
        self._rung: set[int] = set()

    def scene(self) -> Scene:
        """What this beat says."""
        raise NotImplementedError

    def thing(self) -> Widget | None:
        """What one does in this beat."""
        raise NotImplementedError

    def farewell(self) -> Place[None]:
        """What comes after the last beat."""
        raise NotImplementedError

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
        return self.sitting.beat.kind

    @property
    def stage(self) -> Stage:
        """What they see."""
        return self.query_one(Stage)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the beat."""
        match action:
            case "hide_typing":
                return self.kind in WRITTEN and not self.stage.covered
            case "keep_text":
                return self.kind in WRITTEN
            case "go_on":
                return self.kind not in self.LONG or self.stage.covered
            case "take_break":
                return not self.sitting.progress.is_last
            case _:
                return True

    def at_foot(self, command: type[Command]) -> bool:
        """The key for the next step is not shown where Enter leads there, too."""
        if command is tonight.Onward:
            progress = self.sitting.progress
            return not progress.is_last and progress.beats[progress.place + 1].leg == progress.beat.leg
        return super().at_foot(command)

    async def show_beat(self) -> None:
        """Fill the stage with the beat that the sitting is at."""
        self._typed = False
        self.set_class(self.kind in WRITTEN, "-writing")
        ahead = self.stage.words.ahead if self.stage.words else ""
        await self.show_thing(self.thing())
        if self.stage.words:
            self.stage.words.insert(ahead)
            self.show_typing()
        self.tick()

    def tick(self) -> None:
        """Put down what was typed since the last look, then look at the clock."""
        if self._typed and self.ritual.attempt(self._put_down_words):
            self._typed = False
        self.ritual.attempt(self.sitting.tick)
        progress = self.sitting.progress
        over = progress.remaining <= 0 and self.kind in self.TURNS
        if over and progress.beat.leg not in self._rung:
            self._rung.add(progress.beat.leg)
            if self.ritual.house.settings.bell:
                self.app.bell()
        if over and not dawn.is_bright(self):
            dawn.brighten(self, moves=self.ritual.moves)
        elif not over and dawn.is_bright(self):
            dawn.dim(self)
        self.tell()

    async def action_go_on(self) -> None:
        """Keep what is here, and go on."""
        if self.stage.covered:
            self.sitting.uncover()
            await self.show_beat()
        elif self.opens:
            if self.ritual.attempt(self.sitting.open_answers):
                await self.show_beat()
        elif self.settle():
            await self.move(self.sitting.forward)

    async def action_onward(self) -> None:
        """Keep what is here, and go to the next turn or step."""
        if self.settle():
            await self.move(self.sitting.onward)

    async def action_keep_text(self) -> None:
        """Keep the words and go on."""
        await self.action_go_on()

    async def action_step_back(self) -> None:
        """To the beat before; from the first one Home."""
        if self.sitting.progress.place == 0:
            self.action_put_aside()
        elif self.ritual.attempt(self.put_down_here) and self.ritual.attempt(self.sitting.back):
            self.begin_beat()
            await self.show_beat()

    def action_put_aside(self) -> None:
        """Leave for now."""
        if self.ritual.attempt(self.put_down):
            self.ritual.go_home()

    def action_hold_time(self) -> None:
        """Stop the time, or let it go on."""
        self.sitting.pause()
        self.tick()

    def action_take_break(self) -> None:
        """Agree when to come back, then rest."""
        from ritual.screens.guided.rest import Rest

        if self.ritual.attempt(self.put_down):
            self.app.push_screen(Rest(self.sitting), self._rested)

    def on_text_area_changed(self) -> None:
        """Something was typed; the next look at the clock puts it down."""
        self._typed = True
        if self.sitting.progress.paused:
            self.sitting.pause()

    def show_typing(self) -> None:
        """Hide what is typed on the stage, where they want that."""
        if self.stage.words:
            self.stage.words.hide(self.ritual.house.settings.hide_typing)

    def put_down(self) -> None:
        """Keep everything as it is: the words as a draft, the sitting aside."""
        try:
            self.put_down_here()
        finally:
            self.sitting.leave()

    def put_down_here(self) -> None:
        """Keep what this beat holds, though nobody said yes to it yet."""
        self._put_down_words()
        if self.stage.number:
            self.sitting.rate(self.stage.number.value)

    @property
    def opens(self) -> bool:
        """Whether what is sealed can be opened in this beat."""
        return self.kind in ("opening", "together") and self.sitting.is_sealed

    def begin_beat(self) -> None:
        """Forget what belonged to the beat before."""
        self.asked = 0

    def settle(self) -> bool:
        """Keep what this beat is for; whether that could be done."""
        words, number = self.stage.words, self.stage.number
        if words and not self.ritual.attempt(partial(self.sitting.say, words.text)):
            words.reopen()
            return False
        return number is None or self.ritual.attempt(partial(self.sitting.rate, number.value))

    async def move(self, onwards: Callable[[], None]) -> None:
        """Go on; from the last beat to the farewell."""
        self.app.clear_notifications()
        if self.sitting.progress.is_last:
            if self.ritual.attempt(self.sitting.close):
                self.ritual.open(self.farewell())
        elif self.ritual.attempt(onwards):
            self.begin_beat()
            await self.show_beat()
        elif self.stage.words:
            self.stage.words.reopen()

    async def show_thing(self, thing: Widget | None) -> None:
        """Put `thing` on the stage and give it the keyboard; long words of both are read with the arrows."""
        await self.fill(self.stage.thing, [thing] if thing is not None else [])
        page = self.query_one(Page)
        page.can_focus = thing is not None and thing.has_class(LONG_TEXT)
        keyboard = page if page.can_focus else thing
        self.set_focus(keyboard if keyboard is not None and keyboard.focusable else None)
        if self.stage.words:
            self.call_after_refresh(self.stage.words.scroll_visible, animate=False)
        self.tell()
        self.refresh_bindings()
        self.show_keys()

    def tell(self) -> None:
        """Say what this beat says."""
        shown, progress = self.scene(), self.sitting.progress
        guidance = shown.guidance
        if self.stage.covered:
            guidance = _("{go_on} shows them to you.")
        elif progress.paused:
            still = _("Paused. {hold_time} lets the time go on.")
            guidance = _("Paused until you type.") if self.stage.words else still
        elif progress.remaining <= 0 and self.kind in self.TURNS:
            guidance = evening_words().time_up.words[0]
        clock = session.clock(progress.remaining) if shown.clock else ""
        self.stage.tell(shown, shown.sentence, self.with_keys(guidance), clock)

    def _put_down_words(self) -> None:
        if self.stage.words:
            self.sitting.draft(self.stage.words.text)

    def _rested(self, rests: bool | None) -> None:
        if rests:
            self.ritual.go_home()
