"""What stands at the addresses about what two members of staff decide together."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from register.access import Role
from register.declarations.person_record import GRANTED
from register.four_eyes import Decision, Outcome, ProposalKind
from register.store import accounts, companies, declarations, evidence, proposals, withholding
from register.store.withholding import Standing
from tests.factories.people import person
from tests.house.principals import EMAILS, Who


def values(session: Session, data: Path, reference: str, now: datetime) -> dict[tuple[str, str], str]:
    """Values for the arguments of these addresses, by endpoint and argument; `reference` is a declaration that waits."""
    registrar = accounts.by_email(session, EMAILS[Who.REGISTRAR])
    assert registrar is not None
    colleague = person(session, Role.REGISTRAR, email="colleague@county.example", at=now)
    told = declarations.declaration(session, reference)
    key = told.answers.people[0].key
    protected = f"{companies.company(session, told.company_id).subject_record_id}-p-{key}"
    withholding.add(session, protected, Standing.PROTECTED, GRANTED, proposal_id=None, at=now)
    change = {"value": "7", "from": (now + timedelta(days=90)).date().isoformat(), "source": "An act"}
    waits = proposals.add(
        session, ProposalKind.RULES, "control_majority", change, "Why not.", by=registrar.id, at=now
    )
    asked = {"reference": reference, "person": key}
    let = proposals.add(
        session, ProposalKind.REVEAL, f"{reference}/{key}", asked, "Two numbers.", by=registrar.id, at=now
    )
    proposals.decide(session, let, Decision(Outcome.APPROVED, "Yes.", colleague.id, now))
    paper = evidence.add(
        session,
        data,
        about=evidence.about_declaration(reference),
        kind="cr12",
        name="cr12.pdf",
        media_type="application/pdf",
        content=b"%PDF-1.4",
        scanned=False,
        by=registrar.actor,
        now=now,
    )
    return {
        ("review.ask_to_see", "key"): key,
        ("review.erase", "key"): key,
        ("review.check_paper", "paper_id"): str(paper.id),
        ("review.declaration_paper", "paper_id"): str(paper.id),
        ("review.open_private", "proposal_id"): str(let.id),
        ("review.proposal", "proposal_id"): str(waits.id),
        ("review.protect", "record_id"): protected,
        ("review.why_protected", "record_id"): protected,
        ("review.rule", "setting"): "owner_threshold",
        ("review.take_back", "proposal_id"): str(waits.id),
    }
