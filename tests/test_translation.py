"""Every sentence can be translated, and every translation says all that its sentence says."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, Message

import translate
from ritual.language import ENGLISH, NAMES

PLACED = re.compile(r"\{[^{}\s]*\}")
MARKS = {"_": 1, "ngettext": 2, "pgettext": 2}
"""What marks a sentence, and how many of its arguments stand in the catalogue."""
Key = tuple[str | None, str | tuple[str, ...]]
"""The context of a sentence and its text, with the form for many where it has one."""
FILES = sorted(translate.CATALOGUES.glob("*/LC_MESSAGES/ritual.po"))

of_each_language = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])


@cache
def sentences() -> Catalog:
    return translate.sentences()


def messages(catalogue: Catalog) -> Iterator[Message]:
    """All but the first, which is no sentence."""
    return (one for one in catalogue if one.id)


def keys(catalogue: Catalog) -> set[Key]:
    return {(one.context, one.id if isinstance(one.id, str) else tuple(one.id)) for one in messages(catalogue)}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """The parts of ritual that say something."""
    for file in sorted(translate.SOURCES.rglob("*.py")):
        text = file.read_text("utf-8")
        if "from ritual.language import" in text:
            yield file.relative_to(translate.HERE), ast.parse(text)


def marked(tree: ast.Module) -> Iterator[tuple[ast.Call, str, list[ast.expr]]]:
    """The calls that mark a sentence, what marks it, and what stands in the catalogue."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node, node.func.id, node.args[: MARKS[node.func.id]]


def test_every_sentence_stands_as_it_is_where_it_is_said() -> None:
    """Neither put together nor looked up, nor within an f-string: only so can Babel find it."""
    found, lost = keys(sentences()), []
    for file, tree in modules():
        for call, mark, said in marked(tree):
            texts = [one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if key(mark, texts) not in found:
                lost.append(f"{file}:{call.lineno}")
    assert lost == []


def key(mark: str, texts: list[str]) -> Key | None:
    """What Babel keeps for a call; none where it finds no text."""
    match mark, texts:
        case "_", [said]:
            return None, said
        case "pgettext", [context, said]:
            return context, said
        case "ngettext", [one, many]:
            return None, (one, many)
    return None


def test_every_value_has_its_place_in_the_sentence() -> None:
    lost = []
    for file, tree in modules():
        for call, _mark, said in marked(tree):
            places = PLACED.findall(" ".join(str(one.value) for one in said if isinstance(one, ast.Constant)))
            given = {f"{{{one.arg}}}" for one in call.keywords if one.arg}
            lost += [f"{file}:{call.lineno} {name}" for name in given - set(places)]
    assert lost == []


def test_the_mark_of_a_sentence_means_nothing_else_where_it_is_used() -> None:
    """`for _ in …:` would hide it for the whole function; within brackets it does not reach further."""
    hidden = []
    for file, tree in modules():
        for function in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)):
            inside = {
                one for loop in ast.walk(function) if isinstance(loop, ast.comprehension) for one in ast.walk(loop)
            }
            names = [
                one for one in ast.walk(function) if isinstance(one, ast.Name) and one.id == "_" and one not in inside
            ]
            if len({type(one.ctx) for one in names}) > 1:
                hidden.append(f"{file}:{function.lineno}")
    assert hidden == []


def test_each_language_has_a_catalogue() -> None:
    assert {file.parts[-3] for file in FILES} == set(NAMES) - {ENGLISH}


@of_each_language
def test_a_catalogue_holds_the_sentences_there_are(file: Path) -> None:
    """Where it does not: python translate.py"""
    assert keys(translate.read(file)) == keys(sentences())


@of_each_language
def test_every_sentence_is_translated(file: Path) -> None:
    missing = [one.id for one in messages(translate.read(file)) if not all(forms(one))]
    assert missing == []


@of_each_language
def test_no_translation_is_doubtful_or_of_a_sentence_that_is_gone(file: Path) -> None:
    catalogue = translate.read(file)
    assert [one.id for one in messages(catalogue) if one.fuzzy] == []
    assert list(catalogue.obsolete) == []


@of_each_language
def test_a_translation_has_the_places_of_its_sentence(file: Path) -> None:
    wrong = []
    for one in messages(translate.read(file)):
        said = [one.id] if isinstance(one.id, str) else list(one.id)
        places = [sorted(set(PLACED.findall(text))) for text in said]
        wrong += [form for form in filter(None, forms(one)) if sorted(set(PLACED.findall(form))) not in places]
    assert wrong == []


@of_each_language
def test_a_catalogue_is_written_as_the_command_writes_it(file: Path, tmp_path: Path) -> None:
    """So that what changes in it is what somebody changed."""
    copy = tmp_path / file.relative_to(translate.HERE)
    copy.parent.mkdir(parents=True)
    copy.write_bytes(file.read_bytes())
    translate.update(copy, translate.read(file))
    assert copy.read_bytes() == file.read_bytes()


def forms(message: Message) -> list[str]:
    """The translation: one, or one for each number."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())
