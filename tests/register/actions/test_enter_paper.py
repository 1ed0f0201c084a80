"""Staff enter what came on paper: signed by the paper's signatory, and accepted by somebody else."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole, Principal, Role
from register.actions.accept_declaration import accept_declaration
from register.actions.begin_declaration import begin_declaration
from register.actions.enter_paper import (
    CompanyWritesItselfError,
    EnteredThemselvesError,
    NotForStaffError,
    Paper,
    PaperOvertakenError,
    begin_paper,
    give_up_paper,
)
from register.actions.own_declaration import NotTheirCompanyError
from register.actions.right_to_sign import PaperUnderWayError, ScanMissingError
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.draft import SUBJECT
from register.store import companies, declarations, drafts, evidence, filings, statements
from register.store.declarations import DeclarationState
from register.store.paper_entries import PaperEntry, PaperNotFoundError, PaperOpenError
from tests.factories.acting import NOW, acting, as_known, company, hands_in, named, somebody
from tests.factories.declarations import ALFA, draft, held, ids, private
from tests.factories.declaring import BASE, KENYA, supplier

SIGNED_ON = date(2026, 2, 20)
PAPER = Paper("Disclosure form, stamped 1142", "Wanza Mutiso", "director", SIGNED_ON)


def clerk(session: Session, name: str = "Charles Musyoka", role: Role = Role.CLERK) -> Principal:
    return somebody(session, name, role)


def begun(session: Session, by: Principal) -> PaperEntry:
    return begin_paper(session, named(), PAPER, principal=by, now=NOW, jurisdiction=KENYA)


def typed(session: Session, entry: PaperEntry) -> None:
    """The clerk types one owner with what the paper says."""
    kept = drafts.draft(session, entry.company_id)
    told = draft(held("ana", 60), people=("ana",))
    answers = replace(
        told,
        company=replace(ALFA, key=SUBJECT, name="Beta Works Ltd", scheme="KE-RCO", number="PVT-BETA01"),
        declarant=kept.draft.declarant,
        particulars={"ana": private("ana")},
    )
    save_draft(session, entry.company_id, answers, kept.version, NOW)


def signs(session: Session, company_id: int, by: Principal) -> str:
    return submit_declaration(
        session,
        company_id,
        Signing("key", b"<p>shown</p>", "notice", "1", "en", consent=True),
        drafts.draft(session, company_id).version if drafts.exists(session, company_id) else drafts.NONE_YET,
        principal=by,
        now=NOW,
        today=NOW.date(),
        jurisdiction=KENYA,
        new_id=ids("paper").__next__,
        base_url=BASE,
    )


def entered(session: Session, by: Principal, data: Path) -> str:
    entry = begun(session, by)
    typed(session, entry)
    hands_in(session, entry.about, data, by=by)
    return signs(session, entry.company_id, as_known(session, by.account_id))


def accepts(session: Session, reference: str, by: Principal) -> None:
    accept_declaration(
        session, reference, by=by, now=NOW, jurisdiction=KENYA, new_id=ids("accepted").__next__, base_url=BASE
    )


def test_a_paper_is_signed_by_whoever_signed_it_on_the_day_they_did(session: Session, tmp_path: Path) -> None:
    charles = clerk(session)

    reference = entered(session, charles, tmp_path)

    made, filing = declarations.declaration(session, reference), filings.of(session, reference)
    assert (made.signature.name, made.signature.capacity) == ("Wanza Mutiso", "director")
    assert (made.statement_date, made.signature.account_id) == (SIGNED_ON, charles.account_id)
    assert filing.paper is not None
    assert (filing.paper.title, filing.paper.entered_by) == (PAPER.title, charles.account_id)
    assert evidence.count(session, filing.paper.about) == 1
    assert not as_known(session, charles.account_id).may_view(made.company_id)


def test_a_paper_waits_even_where_declarations_are_accepted_at_once(session: Session, tmp_path: Path) -> None:
    reference = entered(session, clerk(session), tmp_path)

    assert KENYA.accepts_at_once
    assert declarations.declaration(session, reference).state is DeclarationState.SUBMITTED


def test_whoever_entered_it_never_accepts_it_and_somebody_else_does(session: Session, tmp_path: Path) -> None:
    rehema = clerk(session, "Rehema Kioko", Role.REGISTRAR)
    reference = entered(session, rehema, tmp_path)

    with pytest.raises(EnteredThemselvesError):
        accepts(session, reference, as_known(session, rehema.account_id))
    assert declarations.declaration(session, reference).state is DeclarationState.SUBMITTED
    accepts(session, reference, clerk(session, "Miriam", Role.REGISTRAR))

    made = declarations.declaration(session, reference)
    born = statements.of_subject(session, companies.company(session, made.company_id).subject_record_id)
    assert made.state is DeclarationState.ACCEPTED
    assert {str(each.statement_date) for each in born} == {SIGNED_ON.isoformat()}


def test_without_a_scan_nothing_is_kept(session: Session) -> None:
    charles = clerk(session)
    entry = begun(session, charles)
    typed(session, entry)

    with pytest.raises(ScanMissingError):
        signs(session, entry.company_id, as_known(session, charles.account_id))

    assert declarations.of_company(session, entry.company_id) == ()


def test_nobody_signs_the_paper_that_another_enters(session: Session, tmp_path: Path) -> None:
    entry = begun(session, clerk(session))
    hands_in(session, entry.about, tmp_path, by=clerk(session))

    for other in (
        clerk(session, "Second Clerk"),
        somebody(session, "Ana"),
        somebody(session, "O", Role.OFFICER),
    ):
        with pytest.raises(NotTheirCompanyError):
            signs(session, entry.company_id, as_known(session, other.account_id))


def test_what_the_company_declared_in_private_stays_shut_to_who_enters_its_paper(session: Session) -> None:
    alfa = supplier(session)
    told = draft(held("ana", 60), people=("ana",))
    alfa.declare(replace(told, particulars={"ana": private("ana")}))
    number = replace(named(), number=alfa.company.number)

    later = replace(PAPER, signed_on=date(2026, 3, 20))
    entry = begin_paper(session, number, later, principal=clerk(session), now=NOW, jurisdiction=KENYA)

    kept = drafts.draft(session, entry.company_id).draft
    assert [each.key for each in kept.people] == ["ana"]
    assert kept.particulars == {}


def test_a_paper_older_than_what_the_company_declared_is_not_entered(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(draft(held("ana", 60), people=("ana",)))

    with pytest.raises(PaperOvertakenError):
        begin_paper(
            session,
            replace(named(), number=alfa.company.number),
            PAPER,
            principal=clerk(session),
            now=NOW,
            jurisdiction=KENYA,
        )


def test_company_and_county_do_not_write_at_once(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace")
    number = replace(named(), number=alfa.number)
    begin_declaration(session, alfa.id, now=NOW, jurisdiction=KENYA)
    with pytest.raises(CompanyWritesItselfError):
        begin_paper(session, number, PAPER, principal=clerk(session), now=NOW, jurisdiction=KENYA)
    drafts.remove(session, alfa.id)
    begin_paper(session, number, PAPER, principal=clerk(session), now=NOW, jurisdiction=KENYA)

    with pytest.raises(PaperOpenError):
        begin_paper(session, number, PAPER, principal=clerk(session), now=NOW, jurisdiction=KENYA)
    with pytest.raises(PaperUnderWayError):
        signs(session, alfa.id, grace)


def test_a_paper_given_up_leaves_nothing_behind(session: Session, tmp_path: Path) -> None:
    charles = clerk(session)
    entry = begun(session, charles)
    hands_in(session, entry.about, tmp_path, by=charles)

    with pytest.raises(PaperNotFoundError):
        give_up_paper(session, entry.id, principal=clerk(session, "Other"), now=NOW)
    give_up_paper(session, entry.id, principal=charles, now=NOW + timedelta(hours=1))

    assert not drafts.exists(session, entry.company_id)
    assert evidence.count(session, entry.about) == 0
    assert as_known(session, charles.account_id).enters == ()


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_nobody_else_enters_papers(session: Session, role: Role) -> None:
    with pytest.raises(NotForStaffError):
        begun(session, somebody(session, "Otieno", role))


def test_an_agents_name_and_firm_are_kept_with_what_they_sign(session: Session) -> None:
    alfa = supplier(session)
    agent = acting(
        session, alfa.company, "Otieno Baraka", CompanyRole.ADMIN, capacity=Capacity.AGENT, firm="Baraka & Co"
    )
    own = alfa.declare(draft(held("ana", 60), people=("ana",)))
    alfa.principal = agent

    theirs = alfa.declare(draft(held("ana", 70), people=("ana",)))

    signer = declarations.declaration(session, theirs).signature.name
    assert filings.of(session, theirs).agent_firm == "Baraka & Co"
    assert filings.of(session, theirs).agent_name == signer
    assert filings.of(session, own).agent_firm == ""
