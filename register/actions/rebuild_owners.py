"""Work out the owners of all companies anew beside those kept, and let them take their place when they are whole.

Each step is one transaction of its own, so that nobody waits long; a rebuild that is killed leaves what was kept whole.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.keep_owners import keep_in
from register.jurisdictions import Jurisdiction
from register.store import owner_generations

#: So many companies are worked out in one transaction.
AT_ONCE = 25


def rebuild_owners(
    session: Session, *, clock: Callable[[], datetime], jurisdiction: Jurisdiction
) -> Iterator[int]:
    """Rebuild, giving after each step how many companies it took; the caller commits after each, and at the end.

    What changes meanwhile is kept in both by the worker. Raises RebuildOvertakenError when another begins later.
    """
    owner_generations.take_owners_turn(session)
    generation = owner_generations.begin(session, clock())
    yield 0

    last = ""
    while True:
        owner_generations.take_owners_turn(session)
        owner_generations.check_newest(session, generation)
        companies = owner_generations.declared_companies(session, last, AT_ONCE)
        if not companies:
            break
        for company in companies:
            keep_in(session, (generation,), company, now=clock(), jurisdiction=jurisdiction)
        last = companies[-1]
        yield len(companies)

    owner_generations.finish(session, generation, clock())
    yield 0
    while owner_generations.sweep(session):
        yield 0
