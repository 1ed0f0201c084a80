"""A trust: its settlors, trustees, protectors and beneficiaries.

The body is made by `trust` and has the standard's subtype `trust`. What is held in trust is a `Holding` of that body.
A party of a trust that holds something in the subject also holds it indirectly: where no `IndirectHolding` says more,
`completed` says that they have influence or control.
Source: BODS 0.4, representing trusts.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bods.codelists import EntitySubtype, EntityType, InterestType
from bods.parts import Jurisdiction
from bods.records import Entity
from bods.shares import Share
from bods.structures.arrangements import Arrangement, Part
from bods.structures.stakes import Stake


@dataclass(frozen=True, slots=True)
class Trust(Arrangement):
    """Who takes part in a trust, or an arrangement like one: `Trust("family", (settlor("ana"), trustee("ben")))`.

    One party may have several roles: `Part("ana", (Stake(SETTLOR), Stake(TRUSTEE)))`.
    """

    roles: ClassVar[frozenset[InterestType]] = frozenset(
        {
            InterestType.SETTLOR,
            InterestType.TRUSTEE,
            InterestType.PROTECTOR,
            InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
            InterestType.OTHER_INFLUENCE_OR_CONTROL,
        }
    )


def trust(
    name: str,
    jurisdiction: Jurisdiction | None = None,
    *,
    legal_personality: bool = False,
    local_name: str | None = None,
) -> Entity:
    """Describe a trust; `local_name` is what its law calls it, such as "waqf" or "family trust"."""
    return Entity(
        type=EntityType.LEGAL_ENTITY if legal_personality else EntityType.ARRANGEMENT,
        subtype=EntitySubtype.TRUST,
        type_details=local_name,
        name=name,
        jurisdiction=jurisdiction,
    )


def settlor(party: str, since: date | None = None, details: str | None = None) -> Part:
    """Give the part of who put the assets into the trust."""
    return Part(party, (Stake(InterestType.SETTLOR, None, since, details=details),))


def trustee(party: str, since: date | None = None, details: str | None = None) -> Part:
    """Give the part of who manages the trust, a person or a company."""
    return Part(party, (Stake(InterestType.TRUSTEE, None, since, details=details),))


def protector(party: str, since: date | None = None, details: str | None = None) -> Part:
    """Give the part of who watches over the trustees."""
    return Part(party, (Stake(InterestType.PROTECTOR, None, since, details=details),))


def beneficiary(
    party: str, since: date | None = None, details: str | None = None, share: Share | None = None
) -> Part:
    """Give the part of who benefits, with the share of the benefit in percent where it is fixed."""
    return Part(party, (Stake(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT, share, since, details=details),))
