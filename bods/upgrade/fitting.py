"""What 0.4 would not accept is taken out of a new statement, piece by piece, and told at its place in the old file."""

from bods.exceptions import NotAStatementError
from bods.reading import statement_from
from bods.statements import Statement
from bods.upgrade.here import Here, Moves, loss_at
from bods.upgrade.values import Json, Path, Value, inner, steps_to
from bods.validation import faults

#: Taking out a field may leave its object without what it needs, and so on outwards; no old object is nested deeper.
_ROUNDS = 16


def statement_or_advice(new: Json) -> Statement | dict[Path, str]:
    """Give the statement, or what keeps it from being one: what to do, by the path of what is in the way."""
    found = faults(new)
    if found:
        return {steps_to(fault.pointer, new): fault.sentence.partition(": ")[2] for fault in found}
    try:
        return statement_from(new)
    except NotAStatementError as fault:
        return {steps_to(fault.place, new): f"write {fault.expected}."}


def fitted(new: Json, here: Here, moves: Moves) -> Statement | None:
    """Take out what is in the way until a statement is left; None, told, when nothing can be left.

    `moves` says where in the old statement each part stood.
    """
    fitting = _Fitting(new, here, moves)
    advice: dict[Path, str] = {}
    for _ in range(_ROUNDS):
        found = statement_or_advice(new)
        if isinstance(found, Statement):
            return found
        advice = found
        if not fitting.take_out(advice):
            break
    here.tell(
        "statementID",
        f"The whole statement is left out; to be one of 0.4: {' '.join(sorted(set(advice.values())))}",
    )
    return None


class _Fitting:
    """A new statement while things are taken out of it. The old file is not ours to change: what is, is a copy."""

    def __init__(self, new: Json, here: Here, moves: Moves) -> None:
        self._new = new
        self._here = here
        self._moves = moves
        self._copies: dict[int, Value] = {}
        #: For lists that lost members: where each one that is left stood before.
        self._places: dict[int, list[int]] = {}

    def take_out(self, advice: dict[Path, str]) -> bool:
        """Take out and tell all that is in the way; say whether that was possible."""
        if any(len(path) == 0 or path == ("recordDetails",) for path in advice):
            return False
        old_places = {path: self._old_place(path) for path in advice}
        thinned: dict[int, tuple[list[Value], set[int]]] = {}
        for path, what in advice.items():
            outer, last = self._own(path[:-1]), path[-1]
            if isinstance(outer, list) and isinstance(last, int):
                thinned.setdefault(id(outer), (outer, set()))[1].add(last)
            elif isinstance(outer, dict) and last in outer:
                del outer[last]
            else:
                # It stood in something that was just taken out.
                continue
            self._here.tell_loss(loss_at(old_places[path], f"Left out, since 0.4 wants it otherwise: {what}"))
        for members, gone in thinned.values():
            self._thin(members, gone)
        return True

    def _old_place(self, path: Path) -> Path:
        value: Value = self._new
        before: list[str | int] = []
        for step in path:
            places = self._places.get(id(value))
            before.append(places[step] if places is not None and isinstance(step, int) else step)
            value = inner(value, step)
        return (*self._here.old, *(self._moves.old_place(tuple(before)) or ()))

    def _own(self, path: Path) -> Value:
        """Give what lies at a path, None when it is gone; everything on the way becomes a copy."""
        value: Value = self._new
        for step in path:
            found = inner(value, step)
            if not isinstance(found, dict | list):
                return None
            if id(found) not in self._copies:
                found = found.copy()
                self._copies[id(found)] = found
                value[step] = found
            value = found
        return value

    def _thin(self, members: list[Value], gone: set[int]) -> None:
        places = self._places.get(id(members)) or list(range(len(members)))
        self._places[id(members)] = [place for at, place in enumerate(places) if at not in gone]
        members[:] = [member for at, member in enumerate(members) if at not in gone]
