"""BODS JSON and JSON Lines in, statements out: any file, in little memory, and whatever it holds.

`entries_in` never fails for what a file holds: what cannot be read is given in its place, as an `Unreadable`.
`values_in` and `read_statements` stop at the first such place with an UnreadableFileError.
"""

from bods.reading.entries import Entries, entries_in
from bods.reading.statements import read_statements, statement_from, values_in
from bods.reading.unreadable import Unreadable

__all__ = ["Entries", "Unreadable", "entries_in", "read_statements", "statement_from", "values_in"]
