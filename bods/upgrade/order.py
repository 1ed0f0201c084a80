"""The order of publication that 0.4 asks for: parties before what ties them, components before what they make up.

Within that order the file's own stays, except that the statements of one record follow each other as they replace each
other, and a closed party comes after all that names it.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TypeAlias

from bods.codelists import RecordStatus, RecordType
from bods.statements import Statement
from bods.upgrade.chains import Chains, Closing
from bods.upgrade.gathering import Gathered
from bods.upgrade.old import Old

#: What comes out: an old statement to upgrade, a statement of 0.4 as it is, or the end of a record.
Piece: TypeAlias = Old | Statement | Closing

_PARTIES, _COMPONENTS, _PRIMARIES, _LEAVING = range(4)


def in_order(file: Gathered, chains: Chains) -> Sequence[Piece]:
    """Put everything in order. A file of 0.4 alone keeps its own."""
    if not file.olds:
        return list(file.today.values())
    keyed = [*_old(chains), *_ends(chains), *_today(file)]
    keyed.sort(key=itemgetter(0, 1))
    return [piece for _, _, piece in keyed]


def _old(chains: Chains) -> Iterator[tuple[int, float, Piece]]:
    for path in chains.paths.values():
        floor = _floor(path[0].type, is_component=_is_component(path))
        # The record's statements take the places that they have in the file, the replaced ones first.
        for slot, old in zip(sorted(old.place for old in path), path, strict=True):
            yield floor, slot, old


def _ends(chains: Chains) -> Iterator[tuple[int, float, Piece]]:
    for record_id, closing in chains.closings.items():
        path = chains.paths[record_id]
        is_component = _is_component(path)
        floor = _floor(closing.last.type, is_component=is_component)
        if floor == _PARTIES and not is_component:
            floor = _LEAVING
        # Before the statement that ends it, if that comes later than all of the record's own.
        yield floor, max(closing.by.place - 0.5, max(old.place for old in path) + 0.5), closing


def _today(file: Gathered) -> Iterator[tuple[int, float, Piece]]:
    components = {statement.record_id for statement in file.today.values() if statement.record.is_component}
    for place, statement in file.today.items():
        is_component = statement.record_id in components
        floor = _floor(statement.record_type, is_component=is_component)
        if floor == _PARTIES and not is_component and statement.record_status is RecordStatus.CLOSED:
            floor = _LEAVING
        yield floor, place, statement


def _floor(kind: RecordType, *, is_component: bool) -> int:
    if kind is not RecordType.RELATIONSHIP:
        return _PARTIES
    return _COMPONENTS if is_component else _PRIMARIES


def _is_component(path: Sequence[Old]) -> bool:
    return any(old.body.get("isComponent") is True for old in path)
