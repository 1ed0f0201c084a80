"""What the public reads about a flag: the five parts of its file's docstring."""

import re
import sys
from dataclasses import dataclass
from textwrap import dedent

from register.exceptions import RegisterError
from register.flags.flag import Flag, PortfolioFlag

PARTS = ("Rule", "Why", "Source", "Example", "Left out")
_PART = re.compile(rf"^({'|'.join(PARTS)}): ", re.MULTILINE)


class PartMissingError(RegisterError):
    """A flag's docstring lacks one of its five parts."""

    def __init__(self, code: str, part: str) -> None:
        """Keep the flag and the part that is missing."""
        self.code, self.part = code, part
        super().__init__(f"the flag {code} does not say its {part!r}")


@dataclass(frozen=True, slots=True)
class Methodology:
    """A flag explained: each part is one paragraph, and a message for the translators."""

    opening: str
    rule: str
    why: str
    source: str
    example: str
    left_out: str


def methodology(flag: Flag | PortfolioFlag) -> Methodology:
    """Read the five parts of the flag's file. Raises PartMissingError."""
    docstring = sys.modules[flag.find.__module__].__doc__ or ""
    opening, parts = told(docstring)
    for part in PARTS:
        if not parts.get(part):
            raise PartMissingError(flag.code, part)
    return Methodology(opening, *(parts[part] for part in PARTS))


def told(docstring: str) -> tuple[str, dict[str, str]]:
    """Part a flag's docstring into its opening line and its named parts, each with its lines joined."""
    opening, *rest = _PART.split(dedent(docstring))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    return _joined(opening), {part: _capital(_joined(text)) for part, text in parts.items()}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(text: str) -> str:
    return " ".join(text.split())
