"""Show a person's private answers to whoever asked with a reason and was let by a second registrar: for minutes only."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.propose import propose
from register.actions.send_letter import leave_letter
from register.declarations.draft import Draft, Particulars, PersonAnswer
from register.exceptions import RegisterError
from register.four_eyes import Proposal, ProposalKind, SameEyesError
from register.gateways.mail import Letter
from register.store import accounts, audit, declarations, proposals, reveals
from register.words import _, in_language

#: From approval on, so long may it be opened first; from then on, so long again.
GOOD_FOR = timedelta(hours=24)
OPEN_FOR = timedelta(minutes=15)
#: Whoever is shown more people's private answers than this within an hour is told of to the administrators.
MOST_AN_HOUR = 20
HOUR = timedelta(hours=1)


class RevealNotOpenError(RegisterError):
    """What was asked for is not approved, or its time is over."""

    def __init__(self, proposal_id: int) -> None:
        self.proposal_id = proposal_id
        super().__init__(f"proposal {proposal_id} opens nothing now")


class PersonNotDeclaredError(RegisterError):
    """The declaration names nobody under this key."""

    def __init__(self, reference: str, person_key: str) -> None:
        self.reference, self.person_key = reference, person_key
        super().__init__(f"declaration {reference} names nobody as {person_key}")


def propose_reveal(
    session: Session, reference: str, person_key: str, reason: str, *, by: Principal, now: datetime
) -> Proposal:
    """Ask to see the private answers about one person of a signed declaration.

    Raises DeclarationNotFoundError, PersonNotDeclaredError; NotTheirRightError, ProposalReasonMissingError,
    AlreadyProposedError.
    """
    told = declarations.declaration(session, reference)
    _person(told.answers, reference, person_key)

    what = {"reference": reference, "person": person_key}
    return propose(session, ProposalKind.REVEAL, f"{reference}/{person_key}", what, reason, by=by, now=now)


def is_open(session: Session, proposal: Proposal, now: datetime) -> bool:
    """Whether what was approved may be looked at at this moment."""
    if not proposal.is_approved or proposal.decision is None:
        return False
    first = reveals.first_shown(session, proposal.id)
    return now < (first + OPEN_FOR if first else proposal.decision.at + GOOD_FOR)


def reveal_private(
    session: Session, proposal_id: int, *, by: Principal, now: datetime
) -> tuple[PersonAnswer, Particulars | None]:
    """Open the private answers that a proposal asked for, to its proposer alone; None when they were erased.

    Each showing is written to the trail. Raises ProposalNotFoundError, SameEyesError, RevealNotOpenError,
    PersonNotDeclaredError.
    """
    proposal = proposals.to_decide(session, proposal_id)
    if proposal.by != by.account_id:
        raise SameEyesError(proposal_id)
    if proposal.kind is not ProposalKind.REVEAL or not is_open(session, proposal, now):
        raise RevealNotOpenError(proposal_id)
    reference, key = proposal.what["reference"], proposal.what["person"]
    answers = declarations.particulars_of(session, reference)
    person = _person(answers, reference, key)

    reveals.add(session, proposal.id, by.account_id, now)
    audit.record(
        session,
        actor=by.actor,
        action="private answers shown",
        about=proposal.about,
        at=now,
        facts={"proposal": str(proposal.id), "reason": proposal.reason},
    )
    _watch(session, by, now)
    return person, answers.particulars.get(key)


def _person(answers: Draft, reference: str, person_key: str) -> PersonAnswer:
    found = next((each for each in answers.people if each.key == person_key), None)
    if found is None:
        raise PersonNotDeclaredError(reference, person_key)
    return found


def _watch(session: Session, by: Principal, now: datetime) -> None:
    """Tell the administrators, once an hour, of somebody who is shown very many people."""
    shown = reveals.people_shown(session, by.account_id, now - HOUR)
    if shown <= MOST_AN_HOUR:
        return
    audit.record(
        session,
        actor="register",
        action="many private answers shown",
        about=by.actor,
        at=now,
        facts={"people": str(shown)},
    )
    hour = int(now.timestamp() // HOUR.total_seconds())
    for each in accounts.people(session, staff=True, limit=1000):
        if each.role is Role.ADMINISTRATOR and each.active and each.email:
            with in_language(each.language):
                letter = Letter(
                    each.email,
                    str(_("Somebody was shown many private answers")),
                    str(
                        _(
                            "%(name)s was shown the private answers about %(number)s people within an hour. If you do not "
                            "know why, take their access away and ask them.",
                            name=by.name,
                            number=shown,
                        )
                    ),
                )
            leave_letter(session, letter, f"many shown|{by.account_id}|{hour}|{each.id}", now=now)
