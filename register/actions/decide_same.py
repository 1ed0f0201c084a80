"""Decide that two records are one person or company, or are not, or that the last decision was a mistake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.codelists import SourceType
from bods.records import Identifier, Person
from bods.statements import NewStatementId
from register.access import Principal
from register.actions.confirm_identity import confirm_identity
from register.actions.publish_statements import publish_statements
from register.actions.touch_processes import touch_processes
from register.declarations.statements import Told, confirmed_statements
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.store import audit, companies, contracts, identities, likeness, outbox, sameness, statements
from register.store.companies import CompanyNotFoundError
from register.store.likeness import BIDDER, Kind
from register.store.order import take_turn
from register.store.sameness import Decided, Verdict


class RecordUnknownError(RegisterError):
    """No open record is kept under this key."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"there is no open record {key}")


class NotDecidedError(RegisterError):
    """There is no decision about these two that could be undone."""

    def __init__(self, one: str, other: str) -> None:
        self.one, self.other = one, other
        super().__init__(f"nothing is decided about {one} and {other}")


@dataclass(frozen=True, slots=True)
class Deciding:
    """What the registrar says; `seen` that documents of both were seen, so that both are confirmed in public."""

    kind: Kind
    one: str
    other: str
    verdict: Verdict
    reason: str
    evidence: str = ""
    seen: bool = False


def decide_same(
    session: Session,
    deciding: Deciding,
    *,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    """Keep the decision, and let what follows from it follow; statements are added, none is changed.

    People decided to be one share a public identifier: records that are confirmed take it by new statements, others
    when they are confirmed. Bidders decided to be a company are seen with its owners by officers.
    Raises RecordUnknownError, NotDecidedError.
    """
    take_turn(session, "sameness")
    for key in (deciding.one, deciding.other):
        _known(session, deciding.kind, key)
    before = sameness.of_pair(session, deciding.kind, deciding.one, deciding.other)
    if deciding.verdict is Verdict.UNDONE and (not before or before[-1].verdict is Verdict.UNDONE):
        raise NotDecidedError(deciding.one, deciding.other)

    question = likeness.one(session, deciding.kind, deciding.one, deciding.other)
    decided = Decided(
        deciding.kind,
        deciding.one,
        deciding.other,
        deciding.verdict,
        deciding.reason.strip(),
        deciding.evidence.strip(),
        principal.account_id,
        now,
    )

    sameness.add(session, decided, question)
    audit.record(
        session,
        actor=principal.actor,
        action=f"{deciding.kind.value} records decided {deciding.verdict.value}",
        about=min(deciding.one, deciding.other),
        at=now,
        facts={"other": max(deciding.one, deciding.other), "reason": deciding.reason.strip()},
    )
    if deciding.kind is Kind.COMPANY:
        sameness.draw_crosswalk(session)
        _look_again(session, deciding, now)
        return
    _follow(session, deciding, principal, now, today, jurisdiction, new_id)


def _known(session: Session, kind: Kind, key: str) -> None:
    if kind is Kind.PERSON:
        told = Told(statements.about(session, key))
        if not told.open or not isinstance(told.open[key].record, Person):
            raise RecordUnknownError(key)
    elif not key.startswith(BIDDER):
        try:
            companies.by_subject(session, key)
        except CompanyNotFoundError:
            raise RecordUnknownError(key) from None


def _follow(
    session: Session,
    deciding: Deciding,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    pair = (deciding.one, deciding.other)
    if deciding.verdict is Verdict.SAME:
        for key in pair:
            subject = statements.about(session, key)[-1].declaration_subject
            identities.stand_alone(session, key, subject, now)
    own = set(identities.identity_ids(session, pair).values())
    concerned = set(identities.records_of(session, own))
    sameness.join_identities(session)
    concerned |= set(identities.records_of(session, own))
    if deciding.verdict is Verdict.SAME and deciding.seen:
        for key in pair:
            confirm_identity(
                session,
                key,
                f"registrar:{principal.account_id}",
                now,
                today=today,
                jurisdiction=jurisdiction,
                new_id=new_id,
            )
    _restate(session, concerned, now, today, jurisdiction, new_id)


def _restate(
    session: Session,
    records: Iterable[str],
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    """Have confirmed records bear the public identifier that is theirs now."""
    scheme_name = jurisdiction.person_identifier_scheme_name
    touched: set[str] = set()
    for claim in identities.claims_of(session, sorted(records)).values():
        touched.add(claim.subject_record_id)
        told = Told(statements.of_subject(session, claim.subject_record_id))
        if claim.confirmed_at is None or claim.record_id not in told.open:
            continue
        made = confirmed_statements(
            told,
            claim.record_id,
            Identifier(id=claim.public_identifier, scheme_name=scheme_name),
            today=today,
            new_id=new_id,
            source=SourceType.VERIFIED,
        )
        statements.append_all(session, made, now)
    for subject in sorted(touched):
        publish_statements(session, subject, jurisdiction=jurisdiction, now=now)
        touch_processes(session, subject, now=now)


def _look_again(session: Session, deciding: Deciding, now: datetime) -> None:
    """Have flags asked again of the processes in which either company, or bidder, bids."""
    numbers: set[tuple[str, str]] = set()
    for key in (deciding.one, deciding.other):
        if key.startswith(BIDDER):
            scheme, _, number = key.removeprefix(BIDDER).partition(":")
            numbers |= {(scheme, number)} if scheme else set()
        else:
            touch_processes(session, key, now=now)
    bare = [
        key.removeprefix(f"{BIDDER}:")
        for key in (deciding.one, deciding.other)
        if key.startswith(f"{BIDDER}:")
    ]
    for ocid in sorted({*contracts.processes_of(session, numbers), *likeness.processes_named(session, bare)}):
        outbox.add(session, "screen", f"screen:{ocid}", {"ocid": ocid}, now=now)
