"""The screen of Tonight: one sentence, the time left, one line of guidance."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Digits, Static

from ritual.commands import Command, tonight
from ritual.core import session
from ritual.evening import WRITTEN, Evening
from ritual.screens.place import Place
from ritual.screens.tonight import scenes

if TYPE_CHECKING:
    from textual.css.query import DOMQuery

    from ritual.widgets.words import Words

TURNS = ("turn", "write", "quiet")
"""The beats whose light changes when their time is up."""

TIMED = (*TURNS, "card", "answer", "appreciation", "note")


class Tonight(Place[None]):
    """Holds the frame, so that they can look at each other and not at it."""

    DEFAULT_CSS = """
    Tonight { transition: background 1500ms; }
    Tonight.-time-up { background: $panel; }
    Tonight.-time-up Foot { background: $panel; }
    Tonight Page { align-horizontal: center; background: transparent; }
    Tonight #who { width: 100%; text-align: center; color: $quiet; }
    Tonight #clock { width: 100%; text-align: center; color: $accent; margin-top: 1; height: 3; text-style: bold; }
    Tonight #sentence { width: 100%; padding: 0 4; text-align: center; margin-top: 1; }
    Tonight #stage { width: 100%; height: auto; align-horizontal: center; margin-top: 1; }
    Tonight #guidance { width: 100%; padding: 0 2; text-align: center; color: $quiet; margin-top: 1; }
    Tonight.-roomy Page { padding-top: 3; }
    Tonight.-tall Page { padding-top: 9; }
    Tonight.-low #sentence, Tonight.-low #stage { margin-top: 0; }
    Tonight.-writing.-low #clock { display: none; }
    Tonight .covered { color: $quiet; text-align: center; }
    """

    HERE = tonight.TONIGHT
    ABOUT = (
        "Tonight leads you through one evening: arrive, talk in turns, a card, a thank-you, and goodnight. "
        "Enter goes on; what you do not want to answer, you pass."
    )

    def __init__(self, evening: Evening) -> None:
        super().__init__()
        self.evening = evening
        self.asked = 0
        self.feelings: list[str] = []
        self._deeper = False
        self._typed = False
        self._told: set[int] = set()

    def page(self) -> Iterable[Widget]:
        """Always the same five lines; each beat fills them."""
        yield Static(id="who", markup=False)
        yield Digits(id="clock")
        yield Static(id="sentence", markup=False)
        yield Vertical(id="stage")
        yield Static(id="guidance", markup=False)

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
        match action:
            case "another":
                return self.kind in ("turn", "write", "card")
            case "deeper":
                card = self.evening.card() if self.kind == "card" else None
                return card is not None and card.follow_up is not None and not self._deeper
            case "feeling_words":
                return self.kind in ("turn", "write")
            case "add_card":
                return (
                    not self.evening.is_quiet
                    and not self.evening.progress.has_card
                    and self.kind in ("breathe", "turn", "write")
                )
            case "hold_time":
                return self.kind in TIMED
            case "keep_text":
                return self.kind in WRITTEN
            case "go_on":
                return self.kind != "write"
            case "take_break":
                return not self.evening.progress.is_last
            case _:
                return True

    def at_foot(self, command: type[Command]) -> bool:
        """The key for the next step is not shown where Enter leads there, too."""
        if command is tonight.Onward:
            progress = self.evening.progress
            return not progress.is_last and progress.beats[progress.place + 1].leg == progress.beat.leg
        return super().at_foot(command)

    async def show_beat(self) -> None:
        """Fill the page with the beat that the evening is at."""
        self._deeper = self._typed = False
        self.set_class(self.kind in WRITTEN, "-writing")
        widget = self._widget()
        ahead = "".join(field.ahead for field in self._fields())
        await self.fill(self.query_one("#stage"), [widget] if widget is not None else [])
        self.set_focus(widget if widget is not None and widget.focusable else None)
        for field in self._fields():
            field.insert(ahead)
        self._say()
        self.tick()
        self.refresh_bindings()
        self.show_keys()

    def tick(self) -> None:
        """Look at the clock, and put down what was typed since the last look."""
        if not self.ritual.attempt(self.evening.tick):
            return
        if self._typed and self.ritual.attempt(self.put_down_words):
            self._typed = False
        progress = self.evening.progress
        over = progress.remaining <= 0 and self.kind in TURNS
        if over and self.kind in TURNS and progress.beat.leg not in self._told:
            self._told.add(progress.beat.leg)
            if self.ritual.house.settings.bell:
                self.app.bell()
        self.set_class(over, "-time-up")
        shown = scenes.scene(self.evening, self.asked)
        clock = session.clock(progress.remaining) if shown.clock else ""
        self._fill("#clock", clock)
        self.query_one("#clock").display = bool(clock)
        self._fill("#guidance", self._guidance(shown.guidance, over))

    async def action_go_on(self) -> None:
        """Keep what is here, and go on."""
        if self.query(".covered"):
            await self._show_words()
        elif self._settle():
            await self._move(self.evening.close if self.evening.progress.is_last else self.evening.forward)

    async def action_onward(self) -> None:
        """Keep what is here, and go to the next turn or step."""
        if self._settle():
            await self._move(self.evening.close if self.evening.progress.is_last else self.evening.onward)

    async def action_keep_text(self) -> None:
        """Keep the words and go on."""
        await self.action_go_on()

    async def action_step_back(self) -> None:
        """To the beat before; from the first one Home."""
        if self.evening.progress.place == 0:
            self.action_put_aside()
        elif self.ritual.attempt(self.put_down_words):
            await self._move(self.evening.back)

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
            self._say()

    def action_deeper(self) -> None:
        """Show the follow-up of the card."""
        from ritual.widgets.card import CardView

        card = self.evening.card()
        if card is not None:
            deck = self.ritual.house.deck_of(card.id)
            self.query_one(CardView).meet(card.text, deck.name if deck else "", card.depth, card.follow_up)
            self._deeper = True
            self.refresh_bindings()
            self.show_keys()

    def action_feeling_words(self) -> None:
        """Look for a word."""
        from ritual.screens.tonight.feelings import FeelingWords

        self.app.push_screen(FeelingWords(), self._felt)

    async def action_add_card(self) -> None:
        """A question for this short evening."""
        if self.ritual.attempt(self.evening.add_card):
            self.ritual.say("There will be a card after your talk.")
            self.refresh_bindings()
            self.show_keys()

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

    def put_down_words(self) -> None:
        """Keep what is in the field as a draft."""
        for field in self._fields():
            self.evening.draft(field.text)

    def put_down(self) -> None:
        """Keep everything as it is: the words as a draft, the evening aside."""
        self.put_down_words()
        self.evening.leave()

    def _settle(self) -> bool:
        """Keep what this beat is for; whether that was done."""
        from ritual.widgets.closeness import Closeness

        for field in self._fields():
            if not self.ritual.attempt(partial(self.evening.say, field.text)):
                field.reopen()
                return False
        return all(self.ritual.attempt(partial(self.evening.rate, discs.value)) for discs in self.query(Closeness))

    def _fields(self) -> "DOMQuery[Words]":
        """The field of words of this beat, where it has one."""
        from ritual.widgets.words import Words

        return self.query(Words)

    async def _move(self, deed: Callable[[], None]) -> None:
        """Do `deed` of the evening, then show where that leads."""
        last = deed == self.evening.close
        if not self.ritual.attempt(deed):
            return
        if last:
            from ritual.screens.tonight.goodnight import Goodnight

            self.ritual.open(Goodnight(self.evening))
            return
        self.asked = 0
        self.feelings = []
        await self.show_beat()

    def _widget(self) -> Widget | None:
        """What the stage holds in this beat."""
        match self.kind:
            case "breathe":
                from ritual.widgets.breath import Breath

                return Breath(self._breath, still=not self.ritual.moves)
            case "closeness":
                from ritual.widgets.closeness import Closeness

                return Closeness(self.evening.rated())
            case "card":
                return self._card()
            case "turn" | "quiet" | "closing" | "parting":
                return None
            case _:
                if self.evening.is_covered():
                    name = self.evening.name(self.evening.beat.person)
                    return Static(
                        f"{name}, you were writing here. Enter shows your words.", classes="covered", markup=False
                    )
                return self._field()

    def _card(self) -> Widget | None:
        from ritual.widgets.card import CardView

        card = self.evening.card()
        if card is None:
            return None
        deck = self.ritual.house.deck_of(card.id)
        return CardView(card.text, deck.name if deck else "", card.depth)

    def _field(self) -> Widget:
        from ritual.widgets.words import Words

        return Words(self.evening.words_so_far(), many_lines=self.kind == "write")

    async def _show_words(self) -> None:
        field = self._field()
        await self.fill(self.query_one("#stage"), [field])
        field.focus()

    def _breath(self) -> tuple[bool, float]:
        return session.breath(self.ritual.house.clock.seconds())

    def _say(self) -> None:
        """The words of this beat."""
        shown = scenes.scene(self.evening, self.asked)
        self._fill("#who", shown.who)
        felt = f"\n\nI feel {', '.join(self.feelings)}." if self.feelings else ""
        self._fill("#sentence", shown.sentence + felt)
        self.query_one("#sentence").display = bool(shown.sentence)
        self._fill("#guidance", self._guidance(shown.guidance, over=False))

    def _guidance(self, usual: str, over: bool) -> str:
        if self.evening.progress.paused:
            return "Paused. The time goes on when you do." if self.kind in WRITTEN else "Paused. p lets the time go on."
        return scenes.time_is_up() if over else usual

    def _fill(self, where: str, text: str) -> None:
        """Write `text` there, unless it says so already."""
        widget = self.query_one(where)
        if isinstance(widget, Digits):
            if widget.value != text:
                widget.update(text)
        elif isinstance(widget, Static) and str(widget.content) != text:
            widget.update(text)

    def _felt(self, word: str | None) -> None:
        if word is not None and word not in self.feelings:
            self.feelings = [*self.feelings, word][-3:]
            self._say()

    def _rested(self, rests: bool | None) -> None:
        if rests:
            self.ritual.go_home()
