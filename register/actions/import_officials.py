"""Take in a list of officials, and have flags that look at officials asked again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.ocds.officials import OfficialLine, RelativeLine
from register.store import audit, identities, lists_loaded, officials, outbox
from register.store.officials import NewOfficial, NewRelative


@dataclass(frozen=True, slots=True)
class ImportedOfficials:
    """What came of it: how many officials are on the list; `new` False: it was known already, or is empty."""

    new: bool
    officials: int


def import_officials(
    session: Session,
    lines: Iterable[OfficialLine],
    *,
    listed_on: date,
    source: str,
    now: datetime,
    by: Principal | None = None,
) -> ImportedOfficials:
    """Keep a list of officials by its day and source; the same list again, or an empty one, changes nothing. `by` sent it.

    Numbers of documents are kept as keyed hashes alone. The open processes are then to be asked about again:
    `ask_again`, a portion at a time, since there may be thousands.
    """
    families: dict[NewOfficial, dict[NewRelative, None]] = {}
    for line in lines:
        family = families.setdefault(_official(session, line), {})
        if line.relative:
            family[_relative(session, line.relative)] = None
    listed = tuple(replace(official, family=tuple(family)) for official, family in families.items())

    if not listed or officials.is_listed(session, listed_on, source, listed):
        return ImportedOfficials(False, len(listed))

    kept = officials.add_list(session, listed_on, source, listed, now=now)
    if by:
        lists_loaded.sent(session, kept, by.account_id)
    audit.record(
        session,
        actor=by.actor if by else "clock",
        action="officials imported",
        about=f"officials of {listed_on.isoformat()}",
        at=now,
        facts={"officials": str(len(listed)), "source": source},
    )
    return ImportedOfficials(True, len(listed))


def ask_again(session: Session, ocids: Iterable[str], *, now: datetime) -> None:
    """Have the flags of these processes asked again."""
    for ocid in sorted(ocids):
        outbox.add(session, "screen", f"screen:{ocid}", {"ocid": ocid}, now=now)


def _official(session: Session, line: OfficialLine) -> NewOfficial:
    number = line.document_number
    hashed = _hashed(session, line.document_scheme, number)
    return NewOfficial(line.name, line.role, line.body, line.since, line.until, line.ocid, hashed)


def _relative(session: Session, line: RelativeLine) -> NewRelative:
    return NewRelative(
        line.name, line.tie, _hashed(session, line.document_scheme, line.document_number), line.born
    )


def _hashed(session: Session, scheme: str, number: str) -> str | None:
    return identities.document_hash(session, scheme, number) if scheme else None
