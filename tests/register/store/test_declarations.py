"""Signed declarations keep their answers, are numbered without a gap, and are decided once."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from register.store import declarations
from register.store.declarations import (
    DeclarationAlreadyDecidedError,
    DeclarationNotFoundError,
    DeclarationState,
    Signature,
)
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, Supplier, supplier

TOLD = draft(held("ana", 60), people=("ana",))


def signed(by: Supplier, key: str, day: date = date(2026, 3, 2)) -> str:
    signature = Signature(
        by.principal.account_id,
        "Grace Wanza",
        "Director",
        NOW,
        "00",
        "Notice",
        "1",
        "en",
        "2026-01",
        True,
        key,
    )
    return declarations.add(
        by.session,
        company_id=by.company.id,
        subject_record_id=by.subject,
        answers=TOLD,
        signature=signature,
        statement_date=day,
    )


def test_references_count_from_one_in_each_year(session: Session) -> None:
    alfa = supplier(session)

    made = [signed(alfa, key) for key in ("a", "b")] + [signed(alfa, "c", date(2027, 1, 1))]

    assert made == ["UM-2026-000001", "UM-2026-000002", "UM-2027-000001"]


def test_the_answers_come_back_and_particulars_only_when_asked_for(session: Session) -> None:
    alfa = supplier(session)
    reference = signed(alfa, "a")

    assert declarations.declaration(session, reference).answers == replace(TOLD, particulars={})
    assert declarations.particulars_of(session, reference) == TOLD


def test_a_declaration_is_decided_once(session: Session) -> None:
    alfa = supplier(session)
    reference = signed(alfa, "a")
    declarations.decide(session, reference, DeclarationState.ACCEPTED, by=None, at=NOW)

    with pytest.raises(DeclarationAlreadyDecidedError):
        declarations.decide(session, reference, DeclarationState.REJECTED, by=None, at=NOW, reason="Late")
    assert declarations.declaration(session, reference).state is DeclarationState.ACCEPTED


def test_the_same_submission_is_found_again(session: Session) -> None:
    alfa = supplier(session)
    reference = signed(alfa, "a")

    found = declarations.by_submission(session, "a")

    assert found is not None
    assert found.reference == reference
    assert declarations.by_submission(session, "b") is None


def test_lists_tell_what_waits_and_what_was_declared(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    first, second, other = signed(alfa, "a"), signed(alfa, "b"), signed(beta, "c")
    declarations.decide(session, first, DeclarationState.ACCEPTED, by=None, at=NOW)

    assert [each.reference for each in declarations.waiting(session)] == [second, other]
    assert [each.reference for each in declarations.of_company(session, alfa.company.id)] == [second, first]
    last = declarations.last(session, alfa.company.id, DeclarationState.ACCEPTED)
    assert last is not None
    assert last.reference == first
    assert {
        subject: each.reference
        for subject, each in declarations.declared(session, [alfa.subject, beta.subject]).items()
    } == {alfa.subject: first}


def test_a_reference_nobody_was_given_is_not_found(session: Session) -> None:
    with pytest.raises(DeclarationNotFoundError):
        declarations.declaration(session, "UM-2026-000009")
