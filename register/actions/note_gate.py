"""See what is left before an award, and keep an officer's reason why something open does not stop it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.raise_flags import day_of, picture_on
from register.exceptions import RegisterError
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction
from register.screening import ReasonMissingError
from register.screening.gate import AtGate, GateCheck, GateItem, GateNote, gate
from register.store import audit, committees, findings, material, officials, unmatched
from register.store import gate as gates
from register.store.order import take_turn


class GateMovedError(RegisterError):
    """What a reason was written about is no longer what is open: it is done, or something else is open."""

    def __init__(self, ocid: str, item: GateItem) -> None:
        self.ocid, self.item = ocid, item
        super().__init__(f"{ocid}: what is open of {item.value} has changed")


def gate_of(
    session: Session, ocid: str, picture: Picture, *, committee_needed: bool = False
) -> tuple[GateCheck, ...]:
    """Give the list before the award as it stands, with the reasons that still count."""
    kept = findings.of_process(session, ocid)
    # While something waits to be asked again, what was found speaks of what is no longer so.
    asked = None if findings.recheck_waits(session, ocid) else findings.screening_of(session, ocid)
    seen = AtGate(
        picture=picture,
        listed=officials.list_in_force(session) is not None,
        asked=asked is not None,
        findings=tuple(each.finding for each in kept if each.gone_at is None),
        unclear=asked.unclear if asked else (),
        standings={each.finding.fingerprint: each.standing for each in kept},
        unmatched=tuple(each.name for each in unmatched.in_tenders(session, [ocid]).get(ocid, ())),
        committee=tuple(
            each for each in committees.of_process(session, ocid) if not each.over(picture.today)
        ),
        committee_needed=committee_needed,
    )
    return gate(seen, gates.notes(session, ocid))


def gate_on(
    session: Session, ocid: str, *, now: datetime, jurisdiction: Jurisdiction
) -> tuple[GateCheck, ...]:
    """Give the list before the award as it stands at a moment. Raises ProcessUnknownError."""
    known = material.of_process(session, ocid)
    today = now.astimezone(ZoneInfo(jurisdiction.timezone)).date()
    picture = picture_on(known, day_of(known.process, today), today)
    return gate_of(session, ocid, picture, committee_needed=jurisdiction.committee_needed)


def note_gate(
    session: Session,
    ocid: str,
    item: GateItem,
    facts: str,
    reason: str,
    *,
    principal: Principal,
    now: datetime,
    jurisdiction: Jurisdiction,
) -> None:
    """Keep why something open does not stop the award; `facts` is the digest of what the officer saw open.

    Raises ProcessUnknownError, ReasonMissingError, GateMovedError.
    """
    take_turn(session, f"gate {ocid}")
    checks = gate_on(session, ocid, now=now, jurisdiction=jurisdiction)

    if not reason.strip():
        raise ReasonMissingError
    check = next(each for each in checks if each.item is item)
    if check.done or check.facts != facts:
        raise GateMovedError(ocid, item)

    gates.add_note(session, ocid, GateNote(item, facts, reason.strip(), str(principal.account_id), now))
    audit.record(
        session,
        actor=principal.actor,
        action="reason given before an award",
        about=ocid,
        at=now,
        facts={"item": item.value, "open": str(len(check.open)), "facts": facts},
    )
