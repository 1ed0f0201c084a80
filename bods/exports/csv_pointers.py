"""CSV in the standard's tabular form: one row a statement, a column for each place in it.

The columns are known only when every statement has been seen: the rows wait in a file of their own until then.
"""

import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import orjson

from bods.exports.format import Format
from bods.statements import Statement
from bods.tables.delimited import Delimited, read_rows
from bods.tables.pointers import Places
from bods.tables.texts import objects_in, statements_in
from bods.tables.unpointing import statements_in_rows


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    places = Places()
    with tempfile.TemporaryFile() as waiting:
        for statement in objects_in(texts):
            cells = places.cells(statement)
            waiting.write(orjson.dumps((list(cells), list(cells.values()))) + b"\n")
        waiting.seek(0)
        columns = places.columns()
        at = {number: place for place, (number, _) in enumerate(columns)}
        file = Delimited(out)
        file.write(name for _, name in columns)
        for line in waiting:
            numbers, row_cells = orjson.loads(line)
            row = [""] * len(columns)
            for number, cell in zip(numbers, row_cells, strict=True):
                row[at[number]] = cell
            file.write(row)
        file.finish()


def read(source: BinaryIO) -> Iterator[Statement]:
    return statements_in(statements_in_rows(read_rows(source)))


FORMAT = Format("csv", "CSV, one row a statement", "text/csv", ".csv", write, read)
