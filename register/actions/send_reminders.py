"""Remind those who sign for a company before each of its deadlines: in their language, by letter and SMS, once each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.actions.tell_supplier import News, tell_supplier
from register.declarations.life import Kind
from register.jurisdictions import Jurisdiction
from register.store import clarifications, companies, declarations, duties
from register.words import N_

#: So many companies are reminded in one transaction: other writers wait no longer than that.
PORTION = 100

CONFIRM = News(
    subject=N_("Confirm the owners of %(company)s by %(day)s"),
    text=N_(
        "%(company)s confirms once a year that what it declared of its owners still holds.\n\n"
        "Confirm it, or tell of a change, by %(day)s: %(address)s"
    ),
    short=N_("Umiliki: confirm the owners of %(company)s by %(day)s: %(address)s"),
)
CHANGE = News(
    subject=N_("Sign the change of %(company)s by %(day)s"),
    text=N_(
        "You began to tell of a change in %(company)s, and did not sign it yet.\n\n"
        "It is to be told by %(day)s: %(address)s"
    ),
    short=N_("Umiliki: sign the change of %(company)s by %(day)s: %(address)s"),
)
CLARIFY = News(
    subject=N_("Answer the question about %(company)s by %(day)s"),
    text=N_(
        "The registrar asked a question about a declaration of %(company)s, and waits for your answer.\n\n"
        "Answer by %(day)s: %(address)s"
    ),
    short=N_("Umiliki: answer the registrar about %(company)s by %(day)s: %(address)s"),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that a company owes by a day. `about` tells it from all others of its kind."""

    kind: str
    company_id: int
    about: str
    due_on: date
    page: str
    news: News


def send_reminders(session: Session, *, now: datetime, jurisdiction: Jurisdiction, base_url: str) -> int:
    """Remind of changes begun and questions asked, and give how many reminders were left. Done again, it leaves none."""
    owed = (*_changes(session, jurisdiction), *_questions(session))
    return sum(_remind(session, duty, now, jurisdiction, base_url) for duty in owed)


def remind_to_confirm(
    session: Session, after: int, *, now: datetime, jurisdiction: Jurisdiction, base_url: str
) -> tuple[int | None, int]:
    """Remind the next companies after a number to confirm; give the last of them (None: no more) and how many letters.

    To be committed before the next portion.
    """
    standing = duties.standing_after(session, after, PORTION)
    owed = (
        Duty(
            "confirm",
            each.company_id,
            each.reference,
            jurisdiction.confirmation_due(jurisdiction.day_of(each.signed_at)),
            "confirm",
            CONFIRM,
        )
        for each in standing
        if each.kind is not Kind.DISSOLUTION
    )
    left = sum(_remind(session, duty, now, jurisdiction, base_url) for duty in owed)
    return (standing[-1].company_id if standing else None), left


def _changes(session: Session, jurisdiction: Jurisdiction) -> Iterator[Duty]:
    for each in duties.begun_changes(session):
        due_on = jurisdiction.change_due(each.happened_on)
        about = f"{each.company_id}|{each.happened_on.isoformat()}"
        yield Duty("change", each.company_id, about, due_on, "", CHANGE)


def _questions(session: Session) -> Iterator[Duty]:
    for each in clarifications.running(session):
        company_id = declarations.declaration(session, each.reference).company_id
        page = f"declarations/{each.reference}/answer"
        yield Duty("clarification", company_id, f"{each.reference}|{each.id}", each.due_on, page, CLARIFY)


def _remind(session: Session, duty: Duty, now: datetime, jurisdiction: Jurisdiction, base_url: str) -> bool:
    """Leave the reminder whose day has come, unless it was left before; of several days passed only the last."""
    left = (duty.due_on - jurisdiction.day_of(now)).days
    come = [days for days in jurisdiction.reminder_days if left <= days]
    if left < 0 or not come:
        return False
    key = f"{duty.kind}|{duty.about}|{duty.due_on.isoformat()}|{min(come)}"
    if not duties.note_reminder(session, key, duty.company_id, duty.kind, duty.due_on, now):
        return False
    tell_supplier(
        session,
        duty.company_id,
        duty.news,
        key=f"reminder|{key}",
        facts={
            "company": companies.company(session, duty.company_id).name,
            "address": f"{base_url.rstrip('/')}/declare/{duty.company_id}/{duty.page}",
        },
        now=now,
        day=duty.due_on,
    )
    return True
