"""FollowTheMoney: parties and the links between them, one a line, for Aleph, OpenSanctions and other tools of inquiry.

Records that share an identifier are one party here; ids are made of the identifier, else of the record's id, and stay the
same in every file. `recordIds` and `statementIds` beside the properties lead back to the statements.
"""

from collections.abc import Iterable
from typing import BinaryIO

from bods.exports.format import Format
from bods.money import as_line, entities
from bods.standing import standing

_LEAVES_OUT = (
    "Only the last statement of each record is there, without its history and notes. Records that share an identifier "
    "are told as one party; the schemes of identifiers are left out, and so are tax residencies, countries without a "
    "code, the statute that formed an entity, and fields that are not of the standard. An owner who is not named is "
    "a note on the company. Bounds of a share that are not reached are told in words. Where a record was closed without "
    "an end date, the day of that statement stands in its place."
)


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    with standing(texts) as read:
        out.writelines(map(as_line, entities(read)))


FORMAT = Format("ftm", "FollowTheMoney", "application/x-ndjson", ".ftm.json", write, None, _LEAVES_OUT)
