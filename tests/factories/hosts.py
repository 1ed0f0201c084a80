"""Machines on which the register runs, each with the public key that it seals its backups to."""

from dataclasses import dataclass
from pathlib import Path

from click.testing import Result
from flask import Flask
from sqlalchemy import select, text

from register import create_app
from register.config import Config
from register.models.statements import StatementRow
from register.store import audit, evidence, particulars, schema
from register.store.backups import rows
from tests.factories.declarations import draft, held, private

TOLD = draft(held("ana", 60), held("ben", 40), people=("ana", "ben"))
BOTH = {"ana": private("ana"), "ben": private("ben")}
CANARY = b"identity card 98765432"


@dataclass
class Host:
    """A machine on which the register runs, with the public key that it seals backups to."""

    app: Flask
    folder: Path
    identity: Path

    def run(self, *words: str) -> Result:
        return self.app.test_cli_runner().invoke(args=list(words))

    def well(self, *words: str) -> str:
        done = self.run(*words)
        assert done.exit_code == 0, (done.output, done.exception)
        return done.output

    @property
    def data(self) -> Path:
        data: Path = self.app.extensions["config"].data
        return data

    def session(self):
        return self.app.extensions["sessions"]()


def host_at(folder: Path, url: str, key_file: Path, recipient: str, identity: Path) -> Host:
    app = create_app(
        Config(
            data=folder / "data", database_url=url, key_file=str(key_file), secure_cookies=False,
            backup_recipient=recipient,
        )
    )  # fmt: skip
    return Host(app, folder, identity)


def made_empty(host: Host) -> None:
    if host.app.extensions["engine"].dialect.name == "postgresql":
        rows.empty(host.app.extensions["engine"])


def state_of(host: Host) -> tuple[object, ...]:
    """All that must be there again: statements, particulars, papers, an unbroken trail, its tables."""
    with host.session() as session:
        statements = session.scalars(select(StatementRow.body).order_by(StatementRow.id)).all()
        reference = session.scalars(text("SELECT reference FROM declaration")).one()
        opened = particulars.opened(session, particulars.of_declaration(reference))
        papers = tuple(
            evidence.opened(session, host.data, each.id)
            for each in evidence.listed(session, evidence.about_declaration(reference))
        )
        assert list(audit.broken_links(session)) == []
    assert schema.differences(host.app.extensions["engine"]) == []
    return tuple(statements), opened, papers
