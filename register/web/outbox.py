"""The demo's outbox: letters and SMS that would have been sent, and the codes on the phones of invented staff."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from register.access import Permission
from register.extensions import db
from register.store import accounts, codes, outbox
from register.store.accounts import Account
from register.web.guard import allow

door = Blueprint("dev", __name__)


@dataclass(frozen=True, slots=True)
class Phone:
    """A code with which a member of staff can sign in now."""

    account: Account
    code: str


@door.get("/dev/outbox")
@allow(Permission.READ_PUBLIC)
def letters() -> ResponseReturnValue:
    # The door is not even put in outside the demo; should it ever be, it stays shut.
    if not current_app.extensions["config"].demo:
        abort(404)
    now = datetime.now(UTC)
    return render_template(
        "dev/outbox.html",
        phones=_phones(db.session, now),
        letters=outbox.newest(db.session, ("mail",)),
        messages=outbox.newest(db.session, ("sms",)),
        seconds=codes.STEP - int(now.timestamp()) % codes.STEP,
    )


def _phones(session: Session, now: datetime) -> list[Phone]:
    staff = [each for each in accounts.people(session, staff=True, limit=200) if each.active]
    secrets = [(each, accounts.code_secret(session, each.id)) for each in staff]
    return [Phone(each, _unused(session, each, secret, now)) for each, secret in secrets if secret]


def _unused(session: Session, account: Account, secret: str, now: datetime) -> str:
    """The code of now or, where that was used already, the next one: it is good a step early."""
    used = accounts.last_step(session, account.id) == codes.step_at(now)
    return codes.code_at(secret, now + timedelta(seconds=codes.STEP) if used else now)
