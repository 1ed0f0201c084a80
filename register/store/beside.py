"""What stands beside a contracting process: other companies of the same owners, whoever is paid, and lists that may mean them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bods.records import Entity, Person
from bods.statements import Statement
from register.graph.lists import Listed, ListKind
from register.graph.process import Process
from register.store import identities, lists, statements
from register.store.known_people import KnownPeople
from register.store.lists import Looked

#: No more other companies than this are looked at for one process.
MOST = 300


@dataclass(frozen=True, slots=True)
class Beside:
    """Record ids of companies beside a process, what is told of them and of those above them, and entries of lists."""

    companies: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    listed: tuple[Listed, ...] = ()
    lists: frozenset[ListKind] = frozenset()


def beside(session: Session, process: Process, told: Iterable[Statement], people: KnownPeople) -> Beside:
    """Look beside a process; `told` are the statements about its bidders and those above them, `people` those in them."""
    known = tuple(told)
    companies = _companies(session, process, known, people)
    # Networks are known whole, or not at all.
    networks = statements.above(session, companies) - {each.declaration_subject for each in known}
    more = statements.of_subjects(session, networks)
    kinds = lists.kinds_on_file(session)
    looked = looked_for(session, process, (*known, *more)) if kinds else None
    return Beside(
        companies=companies,
        statements=more,
        listed=lists.entries_for(session, looked) if looked else (),
        lists=kinds,
    )


def looked_for(session: Session, process: Process, told: Iterable[Statement]) -> Looked:
    """Say whom to look for on lists: everybody whom these statements and bids name."""
    names = {bid.name for bid in process.bids}
    numbers = {(bid.scheme, bid.id) for bid in process.bids if bid.scheme and bid.id}
    people = set()
    for statement in told:
        record = statement.record
        if isinstance(record, Person):
            people.add(statement.record_id)
            names |= {name.full_name for name in record.names if name.full_name}
        elif isinstance(record, Entity):
            names |= {record.name} if record.name else set()
            numbers |= {(each.scheme, each.id) for each in record.identifiers if each.scheme and each.id}
    documents = identities.hashes_of(session, people)
    return Looked(frozenset(names), frozenset(numbers), documents)


def _companies(
    session: Session, process: Process, told: tuple[Statement, ...], people: KnownPeople
) -> tuple[str, ...]:
    """Companies in whose declarations somebody of these stands, and those paid under the contracts."""
    subjects = {each.declaration_subject for each in told if each.declaration_subject}
    paid = [(each.scheme, each.id) for contract in process.contracts for each in contract.paid if each.id]
    found = {
        *people.subjects(),
        *statements.subjects_naming(session, subjects),
        *statements.self_declared(session, paid),
    }
    return tuple(sorted(found - subjects)[:MOST])
