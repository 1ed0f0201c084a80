"""One row for each record of a file, in columns of numbers, so that a million records fit in a small room."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from bods.facts.link import Component, Kind, Subject
from bods.facts.series import RecordSeries
from bods.facts.spilling import SpilledColumn, SpilledKeys
from bods.statements import moment

#: A row's state is one number: from the lowest bit, three bits of record types, four of oddities, two that say whether
#: there is a first and a last status and six that hold them, two counts of two bits, and the number of its kind.
_ENTITY, _PERSON, _RELATIONSHIP = 1, 2, 4
_TYPES = 7
_BITS = {"entity": _ENTITY, "person": _PERSON, "relationship": _RELATIONSHIP}
_PARTIES, _WITHHELD, _DESCRIBED, _AFTER = 8, 16, 32, 64
_ODD, _BOTH = _PARTIES | _AFTER, _WITHHELD | _DESCRIBED
_DATED = 1 << 7
_FIRST, _LAST, _NEWS, _CLOSINGS, _KIND = 8, 10, 12, 14, 16
_ENDS = 15 << _FIRST
_BELOW_KIND = (1 << _KIND) - 1
_MOST_KINDS = (1 << 16) - 1

#: A pair of parties is one number: the rows of party and subject, each plus one (0: none), and that there is a pair.
_SUBJECT, _ROW, _TIED = 31, (1 << 31) - 1, 1 << 62

_STATUSES = (None, "new", "updated", "closed")
_NUMBERS: Mapping[str | None, int] = {"new": 1, "updated": 2, "closed": 3}
_NEW, _CLOSED = 1, 3
_COUNTED = {_NEW: _NEWS, _CLOSED: _CLOSINGS}
_MANY = 3

_CACHED = 100_000
_DAY = 86_400
_BLOCK = 4096

#: So many records are held in memory; when there are more, their keys go to SQLite and their columns to files.
IN_MEMORY = 1_500_000
_COLUMNS: Mapping[str, Literal["I", "q"]] = {
    "_state": "I",
    "_first": "I",
    "_last": "I",
    "_earliest": "q",
    "_latest": "q",
    "_parties": "q",
    "_lister": "I",
}
Column: TypeAlias = "array[int] | SpilledColumn"
#: What a record's first statement makes of its state, by its status.
_BEGUN: Mapping[str | None, int] = {
    "new": _DATED | 1 << _FIRST | 1 << _LAST | 1 << _NEWS,
    "updated": _DATED | 2 << _FIRST | 2 << _LAST,
    "closed": _DATED | 3 << _FIRST | 3 << _LAST | 1 << _CLOSINGS,
}


#: The fields of a `Kind`, as a plain tuple: made for every statement, so made quickly.
Codes: TypeAlias = tuple[str | None, str | None, str | None, str | None]

NOTHING_KNOWN: Codes = (None, None, None, None)


class Ledger:
    """What is known of each record, by its identifier: about 170 bytes a record, the identifier being the greater part."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._in_memory = in_memory
        self._rows: dict[str, int] | SpilledKeys = {}
        self._kinds: dict[Codes, int] = {}
        self._table: list[Kind] = []
        self.code_of(NOTHING_KNOWN)
        self._state: Column = array("I")
        self._first: Column = array("I")
        self._last: Column = array("I")
        self._earliest: Column = array("q")
        self._latest: Column = array("q")
        self._parties: Column = array("q")
        self._lister: Column = array("I")
        self._seconds: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def close(self) -> None:
        """Give up the files, if there are any."""
        for part in (self._rows, *(getattr(self, name) for name in _COLUMNS)):
            if isinstance(part, SpilledKeys | SpilledColumn):
                part.close()

    def code_of(self, kind: Codes) -> int:
        """Give the number by which `enter` knows a kind of record; ask once for each kind."""
        number = self._kinds.get(kind)
        if number is None:
            if len(self._table) > _MOST_KINDS:
                return 0
            number = self._kinds[kind] = len(self._table)
            self._table.append(Kind(*kind))
        return number << _KIND | _BITS.get(kind[0] or "", 0)

    def enter(self, record_id: str, code: int, order: int, date: str | None, status: str | None) -> int:
        """Note one statement; `code` tells the kind of record, `order` is above 0 and grows. Gives the record's row."""
        rows = self._rows
        row = rows.get(record_id)
        if row is None:
            row = self._add(record_id)
        elif self._first[row]:
            self._enter_again(row, code, order, date, status)
            return row
        self._first[row] = self._last[row] = order
        if date is None:
            self._state[row] = code
        else:
            self._earliest[row] = self._latest[row] = self._seconds.get(date) or self._when(date)
            self._state[row] = code | _BEGUN.get(status, _DATED)
        return row

    def _add(self, record_id: str) -> int:
        """Give a row to a record that no statement has been about yet."""
        row = self._rows[record_id] = len(self._rows)
        if row == len(self._state):
            self._grow()
        return row

    def _grow(self) -> None:
        if len(self._state) >= self._in_memory and isinstance(self._rows, dict):
            self._spill(self._rows)
        for name in _COLUMNS:
            column: Column = getattr(self, name)
            column.frombytes(bytes(_BLOCK * column.itemsize))

    def _spill(self, rows: dict[str, int]) -> None:
        self._rows = SpilledKeys(rows)
        for name, typecode in _COLUMNS.items():
            column: array[int] = getattr(self, name)
            setattr(self, name, SpilledColumn(typecode, column.tobytes()))

    def _enter_again(self, row: int, code: int, order: int, date: str | None, status: str | None) -> None:
        self._last[row] = order
        state = self._state[row] & _BELOW_KIND | code
        if date is None:
            self._state[row] = state
        elif state & _DATED:
            self._state[row] = self._with_status(row, state, date, _NUMBERS.get(status, 0))
        else:
            self._earliest[row] = self._latest[row] = self._seconds.get(date) or self._when(date)
            self._state[row] = state | _BEGUN.get(status, _DATED)

    def _with_status(self, row: int, state: int, date: str, status: int) -> int:
        when = self._seconds.get(date) or self._when(date)
        if when >= self._latest[row]:
            if state >> _LAST & 3 == _CLOSED:
                state |= _AFTER
            self._latest[row] = when
            state = state & ~(3 << _LAST) | status << _LAST
        if when < self._earliest[row]:
            self._earliest[row] = when
            state = state & ~(3 << _FIRST) | status << _FIRST
        counted = _COUNTED.get(status)
        if counted is not None and state >> counted & 3 < _MANY:
            state += 1 << counted
        return state

    def _when(self, date: str) -> int:
        if len(self._seconds) >= _CACHED:
            self._seconds.clear()
        read = moment(date)
        when = read.toordinal() * _DAY + read.hour * 3600 + read.minute * 60 + read.second
        self._seconds[date] = when
        return when

    def enter_parties(self, row: int, subject: str | None, party: str | None) -> None:
        """Note whom a relationship ties; another pair than before is remembered as a change."""
        rows = self._rows
        pair = _TIED
        if subject is not None:
            named = rows.get(subject)
            pair |= (self._add(subject) if named is None else named) + 1 << _SUBJECT
        if party is not None:
            named = rows.get(party)
            pair |= (self._add(party) if named is None else named) + 1
        before = self._parties[row]
        if not before:
            self._parties[row] = pair
        elif before != pair:
            self._state[row] |= _PARTIES

    def enter_person(self, row: int, *, withheld: bool) -> None:
        """Note whether a person statement withholds or describes the person."""
        self._state[row] |= _WITHHELD if withheld else _DESCRIBED

    def enter_components(self, row: int, components: Sequence[str]) -> None:
        """Note that the relationship of this row lists these records."""
        rows, lister = self._rows, self._lister
        for component in components:
            listed = rows.get(component)
            if listed is None:
                listed = self._add(component)
            lister[listed] = row + 1

    def known(self, record_id: str) -> Kind | None:
        """Tell what kind of record this is by its last statement, None where no statement is about it."""
        row = self._rows.get(record_id)
        if row is None or not self._first[row]:
            return None
        return self._table[self._state[row] >> _KIND]

    def parties(
        self, own: int, subject: str | None, party: str | None
    ) -> tuple[Kind | None, Kind | None, int, int, int]:
        """Tell the kinds of a relationship's parties, and where it, its subject and its party first stand in the file.

        `own` is the relationship's row. Places are numbers that grow; None and 0 where no statement is about a party.
        """
        first, state, table = self._first, self._state, self._table
        pair = self._parties[own]
        if state[own] & _PARTIES:
            pair = self._rows_of(subject, party)
        subject_kind = party_kind = None
        subject_first = party_first = 0
        if (row := pair >> _SUBJECT & _ROW) and (subject_first := first[row - 1]):
            subject_kind = table[state[row - 1] >> _KIND]
        if (row := pair & _ROW) and (party_first := first[row - 1]):
            party_kind = table[state[row - 1] >> _KIND]
        return subject_kind, party_kind, first[own], subject_first, party_first

    def _rows_of(self, subject: str | None, party: str | None) -> int:
        """Give the pair of one of several statements that do not agree on the parties."""
        pair = 0
        if subject is not None:
            pair |= self._rows[subject] + 1 << _SUBJECT
        if party is not None:
            pair |= self._rows[party] + 1
        return pair

    def is_plain_subject(self, record_id: str) -> bool:
        """Tell quickly whether a record is stated, and never as a relationship."""
        row = self._rows.get(record_id)
        return row is not None and self._state[row] & _TYPES in (_ENTITY, _PERSON, _ENTITY | _PERSON)

    def subject(self, record_id: str) -> Subject:
        """Tell of a declaration subject as far as the file has been read."""
        row = self._rows.get(record_id)
        stated = row is not None and self._first[row] > 0
        return Subject(record_id, stated, frozenset() if row is None else self._types(self._state[row]))

    def odd_component(self, row: int) -> Component | None:
        """Tell of a component, by its row, that no relationship after it lists; None for others."""
        lister = self._lister[row]
        first = self._first[row]
        if lister and first < (listed := self._last[lister - 1]):
            return None
        kind = self._table[self._state[row] >> _KIND]
        return Component(kind.type, first, listed if lister else None)

    def _types(self, state: int) -> frozenset[str]:
        return frozenset(name for name, bit in _BITS.items() if state & bit)

    def unusual(self) -> Iterator[RecordSeries]:
        """Give the records whose statements are not one new, then updates, then at most one that closes."""
        for record_id, state, last in zip(self._rows, self._state, self._last, strict=False):
            if state & _DATED and not _is_usual(state):
                yield RecordSeries(
                    record_id=record_id,
                    order=last,
                    news=state >> _NEWS & 3,
                    closings=state >> _CLOSINGS & 3,
                    first=_STATUSES[state >> _FIRST & 3],
                    last=_STATUSES[state >> _LAST & 3],
                    types=self._types(state),
                    parties_changed=bool(state & _PARTIES),
                    withheld=bool(state & _WITHHELD),
                    described=bool(state & _DESCRIBED),
                    after_closed=bool(state & _AFTER),
                )


def _is_usual(state: int) -> bool:
    closings = state >> _CLOSINGS & 3
    return (
        state >> _NEWS & 3 == 1
        and state >> _FIRST & 3 == _NEW
        and (closings == 0 or (closings == 1 and state >> _LAST & 3 == _CLOSED))
        and not state & _ODD
        and state & _BOTH != _BOTH
        and state & _TYPES in (0, _ENTITY, _PERSON, _RELATIONSHIP)
    )
