"""Taking turns: numbers without gaps need one writer at a time."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.orm import Session


def take_turn(session: Session, name: str) -> None:
    """Wait until no other transaction counts in this series; the turn ends with the transaction.

    SQLite has one writer at a time as it is (`BEGIN IMMEDIATE`).
    """
    take_turns(session, [name])


def take_turns(session: Session, names: Iterable[str]) -> None:
    """The same for several series: always in one order, so that two transactions never wait for each other."""
    if session.get_bind().dialect.name == "postgresql":
        numbers = sorted({int.from_bytes(sha256(name.encode()).digest()[:7]) for name in names})
        session.execute(
            text("SELECT pg_advisory_xact_lock(number) FROM unnest(CAST(:numbers AS bigint[])) AS number"),
            {"numbers": numbers},
        )
