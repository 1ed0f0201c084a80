"""The shape of a gap: something that a draft still lacks, or says twice in two ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from register.exceptions import RegisterError


class Part(StrEnum):
    """The part of the form where a gap is closed: the slug of its step."""

    DECLARANT = "declarant"
    COMPANY = "company"
    PEOPLE = "people"
    BODIES = "companies"
    HOLDINGS = "holdings"
    NOBODY = "nobody"
    LEADERS = "leaders"
    CLAIMS = "claims"
    VENTURES = "ventures"
    SUBCONTRACTORS = "subcontractors"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or contradictory. `message` is a msgid with `facts` for its placeholders.

    `place` is the key of the person, body, venture or subcontractor it is about, `<holder>.<held>` for a holding,
    `<holder>.<role>` for a post, empty for the whole step.
    What does not block is told before signing, and may be signed. What `needs_page` is asked on a page alone: a sheet of
    declarations has no column for it.
    """

    step: Part
    message: str
    place: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    blocks: bool = True
    needs_page: bool = False


class DeclarationIncompleteError(RegisterError):
    """A declaration was signed while something in it is missing or contradictory; nothing was written."""

    def __init__(self, gaps: tuple[Gap, ...]) -> None:
        self.gaps = gaps
        super().__init__(f"the declaration has {len(gaps)} gaps")
