"""Who asks to act for a company is let in by a registrar who saw a paper, or by who acts for it already."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from register.access import CompanyRole, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.claim_company import AlreadyActsError, TooManyClaimsError
from register.actions.decide_claim import (
    ProofMissingError,
    RefusalReasonMissingError,
    approve_claim,
    refuse_claim,
    withdraw_claim,
)
from register.actions.name_company import NumberMisfitError
from register.actions.own_declaration import NotTheirCompanyError
from register.store import claims, drafts, evidence, mandates, outbox
from register.store.claims import AlreadyAskedError, ClaimAlreadyDecidedError, ClaimNotFoundError, ClaimState
from tests.factories.acting import KENYA, LATER, NOW, acting, as_known, asks, company, named, somebody


def test_a_registrar_lets_nobody_in_without_a_paper(session: Session) -> None:
    claim = asks(session, somebody(session), named())
    registrar = somebody(session, "Rehema Kioko", Role.REGISTRAR)

    with pytest.raises(ProofMissingError):
        approve_claim(session, claim.id, by=registrar, now=NOW)

    assert claims.claim(session, claim.id).state is ClaimState.WAITING


def test_who_proves_it_signs_for_the_company_from_then_on(session: Session, tmp_path: Path) -> None:
    ana = somebody(session)
    claim = asks(session, ana, named(), CompanyRole.VIEWER, proof=tmp_path)

    approve_claim(session, claim.id, by=somebody(session, "Rehema", Role.REGISTRAR), now=NOW)

    after = as_known(session, ana.account_id)
    assert after.acts_for(claim.company_id)
    assert not ana.acts_for(claim.company_id)
    assert [each.role for each in mandates.held_by(session, ana.account_id, now=NOW)] == [CompanyRole.ADMIN]


def test_a_colleague_who_signs_lets_a_colleague_in_as_they_asked(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace Wanza")
    juma = somebody(session, "Juma Kilonzo")
    claim = asks(session, juma, alfa, CompanyRole.EDITOR)

    approve_claim(session, claim.id, by=grace, now=NOW)

    after = as_known(session, juma.account_id)
    assert (after.may_view(alfa.id), after.may_write(alfa.id), after.acts_for(alfa.id)) == (True, True, False)


@pytest.mark.parametrize("role", [CompanyRole.EDITOR, CompanyRole.VIEWER, None])
def test_who_does_not_sign_lets_nobody_in(session: Session, role: CompanyRole | None) -> None:
    alfa = company(session)
    acting(session, alfa, "Grace Wanza")
    other = (
        acting(session, alfa, "Peter", role) if role else acting(session, company(session, "Beta"), "Peter")
    )
    claim = asks(session, somebody(session, "Juma"), alfa)

    with pytest.raises(NotTheirCompanyError):
        approve_claim(session, claim.id, by=other, now=NOW)
    with pytest.raises(NotTheirCompanyError):
        refuse_claim(session, claim.id, "No.", by=other, now=NOW)

    assert claims.claim(session, claim.id).state is ClaimState.WAITING


def test_a_delegate_lets_nobody_in_for_longer_than_they_stay(session: Session) -> None:
    alfa = company(session)
    acting(session, alfa, "Grace Wanza")
    delegate = acting(session, alfa, "Peter", ends_at=LATER)
    juma = somebody(session, "Juma")
    claim = asks(session, juma, alfa)

    approve_claim(session, claim.id, by=delegate, now=NOW)

    assert as_known(session, juma.account_id).acts_for(alfa.id)
    assert not as_known(session, juma.account_id, now=LATER).acts_for(alfa.id)


def test_of_a_company_new_to_the_register_the_first_to_ask_may_begin_to_write(session: Session) -> None:
    ana, juma = somebody(session), somebody(session, "Juma")

    claim = asks(session, ana, named())
    asks(session, juma, named())

    first, second = as_known(session, ana.account_id), as_known(session, juma.account_id)
    assert (first.may_write(claim.company_id), first.acts_for(claim.company_id)) == (True, False)
    assert not second.may_view(claim.company_id)


def test_of_a_company_that_somebody_acts_for_nothing_is_shown_to_who_asks(session: Session) -> None:
    alfa = company(session)
    acting(session, alfa, "Grace Wanza")
    juma = somebody(session, "Juma")

    asks(session, juma, alfa)

    assert as_known(session, juma.account_id).all_companies == ()


def test_what_a_stranger_began_to_write_is_gone_when_the_company_is_given_to_another(
    session: Session, tmp_path: Path
) -> None:
    stranger, ana = somebody(session, "Zippy"), somebody(session)
    begun = asks(session, stranger, named())
    begin_declaration(session, begun.company_id, now=NOW, jurisdiction=KENYA)
    claim = asks(session, ana, named(), proof=tmp_path)

    approve_claim(session, claim.id, by=somebody(session, "Rehema", Role.REGISTRAR), now=NOW)

    assert not drafts.exists(session, begun.company_id)
    assert not as_known(session, stranger.account_id).may_view(begun.company_id)


def test_a_refused_stranger_loses_what_they_began_and_the_next_may_begin_anew(session: Session) -> None:
    stranger, ana = somebody(session, "Zippy"), somebody(session)
    begun = asks(session, stranger, named())
    begin_declaration(session, begun.company_id, now=NOW, jurisdiction=KENYA)

    refuse_claim(
        session, begun.id, "The paper is of another.", by=somebody(session, "R", Role.REGISTRAR), now=NOW
    )
    asks(session, ana, named())

    assert not drafts.exists(session, begun.company_id)
    assert not as_known(session, stranger.account_id).may_view(begun.company_id)
    assert as_known(session, ana.account_id).may_write(begun.company_id)


def test_a_refusal_needs_a_reason_and_the_person_is_told_it(session: Session) -> None:
    claim = asks(session, somebody(session), named())
    registrar = somebody(session, "Rehema", Role.REGISTRAR)

    with pytest.raises(RefusalReasonMissingError):
        refuse_claim(session, claim.id, "  ", by=registrar, now=NOW)
    refuse_claim(session, claim.id, "The resolution is of 2019.", by=registrar, now=NOW)

    (letter,) = outbox.newest(session, ("mail",))
    assert "The resolution is of 2019." in letter.payload["text"]


def test_a_claim_is_decided_once(session: Session, tmp_path: Path) -> None:
    claim = asks(session, somebody(session), named(), proof=tmp_path)
    registrar = somebody(session, "Rehema", Role.REGISTRAR)
    approve_claim(session, claim.id, by=registrar, now=NOW)

    with pytest.raises(ClaimAlreadyDecidedError):
        refuse_claim(session, claim.id, "No.", by=registrar, now=NOW)


def test_who_takes_a_claim_back_takes_its_papers_back(session: Session, tmp_path: Path) -> None:
    ana = somebody(session)
    claim = asks(session, ana, named(), proof=tmp_path)

    with pytest.raises(ClaimNotFoundError):
        withdraw_claim(session, claim.id, by=somebody(session, "Juma"), now=NOW)
    withdraw_claim(session, claim.id, by=ana, now=NOW)

    assert evidence.count(session, claim.about) == 0
    assert claims.claim(session, claim.id).state is ClaimState.WITHDRAWN


def test_nobody_asks_twice_nor_for_what_they_have_nor_without_end(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace")
    ana = somebody(session)
    asks(session, ana, alfa)

    with pytest.raises(AlreadyActsError):
        asks(session, grace, alfa)
    with pytest.raises(AlreadyAskedError):
        asks(session, ana, alfa)
    with pytest.raises(NumberMisfitError):
        asks(session, ana, named(number="??"))
    for number in range(4):
        asks(session, ana, named(number=f"PVT-NEW{number}"))
    with pytest.raises(TooManyClaimsError):
        asks(session, ana, named(number="PVT-NEW9"))


def test_those_who_sign_are_told_that_somebody_asks(session: Session) -> None:
    alfa = company(session)
    acting(session, alfa, "Grace")

    asks(session, somebody(session, "Juma Kilonzo"), alfa)

    (letter,) = outbox.newest(session, ("mail",))
    assert "Juma Kilonzo asks to act for Alfa Builders Ltd" in letter.payload["text"]
