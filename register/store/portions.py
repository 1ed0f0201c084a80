"""Long lists asked for in parts, so that each fits into one query."""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, any_, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session

#: So many values go into one query.
AT_ONCE = 400

T = TypeVar("T")


def portions(values: list[T]) -> Iterator[list[T]]:
    """Values in their order, a part at a time."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]


def among(session: Session, column: InstrumentedAttribute[Any], values: list[Any]) -> ColumnElement[bool]:
    """That a column is one of these values; on PostgreSQL as one array, so that the query is the same for any number.

    A query of many parameters is taken apart anew each time, which costs more than answering it.
    """
    if session.get_bind().dialect.name != "postgresql":
        return column.in_(values)
    return column == any_(literal(values, ARRAY(column.type)))
