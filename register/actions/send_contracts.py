"""Hand a file of contracts to the worker, which takes it in a part at a time."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, imports, outbox
from register.store.imports import Way


def send_contracts(session: Session, name: str, data: bytes, *, principal: Principal, now: datetime) -> int:
    """Keep the file, sealed, until it is read; gives the number of its run in the log."""
    run_id = imports.begin(session, Way.PAGE, name, by=principal.account_id, now=now, data=data)
    outbox.add(session, "contracts", f"contracts:{run_id}:0", {"run": str(run_id)}, now=now)
    audit.record(
        session,
        actor=principal.actor,
        action="contracts sent",
        about=f"import {run_id}",
        at=now,
        facts={"file": name, "bytes": str(len(data))},
    )
    return run_id
