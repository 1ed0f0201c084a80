"""Taking turns: numbers without gaps need one writer at a time."""

from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.orm import Session


def take_turn(session: Session, name: str) -> None:
    """Wait until no other transaction counts in this series; the turn ends with the transaction.

    SQLite has one writer at a time as it is (`BEGIN IMMEDIATE`).
    """
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(sha256(name.encode()).digest()[:7])
        session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
