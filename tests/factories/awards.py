"""Awards kept in a real database: who won, for how much, on which day, for whose department and which group."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from register.ocds.facts import AwardFacts, AwardStatus, BidFacts, ProcessFacts, TenderStatus
from register.ocds.merging import Compiled
from register.store import releases
from tests.factories.declaring import NOW
from tests.factories.pictures import company_name

SCHEME = "KE-RCO"


def keep_award(
    session: Session,
    title: str,
    *winners: str,
    value: int | None = None,
    currency: str = "KES",
    on: date = date(2026, 2, 20),
    department: str = "",
    ward: str = "",
    reserved_for: str = "",
    compiled: str = "{}",
) -> str:
    """Keep a tender for which nobody else bid; those who win together share one award. Gives its ocid."""
    ocid = f"ocds-story-{title}"
    money = None if value is None else Decimal(value)
    numbers = [f"PVT-{each.upper()}" for each in winners]
    facts = ProcessFacts(
        ocid=ocid,
        title=title.replace("-", " ").capitalize(),
        tender_id=f"MKN/{title.upper()}/2026",
        buyer="County Government",
        method="open",
        status=TenderStatus.COMPLETE,
        opens=None,
        closes=on,
        awarded_on=on,
        department=department,
        ward=ward,
        reserved_for=reserved_for,
        bids=tuple(
            BidFacts(place, number, company_name(name), SCHEME, number, money, currency, "valid", None)
            for place, (name, number) in enumerate(zip(winners, numbers, strict=True))
        ),
        awards=tuple(
            AwardFacts(
                "a1", title, company_name(name), SCHEME, number, money, currency, AwardStatus.ACTIVE, on
            )
            for name, number in zip(winners, numbers, strict=True)
        ),
    )
    releases.save_process(session, facts, Compiled(compiled), now=NOW)
    return ocid
