import importlib
import pkgutil
import re
from collections import Counter
from itertools import combinations

import pytest
from textual.binding import BindingsMap
from textual.keys import Keys

from ritual import screens
from ritual.commands import Command, bindings, keymap
from ritual.commands.general import EVERYWHERE
from ritual.commands.keymap import NEVER, PLACES
from ritual.commands.places import HOME
from ritual.screens.place import Place

SHIPPED = sorted({command for place in (*PLACES, EVERYWHERE) for command in place}, key=lambda one: one.__name__)

WHILE_TYPING = {
    "another_prompt": "ctrl+n",
    "choose_theme": "f9",
    "forget_text": "ctrl+r",
    "hide_typing": "f4",
    "keep_hidden": "f5",
    "keep_text": "ctrl+s",
    "leave": "ctrl+q",
    "onward": "ctrl+n",
    "open_safety": "f7",
    "palette": "ctrl+p",
    "park_topic": "ctrl+t",
    "put_aside": "ctrl+l",
    "read_about": "f6",
    "take_break": "ctrl+g",
    "to_shell": "f8",
}


def left_out(wanted: dict[str, str], name: str, *words: str) -> None:
    """`name` gets no other key, and one plain sentence says so with `words` in it."""
    keys, problems = keymap(wanted)
    assert name not in keys
    assert len(problems) == 1
    assert all(word in problems[0] for word in (name, *words))
    assert "\n" not in problems[0]
    assert problems[0].endswith(".")


def test_without_wishes_nothing_changes() -> None:
    assert keymap({}) == ({}, [])


def test_a_command_gets_another_key() -> None:
    assert keymap({"begin": "b"}) == ({"begin": "b"}, [])


def test_a_command_may_have_several_keys() -> None:
    assert keymap({"begin": "b,f5"}) == ({"begin": "b,f5"}, [])


def test_a_command_may_keep_its_key() -> None:
    assert keymap({"begin": "enter"}) == ({"begin": "enter"}, [])


def test_textual_takes_the_keymap() -> None:
    keys, problems = keymap({"quiet_time": "ü", "choose_minutes": "f5"})
    assert problems == []
    found = BindingsMap(bindings(HOME))
    assert not found.apply_keymap(keys).clashed_bindings
    assert [one.action for one in found.get_bindings_for_key("ü")] == ["quiet_time"]
    assert [one.action for one in found.get_bindings_for_key("f5")] == ["choose_minutes"]
    assert "q" not in found.key_to_bindings


def test_an_unknown_command_is_reported() -> None:
    left_out({"dance": "d"}, "dance", "no command")


def test_one_fault_leaves_the_others() -> None:
    keys, problems = keymap({"dance": "d", "begin": "b", "quiet_time": "ctrl+m"})
    assert keys == {"begin": "b"}
    assert len(problems) == 2


