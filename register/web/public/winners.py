"""Awards with the owners of those who won them: one look at the public copy for all awards of a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from register.actions.published_contracts import PublicAward
from register.store import published_pages
from register.web.public.behind import Behind, Standing
from register.web.public.known import known_company, law, today
from register.web.public.shown import ShownCompany, shown

#: So many owners are named in a line; the others are counted.
NAMED = 2


@dataclass(frozen=True, slots=True)
class Winner:
    """One supplier of an award. `seen` is None while it has not declared; `due` is then the last day to do so."""

    award: PublicAward
    seen: ShownCompany | None
    due: date | None

    @property
    def owners(self) -> tuple[Behind, ...]:
        """Those who surely or perhaps own it."""
        told = self.seen.behind if self.seen else ()
        return tuple(each for each in told if each.standing in {Standing.IS, Standing.MAY})

    @property
    def more(self) -> int:
        """How many owners are not named in a short line."""
        return max(len(self.owners) - NAMED, 0)

    @property
    def overdue(self) -> bool:
        return self.due is not None and self.due < today()


def winners(session: Session, awards: Iterable[PublicAward], as_of: date | None = None) -> tuple[Winner, ...]:
    """Find the owners of those who won, today or as of another day."""
    told, day = tuple(awards), as_of or today()
    subjects = published_pages.subjects_of(
        session, {(each.scheme, each.number) for each in told if each.number}
    )
    looks = {
        subject: shown(known_company(session, subject), day) for subject in dict.fromkeys(subjects.values())
    }
    found = []
    for award in told:
        subject = subjects.get((award.scheme, award.number))
        seen = looks[subject] if subject else None
        found.append(Winner(award, seen, None if seen else _due(award)))
    return tuple(found)


def _due(award: PublicAward) -> date | None:
    if award.awarded_on is None:
        return None
    return award.awarded_on + timedelta(days=law().declaration_deadline_days)
