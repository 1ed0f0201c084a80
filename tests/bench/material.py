"""Statements of any number, of every shape of the example county."""

from dataclasses import replace
from datetime import date
from itertools import count
from random import Random

from bods.records import Agent
from bods.statements import PublicationDetails, Statement
from bods.writing import as_bytes
from register.declarations.stakes import Law
from register.declarations.statements import Told, statements
from register.example import shapes
from register.example.cast import Cast
from register.jurisdictions import load

DAY = date(2026, 3, 9)


def published(least: int, seed: int = 7) -> list[bytes]:
    """At least so many statements, each one line of JSON, as they would be published."""
    cast, numbers = Cast(Random(seed)), count()
    law = Law(load("kenya_makueni").owner_threshold)
    details = PublicationDetails(DAY.isoformat(), "0.4", Agent("Bench", "https://bench.example/"))
    lines: list[bytes] = []
    while len(lines) < least:
        turn = next(numbers)
        company = cast.company(f"Company {turn} Ltd")
        draft = shapes.ALL[turn % len(shapes.ALL)](cast, company)
        made = statements(
            draft, f"bench-{turn}", Told(), law=law, today=DAY, declaration=f"UM-2026-{turn:06d}",
            new_id=lambda: f"bench-{next(numbers):032d}",
        )  # fmt: skip
        lines += [as_bytes(_with(statement, details)) for statement in made]
    return lines


def _with(statement: Statement, details: PublicationDetails) -> Statement:
    return replace(statement, publication=details)
