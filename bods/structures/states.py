"""States, their bodies, and companies that a law has made.

A state-owned company is one in which a state or a state body has a holding, or an indirect holding through others; that
it need not declare owners for this reason is told by `no_owner`, and who runs it by `senior_official`.
Source: BODS 0.4, representing state-owned enterprises.
"""

from datetime import date

from bods.codelists import EntitySubtype, EntityType, InterestType
from bods.parts import Jurisdiction
from bods.records import Entity, Statute
from bods.structures.holdings import Holding
from bods.structures.stakes import Stake


def state(name: str, jurisdiction: Jurisdiction) -> Entity:
    """Describe a state, national or of a region; the jurisdiction says which."""
    return Entity(type=EntityType.STATE, name=name, jurisdiction=jurisdiction)


def state_body(
    name: str,
    jurisdiction: Jurisdiction,
    kind: EntitySubtype = EntitySubtype.GOVERNMENT_DEPARTMENT,
    local_name: str | None = None,
) -> Entity:
    """Describe a part of a state: a government department, a state agency or another kind."""
    return Entity(
        type=EntityType.STATE_BODY,
        subtype=kind,
        type_details=local_name,
        name=name,
        jurisdiction=jurisdiction,
    )


def statutory_corporation(
    name: str, jurisdiction: Jurisdiction | None, law: str, enacted: date | None = None
) -> Entity:
    """Describe a company made by a law of its own and not by registration."""
    return Entity(
        type=EntityType.LEGAL_ENTITY,
        name=name,
        jurisdiction=jurisdiction,
        formed_by_statute=Statute(law, enacted),
    )


def controlled_by_law(body: str, since: date | None = None, details: str | None = None) -> Holding:
    """Give the holding of a state or state body (a key) that the law lets control the subject."""
    return Holding(body, (Stake(InterestType.CONTROL_BY_LEGAL_FRAMEWORK, None, since, details=details),))
