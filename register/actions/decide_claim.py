"""Decide who may act for a company: a registrar by the papers, or somebody who signs for the company already."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import CompanyRole, Permission, Principal
from register.actions.own_declaration import NotTheirCompanyError
from register.actions.tell_account import tell_account
from register.actions.tell_supplier import News
from register.exceptions import RegisterError
from register.store import audit, claims, companies, drafts, evidence, mandates
from register.store.claims import Claim, ClaimNotFoundError, ClaimState
from register.store.mandates import Mandate
from register.words import N_

APPROVED = News(
    N_("You may now act for %(company)s"),
    N_("Your request to act for %(company)s was approved. Sign in to go on."),
    N_("You may now act for %(company)s. Sign in to go on."),
)
REFUSED = News(
    N_("You may not act for %(company)s"),
    N_("Your request to act for %(company)s was refused: %(reason)s"),
    N_("Your request to act for %(company)s was refused. Sign in to read why."),
)


class ProofMissingError(RegisterError):
    """A registrar lets nobody in without a paper that proves it."""

    def __init__(self, claim_id: int) -> None:
        self.claim_id = claim_id
        super().__init__(f"claim {claim_id} has no paper that proves it")


class RefusalReasonMissingError(RegisterError):
    """A claim is refused only with a reason that the person can act on."""

    def __init__(self, claim_id: int) -> None:
        self.claim_id = claim_id
        super().__init__(f"claim {claim_id} cannot be refused without a reason")


def approve_claim(session: Session, claim_id: int, *, by: Principal, now: datetime) -> Claim:
    """Let the person act for the company as they asked; whoever has an end to what they may do gives no longer one.

    What somebody else began to write for the company while nobody knew it is taken away unread.
    Raises ClaimNotFoundError, ClaimAlreadyDecidedError, NotTheirCompanyError, ProofMissingError.
    """
    told = _decidable(session, claim_id, by)
    if by.can(Permission.ACCEPT) and not evidence.count(session, told.about):
        raise ProofMissingError(claim_id)

    begun_by = claims.writer_of(session, told.company_id)
    led = mandates.anybody(session, told.company_id, now=now)
    own_end = None if by.can(Permission.ACCEPT) else _end_of(session, by, told.company_id, now)

    done = claims.decide(session, claim_id, ClaimState.APPROVED, by=by.account_id, at=now)
    if begun_by not in (None, told.account_id):
        drafts.remove(session, told.company_id)
    mandates.grant(
        session,
        Mandate(
            told.account_id,
            told.company_id,
            told.role if led else CompanyRole.ADMIN,
            told.capacity,
            told.firm,
            ends_at=own_end,
        ),
        now=now,
    )
    _recorded(session, done, by, now)
    _tell(session, done, APPROVED, now)
    return done


def refuse_claim(session: Session, claim_id: int, reason: str, *, by: Principal, now: datetime) -> Claim:
    """Refuse, and say why; what the person had begun to write for the company is taken away.

    Raises RefusalReasonMissingError, ClaimNotFoundError, ClaimAlreadyDecidedError, NotTheirCompanyError.
    """
    if not reason.strip():
        raise RefusalReasonMissingError(claim_id)
    told = _decidable(session, claim_id, by)
    begun_by = claims.writer_of(session, told.company_id)

    done = claims.decide(
        session, claim_id, ClaimState.REFUSED, by=by.account_id, at=now, reason=reason.strip()
    )
    _take_away_begun(session, told, begun_by, now)
    _recorded(session, done, by, now)
    _tell(session, done, REFUSED, now)
    return done


def withdraw_claim(session: Session, claim_id: int, *, by: Principal, now: datetime) -> Claim:
    """Take one's own claim back, with its papers and what one had begun to write.

    Raises ClaimNotFoundError, also for the claim of somebody else; ClaimAlreadyDecidedError.
    """
    told = claims.claim(session, claim_id)
    if told.account_id != by.account_id:
        raise ClaimNotFoundError(claim_id)
    begun_by = claims.writer_of(session, told.company_id)

    done = claims.decide(session, claim_id, ClaimState.WITHDRAWN, by=by.account_id, at=now)
    _take_away_begun(session, told, begun_by, now)
    evidence.remove_about(session, told.about, because=evidence.TAKEN_BACK, now=now)
    _recorded(session, done, by, now)
    return done


def _decidable(session: Session, claim_id: int, by: Principal) -> Claim:
    told = claims.claim(session, claim_id)
    if not by.can(Permission.ACCEPT) and not by.acts_for(told.company_id):
        raise NotTheirCompanyError(told.company_id)
    return told


def _end_of(session: Session, by: Principal, company_id: int, now: datetime) -> datetime | None:
    return mandates.one(session, by.account_id, company_id, now=now).ends_at


def _take_away_begun(session: Session, told: Claim, begun_by: int | None, now: datetime) -> None:
    """Nobody else may read what was begun by somebody who turned out to have no say."""
    if begun_by == told.account_id and not mandates.of_company(session, told.company_id, now=now):
        drafts.remove(session, told.company_id)


def _recorded(session: Session, done: Claim, by: Principal, now: datetime) -> None:
    company = companies.company(session, done.company_id)
    audit.record(
        session,
        actor=by.actor,
        action=f"authority {done.state}",
        about=done.about,
        at=now,
        facts={
            "company": company.subject_record_id,
            "account": f"account:{done.account_id}",
            "role": done.role.value,
        },
    )


def _tell(session: Session, done: Claim, news: News, now: datetime) -> None:
    company = companies.company(session, done.company_id)
    facts = {"company": company.name, "reason": done.reason or ""}
    tell_account(session, done.account_id, news, key=f"claim|{done.id}|{done.state}", facts=facts, now=now)
