"""Statements of any number: the mix of the generator beside the project, else of every shape of the example county."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
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
GENERATOR = Path(__file__).parents[3] / "shared" / "bods" / "gen_bods04.py"


def lines_file(least: int, folder: Path, seed: int = 7) -> Path:
    """Write at least so many good statements as JSON Lines, and say where they come from."""
    file = folder / f"{least}.jsonl"
    if GENERATOR.exists():
        command = [
            sys.executable,
            str(GENERATOR),
            str(least),
            "--seed",
            str(seed),
            "--jsonl",
            "--out",
            str(file),
        ]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    else:
        print(
            f"  {GENERATOR.name} is not beside the project: statements of the example county's shapes instead"
        )
        file.write_bytes(b"\n".join(published(least, seed)) + b"\n")
    return file


def array_file(lines: Path) -> Path:
    """Write the same statements as one JSON array, which is all that the official checker reads."""
    file = lines.with_suffix(".json")
    with lines.open("rb") as source, file.open("wb") as out:
        before = b"[\n"
        for line in source:
            out.write(before + line.rstrip(b"\n"))
            before = b",\n"
        out.write(b"\n]\n")
    return file


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
