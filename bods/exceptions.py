"""What can be wrong with ownership data, each fault a class named for what is so."""

from datetime import date
from decimal import Decimal


class BodsError(Exception):
    """The parent of every error that `bods` raises on purpose."""


class ShareOutOfRangeError(BodsError):
    """A share's bound lies outside 0 to 100 percent, or its lower bound lies above its upper."""

    def __init__(self, minimum: Decimal | None, maximum: Decimal | None) -> None:
        self.minimum = minimum
        self.maximum = maximum
        super().__init__(
            f"A share lies between 0 and 100 percent, the smaller bound first; "
            f"these bounds are {minimum} and {maximum}."
        )


class RecordTypeMismatchError(BodsError):
    """A statement says its record is of one type and carries a record of another."""

    def __init__(self, statement_id: str, record_type: str, carried: str) -> None:
        self.statement_id = statement_id
        self.record_type = record_type
        self.carried = carried
        super().__init__(
            f"Statement {statement_id} says it is about a {record_type} and carries a {carried} record."
        )


class NotAStatementError(BodsError):
    """A value cannot be read as a BODS 0.4 statement; `place` is the JSON Pointer to what is in the way."""

    def __init__(self, place: str, expected: str) -> None:
        self.place = place
        self.expected = expected
        super().__init__(f"At {place or 'the top'}: expected {expected}.")

    def under(self, name: str | int) -> "NotAStatementError":
        """Give the same error as seen from one level further out."""
        return NotAStatementError(f"/{escaped(str(name))}{self.place}", self.expected)


class UnreadableFileError(BodsError):
    """A file is neither a JSON array nor JSON Lines; `line` counts from 1 and is None for an array."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason = reason
        self.line = line
        where = f"line {line}" if line else "the file"
        super().__init__(f"Cannot read {where} as JSON: {reason}.")


class PartyChangedError(BodsError):
    """A relationship record keeps its id but points to another subject or interested party.

    BODS 0.4 asks for the old record to be closed and a new one opened.
    """

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(
            f"Relationship {record_id} changed a party: close it and open a new record under a new identifier."
        )


class RecordKindChangedError(BodsError):
    """A record id stood for one type of record before and stands for another now."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(
            f"Record {record_id} changed its type: give the new record an identifier of its own."
        )


class SubjectChangedError(BodsError):
    """Two states that should be of one network speak of two different subjects."""

    def __init__(self, before: str, after: str) -> None:
        self.before = before
        self.after = after
        super().__init__(f"A network keeps its subject: it was {before} and is now {after}.")


class RecordAlreadyClosedError(BodsError):
    """A record id that was closed is used again."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"Record {record_id} was closed and cannot be opened again; use a new identifier.")


class MissingRecordError(BodsError):
    """A network points to a record that it does not hold."""

    def __init__(self, record_id: str, named_by: str) -> None:
        self.record_id = record_id
        self.named_by = named_by
        super().__init__(f"{named_by} points to {record_id}, which is not in the network.")


class RecordNotOpenError(MissingRecordError):
    """A network as it stood on a day points to a record that was not open then.

    It had been closed on `closed_on`, is first spoken of on `first_on`, or, when both are None, was never stated or not
    known yet.
    """

    def __init__(
        self,
        record_id: str,
        named_by: str,
        on: date,
        *,
        closed_on: date | None = None,
        first_on: date | None = None,
    ) -> None:
        super().__init__(record_id, named_by)
        self.on = on
        self.closed_on = closed_on
        self.first_on = first_on
        if closed_on is not None:
            why = f"was closed on {closed_on}"
        elif first_on is not None:
            why = f"is first spoken of on {first_on}"
        else:
            why = "nothing known then speaks of"
        self.args = (f"On {on}, {named_by} points to {record_id}, which {why}.",)


class UnreadableTableError(UnreadableFileError):
    """A file of tables cannot be read; `table` is which, and `line` where in it, from 1; both None when neither is known."""

    def __init__(self, reason: str, table: str | None = None, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.table = table
        where = (
            f"{table}, line {line}" if table and line else table or (f"line {line}" if line else "the file")
        )
        self.args = (f"Cannot read {where} as tables of statements: {reason}.",)


class MissingExtraError(BodsError):
    """Something needs a library that comes with an extra of the distribution, and it is not installed."""

    def __init__(self, library: str, extra: str = "exports") -> None:
        self.library = library
        self.extra = extra
        super().__init__(f"This needs {library}: install it with `pip install umiliki[{extra}]`.")


def escaped(name: str) -> str:
    """Write a field's name as one step of a JSON Pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
