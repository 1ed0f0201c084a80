"""A list in any form this register understands: its own CSV, Popolo JSON, or Follow the Money line by line."""

import io
from collections.abc import Iterator
from itertools import islice

import orjson

from register.elsewhere.doubled import MOST_TOLD, TWICE, doubled_names
from register.elsewhere.lists import follow_the_money, popolo, table
from register.elsewhere.lists.line import Home, ListLine
from register.ocds.decoding import FileRefusedError, text_in
from register.ocds.fault import Fault


def list_in(source: bytes, file: str, kind: str, home: Home) -> Iterator[ListLine | Fault]:
    """Give every sound entry and every fault of a file; never raises for what it holds.

    `kind` is exposed, debarred or sanctioned; of Follow the Money only entities under that topic are taken. Faults name the
    line, or the place in the JSON, and never repeat what stands there.
    """
    try:
        text, counted = text_in(source)
    except FileRefusedError as error:
        yield Fault(file, "", str(error))
        return
    if counted.nuls:
        yield Fault(file, "", f"This file holds {counted.nuls} NUL bytes; save it anew without them.")
    if not text.lstrip().startswith(("{", "[")):
        yield from table.lines_in(text, file)
    elif doubled := tuple(islice(doubled_names(io.BytesIO(text.encode())), MOST_TOLD)):
        yield from (Fault(file, place, TWICE) for place in doubled)
    elif (whole := _whole(text)) is not None:
        yield from popolo.people_in(whole, file, home)
    else:
        yield from follow_the_money.entities_in(text.split("\n"), file, kind, home)


def _whole(text: str) -> popolo.Thing | None:
    """Give the file as one Popolo object, or a bare list of persons as one; None when it is anything else."""
    try:
        told = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    if isinstance(told, list):
        return {"persons": told}
    return told if isinstance(told, dict) and "persons" in told else None
