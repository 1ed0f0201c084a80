"""A company is found by its official number, however that is written."""

import pytest
from sqlalchemy.orm import Session

from register.store import companies
from register.store.companies import CompanyAlreadyKnownError, CompanyNotFoundError
from tests.factories.declaring import NOW


def test_spaces_and_case_make_no_difference_to_a_number(session: Session) -> None:
    made = companies.create(session, name="Alfa Ltd", scheme="KE-RCO", number="pvt-7k2 xm9", now=NOW)

    assert companies.find(session, "KE-RCO", " PVT-7K2XM9") == made
    assert companies.find(session, "KE-KRA", "PVT-7K2XM9") is None
    assert companies.by_subject(session, made.subject_record_id) == companies.company(session, made.id)


def test_one_number_is_one_company(session: Session) -> None:
    companies.create(session, name="Alfa Ltd", scheme="KE-RCO", number="PVT-1", now=NOW)

    with pytest.raises(CompanyAlreadyKnownError):
        companies.create(session, name="Other Ltd", scheme="KE-RCO", number="pvt-1", now=NOW)
    # The refusal leaves the transaction usable.
    assert companies.create(session, name="Beta Ltd", scheme="KE-RCO", number="PVT-2", now=NOW).id


def test_a_company_nobody_keeps_is_not_found(session: Session) -> None:
    with pytest.raises(CompanyNotFoundError):
        companies.company(session, 99)
    with pytest.raises(CompanyNotFoundError):
        companies.by_subject(session, "um-nobody")
    with pytest.raises(CompanyNotFoundError):
        companies.rename(session, 99, "Nobody Ltd")
