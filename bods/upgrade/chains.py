"""Which old statements speak of one record, in what order, and which records end when others begin.

Until 0.3 a statement said which earlier ones it replaces; since 0.4 statements about one thing share a record id. A
statement goes on with the record of the statement that it replaces: its type is the same and, for a relationship, both
parties are. Then:

- The first is the record's first statement, and its id the record's; when the file's first one replaces a statement
  that is not there, the record has the id of that one, so that two files of one history fit together.
- Where several replace one statement (a fork), the one that speaks of the earliest day goes on with the record; each
  other begins a record of its own.
- Where one replaces several records (a merge), it goes on with the one last spoken of; the others are closed.
- Where a party or the type changed, the old record is closed and another begun, as 0.4 asks.
- In a circle the statement that speaks of the earliest day is the first.

Nothing else closes a record. Ended interests, dissolution and empty interests are facts that old files tell of records
that go on: they stay as they are.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bods.upgrade.identifiers import made_from
from bods.upgrade.loss import Loss, Tell
from bods.upgrade.old import Old

_FIELD = "replacesStatements"


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a record: its last statement and the one that replaced it without going on with it."""

    last: Old
    by: Old


@dataclass(slots=True)
class Chains:
    """The records of a file's old statements.

    `paths`: each record's statements in order, by record id. `own`: the record of a statement, by its position.
    `closings`: the records that end, by record id.
    """

    paths: dict[str, list[Old]] = field(default_factory=dict)
    own: dict[int, str] = field(default_factory=dict)
    closings: dict[str, Closing] = field(default_factory=dict)


def earlier_ones(olds: Sequence[Old], tell: Tell) -> dict[int, list[Old]]:
    """Give, by position, the statements of the file that each statement replaces; what is not there is told.

    A statement that has the id of one before it counts as replacing that one.
    """
    first_with: dict[str, Old] = {}
    earlier: dict[int, list[Old]] = {}
    for old in olds:
        before = first_with.setdefault(old.id, old)
        if before is not old:
            earlier[old.place] = [before]
    for old in olds:
        for statement_id in old.replaces:
            replaced = first_with.get(statement_id)
            if replaced is None or replaced.place == old.place:
                why = "is not in this file" if replaced is None else "is this one"
                tell(Loss(f"/{old.place}", _FIELD, f"A statement that it replaces {why}."))
            else:
                earlier.setdefault(old.place, []).append(replaced)
    return earlier


def chain(
    olds: Sequence[Old],
    earlier: Mapping[int, list[Old]],
    parties: Callable[[Old], Hashable],
    ids: set[str],
    chains: Chains,
    tell: Tell,
) -> None:
    """Sort statements into records, which are added to `chains`; closings are left to `close_replaced`.

    `parties` tells what must not change within a record besides the type. `ids` are the record ids in use.
    """
    following = _following(olds, earlier, parties, tell)
    for path in _paths(olds, following, tell):
        _tell_backward(path, tell)
        record_id = _record_id(path[0], earlier, ids, tell)
        ids.add(record_id)
        chains.paths[record_id] = path
        for old in path:
            chains.own[old.place] = record_id


def _following(
    olds: Sequence[Old], earlier: Mapping[int, list[Old]], parties: Callable[[Old], Hashable], tell: Tell
) -> dict[int, Old]:
    """Give the statement that goes on after each one, by position."""
    following: dict[int, Old] = {}
    claiming: dict[int, list[Old]] = {}
    for old in olds:
        alike = [
            one for one in earlier.get(old.place, ()) if one.type is old.type and parties(one) == parties(old)
        ]
        if alike:
            claiming.setdefault(max(alike, key=_when).place, []).append(old)
    for place, claimants in claiming.items():
        following[place] = min(claimants, key=_when)
        for other in claimants:
            if other is not following[place]:
                tell(
                    Loss(
                        f"/{other.place}",
                        _FIELD,
                        "A record of its own: another statement replaces the same one.",
                    )
                )
    return following


def _paths(olds: Sequence[Old], following: Mapping[int, Old], tell: Tell) -> Iterator[list[Old]]:
    going_on = {old.place for old in following.values()}
    done: set[int] = set()
    for old in olds:
        if old.place not in going_on:
            yield _path(old, following, done)
    for old in olds:
        if old.place not in done:
            circle = _path(old, following, done)
            tell(
                Loss(
                    f"/{min(circle, key=_when).place}",
                    _FIELD,
                    "Taken as the first of those that replace each other.",
                )
            )
            begin = circle.index(min(circle, key=_when))
            yield circle[begin:] + circle[:begin]


def _path(start: Old, following: Mapping[int, Old], done: set[int]) -> list[Old]:
    path: list[Old] = []
    old: Old | None = start
    while old is not None and old.place not in done:
        done.add(old.place)
        path.append(old)
        old = following.get(old.place)
    return path


def _tell_backward(path: list[Old], tell: Tell) -> None:
    for before, after in pairwise(path):
        if after.day < before.day:
            tell(
                Loss(
                    f"/{after.place}",
                    _FIELD,
                    "It speaks of an earlier day than the statement that it replaces.",
                )
            )


def _record_id(first: Old, earlier: Mapping[int, list[Old]], ids: set[str], tell: Tell) -> str:
    absent = [] if first.place in earlier else [name for name in first.replaces if name != first.id]
    for name in (*absent, first.id):
        if name not in ids:
            return name
    tell(
        Loss(
            f"/{first.place}",
            "statementID",
            "The record's id is made anew: this one stands for another record.",
        )
    )
    return made_from("record", first.id, str(first.place))


def close_replaced(olds: Sequence[Old], earlier: Mapping[int, list[Old]], chains: Chains, tell: Tell) -> None:
    """Find the records whose last statement was replaced by one that does not go on with them."""
    for old in olds:
        for replaced in earlier.get(old.place, ()):
            record_id = chains.own[replaced.place]
            if record_id == chains.own[old.place] or record_id in chains.closings:
                continue
            last = chains.paths[record_id][-1]
            if last is replaced:
                chains.closings[record_id] = Closing(last, old)
                tell(
                    Loss(
                        f"/{old.place}",
                        _FIELD,
                        f"The record of statement {last.place + 1} is closed by an added statement: "
                        "this one replaces it, and is of another record.",
                    )
                )


def _when(old: Old) -> tuple[str, int]:
    return old.day, old.place
