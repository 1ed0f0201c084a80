"""The public log entry by entry: what was published, and which earlier entries were redacted."""

from dataclasses import dataclass
from operator import attrgetter

from sqlalchemy.orm import Session

from register.store import published, published_redactions
from register.store.published import PublishedStatement
from register.store.published_redactions import Redaction


@dataclass(frozen=True, slots=True)
class Redacted:
    """An entry of the log which says that a statement's text was replaced, and the statement as it is now."""

    redaction: Redaction
    statement: PublishedStatement

    @property
    def sequence(self) -> int:
        """The entry's own number."""
        return self.redaction.sequence


def entries(session: Session, after: int = 0, limit: int = 100) -> tuple[PublishedStatement | Redacted, ...]:
    """Entries of the log by number, from the one after `after` on: statements, and redactions of earlier ones."""
    redactions = published_redactions.after(session, after, limit)
    redacted = {each.published_sequence for each in redactions}
    now = {each.sequence: each for each in published.of_sequences(session, redacted)}

    found: list[PublishedStatement | Redacted] = list(published.after(session, after, limit))
    found += [Redacted(each, now[each.published_sequence]) for each in redactions]
    return tuple(sorted(found, key=attrgetter("sequence"))[:limit])
