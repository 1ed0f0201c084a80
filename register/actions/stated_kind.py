"""What the company was stated as before, set against what a draft says it is."""

from sqlalchemy.orm import Session

from bods.records import Entity
from register.declarations.draft import EntityAnswer
from register.declarations.gap import Gap
from register.declarations.gaps_in_kind import kind_gaps
from register.store import statements
from register.store.companies import Company


def stated_kind(session: Session, company: Company, told: EntityAnswer) -> tuple[Gap, ...]:
    """Give what keeps a company from being declared as another kind of body; nothing while none was stated."""
    before = statements.about(session, company.subject_record_id)
    record = before[-1].record if before else None
    return tuple(kind_gaps(record if isinstance(record, Entity) else None, told))
