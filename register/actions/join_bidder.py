"""An officer decides that a bidder is a company of the register, or is not, or that the last decision was a mistake."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Principal
from register.actions.decide_same import Deciding, decide_same
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.store import sameness
from register.store.likeness import Kind
from register.store.order import take_turn
from register.store.sameness import Verdict


class JoinedAlreadyError(RegisterError):
    """The bidder was decided to be another company: both at once would make the two companies one."""

    def __init__(self, bidder: str, subject: str) -> None:
        self.bidder, self.subject = bidder, subject
        super().__init__(f"{bidder} is joined to {subject} already")


class OvertakenError(RegisterError):
    """Somebody decided about these two since the officer looked."""

    def __init__(self, decisions: int) -> None:
        self.decisions = decisions
        super().__init__(f"{decisions} decisions are kept by now")


@dataclass(frozen=True, slots=True)
class Joining:
    """What the officer says of a bidder and a company; `seen` is how many decisions they had before them."""

    bidder: str
    subject: str
    verdict: Verdict
    note: str
    seen: int


def join_bidder(
    session: Session,
    joining: Joining,
    *,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    """Keep the decision; the company's owners stand behind the bidder, or do no longer, and its flags are asked again.

    Raises JoinedAlreadyError, OvertakenError, and as `decide_same` does.
    """
    take_turn(session, "sameness")
    decided = sameness.of_pair(session, Kind.COMPANY, joining.bidder, joining.subject)
    others = [each for each in sameness.companies_of(session, joining.bidder) if each != joining.subject]

    if len(decided) != joining.seen:
        raise OvertakenError(len(decided))
    if joining.verdict is Verdict.SAME and others:
        raise JoinedAlreadyError(joining.bidder, others[0])

    decide_same(
        session,
        Deciding(Kind.COMPANY, joining.bidder, joining.subject, joining.verdict, joining.note),
        principal=principal,
        now=now,
        today=today,
        jurisdiction=jurisdiction,
        new_id=new_id,
    )
