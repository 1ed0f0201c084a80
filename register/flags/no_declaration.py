"""A winner has no accepted declaration by the day the law asks for it.

Rule: by the deadline in the letter of award, or the jurisdiction's number of days after the award where the letter's is
    not known, a winner has no accepted declaration of its owners. One that declared after the deadline is told with its
    delay, as context.
Why: without a declaration nobody can say whether the winner is linked to other bidders or to officials, and the award
    may not stand.
Source: Beneficial Ownership Disclosure Form of Kenya's standard tender documents (2022): the form is due within the
    period that the letter of award sets; Public Procurement and Asset Disposal Act 2015 (Kenya), section 41(1)(e).
Example: Mtito Construction won the classroom tender on 2 March; by 16 March it has not declared.
Left out: bidders that did not win, and winners whose deadline has not passed; a winner of whom neither deadline nor
    day of award is known could not be judged.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from register.flags.flag import Finding, Flag, Proof, Severity, Unclear, fingerprint, pointers_to
from register.graph.picture import Picture
from register.graph.process import Process
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

NOT_DECLARED = N_("%(bidder)s won and had not declared its owners by %(deadline_on)s.")
DECLARED_LATE = N_(
    "%(bidder)s declared its owners on %(declared_on)s, %(days)s days after the deadline of %(deadline_on)s."
)
LETTER = N_("The letter of award sets %(deadline_on)s as the deadline.")
COUNTED = N_("Awarded on %(awarded_on)s; the declaration is due within %(allowed)s days, by %(deadline_on)s.")
NO_DEADLINE = N_("Neither the day of the award to %(bidder)s nor the deadline in its letter is on file.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture, on the day of asking."""
    process = picture.process
    if process is None:
        return
    deadline, reason = deadline_of(process, law)
    for winner in process.winners:
        declared = picture.declared.get(winner)
        if deadline is None or reason is None:
            if declared is None:
                yield Unclear(FLAG.code, winner, NO_DEADLINE, {"bidder": picture.name(winner)})
        elif (declared is None or declared.on > deadline) and picture.today > deadline:
            yield _finding(picture, process, winner, deadline, reason)


def deadline_of(process: Process, law: Jurisdiction) -> tuple[date | None, Sentence | None]:
    """Give the last day to declare and where it comes from; nothing when neither letter nor award is dated."""
    if process.award_letter_deadline:
        deadline = process.award_letter_deadline
        return deadline, Sentence(LETTER, {"deadline_on": deadline.isoformat()})
    if process.awarded_on is None:
        return None, None
    deadline = process.awarded_on + timedelta(days=law.declaration_deadline_days)
    facts = {
        "awarded_on": process.awarded_on.isoformat(),
        "allowed": str(law.declaration_deadline_days),
        "deadline_on": deadline.isoformat(),
    }
    return deadline, Sentence(COUNTED, facts)


def _finding(picture: Picture, process: Process, winner: str, deadline: date, reason: Sentence) -> Finding:
    declared = picture.declared.get(winner)
    facts = {"bidder": picture.name(winner), "deadline_on": deadline.isoformat()}
    if declared:
        facts |= {"declared_on": declared.on.isoformat(), "days": str((declared.on - deadline).days)}
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, process.ocid, (winner,)),
        sentence=DECLARED_LATE if declared else NOT_DECLARED,
        facts=facts,
        bidders=(winner,),
        about=(),
        severity=Severity.CONTEXT if declared else FLAG.severity,
        proofs=(Proof(reason, pointers=pointers_to(picture, winner)),),
    )


FLAG = Flag(
    code="no-declaration",
    version=1,
    title=N_("A winner has not declared"),
    sentence=N_("A winner has no declaration by the day the law asks for it."),
    severity=Severity.STRONG,
    find=find,
)
