"""Everybody who may knock: each with a browser of their own and a real session made by the store."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.access import Role
from register.extensions import db
from register.store import accounts, sessions
from register.store.accounts import Account
from tests.factories.people import person, token


class Who(StrEnum):
    """Who asks, told apart by what they may do."""

    ANONYMOUS = "anonymous"
    OWNER = "supplier of the company in the address"
    DELEGATE = "signs for that company until a day to come"
    EDITOR = "writes for that company"
    VIEWER = "reads for that company"
    ENDED = "signed for that company until yesterday"
    LEFT = "signed for that company until it was taken back"
    CLAIMANT = "asks to act for a company new to the register"
    NEWCOMER = "acts for no company, and asks to act for that one"
    OTHER_SUPPLIER = "supplier of another company"
    CLERK = "clerk"
    ENTERING = "clerk who enters the paper of another company"
    OFFICER = "officer"
    REGISTRAR = "registrar"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    REVOKED = "revoked session"
    EXPIRED = "expired session"
    DEACTIVATED = "deactivated account"
    HALF_WAY = "passphrase given, code awaited"
    ENROLLING = "passphrase chosen, first code awaited"


#: Those whom the register takes for somebody; all others are the public to it.
COLLEAGUES = frozenset({Who.OWNER, Who.DELEGATE, Who.EDITOR, Who.VIEWER})
#: To them the company in the address does not exist.
STRANGERS = frozenset({Who.OTHER_SUPPLIER, Who.ENDED, Who.LEFT, Who.CLAIMANT, Who.NEWCOMER})
OF_SUPPLIERS = COLLEAGUES | STRANGERS
OF_STAFF = frozenset({Who.OFFICER, Who.CLERK, Who.ENTERING, Who.REGISTRAR, Who.ADMINISTRATOR, Who.AUDITOR})
SIGNED_IN = OF_SUPPLIERS | OF_STAFF

#: Accounts of the example county, and those that `settle` adds.
EMAILS = {
    Who.OWNER: "works@wote.example",
    Who.DELEGATE: "delegate@wote.example",
    Who.EDITOR: "editor@wote.example",
    Who.VIEWER: "viewer@wote.example",
    Who.ENDED: "ended@wote.example",
    Who.LEFT: "revoked@wote.example",
    Who.CLAIMANT: "claimant@people.example",
    Who.NEWCOMER: "newcomer@people.example",
    Who.OTHER_SUPPLIER: "joinery@kaiti.example",
    Who.CLERK: "clerk@county.example",
    Who.ENTERING: "second.clerk@county.example",
    Who.OFFICER: "officer@county.example",
    Who.REGISTRAR: "registrar@county.example",
    Who.ADMINISTRATOR: "administrator@county.example",
    Who.AUDITOR: "auditor@county.example",
    Who.REVOKED: "works@wote.example",
    Who.EXPIRED: "registrar@county.example",
    Who.DEACTIVATED: "left@county.example",
    Who.HALF_WAY: "officer@county.example",
    Who.ENROLLING: "new@county.example",
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a browser. `handle` names their session; anonymous visitors have one that names nothing."""

    who: Who
    client: FlaskClient
    handle: str

    def token(self) -> str:
        """What protects this browser's forms; fetched from a form that everybody may open."""
        return token(self.client.get("/sign-in"))


def settle(session: Session, now: datetime) -> None:
    """Add the accounts that the example county lacks. Commits nothing."""
    left = person(session, Role.ADMINISTRATOR, email=EMAILS[Who.DEACTIVATED], at=now)
    accounts.set_active(session, left.id, active=False)
    new = accounts.create(session, EMAILS[Who.ENROLLING], "Nora Mbithe", Role.OFFICER, now=now)
    accounts.set_code_secret(session, new.id, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")


def arrive(app: Flask, who: Who) -> Visitor:
    """Open a browser for somebody."""
    client = app.test_client()
    if who is Who.ANONYMOUS:
        return Visitor(who, client, "0" * 64)
    with app.app_context():
        account = accounts.by_email(db.session, EMAILS[who])
        assert account is not None, f"nobody has the address of {who}"
        secret = _session(db.session, who, account, datetime.now(UTC))
        db.session.commit()
    client.set_cookie("umiliki", secret)
    return Visitor(who, client, sha256(secret.encode()).hexdigest())


def _session(session: Session, who: Who, account: Account, now: datetime) -> str:
    begun = now - timedelta(hours=13) if who is Who.EXPIRED else now
    complete = who not in {Who.HALF_WAY, Who.ENROLLING}
    secret = sessions.start(session, account.id, account.role, complete=complete, browser="a test", now=begun)
    if who is Who.REVOKED:
        sessions.end(session, secret, now=now)
    return secret
