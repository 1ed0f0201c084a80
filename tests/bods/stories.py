"""Small statements to tell stories with: Ana, Ben and Alfa Works."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bods.codelists import DirectOrIndirect, InterestType, RecordStatus
from bods.network import Network
from bods.records import (
    Entity,
    Interest,
    Name,
    Person,
    Record,
    Relationship,
    Share,
    record_type_of,
)
from bods.statements import Agent, PublicationDetails, Statement

ALFA = Entity(name="Alfa Works Ltd")
ANA = Person(names=(Name("Ana Example"),))
BEN = Person(names=(Name("Ben Example"),))


def shares(percent: str | int, **more: object) -> Interest:
    """Give a direct shareholding of a beneficial owner, held since 2020."""
    held = Interest(
        type=InterestType.SHAREHOLDING,
        direct_or_indirect=DirectOrIndirect.DIRECT,
        beneficial_ownership_or_control=True,
        share=Share.exactly(Decimal(percent)),
        start_date=date(2020, 1, 1),
    )
    return replace(held, **more)


def owns(
    party: str,
    subject: str,
    *interests: Interest,
    is_component: bool = False,
    components: tuple[str, ...] = (),
) -> Relationship:
    return Relationship(
        is_component=is_component,
        subject=subject,
        interested_party=party,
        interests=interests,
        component_records=components,
    )


def network(**records: Record) -> Network:
    """Give the network of Alfa, with more records by their id."""
    return Network("alfa", {"alfa": ALFA, **records})


def statement(
    record_id: str,
    record: Record,
    day: str = "2024-01-01",
    *,
    status: RecordStatus | None = RecordStatus.NEW,
    published: str | None = None,
    number: int = 1,
) -> Statement:
    return Statement(
        statement_id=f"statement-about-{record_id}-on-{day}-{number:05d}"[-64:].rjust(32, "s"),
        statement_date=day,
        declaration_subject="alfa",
        record_id=record_id,
        record_type=record_type_of(record),
        record=record,
        record_status=status,
        publication=PublicationDetails(published, publisher=Agent("Example register")) if published else None,
    )
