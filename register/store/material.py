"""Everything the register knows that bears on one contracting process: what a picture of it is drawn from.

For officers alone: it holds who bids, and identities that nobody has confirmed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from bods.codelists import RecordType
from bods.statements import Statement
from register.graph.joining import Joins
from register.graph.lists import Official
from register.graph.picture import Declared, Identity
from register.graph.process import Process
from register.store import committees, contracts, officials, particulars, sameness, statements
from register.store.beside import Beside, beside
from register.store.dossiers import Background, background
from register.store.known_people import known_people, with_others
from register.store.told_process import process_of


@dataclass(frozen=True, slots=True)
class Material:
    """One process, every statement about its bidders and whoever stands above them, and the officials in force."""

    process: Process
    statements: tuple[Statement, ...]
    identities: Mapping[str, Identity]
    officials: tuple[Official, ...]
    #: The record of the declared company that a bidder was decided to be, by the publisher's own id.
    crosswalk: Mapping[str, str] = field(default_factory=dict)
    #: Accepted declarations and what else officers may know; not for pages that others read.
    background: Background = Background()  # noqa: RUF009 (frozen)
    #: Other companies of the same owners, whoever is paid, and entries of lists that may mean any of them.
    beside: Beside = Beside()  # noqa: RUF009 (frozen)
    #: Whose records are whose, worked out once for pictures of several days.
    joins: Joins = field(default_factory=Joins, compare=False)

    def declared(self, day: date) -> dict[str, Declared]:
        """The declaration that speaks for a day, by the record id of the company that made it."""
        return {
            subject: Declared(said.on, said.reference)
            for subject, said in self.background.speaking(day).items()
        }

    def made_by(self, record_id: str) -> tuple[Declared, ...]:
        """Every accepted declaration that a company made, oldest first."""
        said = [each for each in self.background.said if each.subject == record_id]
        return tuple(Declared(each.on, each.reference) for each in said)


def of_process(session: Session, ocid: str) -> Material:
    """Gather what bears on a process. Raises ProcessUnknownError."""
    return about(session, process_of(contracts.process(session, ocid)))


def about(session: Session, process: Process) -> Material:
    """Gather what bears on a process that need not be on file."""
    numbers = [(bid.scheme, bid.id) for bid in process.bids if bid.id]
    crosswalk = sameness.crossed(session, process.bids)
    declared = statements.self_declared(session, numbers) | set(crosswalk.values())
    same = sameness.same_companies(session, declared)
    numbers += sameness.numbers_of(session, {*crosswalk.values(), *same})
    told = statements.upstream(session, numbers)
    people = known_people(session, _people_in(told))
    others = beside(session, process, told, people)
    everybody = (*told, *others.statements)
    signed = particulars.signed_by(session, {each.declaration_subject for each in everybody})
    people = with_others(session, people, _people_in(others.statements))
    listed = officials.officials_in_force(session)
    return Material(
        process=process,
        statements=told,
        identities={**people.identities(_people_in(everybody), signed.birth_months), **same},
        officials=(*listed, *committees.officials(session, process.ocid, listed)),
        crosswalk=crosswalk,
        background=background(session, told, people, signed),
        beside=others,
    )


def _people_in(told: Iterable[Statement]) -> frozenset[str]:
    return frozenset(each.record_id for each in told if each.record_type is RecordType.PERSON)
