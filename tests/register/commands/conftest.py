"""A machine with a register at work, and an empty one that a backup goes back to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from register.store import evidence, particulars
from register.store.backups import archive
from tests.factories.declaring import registrar, supplier
from tests.factories.hosts import BOTH, CANARY, TOLD, Host, host_at
from tests.factories.papers import PDF


@pytest.fixture
def host(database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Host]:
    """A register at work, with a declaration, two people's particulars and a paper."""
    secret, public = archive.new_identity()
    identity = tmp_path / "secret.txt"
    identity.write_text(f"# public key: {public}\n{secret}\n")
    host = host_at(tmp_path / "here", database_url, key_file, public, identity)
    with host.session() as session:
        declaring = supplier(session)
        declaring.save(TOLD)
        reference = declaring.submit()
        particulars.keep(session, particulars.of_declaration(reference), declaring.subject, BOTH)
        evidence.add(
            session, host.data, about=evidence.about_declaration(reference, "ana"), kind="identity_document",
            name="card.pdf", media_type="application/pdf", content=PDF + CANARY, scanned=False, by="account:1",
            now=declaring.now,
        )  # fmt: skip
        registrar(session)
        session.commit()
    yield host
    host.app.extensions["engine"].dispose()


@pytest.fixture
def other(host: Host, engine_name: str, database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Host]:
    """An empty machine with the safe copy of the keys. On PostgreSQL it has the same database, made empty when used."""
    url = database_url if engine_name == "postgresql" else f"sqlite:///{tmp_path / 'there.db'}"
    recipient = host.app.extensions["config"].backup_recipient
    other = host_at(tmp_path / "there", url, key_file, recipient, host.identity)
    yield other
    other.app.extensions["engine"].dispose()
