"""What a declaration states, against what was stated before: the statements new, updated and closed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bods.codelists import RecordStatus, SourceType
from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.records import Agent, Identifier, Person, Record, Source
from bods.statements import Statement
from register.declarations.draft import Draft
from register.declarations.network import PERSON_SCHEME_NAME, Past, network_of
from register.declarations.stakes import Law
from register.exceptions import RegisterError


class RecordNotOpenError(RegisterError):
    """A person record is not in the network as it stands: it was closed, or never accepted."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"there is no open person record {record_id}")


@dataclass(frozen=True, slots=True)
class Told:
    """Everything stated in one company's network so far, in the order in which it was stated."""

    statements: tuple[Statement, ...] = ()

    @property
    def open(self) -> dict[str, Statement]:
        """The last statement of each record that is not closed, in the order in which the records first came."""
        last = {statement.record_id: statement for statement in self.statements}
        return {
            record_id: statement
            for record_id, statement in last.items()
            if statement.record_status is not RecordStatus.CLOSED
        }

    @property
    def records(self) -> dict[str, Record]:
        """The open records."""
        return {record_id: statement.record for record_id, statement in self.open.items()}

    @property
    def closed(self) -> frozenset[str]:
        """Record ids that are never used again."""
        return frozenset(
            each.record_id for each in self.statements if each.record_status is RecordStatus.CLOSED
        )

    @property
    def last_day(self) -> date:
        """The latest day that a statement speaks of."""
        return max((each.day for each in self.statements), default=date.min)

    def past(self, confirmed: Mapping[str, str]) -> Past:
        """What a new network is drawn against."""
        return Past(self.records, self.closed, confirmed)


def statements(
    draft: Draft,
    subject_record_id: str,
    told: Told,
    *,
    law: Law,
    today: date,
    declaration: str,
    new_id: Callable[[], str],
    confirmed: Mapping[str, str] | None = None,
    person_scheme_name: str = PERSON_SCHEME_NAME,
) -> tuple[Statement, ...]:
    """Give the statements by which a declaration changes what was told, in the order of publication.

    They speak of `today`, or of the last day told of when that is later: what is stated later is never overtaken by
    what was stated before. `confirmed` gives public identifiers by person key.
    """
    past = told.past(confirmed or {})
    after = network_of(draft, subject_record_id, law, past, person_scheme_name=person_scheme_name)
    stamp = _stamp(draft.company.name, max(today, told.last_day), declaration, new_id)
    return statements_between(_network(subject_record_id, told), after, stamp, ever_closed=told.closed)


def confirmed_statements(
    told: Told,
    record_id: str,
    identifier: Identifier,
    *,
    today: date,
    new_id: Callable[[], str],
    source: SourceType = SourceType.SELF_DECLARATION,
) -> tuple[Statement, ...]:
    """Give the statements by which a person record takes the register's own identifier; none if it bears it already.

    They belong to the last declaration. Raises RecordNotOpenError.
    """
    standing = told.open
    statement = standing.get(record_id)
    if statement is None or not isinstance(statement.record, Person):
        raise RecordNotOpenError(record_id)
    if identifier in statement.record.identifiers:
        return ()
    others = tuple(
        each for each in statement.record.identifiers if each.scheme_name != identifier.scheme_name
    )
    before = _network(statement.declaration_subject, told)
    named = replace(statement.record, identifiers=(*others, identifier))
    after = Network(before.subject, {**before.records, record_id: named})
    stamp = Stamp(
        statement_date=max(today, told.last_day).isoformat(),
        declaration=told.statements[-1].declaration,
        source=Source(type=(source,)),
        new_id=new_id,
    )
    return statements_between(before, after, stamp, ever_closed=told.closed)


def _network(subject_record_id: str, told: Told) -> Network:
    return Network(subject_record_id, told.records)


def _stamp(company: str, today: date, declaration: str, new_id: Callable[[], str]) -> Stamp:
    source = Source(type=(SourceType.SELF_DECLARATION,), asserted_by=(Agent(name=company),))
    return Stamp(today.isoformat(), declaration, source, new_id)


def changed(told: Told, made: Iterable[Statement]) -> Told:
    """What is told once these statements are added."""
    return Told((*told.statements, *made))
