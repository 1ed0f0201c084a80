"""A contract that a company of a story holds."""

from datetime import date

from sqlalchemy.orm import Session

from register.ocds.facts import AwardFacts, AwardStatus, ContractFacts, ProcessFacts, TenderStatus
from register.ocds.merging import Compiled
from register.store import releases
from tests.factories.pictures import company_name
from tests.factories.tenders import NOW


def keep_contract(
    session: Session,
    company: str,
    *,
    ends_on: date | None = None,
    status: str = "active",
    award: str = AwardStatus.ACTIVE,
    leads_to: str = "a1",
    number: str | None = None,
) -> str:
    """Keep a process that the company won, and its contract; without a number it won by its name. Gives the ocid."""
    ocid, number = f"ocds-contract-{company}", company.upper() if number is None else number
    facts = ProcessFacts(
        ocid=ocid,
        title=f"Works by {company}",
        tender_id=f"MKN/{company.upper()}/C",
        buyer="County works department",
        method="open",
        status=TenderStatus.COMPLETE,
        opens=date(2026, 1, 1),
        closes=date(2026, 1, 20),
        awarded_on=date(2026, 2, 1),
        bids=(),
        awards=(
            AwardFacts(
                "a1", "Works", company_name(company), "KE-RCO" if number else "", number, None, None, award,
                date(2026, 2, 1),
            ),
        ),
        contracts=(
            ContractFacts("c1", leads_to, "Works", status, date(2026, 2, 10), ends_on, None, None, "", None, 0, 0, 0),
        ),
    )  # fmt: skip
    releases.save_process(session, facts, Compiled("{}"), now=NOW)
    return ocid
