"""A nominee agreement: the nominee acts, or is named as holder, as the nominator says.

The body is made by `nomination`. What the nominee holds for the nominator (shares, a seat on the board) is a `Holding`
of that body. A nominator who must be told and is not known is an `unknown_person`; one who need not be told is left out.
Where no `IndirectHolding` says what a nominator holds in the subject, `completed` says it.
Source: BODS 0.4, representing nominee arrangements.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bods.codelists import EntitySubtype, EntityType, InterestType
from bods.parts import Jurisdiction
from bods.records import Entity
from bods.structures.arrangements import Arrangement, Part
from bods.structures.stakes import Stake


@dataclass(frozen=True, slots=True)
class Nomination(Arrangement):
    """Who takes part in a nominee agreement: `Nomination("deal", (nominee("cleo"), nominator("ana")))`."""

    roles: ClassVar[frozenset[InterestType]] = frozenset({InterestType.NOMINEE, InterestType.NOMINATOR})


def nomination(
    name: str, jurisdiction: Jurisdiction | None = None, *, local_name: str | None = None
) -> Entity:
    """Describe a nominee agreement; `local_name` is its kind in local words, such as "nominee directorship"."""
    return Entity(
        type=EntityType.ARRANGEMENT,
        subtype=EntitySubtype.NOMINATION,
        type_details=local_name,
        name=name,
        jurisdiction=jurisdiction,
    )


def nominee(party: str, since: date | None = None, details: str | None = None) -> Part:
    """Give the part of who acts in the name of another; `details` is the local word, such as "agent"."""
    return Part(party, (Stake(InterestType.NOMINEE, None, since, details=details),))


def nominator(party: str, since: date | None = None, details: str | None = None) -> Part:
    """Give the part of who stands behind the nominee; `details` is the local word, such as "principal"."""
    return Part(party, (Stake(InterestType.NOMINATOR, None, since, details=details),))
