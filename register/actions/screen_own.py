"""Screen all that this register knows at once, on whichever engine, and leave findings as Parquet: for officers."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from register.actions.screen_all import ScreenedAll, check_free, written
from register.bulk.engine import Engine
from register.bulk.telling import Contracts, Owners
from register.graph.process import Process
from register.jurisdictions import Jurisdiction
from register.store import contracts, identities, published_rules, sameness, statements
from register.store.likeness import bidder_key
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
    joined = {**people, **sameness.all_same_companies(session)}
    for statement in told:
        owners.take(statement, HERE, joined.get(statement.record_id))
    owners.done()
    crossings = sameness.all_crossed(session)
    for ocid in contracts.ocids(session):
        process = process_of(contracts.process(session, ocid))
        bought.take(process, _crosswalk(process, crossings), HERE)
    bought.done()

    return written(engine, ScreenedAll(owners.count, bought.count, bought.unnumbered), out, law)


def _crosswalk(process: Process, crossings: Mapping[str, str]) -> dict[str, str]:
    """The record of the company that each bidder was decided to be, by the publisher's own id."""
    keys = {bid.party: bidder_key(bid.scheme, bid.id, bid.name) for bid in process.bids}
    return {party: crossings[key] for party, key in keys.items() if key in crossings}
