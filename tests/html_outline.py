"""HTML taken apart with the standard library's parser, so that tests can ask what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "wbr"}


@dataclass
class Element:
    """An element with its attributes, its place in the tree, and all the text inside it."""

    tag: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text inside, spaces and line breaks made one space."""
        return " ".join("".join(self.pieces).split())

    def every(self, tag: str = "", **attributes: str) -> Iterator["Element"]:
        """Yield each element inside with the tag and the attributes (``data_step`` for dashes)."""
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        for child in self.children:
            if tag in {"", child.tag} and wanted.items() <= child.attributes.items():
                yield child
            yield from child.every(tag, **attributes)

    def one(self, tag: str = "", **attributes: str) -> "Element":
        """Return the only such element."""
        (found,) = self.every(tag, **attributes)
        return found


class Outline(HTMLParser):
    """Builds the tree, and is strict where a browser is forgiving."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)
        else:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def outline(html: str) -> Element:
    """Return the root of what was parsed; every element must be closed."""
    parser = Outline()
    parser.feed(str(html))  # not Markup, whose pieces would be Markup
    parser.close()
    assert parser.open == [parser.root], "an element is left open"
    return parser.root
