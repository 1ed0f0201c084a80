"""Reads a page as a browser would, and refuses what is not well formed or what the content policy forbids."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Elements that HTML never closes, and drawn shapes that close themselves.
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "rect"}


@dataclass
class Element:
    """One element, with all the text within it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""

    def words_of(self, name: str) -> list[str]:
        """The words of an attribute: its classes, or the ids it speaks of."""
        return self.attributes.get(name, "").split()


@dataclass
class Page(HTMLParser):
    """A page or a piece of one. Reading it fails when a tag stays open, an id is given twice or points nowhere."""

    source: str
    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        self.close()
        ids = [found.attributes["id"] for found in self.elements if "id" in found.attributes]
        assert self.open == [], "left open"
        assert len(ids) == len(set(ids)), f"an id is given twice: {ids}"
        for found in self.elements:
            for name in ("for", "aria-describedby", "aria-labelledby"):
                assert set(found.words_of(name)) <= set(ids), f"{found} speaks of what is not there"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute is given twice: {attrs}"
        assert "style" not in names, f"a style of its own: {attrs}"
        assert not [name for name in names if name.startswith("on")], f"script in an attribute: {attrs}"
        assert tag != "style"
        assert tag != "script" or "src" in names, "script in the page"
        found = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(found)
        if tag not in VOID:
            self.open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for found in self.open:
            found.text += data

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """Every element of a tag, or of a tag and class, in the order of the page."""
        return [
            found
            for found in self.elements
            if found.tag == tag and (not class_ or class_ in found.words_of("class"))
        ]

    def at(self, id_: str) -> Element:
        """The element with an id."""
        return next(found for found in self.elements if found.attributes.get("id") == id_)
