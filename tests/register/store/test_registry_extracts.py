"""Extracts of the companies' registry are kept once, found by number or like name, and never changed."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from register.actions.enter_extracts import enter_extracts
from register.elsewhere.extracts import CompanyStatus
from register.store import audit, registry_extracts
from tests.factories.declaring import NOW
from tests.register.elsewhere.test_extracts import EXTRACT


def test_the_same_extract_is_kept_once_and_the_newest_is_in_force(session: Session) -> None:
    older = replace(EXTRACT, extracted_on=date(2025, 3, 1), status=CompanyStatus.DORMANT)

    kept = enter_extracts(session, [EXTRACT, EXTRACT, older], by=None, now=NOW)

    found = registry_extracts.newest(session, "KE-RCO", " pvt-alfa01")
    assert kept == registry_extracts.count(session) == 2
    assert found is not None
    assert found.extract == EXTRACT
    assert [
        each.extract.status for each in registry_extracts.of_company(session, "KE-RCO", "PVT-ALFA01")
    ] == [
        CompanyStatus.ACTIVE,
        CompanyStatus.DORMANT,
    ]
    assert audit.newest(session, 1)[0].action == "registry extract entered"


@pytest.mark.parametrize("words", ["Alfa Builders (K) Ltd", "alfa bilders", "PVT-ALFA01", "pvt-alfa01 "])
def test_a_company_of_the_registry_is_found_however_it_is_written(session: Session, words: str) -> None:
    enter_extracts(
        session, [EXTRACT, replace(EXTRACT, number="PVT-ZETA", name="Zeta Foods")], by=None, now=NOW
    )

    assert [each.extract.number for each in registry_extracts.find(session, words)] == ["PVT-ALFA01"]
    assert registry_extracts.find(session, "Omega") == ()
    assert registry_extracts.find(session, "  ") == ()


@pytest.mark.parametrize(
    "verb", ["UPDATE registry_extract SET name = 'x'", "DELETE FROM registry_extract_party"]
)
def test_an_extract_stays_as_it_was_entered(session: Session, verb: str) -> None:
    enter_extracts(session, [EXTRACT], by=None, now=NOW)

    with pytest.raises(DBAPIError, match="only added to"):
        session.execute(text(verb))
