"""The book as a browser would read it: a tree of elements, and what is wrong with it."""

from collections.abc import Iterator
from html.parser import HTMLParser

from ritual import keepsake
from ritual.house import House

VOID = {"meta"}


class Node:
    """An element, with what is in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    def all(self, name: str) -> Iterator["Node"]:
        """Every element in it with this tag, or with `.this` class, in order."""
        for one in self.inside:
            if isinstance(one, Node):
                if one.tag == name or (name[0] == "." and name[1:] in one.classes):
                    yield one
                yield from one.all(name)

    def texts(self, name: str) -> list[str]:
        """What each of these says."""
        return [one.text for one in self.all(name)]

    def one(self, name: str) -> "Node":
        """The only one of these."""
        (found,) = self.all(name)
        return found


class Reader(HTMLParser):
    """Reads HTML, and stops where an element is closed that was not open, or an attribute is said twice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Node("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), tag
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def parse(content: bytes | str) -> Node:
    """The tree of a whole page, or of a piece."""
    reader = Reader()
    reader.feed(content if isinstance(content, str) else content.decode())
    reader.close()
    assert reader.open == [reader.top]
    return reader.top


def content(house: House, *, only: str | None = None, year: int | None = None) -> bytes:
    """The book of a house, byte for byte."""
    return b"".join(keepsake.written(keepsake.choose(house, only=only, year=year)))


def book(house: House, *, only: str | None = None, year: int | None = None) -> Node:
    """The same, read."""
    return parse(content(house, only=only, year=year))
