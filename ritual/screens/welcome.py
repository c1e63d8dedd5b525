"""Welcome: at most three questions, each of which may be skipped."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.core import lengths, people
from ritual.core.errors import Refused
from ritual.core.records import Stage
from ritual.language import _, ngettext
from ritual.scenes import welcome
from ritual.screens.page import Page
from ritual.screens.place import Place


class Welcome(Place[None]):
    """Who they are, where they stand, how long an evening may be."""

    DEFAULT_CSS = """
    Welcome.-low .greeting { display: none; }
    Welcome #question { margin-top: 1; }
    Welcome #hint { margin-top: 1; color: $quiet; }
    Welcome #where { margin-top: 1; color: $quiet; }
    Welcome Input, Welcome OptionList { margin-top: 1; }
    """

    HERE = places.CHOICE
    ABOUT = _("Three short questions, so that ritual knows whom it speaks to. Enter on an empty line skips one.")

    def __init__(self) -> None:
        super().__init__()
        self.step = 0
        self.names: tuple[str, ...] = ()
        self.stage: Stage | None = None
        self.typed = ["", "", ""]

    def page(self) -> Iterable[Widget]:
        """One question, its field, and where everything will lie."""
        question = welcome.QUESTIONS[self.step]
        hint = (welcome.NAMES_HINT, _("Enter takes the marked line."), welcome.MINUTES_HINT)[self.step]
        yield Static(welcome.met(self.names), classes="quiet greeting", markup=False)
        yield Static(question, id="question", markup=False)
        yield self._field()
        yield Static(hint, id="hint", markup=False)
        if self.step > 0:
            return
        yield Static(welcome.where(self.ritual.house), id="where", markup=False)

    async def on_mount(self) -> None:
        """Begin with the names."""
        self._focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the names or the minutes, or say in one line what is needed."""
        if not event.input.is_attached:
            return
        self.typed[self.step] = event.value
        if self.step == 0:
            try:
                self.names = people.parse_names(event.value)
            except Refused as fault:
                self._hint(str(fault))
                return
            await self._go(1)
            return
        minutes = lengths.parse_minutes(event.value or str(self.ritual.house.settings.minutes))
        if minutes is None:
            self._hint(welcome.NO_MINUTES)
        else:
            self._finish(minutes)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the stage."""
        self.stage = next((stage for stage in welcome.STAGES if stage == event.option.id), None)
        await self._go(2)

    async def action_go_back(self) -> None:
        """The question before."""
        if self.step > 0:
            await self._go(self.step - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first question."""
        return self.step > 0 if action == "go_back" else True

    def _field(self) -> Widget:
        if self.step == 1:
            return OptionList(
                *(Option(words, id=stage) for stage, words in welcome.STAGES.items()),
                Option(welcome.UNSAID, id="unsaid"),
            )
        minutes = self.ritual.house.settings.minutes
        usual = _("Ana, Sam") if self.step == 0 else ngettext("{count} minute", "{count} minutes", minutes)
        field = Input(self.typed[self.step], placeholder=usual)
        field.cursor_blink = False
        return field

    def _focus(self) -> None:
        self.query("Input, OptionList").first().focus()

    def _hint(self, sentence: str) -> None:
        self.query_one("#hint", Static).update(sentence)

    async def _go(self, step: int) -> None:
        self.step = step
        await self.fill(self.query_one(Page), self.page())
        self._focus()
        self.refresh_bindings()

    def _finish(self, minutes: int) -> None:
        house = self.ritual.house
        if not self.ritual.attempt(lambda: house.settle(self.names or people.UNNAMED, self.stage)):
            return
        if minutes != house.settings.minutes:
            self.ritual.attempt(lambda: house.change(minutes=minutes))
        self.ritual.go_home()
        if self.ritual.at == "tonight":
            self.ritual.begin()
