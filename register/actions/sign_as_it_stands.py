"""Sign what stands once more: that nothing changed, or that the company is no more."""

from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Principal
from register.actions.accept_declaration import accept_declaration
from register.actions.begin_telling import last_standing
from register.actions.own_declaration import NotTheirCompanyError
from register.actions.right_to_sign import keep_filing
from register.actions.submit_declaration import Signing, signature_of
from register.declarations.ceasing import carried_on
from register.declarations.draft import Declarant
from register.declarations.life import WAITING, Kind, Move, Mover, State
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.store import audit, companies, declarations, life, signed_pages
from register.store.declarations import About
from register.store.life import Moved


class DeclarationWaitsError(RegisterError):
    """A declaration of the company is being looked at: what stands may be about to change."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"declaration {reference} is being looked at")


class OtherDeclarationStandsError(RegisterError):
    """Since the page was shown another declaration was accepted: what it says is not signed unseen."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"declaration {reference} is no longer the one that stands")


def sign_as_it_stands(
    session: Session,
    company_id: int,
    about: About,
    declarant: Declarant,
    signing: Signing,
    shown: str,
    *,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
    base_url: str,
) -> str:
    """Sign the last accepted answers again, as a confirmation or a dissolution, and give the new reference.

    `shown` is the reference of the declaration whose answers the page showed. The same submission twice gives the
    same. Raises NotTheirCompanyError, NothingDeclaredError, DeclarationWaitsError, OtherDeclarationStandsError.
    """
    if not principal.acts_for(company_id):
        raise NotTheirCompanyError(company_id)
    before = declarations.by_submission(session, signing.submission_key)
    if before is not None and before.company_id == company_id:
        return before.reference
    waiting = declarations.last(session, company_id, *WAITING)
    if waiting is not None:
        raise DeclarationWaitsError(waiting.reference)
    stands = last_standing(session, company_id)
    if stands.reference != shown:
        raise OtherDeclarationStandsError(shown)
    company = companies.company(session, company_id)

    kept = carried_on(declarations.particulars_of(session, stands.reference), stands.statement_date)
    answers = replace(kept, declarant=declarant)

    reference = declarations.add(
        session,
        company_id=company_id,
        subject_record_id=company.subject_record_id,
        answers=answers,
        signature=signature_of(signing, answers, principal, now, jurisdiction),
        statement_date=today,
        about=about,
    )
    life.record(
        session,
        Moved(reference, now, Move.SUBMIT, State.SUBMITTED, Mover.SUPPLIER, principal.account_id),
    )
    keep_filing(
        session, reference, company_id, None, principal=principal, signed_name=declarant.name, now=now
    )
    signed_pages.keep(session, reference, signing.shown)
    audit.record(
        session,
        actor=principal.actor,
        action=_ACTIONS[about.kind],
        about=reference,
        at=now,
        facts={"company": company.subject_record_id, "shown": sha256(signing.shown).hexdigest()},
    )
    if jurisdiction.accepts_at_once:
        accept_declaration(
            session, reference, by=None, now=now, jurisdiction=jurisdiction, new_id=new_id, base_url=base_url
        )
    return reference


_ACTIONS = {Kind.CONFIRMATION: "confirmation submitted", Kind.DISSOLUTION: "dissolution submitted"}
