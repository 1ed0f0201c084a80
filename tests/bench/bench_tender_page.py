"""The officer's page of a tender, against the plainest page of the same application in the same run."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from register import create_app
from register.config import Config
from register.example.accounts import OFFICER
from register.extensions import db
from register.store import accounts, schema, sessions
from tests.bench.goals import Goals, seconds

TENDER = "/tenders/ocds-213czf-umiliki-41804"
TIMES = 20


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Config(data=Path(folder), secure_cookies=False, demo=True))
        schema.upgrade(app.extensions["engine"])
        app.test_cli_runner().invoke(args=["load-example"])
        client = app.test_client()
        client.set_cookie("umiliki", _signed_in(app))

        def ask(address: str) -> float:
            def pages() -> None:
                for _ in range(TIMES):
                    assert client.get(address).status_code == 200

            return seconds(pages) / TIMES

        plain, listed, whole = ask("/words"), ask("/tenders"), ask(TENDER)
        app.extensions["engine"].dispose()
    print(
        f"  plain page {plain * 1000:.1f} ms; list of tenders {listed * 1000:.1f} ms; tender {whole * 1000:.1f} ms"
    )
    goals = Goals("tender page")
    goals.at_most("list of 30 tenders, times a plain page", listed / plain, 12)
    goals.at_most("tender with 7 bidders, matrix, pictures and proofs, times a plain page", whole / plain, 15)
    goals.done()


def _signed_in(app: Flask) -> str:
    with app.app_context():
        account = accounts.by_email(db.session, OFFICER.email)
        assert account
        secret = sessions.start(
            db.session, account.id, OFFICER.role, complete=True, browser="bench", now=datetime.now(UTC)
        )
        db.session.commit()
    return secret


if __name__ == "__main__":
    main()
