"""Put a backup back, and erase again whoever was erased since it was made."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from register.store import audit, erasures
from register.store.backups import making
from register.store.backups.making import Host


def restore_backup(host: Host, file: Path, identity: Path, now: datetime, *, replace: bool) -> datetime:
    """Put database, papers and what is missing of the erasure list back; give the moment that they are of.

    Nothing is touched before every byte of the backup was checked. Raises the errors of `store.backups.faults`.
    Call `erase_again` next, on a new session.
    """
    with making.opened(host, file, identity, now) as backup:
        making.put_back(host, backup, now, replace=replace)
        erasures.add_missing(host.erasures, backup.folder / "erasures.jsonl")
        return datetime.fromisoformat(backup.manifest.made_at)


def erase_again(session: Session, erasure_list: Path, made_at: datetime, now: datetime) -> int:
    """Erase whom the list names and the backup still held; how many. The audit trail says that all this was done.

    Raises ErasureListDamagedError.
    """
    erased = erasures.replay(session, erasure_list, now)

    audit.record(
        session,
        actor="clock",
        action="backup restored",
        about="register",
        at=now,
        facts={"made at": made_at.isoformat(), "erased again": str(erased)},
    )
    return erased
