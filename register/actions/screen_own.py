"""Screen all that this register knows at once, on whichever engine, and leave findings as Parquet: for officers."""

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from register.actions.screen_all import ScreenedAll, check_free, written
from register.bulk.engine import Engine
from register.bulk.telling import Contracts, Owners
from register.jurisdictions import Jurisdiction
from register.store import contracts, identities, published_rules, statements
from register.store.told_process import process_of

#: Record ids of this register mean the same in all its statements.
HERE = "register"


def screen_own(
    session: Session, engine: Engine, *, out: Path, as_of: date, jurisdiction: Jurisdiction
) -> ScreenedAll:
    """Screen every tender by what was declared for a day. Saves nothing in the database. Raises FindingsThereError."""
    check_free(out)
    law = published_rules.rules_on(session, jurisdiction, as_of)
    owners, bought = Owners(engine, as_of), Contracts(engine)

    told = statements.everything(session)
    people = identities.identities_of(session, {each.record_id for each in told})
    for statement in told:
        owners.take(statement, HERE, people.get(statement.record_id))
    owners.done()
    for ocid in contracts.ocids(session):
        bought.take(process_of(contracts.process(session, ocid)))
    bought.done()

    return written(engine, ScreenedAll(owners.count, bought.count, bought.unnumbered), out, law)
