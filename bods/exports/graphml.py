"""GraphML: records as nodes and edges, for Gephi, yEd, networkx and other tools that draw and count networks.

One node for each entity and person, and for each party that is not named; one edge for each relationship, from the
interested party to the subject. Each is as its last statement says, closed records too: `recordStatus` tells them apart.
A node or edge has its record's id, with the characters that GraphML forbids written as _x and their number; the id
as it is stands in `recordId`. Source: GraphML 1.0; Extensible Markup Language 1.0, 2.2.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import BinaryIO
from xml.sax.saxutils import escape

from bods.exports.format import Format
from bods.nodes import LINK_ATTRIBUTES, PARTY_ATTRIBUTES, Attribute, Value
from bods.parts import Unspecified
from bods.records import Relationship
from bods.standing import Standing, standing
from bods.statements import Statement

_LEAVES_OUT = (
    "Only the last statement of each record is there, without its history, notes and sources' details. "
    "A relationship with several interests is one edge: figures and dates are given where the interests agree on one, "
    "and all interests as JSON text. Fields that are not of the standard are left out."
)
_OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_IN_ID = re.compile("[^A-Za-z0-9.:-]")


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    with standing(texts) as read:
        out.writelines(piece.encode() for piece in _document(read))


def _document(read: Standing) -> Iterator[str]:
    yield f"{_OPENING}<desc>{escape(_LEAVES_OUT)}</desc>\n"
    yield from _keys("node", PARTY_ATTRIBUTES)
    yield from _keys("edge", LINK_ATTRIBUTES)
    yield '<graph id="ownership" edgedefault="directed">\n'
    for _, said in read.parties():
        yield f'<node id="{_id(said.record_id)}">{_data("node", PARTY_ATTRIBUTES, said)}</node>\n'
    read.spool.execute("CREATE TABLE absent (record_id TEXT PRIMARY KEY)")
    for _, said in read.relationships():
        yield from _edge(said, read)
    yield "</graph>\n</graphml>\n"


def _keys(kind: str, attributes: Iterable[Attribute]) -> Iterator[str]:
    for each in attributes:
        yield (
            f'<key id="{kind}.{each.name}" for="{kind}" attr.name="{each.name}" attr.type="{each.kind}"/>\n'
        )


def _edge(said: Statement, read: Standing) -> Iterator[str]:
    assert isinstance(said.record, Relationship)  # noqa: S101 (the spool keeps relationships apart)
    ends = []
    for side, party in (("source", said.record.interested_party), ("target", said.record.subject)):
        node = _end(said.record_id, side, party)
        ends.append(f'{side}="{node}"')
        if isinstance(party, Unspecified):
            yield _bare_node(node, "unspecified", party.reason.label, party.reason)
        elif read.number_of(party) is None and _for_the_first_time(read, party):
            yield _bare_node(node, "missing", f"Record {party} is not in this file", None)
    data = _data("edge", LINK_ATTRIBUTES, said)
    yield f'<edge id="{_id(said.record_id)}" {" ".join(ends)}>{data}</edge>\n'


def _for_the_first_time(read: Standing, absent: str) -> bool:
    return read.spool.execute("INSERT OR IGNORE INTO absent VALUES (?)", (absent,)).rowcount > 0


def _end(relationship: str, side: str, party: str | Unspecified) -> str:
    # No record's id is written with a bare underscore, so this node shares its id with none.
    return _id(party) if isinstance(party, str) else f"{_id(relationship)}_{side}"


def _bare_node(node: str, kind: str, label: str, reason: str | None) -> str:
    said = {"label": label, "kind": kind, "unspecifiedReason": reason}
    data = "".join(_datum("node", name, value) for name, value in said.items() if value is not None)
    return f'<node id="{node}">{data}</node>\n'


def _data(kind: str, attributes: Iterable[Attribute], said: Statement) -> str:
    values = ((each.name, each.of(said)) for each in attributes)
    return "".join(_datum(kind, name, value) for name, value in values if value is not None)


def _datum(kind: str, name: str, value: Value) -> str:
    return f'<data key="{kind}.{name}">{_text(value)}</data>'


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return escape(_FORBIDDEN.sub("\ufffd", str(value)), {"\r": "&#13;"})


def _id(record_id: str) -> str:
    return _NOT_IN_ID.sub(lambda found: f"_x{ord(found[0]):X}_", record_id) or "_x_"


FORMAT = Format("graphml", "GraphML", "application/graphml+xml", ".graphml", write, None, _LEAVES_OUT)
