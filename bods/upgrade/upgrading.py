"""A whole file of old statements: what is in it, which records it speaks of, and its statements one after the other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from bods.codelists import AnnotationMotivation, RecordStatus
from bods.statements import Annotation, Statement, moment
from bods.upgrade.chains import Closing
from bods.upgrade.identifiers import made_from
from bods.upgrade.loss import Loss, Tell
from bods.upgrade.old import Old
from bods.upgrade.statement import upgraded_statement
from bods.upgrade.surveying import Plan, survey


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The statements of 0.4 that an old file became, in the order of publication, and all that was lost on the way."""

    statements: tuple[Statement, ...]
    losses: tuple[Loss, ...]


def upgraded(value: object, *, undated: date | None = None) -> Upgrade:
    """Turn a parsed file of BODS 0.1, 0.2 or 0.3 (an array, or one statement) into valid statements of 0.4.

    Versions may be mixed; a valid statement of 0.4 passes through as it is. `undated` is the day that stands for a
    statement's date in a file that gives no date anywhere. Losses come in the order of the file. Nothing that a JSON
    parser can give makes this fail.
    """
    losses: list[Loss] = []
    with _uncollected():
        statements = tuple(upgraded_statements(value, losses.append, undated=undated))
    losses.sort(key=_position)
    return Upgrade(statements, tuple(losses))


@contextmanager
def _uncollected() -> Iterator[None]:
    # Nothing that is made here lies in circles, and the collector would walk through the whole file over and over:
    # almost half of the time that 100,000 statements take.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _position(loss: Loss) -> int:
    first = loss.place.split("/", 2)[1] if loss.place else "-1"
    return int(first)


def upgraded_statements(value: object, tell: Tell, *, undated: date | None = None) -> Iterator[Statement]:
    """Give the same statements one by one, each made when it is asked for; `tell` hears of each loss as it is found.

    The old file must be at hand as a whole, since only the whole tells which records there are: what is saved is the
    memory that all new statements would take at once.
    """
    plan = survey(value, tell, undated)
    begun: set[str] = set()
    last: dict[str, Statement] = {}
    endings: dict[int, Statement | None] = {}
    for piece in plan.order:
        if isinstance(piece, Statement):
            yield piece
        elif isinstance(piece, Closing):
            ended = last.get(plan.found.own[piece.last.place])
            ending = _made_in_silence(piece.by, plan, endings)
            if ended is not None and ending is not None:
                yield _closed(ended, ending)
        else:
            record_id = plan.found.own[piece.place]
            status = RecordStatus.UPDATED if record_id in begun else RecordStatus.NEW
            made = upgraded_statement(piece, status, plan.found, tell)
            if made is not None:
                begun.add(record_id)
                if record_id in plan.ending:
                    last[record_id] = made
                yield made


def _made_in_silence(by: Old, plan: Plan, endings: dict[int, Statement | None]) -> Statement | None:
    """Give the statement that ends a record, for what it says around its own; None when it cannot be upgraded."""
    if by.place not in endings:
        endings[by.place] = upgraded_statement(by, RecordStatus.UPDATED, plan.found, _to_nobody)
    return endings[by.place]


def _closed(ended: Statement, ending: Statement) -> Statement:
    """Give the statement that closes a record, which no old file has."""
    return replace(
        ended,
        statement_id=made_from("closing", ended.record_id),
        statement_date=max(ended, ending, key=_moment_of).statement_date,
        record_status=RecordStatus.CLOSED,
        publication=ending.publication or ended.publication,
        source=ending.source,
        annotations=(_NOTE,),
        extra={},
    )


def _moment_of(statement: Statement) -> datetime:
    return moment(statement.statement_date)


def _to_nobody(loss: Loss) -> None:
    pass


_NOTE = Annotation(
    "",
    AnnotationMotivation.COMMENTING,
    "Added when the file was upgraded to BODS 0.4: a statement about another record has replaced this one.",
)
