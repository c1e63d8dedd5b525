"""Words to choose from: found as one types, or by their families. Up to three stay."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ritual.core.search import plain
from ritual.language import _

MOST = 3


class WordPicker(Vertical):
    """A field and a list; Enter takes or leaves the marked word, and with none marked goes on.

    Where no word is like the letters typed, it says so, and Enter shows all of them again.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    WordPicker { width: 100%; height: auto; }
    WordPicker #chosen { width: 100%; height: 1; color: $accent; padding: 0 2; text-align: center; }
    WordPicker OptionList { margin-top: 1; padding: 0 2; }
    .-low WordPicker OptionList { margin-top: 0; }
    """

    class Done(Message):
        """Nothing more is to be chosen."""

    def __init__(self, families: Sequence[tuple[str, Sequence[str]]], chosen: Sequence[str] = ()) -> None:
        """`families` are names and their words."""
        super().__init__()
        self._families = families
        self.chosen = list(chosen)
        self._taken: int | None = None
        """Where in the list a word was just taken, so that the arrows go on from there."""

    def compose(self) -> ComposeResult:
        """What is chosen, the field, the words."""
        yield Static("", id="chosen", markup=False)
        field = Input(placeholder=_("type a few letters, or look with the arrows"), max_length=40, classes="-small")
        field.cursor_blink = False
        yield field
        words = OptionList(markup=False)
        words.can_focus = False
        yield words

    def on_mount(self) -> None:
        """Show all words and take the keyboard."""
        self._tell()
        self._list("")
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let the field have it."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        event.stop()
        self._list(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the marked word; where none is, go on, or back from letters that found nothing."""
        event.stop()
        words = self.query_one(OptionList)
        marked = words.get_option_at_index(words.highlighted).id if words.highlighted is not None else None
        if marked is not None:
            self._toggle(marked)
        elif event.value.strip():
            event.input.value = ""
        else:
            self.post_message(self.Done())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes a word, too."""
        event.stop()
        if event.option.id:
            self._toggle(event.option.id)

    def on_key(self, event: Key) -> None:
        """The arrows move through the words while the field keeps the keyboard; Backspace lets the last word go."""
        field = self.query_one(Input)
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self._move(down=event.key == "down")
        elif event.key == "backspace" and not field.value and self.chosen:
            event.stop()
            self._toggle(self.chosen[-1])

    def _move(self, *, down: bool) -> None:
        """Mark the next word; above the first one, and below the last, none is marked."""
        words = self.query_one(OptionList)
        before = words.highlighted
        if before is None:
            words.highlighted, self._taken = self._taken, None
        words.action_cursor_down() if down else words.action_cursor_up()
        after = words.highlighted
        turned = before is not None and after is not None and (after < before if down else after > before)
        if turned and not self.query_one(Input).value:
            words.highlighted = None
        if words.highlighted in (None, 1):
            words.scroll_home(animate=False)

    def _toggle(self, word: str) -> None:
        before = list(self.chosen)
        if word in self.chosen:
            self.chosen.remove(word)
        else:
            self.chosen = [*self.chosen, word][-MOST:]
        self._tell()
        field, words = self.query_one(Input), self.query_one(OptionList)
        if field.value:
            field.value = ""
        else:
            for changed in {*before} ^ {*self.chosen}:
                words.replace_option_prompt(changed, self._line(changed))
            self._taken, words.highlighted = words.highlighted, None
        field.focus()

    def _tell(self) -> None:
        self.query_one("#chosen", Static).update(" · ".join(self.chosen))

    def _list(self, typed: str) -> None:
        """Show the words that have what was typed; all of them, by their families, where that is nothing."""
        wanted = plain(typed).strip()
        options: list[Option] = []
        for name, words in self._families:
            found = [word for word in words if wanted in plain(word)] if wanted else words
            if found and not wanted:
                options.append(Option(Content.styled(name, "$quiet"), disabled=True))
            options += [Option(self._line(word), id=word) for word in found]
        if wanted:
            options.sort(key=lambda one: not plain(one.id or "").startswith(wanted))
        choices = self.query_one(OptionList)
        none = Option(_("No word here is like that. Enter shows them all."), disabled=True)
        choices.set_options(options or [none])
        choices.highlighted = 0 if wanted and options else None
        self._taken = None

    def _line(self, word: str) -> str:
        return f"{'● ' if word in self.chosen else '  '}{word}"
