"""The page of the auditor: everything that was done, newest first."""

from dataclasses import dataclass

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import accounts, audit
from register.store.audit import AuditEvent
from register.web.account.door import door
from register.web.guard import allow

PAGE = 50
#: The largest number a page may be asked to begin before.
MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, with the names of the people in it where they are known."""

    event: AuditEvent
    actor: str
    about: str


@door.get("/audit", endpoint="audit")
@allow(Permission.READ_AUDIT)
def show() -> ResponseReturnValue:
    before = request.args.get("before", type=int)
    events = audit.newest(db.session, limit=PAGE, before=None if before is None else min(before, MOST))
    total = audit.count(db.session)
    return render_template("account/audit.html", entries=_named(events), total=total, **_ways(events, total))


def _ways(events: tuple[AuditEvent, ...], total: int) -> dict[str, str | None]:
    """Addresses of newer and older events; numbers have no gaps, so they can be counted on."""
    if not events:
        return {"newer": None, "older": None}
    first, last = events[0].sequence, events[-1].sequence
    newer = url_for("account.audit", before=first + PAGE + 1 if first + PAGE < total else None)
    return {
        "newer": newer if first < total else None,
        "older": url_for("account.audit", before=last) if last > 1 else None,
    }


def _named(events: tuple[AuditEvent, ...]) -> list[Entry]:
    parties = [party for event in events for party in (event.actor, event.about)]
    names = accounts.names(db.session, (_number(party) for party in parties if _number(party)))
    return [
        Entry(
            event,
            names.get(_number(event.actor), event.actor),
            names.get(_number(event.about), event.about),
        )
        for event in events
    ]


def _number(party: str) -> int:
    """The account's number in "account:12"; 0 for whoever has no account."""
    kind, _, number = party.partition(":")
    return int(number) if kind == "account" and number.isdecimal() else 0