@pytest.mark.parametrize("key", ["ctrl+enter", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+c", "", " "])
def test_an_unsafe_key_is_reported(key: str) -> None:
    left_out({"begin": key}, "begin", "cannot be used")


@pytest.mark.parametrize("keys", ["b,ctrl+m", "ctrl+m,b"])
def test_an_unsafe_key_among_others_is_reported(keys: str) -> None:
    left_out({"begin": keys}, "begin")


@pytest.mark.parametrize("key", ["banana", "ctrl+banana", "f99"])
def test_a_key_that_no_keyboard_has_is_reported(key: str) -> None:
    left_out({"begin": key}, "begin")


@pytest.mark.parametrize("key", ["ctrl+m ", "b, ctrl+m", "CTRL+M"])
def test_neither_spaces_nor_capitals_hide_an_unsafe_key(key: str) -> None:
    left_out({"begin": key}, "begin")


def test_spaces_do_not_hide_a_clash() -> None:
    left_out({"quiet_time": " m"}, "quiet_time", "choose_minutes")


def test_a_clash_within_a_place_is_reported() -> None:
    left_out({"quiet_time": "m"}, "quiet_time", "choose_minutes")


def test_a_clash_with_one_of_several_keys_is_reported() -> None:
    left_out({"quiet_time": "t"}, "quiet_time", "begin")
    left_out({"quiet_time": "ü,t"}, "quiet_time", "begin")


@pytest.mark.parametrize("key", ["f1", "question_mark", "ctrl+p", "f9"])
def test_a_clash_with_what_works_everywhere_is_reported(key: str) -> None:
    left_out({"quiet_time": key}, "quiet_time", "taken")


def test_a_clash_with_a_sign_by_its_other_name_is_reported() -> None:
    left_out({"quiet_time": "?"}, "quiet_time", "help")


def test_what_works_everywhere_clashes_with_every_place() -> None:
    left_out({"help": "q"}, "help", "quiet_time")
    left_out({"palette": "f3"}, "palette", "add_card")


def test_a_command_of_two_places_clashes_in_both() -> None:
    left_out({"keep_text": "ctrl+r"}, "keep_text", "forget_text")
    left_out({"keep_text": "ctrl+g"}, "keep_text", "take_break")


def test_the_same_key_in_two_places_is_no_clash() -> None:
    assert keymap({"quiet_time": "p"}) == ({"quiet_time": "p"}, [])


def test_two_wishes_for_one_key_are_reported() -> None:
    keys, problems = keymap({"quiet_time": "ü", "choose_minutes": "ü"})
    assert keys == {"quiet_time": "ü"}
    assert len(problems) == 1


def test_a_key_that_was_given_away_is_free() -> None:
    wanted = {"quiet_time": "ü", "choose_minutes": "q"}
    assert keymap(wanted) == (wanted, [])


def test_the_order_of_the_lines_does_not_matter() -> None:
    wanted = {"choose_minutes": "q", "quiet_time": "ü"}
    assert keymap(wanted) == (wanted, [])


def test_two_commands_may_exchange_their_keys() -> None:
    wanted = {"choose_minutes": "q", "quiet_time": "m"}
    assert keymap(wanted) == (wanted, [])


@pytest.mark.parametrize("name", ["keep_text", "palette", "leave", "onward"])
def test_what_works_while_typing_never_takes_a_letter(name: str) -> None:
    left_out({name: "ü"}, name)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0].__name__)
def test_no_two_commands_of_a_place_share_a_key_or_an_id(place: tuple[type[Command], ...]) -> None:
    together = [*place, *EVERYWHERE]
    shared = {
        (one.id(), other.id())
        for one, other in combinations(together, 2)
        if set(one.key.split(",")) & set(other.key.split(","))
    }
    assert shared == set()
    assert [name for name, count in Counter(command.id() for command in together).items() if count > 1] == []


def test_an_id_is_one_command() -> None:
    assert len({command.id() for command in SHIPPED}) == len(SHIPPED)


@pytest.mark.parametrize("command", SHIPPED, ids=lambda command: command.id())
def test_a_shipped_command_is_whole_and_its_keys_are_safe(command: type[Command]) -> None:
    known = {key.value for key in Keys} | {"question_mark", "slash"}
    keys = command.key.split(",")
    signs = [key for key in keys if len(key) == 1 and (key.isalpha() or key in "123")]
    assert [key for key in keys if key in NEVER or key not in (*known, *signs)] == []
    assert 0 < len(command.name) <= 13
    assert command.help.endswith(".")
    assert command.id() == command.id().lower()


def test_a_help_line_names_only_keys_of_its_own_place() -> None:
    for place in PLACES:
        ids = {command.id() for command in place}
        for command in place:
            assert set(re.findall(r"\{(\w+)\}", command.help)) <= ids, command.id()
    for module in pkgutil.walk_packages(screens.__path__, "ritual.screens."):
        for name, one in vars(importlib.import_module(module.name)).items():
            if isinstance(one, type) and issubclass(one, Place):
                assert set(re.findall(r"\{(\w+)\}", one.ABOUT)) <= {command.id() for command in one.HERE}, name


def test_ids_are_the_names_in_small_letters() -> None:
    ids = {command.__name__: command.id() for command in HOME}
    expected = {"Begin": "begin", "OpenAppreciations": "open_appreciations", "KeepAside": "keep_aside"}
    assert ids.items() >= expected.items()


@pytest.mark.parametrize("command", SHIPPED, ids=lambda command: command.id())
def test_letters_are_letters_while_one_types(command: type[Command]) -> None:
    typed = any(len(key) == 1 or key in ("question_mark", "slash", "space") for key in command.key.split(","))
    assert not (typed and command.works_while_typing())


@pytest.mark.parametrize("command", SHIPPED, ids=lambda command: command.id())
def test_no_key_overtakes_what_was_typed_before_it(command: type[Command]) -> None:
    assert not command.binding().priority


def test_control_and_function_keys_mean_the_same_while_one_types() -> None:
    assert {command.id(): command.key for command in SHIPPED if command.works_while_typing()} == WHILE_TYPING
