"""Sign a declaration: keep the answers exactly as shown, and ask each owner whether it is them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Principal
from register.actions.accept_declaration import accept_declaration
from register.actions.claim_identities import claim_identities
from register.actions.move_declaration import move_declaration
from register.actions.right_to_sign import keep_filing, right_to_sign
from register.actions.send_identity_link import send_identity_link
from register.actions.stated_kind import stated_kind
from register.declarations.draft import Declarant, Draft
from register.declarations.gaps import DeclarationIncompleteError, Gap, Part, blocking, gaps
from register.declarations.life import WAITING, Move, Mover, State, needs_four_eyes
from register.jurisdictions import Jurisdiction
from register.store import audit, clarifications, companies, declarations, drafts, life, signed_pages
from register.store.companies import Company, official_number
from register.store.declarations import Signature
from register.store.life import Moved
from register.store.paper_entries import PaperEntry
from register.words import N_


@dataclass(frozen=True, slots=True)
class Signing:
    """What goes with the signature. `shown` is the page as it was shown and signed, byte for byte.

    `submission_key` is random and goes with the page: a double click sends the same key.
    """

    submission_key: str
    shown: bytes
    notice: str
    notice_version: str
    language: str
    consent: bool


def submit_declaration(
    session: Session,
    company_id: int,
    signing: Signing,
    version: int,
    *,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
    base_url: str,
) -> str:
    """Sign the company's draft and give the declaration's reference; the same submission twice gives the same.

    `version` is that of the draft whose page was shown: what somebody saved since is not signed unseen.

    A declaration of the company that still waits is withdrawn: this one takes its place. Where the place accepts at
    once, statements are born and published. Raises DeclarationIncompleteError, with the gaps, and writes nothing;
    DraftNotFoundError; DraftChangedElsewhereError; NotTheirCompanyError; PaperUnderWayError; ScanMissingError.
    """
    paper = right_to_sign(session, company_id, principal)
    before = declarations.by_submission(session, signing.submission_key)
    if before is not None and before.company_id == company_id:
        return before.reference
    company = companies.company(session, company_id)
    written = drafts.to_sign(session, company_id, version)
    draft, about = _signed_on_paper(written.draft, paper), written.about

    other_kind = stated_kind(session, company, draft.company)
    if missing := (*_of_another(draft, company), *other_kind, *blocking(_gaps(draft, jurisdiction, today))):
        raise DeclarationIncompleteError(missing)

    replaced = _replace_waiting(session, company_id, now)
    reference = declarations.add(
        session,
        company_id=company_id,
        subject_record_id=company.subject_record_id,
        answers=draft,
        signature=signature_of(signing, draft, principal, now, jurisdiction),
        statement_date=paper.signed_on if paper else today,
        about=about,
        replaces=replaced,
    )
    mover = Mover.REGISTRAR if paper else Mover.SUPPLIER
    life.record(session, Moved(reference, now, Move.SUBMIT, State.SUBMITTED, mover, principal.account_id))
    keep_filing(
        session, reference, company_id, paper, principal=principal, signed_name=_signer(draft), now=now
    )
    _answer_with(session, about.clarifies, replaced, reference, principal, now)
    signed_pages.keep(session, reference, signing.shown)
    drafts.remove(session, company_id)
    audit.record(
        session,
        actor=principal.actor,
        action="declaration submitted",
        about=reference,
        at=now,
        facts={"company": company.subject_record_id, "shown": sha256(signing.shown).hexdigest()},
    )
    claimed = claim_identities(
        session, company.subject_record_id, draft, now=now, jurisdiction=jurisdiction, accepted=False
    )
    for record_id in claimed:
        send_identity_link(session, record_id, actor=principal.actor, now=now, base_url=base_url)
    # What staff entered from paper is accepted by somebody else.
    if jurisdiction.accepts_at_once and paper is None and not needs_four_eyes(about.kind):
        accept_declaration(
            session, reference, by=None, now=now, jurisdiction=jurisdiction, new_id=new_id, base_url=base_url
        )
    return reference


def _signed_on_paper(draft: Draft, paper: PaperEntry | None) -> Draft:
    """A paper is signed by whoever signed it, whatever was typed since."""
    return replace(draft, declarant=Declarant(paper.signed_name, paper.signed_capacity)) if paper else draft


def _signer(draft: Draft) -> str:
    return draft.declarant.name if draft.declarant else ""


def _gaps(draft: Draft, jurisdiction: Jurisdiction, today: date) -> tuple[Gap, ...]:
    return gaps(
        draft,
        jurisdiction.owner_threshold,
        jurisdiction.control_majority,
        today,
        youth=jurisdiction.youth_ages,
        adult=jurisdiction.majority_age,
    )


def _of_another(draft: Draft, company: Company) -> tuple[Gap, ...]:
    """Under another's number, a declaration would speak for another company."""
    same = (draft.company.scheme, official_number(draft.company.number)) == (company.scheme, company.number)
    message = N_("Your company is kept under the number %(number)s. Ask the registrar if that is wrong.")
    return () if same else (Gap(Part.COMPANY, message, facts={"number": company.number}),)


def signature_of(
    signing: Signing, draft: Draft, principal: Principal, now: datetime, jurisdiction: Jurisdiction
) -> Signature:
    declarant = draft.declarant or Declarant(principal.name, "")
    return Signature(
        account_id=principal.account_id,
        name=declarant.name,
        capacity=declarant.capacity,
        at=now,
        shown_hash=sha256(signing.shown).hexdigest(),
        notice=signing.notice,
        notice_version=signing.notice_version,
        language=signing.language,
        ruleset=jurisdiction.ruleset,
        consent_to_publish=signing.consent,
        submission_key=signing.submission_key,
    )


def _replace_waiting(session: Session, company_id: int, now: datetime) -> str | None:
    """The declaration that still waited makes way for this one; gives its reference."""
    waiting = declarations.last(session, company_id, *WAITING)
    if waiting is None:
        return None
    move_declaration(
        session,
        waiting.reference,
        Move.REPLACE,
        Mover.REGISTER,
        account_id=None,
        now=now,
        kept_reason="replaced",
    )
    audit.record(session, actor="register", action="declaration withdrawn", about=waiting.reference, at=now)
    return waiting.reference


def _answer_with(
    session: Session,
    clarified: str | None,
    replaced: str | None,
    reference: str,
    by: Principal,
    now: datetime,
) -> None:
    """A declaration signed in answer to a question answers it."""
    if clarified is None or clarified != replaced or not clarifications.unanswered(session, clarified):
        return
    clarifications.answer(session, clarified, "", by=by.account_id, now=now, answered_with=reference)
    audit.record(session, actor=by.actor, action="clarification answered", about=clarified, at=now)
