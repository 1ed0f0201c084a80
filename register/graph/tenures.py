"""Who owned a company from when until when: its owners on each day on which something changed, told one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bods.records import Relationship
from bods.statements import Statement
from register.graph.owners import Owner, owners_of
from register.graph.picture import Picture


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which somebody was, or may have been, an owner in one way; on `until` it was over, None: it is not."""

    since: date
    until: date | None
    owner: Owner


@dataclass(frozen=True, slots=True)
class Tenure:
    """Everything one owner held of a company over time, oldest first; between two spans may lie days without."""

    name: str
    spans: tuple[Span, ...]

    @property
    def last(self) -> Span:
        return self.spans[-1]


def change_days(statements: Iterable[Statement], today: date) -> tuple[date, ...]:
    """The days up to today on which an interest began, ended, or was declared, oldest first; today is the last."""
    days = {today}
    for statement in statements:
        if isinstance(statement.record, Relationship):
            days.add(statement.day)
            for interest in statement.record.interests:
                days.update(each for each in (interest.start_date, interest.end_date) if each)
    return tuple(sorted(each for each in days if each <= today))


def tenures_of(
    pictures: Sequence[tuple[date, Picture]], threshold: Decimal, majority: Decimal
) -> tuple[Tenure, ...]:
    """Give the owners of the company that the pictures are of, whoever came first before the others.

    Each picture, oldest first, holds from its day until the day of the next; the last one is of today.
    """
    held: dict[str, list[Span]] = {}
    for place, (day, picture) in enumerate(pictures):
        until = pictures[place + 1][0] if place + 1 < len(pictures) else None
        for owner in owners_of(picture, picture.subjects[0], threshold, majority):
            _add(held.setdefault(owner.party.key, []), Span(day, until, owner))
    told = (Tenure(spans[-1].owner.party.name, tuple(spans)) for spans in held.values())
    return tuple(sorted(told, key=lambda each: (each.spans[0].since, each.name)))


def _add(spans: list[Span], span: Span) -> None:
    """Put a span behind the others; what goes on as it was is one span with what came before."""
    if spans and spans[-1].until == span.since and _held(spans[-1].owner) == _held(span.owner):
        spans[-1] = replace(spans[-1], until=span.until, owner=span.owner)
    else:
        spans.append(span)


def _held(owner: Owner) -> tuple[object, ...]:
    ways = tuple(sorted(basis.value for basis, _ in owner.controls))
    return owner.economic, ways, owner.does, direct(owner)


def direct(owner: Owner) -> bool:
    """Whether something is held without anybody between."""
    return any(len(path) == 1 for path in owner.paths)
