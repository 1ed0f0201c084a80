"""One row for each record of a file, in columns of numbers, so that a million records fit in a small room."""

from array import array
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bods.facts.link import Component, Kind, Subject
from bods.facts.series import RecordSeries
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

_STATUSES = (None, "new", "updated", "closed")
_NUMBERS = {"new": 1, "updated": 2, "closed": 3}
_NEW, _CLOSED = 1, 3
_MANY = 3

_CACHED = 100_000
_DAY = 86_400
_BLOCK = 4096
_NOTHING = Kind(None, None, None, None)


#: The fields of a `Kind`, as a plain tuple: made for every statement, so made quickly.
Codes: TypeAlias = tuple[str | None, str | None, str | None, str | None]


class Ledger:
    """What is known of each record, by its identifier: about 170 bytes a record, the identifier being the greater part."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._kinds: dict[Codes, int] = {}
        self._table: list[Kind] = []
        self._number(_NOTHING)
        self._state = array("I")
        self._first = array("I")
        self._last = array("I")
        self._earliest = array("q")
        self._latest = array("q")
        self._parties = array("q")
        self._lister = array("I")
        self._columns = (
            self._state, self._first, self._last, self._earliest, self._latest, self._parties, self._lister
        )  # fmt: skip
        self._seconds: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def enter(self, record_id: str, kind: Codes, order: int, date: str | None, status: str | None) -> int:
        """Note one statement; `order` counts statements from 1. Gives the record's row."""
        row = self._rows.get(record_id)
        if row is None:
            row = self._row(record_id)
        state = self._state[row]
        if not self._first[row]:
            self._first[row] = order
        self._last[row] = order
        number = self._kinds.get(kind)
        if number is None:
            number = self._number(kind)
        state = state & _BELOW_KIND | number << _KIND | _BITS.get(kind[0], 0)  # type: ignore[arg-type]  # None is none
        if date is not None:
            state = self._with_status(row, state, date, _NUMBERS.get(status, 0))  # type: ignore[arg-type]  # None is 0
        self._state[row] = state
        return row

    def _row(self, record_id: str) -> int:
        row = len(self._rows)
        self._rows[record_id] = row
        if row == len(self._state):
            for column in self._columns:
                column.frombytes(bytes(_BLOCK * column.itemsize))
        return row

    def _number(self, kind: Codes) -> int:
        if len(self._table) > _MOST_KINDS:
            return 0
        self._kinds[kind] = len(self._table)
        self._table.append(Kind(*kind))
        return self._kinds[kind]

    def _with_status(self, row: int, state: int, date: str, status: int) -> int:
        when = self._seconds.get(date)
        if when is None:
            when = self._when(date)
        if not state & _DATED:
            self._earliest[row] = self._latest[row] = when
            state |= _DATED | status << _FIRST | status << _LAST
        else:
            if when >= self._latest[row]:
                if state >> _LAST & 3 == _CLOSED:
                    state |= _AFTER
                self._latest[row] = when
                state = state & ~(3 << _LAST) | status << _LAST
            if when < self._earliest[row]:
                self._earliest[row] = when
                state = state & ~(3 << _FIRST) | status << _FIRST
        if status == _NEW:
            if state >> _NEWS & 3 < _MANY:
                state += 1 << _NEWS
        elif status == _CLOSED and state >> _CLOSINGS & 3 < _MANY:
            state += 1 << _CLOSINGS
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
        pair = hash((subject, party)) or 1
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
                listed = self._row(component)
            lister[listed] = row + 1

    def known(self, record_id: str) -> Kind | None:
        """Tell what kind of record this is by its last statement, None where no statement is about it."""
        row = self._rows.get(record_id)
        if row is None or not self._first[row]:
            return None
        return self._table[self._state[row] >> _KIND]

    def first(self, record_id: str) -> int:
        """Tell where a record first stands in the file, counting statements from 1; 0 where no statement is about it."""
        row = self._rows.get(record_id)
        return 0 if row is None else self._first[row]

    def is_plain_subject(self, record_id: str) -> bool:
        """Tell quickly whether a record is stated, and never as a relationship."""
        row = self._rows.get(record_id)
        return row is not None and self._state[row] & _TYPES in (_ENTITY, _PERSON, _ENTITY | _PERSON)

    def subject(self, record_id: str) -> Subject:
        """Tell of a declaration subject as far as the file has been read."""
        row = self._rows.get(record_id)
        stated = row is not None and self._first[row] > 0
        return Subject(record_id, stated, frozenset() if row is None else self._types(self._state[row]))

    def component(self, record_id: str) -> Component:
        """Tell of a component that is stated in the file."""
        row = self._rows[record_id]
        lister = self._lister[row]
        kind = self._table[self._state[row] >> _KIND]
        return Component(kind.type, self._first[row], self._last[lister - 1] if lister else None)

    def _types(self, state: int) -> frozenset[str]:
        return frozenset(name for name, bit in _BITS.items() if state & bit)

    def unusual(self) -> Iterator[RecordSeries]:
        """Give the records whose statements are not one new, then updates, then at most one that closes."""
        for record_id, state, first in zip(self._rows, self._state, self._first, strict=False):
            if not _is_usual(state) and first and state & _DATED:
                yield RecordSeries(
                    record_id=record_id,
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
