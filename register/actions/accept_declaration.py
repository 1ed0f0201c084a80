"""Accept a declaration: its statements are born, kept, and published when the place's rule says so."""

from datetime import datetime

from sqlalchemy.orm import Session

from bods.statements import NewStatementId, Statement
from register.access import Principal
from register.actions.claim_identities import claim_identities
from register.actions.declared_statements import declared_statements
from register.actions.enter_paper import EnteredThemselvesError
from register.actions.move_declaration import keep_move
from register.actions.publish_statements import publish_statements
from register.actions.send_identity_link import send_identity_link
from register.actions.tell_supplier import News, tell_supplier
from register.actions.touch_processes import touch_processes
from register.declarations.life import (
    WAITING,
    Move,
    MoveNotAllowedError,
    Mover,
    moved,
    needs_four_eyes,
    next_approval,
)
from register.declarations.told import Told
from register.declarations.withholding import minors
from register.jurisdictions import Jurisdiction
from register.store import (
    audit,
    companies,
    declarations,
    filings,
    identities,
    life,
    published_rules,
    statements,
    withholding,
)
from register.store.declarations import DeclarationAlreadyDecidedError, StoredDeclaration
from register.words import N_

NEWS = News(
    subject=N_("Your declaration %(reference)s is accepted"),
    text=N_(
        "The registrar accepted the declaration %(reference)s of %(company)s.\n\n"
        "Tell the register when something changes, and confirm once a year that nothing did."
    ),
    short=N_("Umiliki: declaration %(reference)s of %(company)s is accepted."),
)


def accept_declaration(
    session: Session,
    reference: str,
    *,
    by: Principal | None,
    now: datetime,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
    base_url: str,
) -> tuple[Statement, ...]:
    """Accept a declaration that waits, and give its statements; `by` is None where the register accepts at once.

    The statements speak of the day the declaration was signed. The flags of every process it bears on are asked again.
    A correction needs two registrars: the first yes is kept and gives no statement (`life.approvals` tells of it).
    Raises DeclarationNotFoundError, DeclarationAlreadyDecidedError, MoveNotAllowedError, FourEyesError,
    EnteredThemselvesError.
    """
    paper = filings.of(session, reference).paper
    if by is not None and paper is not None and paper.entered_by == by.account_id:
        raise EnteredThemselvesError(reference, by.account_id)
    actor = by.actor if by else "register"
    if not _accepted(session, reference, by, now):
        audit.record(session, actor=actor, action="correction approved", about=reference, at=now)
        return ()
    declaration = declarations.declaration(session, reference)
    answers = declarations.particulars_of(session, reference)
    subject = companies.company(session, declaration.company_id).subject_record_id
    claimed = claim_identities(session, subject, answers, now=now, jurisdiction=jurisdiction, accepted=True)
    told = Told(statements.of_subject(session, subject))
    withheld, named = withholding.people_of(session, subject)

    born = declared_statements(
        declaration,
        answers,
        subject,
        told,
        jurisdiction=published_rules.rules_on(session, jurisdiction, declaration.statement_date),
        new_id=new_id,
        confirmed=identities.confirmed_in(session, subject, frozenset(told.closed)),
        withheld={**minors(answers, declaration.statement_date, jurisdiction.majority_age), **withheld},
        named=named,
    )

    statements.append_all(session, born, now)
    companies.rename(session, declaration.company_id, answers.company.name)
    audit.record(
        session,
        actor=actor,
        action="declaration accepted",
        about=reference,
        at=now,
        facts={"company": subject, "statements": str(len(born))},
    )
    for record_id in claimed:
        send_identity_link(session, record_id, actor=actor, now=now, base_url=base_url)
    if by:
        _tell(session, declaration, answers.company.name, now)
    publish_statements(session, subject, jurisdiction=jurisdiction, now=now)
    touch_processes(session, subject, now=now)
    return born


def _accepted(session: Session, reference: str, by: Principal | None, now: datetime) -> bool:
    """Make the move that this yes amounts to; False when a second registrar must say yes as well."""
    before = declarations.lock(session, reference)
    if before.state not in WAITING:
        raise DeclarationAlreadyDecidedError(reference, before.state)
    mover, account = (Mover.REGISTRAR, by.account_id) if by else (Mover.REGISTER, None)

    move = _amounts_to(before, life.approvals(session, reference), account)
    after = moved(before.state, move, mover)

    keep_move(session, before, move, after, mover, account_id=account, now=now)
    return move is Move.ACCEPT


def _amounts_to(declaration: StoredDeclaration, approved_by: tuple[int, ...], account: int | None) -> Move:
    if account is not None:
        return next_approval(declaration.about.kind, approved_by, account)
    if needs_four_eyes(declaration.about.kind):
        raise MoveNotAllowedError(declaration.state, Move.ACCEPT, Mover.REGISTER)
    return Move.ACCEPT


def _tell(session: Session, declaration: StoredDeclaration, company: str, now: datetime) -> None:
    tell_supplier(
        session,
        declaration.company_id,
        NEWS,
        key=f"declaration accepted|{declaration.reference}",
        facts={"reference": declaration.reference, "company": company},
        now=now,
    )
