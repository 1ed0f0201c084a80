"""Officers at their desks: signed in, with the school roof tender kept and checked."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.access import Role
from register.actions.raise_flags import raise_flags
from register.extensions import db
from register.store import accounts, contracts, findings, sessions
from register.store.findings import Kept
from register.web.findings.asking import anchor
from tests.factories.people import person_of, token
from tests.factories.tenders import keep_officials, keep_owners, keep_tender

ROOF = "ocds-story-school-roof"
ADDRESS = f"/tenders/{ROOF}"
NAME = "Mwĩkali Ndũku Mutiso"
#: Who holds what else there is of each, so that the shares add up.
REST = (("Esther Mueni", "alfa", 40), ("Grace Mbithe", "beta", 60), ("Faith Syokau", "gama", 70))


def at_desk(app: Flask, role: Role = Role.OFFICER, *, email: str | None = None) -> FlaskClient:
    """A browser in which somebody of this role is signed in."""
    account = person_of(app, role, email=email)
    with app.app_context():
        secret = sessions.start(
            db.session, account.id, role, complete=True, browser="a desk", now=datetime.now(UTC)
        )
        db.session.commit()
    client = app.test_client()
    client.set_cookie("umiliki", secret)
    return client


def kept_in(app: Flask, *keep: Callable[[Session], object], check: bool = True) -> None:
    """Keep something in the application's database and, if told so, check every tender."""
    with app.app_context():
        for each in keep:
            each(db.session)
        db.session.flush()
        for ocid in contracts.ocids(db.session) if check else ():
            raise_flags(db.session, ocid, now=datetime.now(UTC), jurisdiction=app.extensions["jurisdiction"])
        db.session.commit()


def finding(app: Flask, ocid: str, code: str) -> Kept:
    """The finding of one flag in a tender."""
    with app.app_context():
        return next(each for each in findings.of_process(db.session, ocid) if each.finding.code == code)


def number_of(app: Flask, email: str) -> str:
    """The number of an account, as decisions keep it."""
    with app.app_context():
        account = accounts.by_email(db.session, email)
    assert account is not None
    return str(account.id)


def roof(session: Session) -> None:
    """Mwĩkali stands behind two of three bidders, the third has not declared, Stephen sits on the committee."""
    keep_tender(session, bids={"school-roof": ("alfa", "beta", "gama", "delta")})
    keep_owners(session, (NAME, "alfa", 60), (NAME, "beta", 40), ("Stephen Nzuki", "gama", 30), *REST)
    keep_officials(session, "Stephen Nzuki")


def decide(
    client: FlaskClient, app: Flask, code: str, kind: str, reason: str, *, seen: int = 0
) -> TestResponse:
    """Answer the finding of a flag as the form does."""
    fingerprint = finding(app, ROOF, code).finding.fingerprint
    before = anchor(fingerprint)
    return client.post(
        f"{ADDRESS}/findings/{fingerprint}",
        data={
            f"{before}-csrf_token": token(client.get(ADDRESS)),
            f"{before}-kind": kind,
            f"{before}-reason": reason,
            f"{before}-seen": str(seen),
        },
    )
