"""Which letters a paper can print: what the font lacks is marked, never left out in silence."""

import unicodedata
from functools import cache
from pathlib import Path

from font_source_sans_pro import SourceSansPro, SourceSansProSemibold  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

#: Stands for a letter that the paper's font does not have.
MARK = "\u25ca"

#: Look the same on paper as what the font has.
ALIKE = {0x2011: "-", 0x201B: "\u2018", 0x02B9: "\u02bc", 0xFF07: "'", 0x2007: "\u00a0", 0x202F: "\u00a0"}


def font_files() -> tuple[Path, Path]:
    """The files of the upright and the bold font."""
    return _as_ttf(SourceSansPro), _as_ttf(SourceSansProSemibold)


def _as_ttf(path: str) -> Path:
    return Path(path).with_suffix(".ttf")


@cache
def known() -> frozenset[int]:
    """Every code point that both fonts can draw."""
    upright, bold = map(_code_points, font_files())
    return upright & bold


def _code_points(file: Path) -> frozenset[int]:
    with TTFont(str(file), lazy=True) as font:
        return frozenset(font.getBestCmap() or {})


def printable(text: str) -> str:
    """The text as the font can print it; each letter that it cannot is marked once."""
    composed = unicodedata.normalize("NFC", text.translate(ALIKE))
    return "".join(_one(letter) for letter in composed)


def _one(letter: str) -> str:
    if ord(letter) in known() or letter == "\n":
        return letter
    if unicodedata.category(letter) in {"Cf", "Cc", "Mn", "Me"}:
        # Says how others are set, or stands on a letter that is printed or marked itself.
        return "" if unicodedata.category(letter) != "Mn" else MARK
    return MARK


def all_printable(*texts: str) -> bool:
    """Whether no letter had to be marked."""
    return not any(MARK in printable(text) and MARK not in text for text in texts)
