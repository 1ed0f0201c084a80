"""Who asked to be protected, in the last declaration of their company that counts, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.declarations.answers import from_text
from register.declarations.life import STANDING, WAITING
from register.models.companies import CompanyRow
from register.models.declarations import DeclarationRow
from register.store import withholding
from register.store.withholding import Withheld


@dataclass(frozen=True, slots=True)
class Application:
    """One person who asked for protection. `record_id` is theirs in what is stated, or will be once it is accepted."""

    record_id: str
    person_key: str
    name: str
    company: str
    reference: str
    asked_at: datetime
    accepted: bool
    decided: Withheld | None


def applications(session: Session) -> tuple[Application, ...]:
    """Everybody who asks in the newest declaration of their company that waits or stands; the oldest first."""
    row = DeclarationRow
    counting = [*map(str, (*WAITING, *STANDING))]
    newest = select(func.max(row.id)).where(row.state.in_(counting)).group_by(row.company_id)
    query = (
        select(row, CompanyRow.name, CompanyRow.subject_record_id)
        .join(CompanyRow, CompanyRow.id == row.company_id)
        .where(row.id.in_(newest), row.answers.contains('"protection":true'))
        .order_by(row.id)
    )
    found = [
        (row, company, f"{subject}-p-{person.key}", person)
        for row, company, subject in session.execute(query)
        for person in from_text(row.answers).people
        if person.protection
    ]
    decided = withholding.standing_of(session, [record_id for _, _, record_id, _ in found])
    return tuple(
        Application(
            record_id,
            person.key,
            person.full_name,
            company,
            row.reference,
            row.signed_at,
            row.state in [*map(str, STANDING)],
            decided.get(record_id),
        )
        for row, company, record_id, person in found
    )


def open_applications(session: Session) -> tuple[Application, ...]:
    """Those that nobody decided."""
    return tuple(each for each in applications(session) if each.decided is None)
