"""What every word of the SMS service has, and the alphabet that fits 160 letters in one message."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from register.graph.telling import Sentence

LENGTH = 160
#: The letters of the GSM 03.38 alphabet that one septet holds; anything else halves the length of a message.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
APOSTROPHES = dict.fromkeys(map(ord, "’ʼʹʻ`´"), "'")


@dataclass(frozen=True, slots=True)
class Known:
    """What the public copy knows of a company that was asked about. `owners` are names with their shares in words."""

    name: str
    declared_on: date
    owners: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word people send: its codes in each language, what it gives in one line, and the answer it makes."""

    codes: tuple[str, ...]
    help: str
    answer: Callable[[str, Known | None], Sentence]


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood: the word, and what it is about."""

    word: Word
    about: str


def fitted(text: str) -> str:
    """The text in one message: letters that the alphabet lacks are folded, what is too long ends in three dots."""
    folded = unicodedata.normalize("NFKC", text.translate(APOSTROPHES))
    plain = "".join(_letter(letter) for letter in folded)
    return plain if len(plain) <= LENGTH else plain[: LENGTH - 3].rstrip() + "..."


def _letter(letter: str) -> str:
    if letter in GSM:
        return letter
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base in GSM else "?"
