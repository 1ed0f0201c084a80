"""Whether a company holds a contract in force."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from register.models.sameness import CrosswalkRow
from register.store.contracts_held import holds_contract
from tests.factories.contracted import keep_contract
from tests.factories.tenders import keep_owners

TODAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("changed", "held"),
    [
        ({}, True),
        ({"ends_on": TODAY}, True),
        ({"ends_on": TODAY - timedelta(days=1)}, False),
        ({"status": "terminated"}, False),
        ({"status": "cancelled"}, False),
        ({"award": "cancelled"}, False),
        ({"leads_to": "another-form"}, True),
    ],
    ids=["signed", "last-day", "over", "terminated", "cancelled", "award-cancelled", "leads-nowhere"],
)
def test_a_contract_in_force_is_neither_ended_nor_over(
    session: Session, changed: dict[str, str], held: bool
) -> None:
    keep_owners(session, ("Ana", "alfa", 100), ("Ben", "beta", 100))
    keep_contract(session, "alfa", **changed)

    assert holds_contract(session, "alfa", TODAY) is held
    assert not holds_contract(session, "beta", TODAY)


def test_a_contract_won_under_a_name_that_was_joined_to_the_company_is_its_own(session: Session) -> None:
    keep_owners(session, ("Ana", "alfa", 100))
    keep_contract(session, "alfa", number="")
    before = holds_contract(session, "alfa", TODAY)

    session.add(CrosswalkRow(scheme="", number="", folded="alfa ltd", subject_record_id="alfa"))
    session.flush()

    assert not before
    assert holds_contract(session, "alfa", TODAY)
