"""What every word of the SMS service has, and the alphabet that fits 160 letters in one message."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from register.graph.telling import Sentence

LENGTH = 160
#: The letters of the GSM 03.38 alphabet that one septet holds; anything else halves the length of a message.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: Signs that the alphabet lacks and another can stand for. A no-break space saves its place before a percent sign.
INSTEAD = str.maketrans(
    dict.fromkeys("‘’ʼʹʻ`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("–—‑", "-") | {"×": "x"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the public copy knows of a company that was asked about. `owners` are names with their shares in words."""

    name: str
    declared_on: date
    owners: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KnownAward:
    """An awarded tender that was asked about, and each supplier that won it with what is known of its owners."""

    tender: str
    suppliers: tuple[tuple[str, Known | None], ...]


Found = Known | KnownAward | None
Lines = tuple[Sentence, ...]
#: From what people ask about and what is known of it: the answers to choose from, the fullest first.
Answer = Callable[[str, Found], tuple[Lines, ...]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word people send: its code by language, what it gives in one line, and the answers it makes."""

    codes: Mapping[str, str]
    help: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood: the word, the language it was asked in, and what it is about."""

    word: Word
    language: str
    about: str


def fits(text: str) -> bool:
    """Whether a text goes into one message."""
    return len(_plain(text)) <= LENGTH


def fitted(text: str) -> str:
    """The text in one message: letters that the alphabet lacks are folded, what is too long ends in three dots."""
    plain = _plain(text)
    return plain if len(plain) <= LENGTH else plain[: LENGTH - 3].rstrip() + "..."


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.replace("\u00a0%", "%").translate(INSTEAD))
    return "".join(_letter(letter) for letter in folded)


def _letter(letter: str) -> str:
    if letter in GSM:
        return letter
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base in GSM else "?"
