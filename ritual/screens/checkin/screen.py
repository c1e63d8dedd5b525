"""The screen of the check-in: each key, and where it leads."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from textual.widget import Widget
from textual.widgets import OptionList

from ritual.checkin import CheckIn
from ritual.commands import Command
from ritual.commands import checkin as commands
from ritual.commands.general import ReadAbout
from ritual.commands.tonight import Onward
from ritual.content import checkin_words
from ritual.core import insight
from ritual.core.records import Record, Topic
from ritual.core.wording import SCALES as NAMES
from ritual.language import _
from ritual.scenes import checkin as scenes
from ritual.scenes.scene import Scene
from ritual.screens.checkin import things
from ritual.screens.checkin.kept import CheckinKept
from ritual.screens.checkin.which import Which
from ritual.screens.guided.screen import Guided
from ritual.screens.place import Place
from ritual.widgets.choice import Choice
from ritual.widgets.picker import WordPicker

CHOSEN = ("feelings", "needs")


class CheckInScreen(Guided):
    """One look at the week, from its welcome to its closing sentence."""

    HERE = commands.CHECKIN
    ABOUT = _(
        "The check-in looks at your week: thank-yous, wishes, how it was for each of you, one topic, one wish each. "
        "What you do not want to answer, you pass."
    )
    TURNS = ("topic-turn",)
    LONG = ("reflection",)

    def __init__(self, checkin: CheckIn) -> None:
        super().__init__(checkin)
        self.checkin = checkin
        self._suggested: str | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the beat."""
        match action:
            case "pass_scale":
                return self.kind == "rating" and not self.stage.covered
            case "keep_private":
                return self.opens
            case "keep_hidden":
                return self.kind in ("rating", "sentence", *CHOSEN) and not self.stage.covered
            case "open_safety":
                return self.kind in CHOSEN
            case "open_deck":
                return self.kind == "closing" and self._suggested in NAMES
            case "never_again":
                return self.kind == "closing" and self._suggested is not None
            case "go_on" if self.kind in CHOSEN:
                return self.stage.covered
            case _:
                return super().check_action(action, parameters)

    def at_foot(self, command: type[Command]) -> bool:
        """In a turn, Enter and the key for the next step do the same."""
        return not (command is Onward and self.kind == "topic-turn") and super().at_foot(command)

    @property
    def reading(self) -> str:
        """What fits this beat, or what is suggested."""
        return scenes.reading(self.checkin, self._suggested)

    def scene(self) -> Scene:
        """What this beat says; at the end, where there is one, a suggestion."""
        shown = scenes.scene(self.checkin, self.asked)
        if self.kind != "closing" or self._suggested is None:
            return shown
        idea = scenes.idea(self.checkin, self._suggested)
        key = self.key(ReadAbout)
        if self._suggested == insight.HELP:
            keys = _("{key} opens it. {go_on} keeps your check-in.", key=key)
        else:
            keys = _("{key} reads about it, {open_deck} draws a card. {go_on} keeps your check-in.", key=key)
        return Scene(shown.who, f"{shown.sentence}\n\n{idea}", keys, shown.clock)

    def thing(self) -> Widget | None:
        """What one does in this beat."""
        return things.thing(self.checkin)

    def farewell(self) -> Place[None]:
        """It is kept."""
        return CheckinKept()

    async def show_beat(self) -> None:
        """Fill the stage; at the end look for something to suggest."""
        if self.kind == "closing" and self._suggested is None:
            found: list[str | None] = []
            self.ritual.attempt(lambda: found.append(self.checkin.suggestion()))
            self._suggested = found[0] if found else None
        self.set_class(self.kind == "together", "-reading")
        await super().show_beat()

    async def show_thing(self, thing: Widget | None) -> None:
        """What holds a field gives it the keyboard itself."""
        await super().show_thing(thing)
        if isinstance(thing, WordPicker):
            thing.take_keyboard()

    def settle(self) -> bool:
        """Keep what this beat is for; whether that could be done."""
        choice = next(iter(self.query(Choice)), None)
        picker = next(iter(self.query(WordPicker)), None)
        if choice is not None and not self.ritual.attempt(partial(self._choose, choice.taken)):
            return False
        if picker is not None and not self.ritual.attempt(partial(self._pick, picker)):
            return False
        return super().settle()

    def put_down_here(self) -> None:
        """Keep what this beat holds, though nobody said yes to it yet."""
        super().put_down_here()
        for picker in self.query(WordPicker):
            self._pick(picker)

    async def action_go_on(self) -> None:
        """Keep what is here, and go on; a topic is taken from the list, and one to talk about again asks for a day."""
        if self.kind == "topic":
            self.query_one(OptionList).action_select()
            return
        choice = next(iter(self.query(Choice)), None)
        if self.kind == "outcome" and choice is not None and choice.taken == "talking":
            from ritual.screens.checkin.when import When

            self.app.push_screen(When(), self._talk_again)
            return
        goal = self.checkin.goal(self.checkin.beat.about) if self.kind == "goal-back" else None
        if goal is not None and goal.reached is None and choice is not None and choice.taken == "reached":
            if self.settle():
                await self.show_beat()
            return
        await super().action_go_on()

    async def action_onward(self) -> None:
        """Keep what is here, and go to the next turn or step; from the last turn to what came of it."""
        if self.kind == "topic-turn":
            await self.action_go_on()
        else:
            await super().action_onward()

    async def on_word_picker_done(self) -> None:
        """These words."""
        await super().action_go_on()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take this topic, another one, or none."""
        if event.option.id == things.NEW:
            from ritual.screens.topic import TopicForm

            self.app.push_screen(TopicForm(tonight=True), self._take_topic)
        elif event.option.id is not None:
            found = next((one for one in self.checkin.topics if one.id == event.option.id), None)
            if self.ritual.attempt(partial(self.checkin.choose_topic, found)):
                await self.move(self.checkin.forward)

    async def action_pass_scale(self) -> None:
        """No number."""
        if self.ritual.attempt(partial(self.checkin.rate, None)):
            await self.move(self.checkin.forward)

    async def action_keep_hidden(self) -> None:
        """Keep what is here for oneself, and go on."""
        stage = self.stage
        deed = None
        if stage.number is not None:
            deed = partial(self.checkin.rate, stage.number.value, private=True)
        elif stage.words is not None:
            deed = partial(self.checkin.say, stage.words.text, private=True)
        for picker in self.query(WordPicker):
            deed = partial(self.checkin.choose, picker.chosen, need=self.kind == "needs", private=True)
        if deed is not None and self.ritual.attempt(deed):
            await self.move(self.checkin.forward)

    def action_keep_private(self) -> None:
        """Ask which answer is not opened."""
        self.app.push_screen(Which(self.checkin), self._kept_private)

    def action_open_deck(self) -> None:
        """Draw from the deck that fits; the check-in is kept."""
        cards = self.ritual.house.cards
        if self._suggested in NAMES and self.ritual.attempt(self.checkin.close):
            deck = checkin_words().scale(self._suggested).deck
            cards.wanted = type(cards.wanted)(decks=frozenset({deck}))
            self.ritual.go("cards")

    async def action_never_again(self) -> None:
        """Do not suggest this again."""
        what = self._suggested
        if what is not None and self.ritual.attempt(partial(self.checkin.dismiss, what)):
            self._suggested = None
            self.tell()
            self.refresh_bindings()
            self.show_keys()

    def _choose(self, taken: str | None) -> None:
        """Keep what was chosen from a few words."""
        match self.kind, taken:
            case "look-back", ("yes" | "partly" | "not-yet" | "let-go" | None) as answered:
                self.checkin.answer_wish(answered)
            case "goal-back", ("on" | "reached" | "let-go") as going:
                self.checkin.answer_goal(going)
            case "outcome", ("settled" | "living-with") as outcome:
                self.checkin.settle_topic(outcome)
            case "outcome", "talking" if topic := self.checkin.topic:
                self.checkin.settle_topic("talking", topic.on if topic.outcome == "talking" else None)

    def _pick(self, picker: WordPicker) -> None:
        self.checkin.choose(picker.chosen, need=self.kind == "needs")

    async def _talk_again(self, on: date | None) -> None:
        if self.ritual.attempt(partial(self.checkin.settle_topic, "talking", on)):
            await self.move(self.checkin.forward)

    async def _take_topic(self, topic: Topic | None) -> None:
        if topic is not None and self.ritual.attempt(partial(self.checkin.choose_topic, topic)):
            await self.move(self.checkin.forward)

    async def _kept_private(self, kept: Sequence[Record] | None) -> None:
        if kept and self.ritual.attempt(partial(self.checkin.keep_private, kept)):
            await self.show_beat()
