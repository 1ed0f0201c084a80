"""Small stories kept in a real database: who bids for the school roof, who owns whom, who sits on the committee."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from bods.records import Person
from register.ocds.facts import AwardFacts, AwardStatus, BidFacts, ProcessFacts, TenderStatus
from register.ocds.merging import Compiled
from register.store import identities, officials, releases, statements
from register.store.officials import NewOfficial
from tests.factories.pictures import CLOSE, Told, company_name, hold, statements_of

NOW = datetime(2026, 3, 9, 5, 12, tzinfo=UTC)
LISTED = date(2026, 3, 1)


def keep_tender(
    session: Session,
    *,
    bids: Mapping[str, Sequence[str]],
    won: Sequence[str] = (),
    closes: date | None = CLOSE,
    awarded_on: date | None = None,
    values: Mapping[str, int] | None = None,
    now: datetime = NOW,
) -> str:
    """Keep one tender with its bidders, as an import does; the title is the story's. Returns its ocid."""
    (title, bidders), *_ = bids.items()
    ocid = f"ocds-story-{title}"
    facts = ProcessFacts(
        ocid=ocid,
        title=title.replace("-", " ").capitalize(),
        tender_id=f"MKN/{title.upper()}/2026",
        buyer="County works department",
        method="open",
        status=TenderStatus.ACTIVE if not won else TenderStatus.COMPLETE,
        opens=date(2026, 2, 1),
        closes=closes,
        awarded_on=awarded_on,
        bids=tuple(
            BidFacts(
                position=place,
                party_id=f"KE-RCO-{each}",
                name=company_name(each),
                scheme="KE-RCO",
                number=each.upper(),
                value=Decimal((values or {}).get(each, 23_000_000 + 7_500 * place)),
                currency="KES",
                status="valid",
                submitted_on=None,
            )
            for place, each in enumerate(bidders)
        ),
        awards=tuple(
            AwardFacts(
                "a1",
                title,
                company_name(each),
                "KE-RCO",
                each.upper(),
                None,
                None,
                AwardStatus.ACTIVE,
                awarded_on,
            )
            for each in won
        ),
    )
    releases.save_process(session, facts, Compiled("{}"), now=now)
    return ocid


def keep_owners(
    session: Session,
    *holds: Told,
    declared: Iterable[str] = (),
    typed: Iterable[str] = (),
    now: datetime = NOW,
) -> None:
    """Keep who holds what, as accepted declarations say it; people are known by name, confirmed unless `typed`."""
    told = statements_of(map(hold, holds), declared)
    statements.append_all(session, told, now)
    for statement in told:
        if isinstance(statement.record, Person):
            name = statement.record.names[0].full_name
            identities.claim(
                session, statement.record_id, statement.declaration_subject, document_of(session, name), now
            )
            if name not in set(typed):
                identities.confirm(session, statement.record_id, "person", now)


def document_of(session: Session, name: str) -> str:
    """The keyed hash of the identity card of somebody in the story."""
    return identities.document_hash(session, "KEN-IDCARD", f"ID OF {name}")


def keep_officials(session: Session, *names: str, ocid: str | None = None, listed_on: date = LISTED) -> None:
    """Keep a list with these people on the evaluation committee, their identity cards known."""
    seated = [
        NewOfficial(
            name, "member", "Evaluation committee", ocid=ocid, document_hash=document_of(session, name)
        )
        for name in names
    ]
    officials.add_list(session, listed_on, "Gazette 12", seated, now=NOW)
