"""Say who owned one company on a day, as known on a day, from the statements, with what proves each link."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bods.statements import Statement
from register.actions.keep_owners import owners_in
from register.exceptions import RegisterError
from register.graph.building import company_picture
from register.graph.owners import Owner
from register.graph.paths import Path
from register.graph.picture import Identity, Picture
from register.jurisdictions import Jurisdiction
from register.store import companies, company_material, identities, published_rules, statements
from register.store.owner_generations import KeptOwner


class CompanyNotDeclaredError(RegisterError):
    """No company has declared under this number or record id."""

    def __init__(self, sought: str) -> None:
        self.sought = sought
        super().__init__(f"no company with the number or record id {sought} has declared")


class SeveralCompaniesError(RegisterError):
    """The number is that of several companies, on different lists."""

    def __init__(self, sought: str, subjects: Iterable[str]) -> None:
        self.sought, self.subjects = sought, tuple(sorted(subjects))
        super().__init__(
            f"{sought} is the number of several companies; give one of the record ids {', '.join(self.subjects)}"
        )


class NothingKnownThenError(RegisterError):
    """The register had learnt nothing about the company by then."""

    def __init__(self, subject: str, known: date) -> None:
        self.subject, self.known = subject, known
        super().__init__(f"nothing was known of {subject} on {known.isoformat()}")


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain and the statement that says so; `shares` in percent where it is a share."""

    holder: str
    held: str
    statement_id: str
    declared_on: date
    since: date | None
    shares: str


@dataclass(frozen=True, slots=True)
class OwnerShown:
    """One owner, and the chains that lead down from it, the strongest first."""

    owner: KeptOwner
    chains: tuple[tuple[Step, ...], ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of all statements in its chains, each once."""
        return tuple(dict.fromkeys(step.statement_id for chain in self.chains for step in chain))


@dataclass(frozen=True, slots=True)
class OwnersShown:
    """The owners of a company (by record id) on `at`, as known at the end of `known`, by the threshold of that day."""

    company: str
    name: str
    at: date
    known: date
    threshold: str
    owners: tuple[OwnerShown, ...]


def ask_owners(
    session: Session, sought: str, *, at: date, known: date, jurisdiction: Jurisdiction
) -> OwnersShown:
    """Load what was known by then, and reckon. `sought` is an official number or a record id; nothing is saved.

    Raises CompanyNotDeclaredError, SeveralCompaniesError, NothingKnownThenError.
    """
    subject = _subject(session, sought, jurisdiction)
    told = company_material.of_company(session, subject)
    moment = datetime.combine(known + timedelta(days=1), time(), ZoneInfo(jurisdiction.timezone))
    then = _learnt_before(session, told.statements, moment)
    if not any(each.record_id == subject for each in then):
        raise NothingKnownThenError(subject, known)
    people = _identities_before(session, told.identities, moment)
    law = published_rules.rules_on(session, jurisdiction, at)

    picture = company_picture(subject, then, people, at)
    declared = {each.declaration_subject for each in then}
    owners = tuple(
        OwnerShown(kept, tuple(_chains(picture, owner))) for owner, kept in owners_in(picture, declared, law)
    )

    return OwnersShown(
        subject, picture.name(picture.subjects[0]), at, known, f"{law.owner_threshold:f}", owners
    )


def _subject(session: Session, sought: str, law: Jurisdiction) -> str:
    if statements.about(session, sought):
        return sought
    numbers = [(each.code, sought) for each in law.identifier_schemes]
    found = statements.self_declared(session, numbers)
    known = [companies.find(session, scheme, number) for scheme, number in numbers]
    found |= {each.subject_record_id for each in known if each}
    if not found:
        raise CompanyNotDeclaredError(sought)
    if len(found) > 1:
        raise SeveralCompaniesError(sought, found)
    return found.pop()


def _learnt_before(session: Session, told: tuple[Statement, ...], moment: datetime) -> tuple[Statement, ...]:
    learnt = statements.learnt(session, {each.statement_id for each in told})
    return tuple(each for each in told if learnt[each.statement_id] < moment)


def _identities_before(
    session: Session, known: Mapping[str, Identity], moment: datetime
) -> dict[str, Identity]:
    """People as they were taken for then; what an officer decided to be one is one as it is now."""
    claims = identities.claims_of(session, known)
    return {
        record_id: Identity(
            each.key,
            each.confirmed
            and (record_id not in claims or (claims[record_id].confirmed_at or moment) < moment),
        )
        for record_id, each in known.items()
        if record_id not in claims or claims[record_id].claimed_at < moment
    }


def _chains(picture: Picture, owner: Owner) -> Iterator[tuple[Step, ...]]:
    for path in dict.fromkeys((*owner.paths, *(path for _, path in owner.controls))):
        yield _steps(picture, path)


def _steps(picture: Picture, path: Path) -> tuple[Step, ...]:
    return tuple(
        Step(
            picture.name(stake.holder),
            picture.name(stake.held),
            stake.statement_id,
            stake.declared_on,
            stake.since,
            f"{stake.shares.low:f}-{stake.shares.high:f}" if stake.shares else "",
        )
        for stake in path
    )
