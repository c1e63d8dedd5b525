"""Ideas for shared time, by how long they take, what they cost, and where they belong."""

from collections.abc import Iterable
from datetime import date
from random import Random

from msgspec.structs import replace
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import occasions as commands
from ritual.content import ideas
from ritual.core.calendar import length_in_words
from ritual.core.ideas import COSTS, LENGTHS, Idea, Looked, fitting
from ritual.core.records import Occasion
from ritual.core.search import after
from ritual.language import _, pgettext
from ritual.screens.checkin.when import When
from ritual.screens.occasions.apart import apart
from ritual.screens.place import SmallWindow

COST = {"free": pgettext("cost", "free"), "little": _("costs a little"), "more": _("costs more")}
WHERE = {"indoors": _("indoors"), "outdoors": _("outdoors")}


class IdeasWindow(SmallWindow[None]):
    """All that fits, in another order each night."""

    DEFAULT_CSS = """
    IdeasWindow Page { overflow-y: hidden; }
    IdeasWindow #about { margin-top: 1; height: 1; padding: 0 1; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.IDEAS
    READING = "rituals"
    ABOUT = _("Ideas for time together. Enter plans one for a day, and Home mentions it.")

    def __init__(self) -> None:
        super().__init__()
        self.looked = Looked()
        self.found: list[Idea] = []

    def page(self) -> Iterable[Widget]:
        """What is looked for, the ideas, and about the marked one."""
        yield Static("", id="looked", markup=False)
        yield OptionList(markup=False)
        yield Static("", id="about", classes="quiet", markup=False)

    async def on_mount(self) -> None:
        """Show them."""
        self.show()

    async def on_resize(self) -> None:
        """The marked one stays in sight."""
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be planned."""
        return bool(self.found) if action == "plan_idea" else True

    def show(self) -> None:
        """Show what fits."""
        house = self.ritual.house
        self.found = fitting(ideas(), self.looked, house.stage)
        Random(house.night.isoformat()).shuffle(self.found)
        choices = self.query_one(OptionList)
        choices.set_options(apart(Option(one.text, id=one.id) for one in self.found))
        choices.highlighted = 0 if self.found else None
        looked = self.looked
        parts = [
            _("at most {length}", length=length_in_words(looked.minutes * 60)) if looked.minutes else "",
            COST[looked.cost] if looked.cost else "",
            WHERE[looked.where] if looked.where else "",
            pgettext("place", "apart") if looked.apart else "",
        ]
        said = " · ".join(part for part in parts if part)
        head = Content(_("Time together")) + Content.styled(f"   {said}" if said else "", "$accent")
        self.query_one("#looked", Static).update(head + Content("\n"))
        if not self.found:
            self.query_one("#about", Static).update(_("Nothing is quite like that. The same keys show more."))
        self.refresh_bindings()
        self.show_keys()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about it."""
        one = next((idea for idea in self.found if idea.id == event.option.id), None)
        if one is not None:
            self.query_one("#about", Static).update(f"{length_in_words(one.minutes * 60)} · {COST[one.cost]}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Plan it."""
        one = next((idea for idea in self.found if idea.id == event.option.id), None)
        if one is not None:
            asks = When(_("When would you like to do that?"), _("tomorrow, next saturday, 3 march"))
            self.app.push_screen(asks, lambda day: self._plan(one, day))

    def action_plan_idea(self) -> None:
        """Plan the marked one."""
        self.query_one(OptionList).action_select()

    def action_which_time(self) -> None:
        """The next length."""
        self._look(minutes=after([None, *LENGTHS], self.looked.minutes))

    def action_which_cost(self) -> None:
        """The next cost."""
        self._look(cost=after([None, *COSTS[:2]], self.looked.cost))

    def action_which_where(self) -> None:
        """Indoors, outdoors, both."""
        self._look(where=after([None, "indoors", "outdoors"], self.looked.where))

    def action_which_apart(self) -> None:
        """What works from afar, or everything."""
        self._look(apart=not self.looked.apart)

    def _look(self, **what: object) -> None:
        self.looked = replace(self.looked, **what)
        self.show()

    def _plan(self, idea: Idea, day: date | None) -> None:
        house = self.ritual.house
        if day is None:
            return
        new = Occasion(id=house.journal.new_id(), at=house.clock.now(), name=idea.text, day=day, idea=idea.id)
        if self.ritual.attempt(lambda: house.journal.keep(new)):
            self.dismiss(None)
