"""What stands on a paper, in the order in which it is read; all texts are in the reader's language already."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph; a small one is for what is read once."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and values, one pair a line; an empty value is printed as a line to write on."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads, all of one length; `caption` says what the table tells."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """An address as a QR code, with words beside it that say where it leads."""

    address: str
    text: str


Part = Heading | Note | Facts | Table | Code


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `over` stands above the title: whose paper it is. `foot` stands below each page."""

    title: str
    over: str
    parts: tuple[Part, ...]
    foot: str = ""
    language: str = "en"
