"""Fill an empty register with the invented county: as if its people had declared, bid and been listed over the years."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Principal, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.confirm_identity import confirm_identity
from register.actions.create_account_ready import create_account_ready
from register.actions.enter_extracts import enter_extracts
from register.actions.import_contracts import import_releases
from register.actions.import_list import import_list
from register.actions.import_officials import import_officials
from register.actions.load_committees import load_committees
from register.actions.load_waiting_work import desk_of, load_waiting_work
from register.actions.raise_flags import raise_flags
from register.actions.raise_portfolio_flags import raise_portfolio_flags
from register.actions.rebuild_owners import rebuild_owners
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.draft import Draft
from register.example.accounts import READY_MADE
from register.example.county import SEED, County
from register.example.suppliers import Supplier
from register.example.waiting import waiting
from register.exceptions import RegisterError
from register.gateways.viruses import Scanner
from register.graph.lists import ListKind
from register.jurisdictions import Jurisdiction
from register.ocds.fault import Fault
from register.ocds.reading import releases_in
from register.ocds.releases import Release
from register.store import accounts, companies, contracts, identities, outbox, published

NOTICE = "You declare for an invented county. Nobody in it is real."
#: Of a company that is in no planted story, so many people have said that a typed number is theirs; the others not yet.
CONFIRMED = 2
#: The ready-made people have worked here for so long.
WORKED_HERE = timedelta(days=60)


class ExampleNotSoundError(RegisterError):
    """The invented county's own releases have a fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"the example county is not sound OCDS: {fault}")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was made, in numbers."""

    suppliers: int
    statements: int
    tenders: int
    findings: int
    #: Declarations that a registrar is to look at.
    waiting: int


def load_example(
    session: Session, county: County, *, data: Path, scanner: Scanner, jurisdiction: Jurisdiction, now: datetime
) -> Loaded | None:  # fmt: skip
    """Load the county; None, and nothing is done, when the register already holds companies."""
    if companies.count(session):
        return None
    new_id = _ids()
    # Declarations are accepted and public at once here, whatever the place itself rules.
    place = replace(jurisdiction, accepts_at_once=True)

    in_stories = {supplier.name for supplier in county.planted.by_part.values()}
    clerks = {supplier.name: _clerk(session, supplier, now) for supplier in county.suppliers}
    signed = [(day, supplier, draft) for supplier in county.suppliers for day, draft in supplier.declarations]
    # In the order in which they happened: the public log counts on from day to day.
    for day, supplier, draft in sorted(signed, key=lambda each: each[0]):
        principal = clerks[supplier.name]
        moment = datetime.combine(day, time(7), tzinfo=UTC)
        _sign(session, principal, draft, moment, place, new_id)
        most = None if supplier.name in in_stories else CONFIRMED
        _confirm(session, principal.companies[0], moment, place, new_id, most)
    _ready_made_people(session, county, now - WORKED_HERE)
    import_officials(
        session, county.officials, listed_on=county.today, source="The invented county's own list", now=now
    )
    _lists(session, county, now)
    enter_extracts(session, county.extracts, by=None, now=now)
    _import(session, county, jurisdiction=place, now=now)
    load_committees(session, county.tenders, today=county.today)
    desk = desk_of(session, data, scanner, jurisdiction=jurisdiction, now=now, new_id=new_id)
    left = load_waiting_work(desk, waiting(county))
    # What was sent in those years went to nobody: only what the visitor does reaches the outbox page.
    outbox.forget_all(session)
    for _ in rebuild_owners(session, clock=lambda: now, jurisdiction=place):
        pass
    found = sum(
        raise_flags(session, ocid, now=now, jurisdiction=place).found for ocid in contracts.ocids(session)
    )
    found += raise_portfolio_flags(session, now=now, jurisdiction=place).found
    return Loaded(
        len(county.suppliers), published.counts(session).statements, len(county.tenders), found, left
    )


def _ids() -> NewStatementId:
    rng = Random(SEED)  # noqa: S311 (a story, not a secret)
    return lambda: str(UUID(int=rng.getrandbits(128), version=4))


def _clerk(session: Session, supplier: Supplier, now: datetime) -> Principal:
    """The company, and someone who may declare for it and cannot sign in."""
    answer = supplier.company
    company = companies.create(session, name=answer.name, scheme=answer.scheme, number=answer.number, now=now)
    address = f"{company.subject_record_id}@suppliers.example"
    clerk = accounts.create(session, address, f"Clerk of {company.name}", Role.SUPPLIER, now=now)
    accounts.grant_authority(session, clerk.id, company.id, now)
    return Principal(clerk.id, clerk.name, Role.SUPPLIER, "en", (company.id,))


def _sign(
    session: Session, principal: Principal, draft: Draft, moment: datetime,
    jurisdiction: Jurisdiction, new_id: NewStatementId,
) -> None:  # fmt: skip
    company_id = principal.companies[0]
    version = begin_declaration(session, company_id, now=moment, jurisdiction=jurisdiction).version
    written = save_draft(session, company_id, draft, version, moment)
    shown = orjson.dumps({"company": draft.company.name, "notice": NOTICE})
    signing = Signing(f"example-{company_id}-{moment.date()}", shown, NOTICE, "example", "en", consent=True)
    submit_declaration(
        session, company_id, signing, written.version, principal=principal, now=moment,
        today=_today(moment, jurisdiction), jurisdiction=jurisdiction, new_id=new_id, base_url="https://umiliki.example",
    )  # fmt: skip


def _today(moment: datetime, jurisdiction: Jurisdiction) -> date:
    return moment.astimezone(ZoneInfo(jurisdiction.timezone)).date()


def _confirm(
    session: Session, company_id: int, moment: datetime, jurisdiction: Jurisdiction,
    new_id: NewStatementId, most: int | None,
) -> None:  # fmt: skip
    subject = companies.company(session, company_id).subject_record_id
    for record_id, claim in sorted(identities.claims_in(session, subject).items())[:most]:
        if claim.confirmed_at is None:
            confirm_identity(
                session, record_id, identities.BY_THE_PERSON, moment, today=_today(moment, jurisdiction),
                jurisdiction=jurisdiction, new_id=new_id,
            )  # fmt: skip


def _ready_made_people(session: Session, county: County, now: datetime) -> None:
    for person in READY_MADE:
        account = create_account_ready(
            session, person.email, person.name, person.role, person.passphrase, person.code_secret, now
        )
        if person.part is not None:
            company = county.planted.by_part[person.part].company
            known = companies.find(session, company.scheme, company.number)
            if known is not None:
                accounts.grant_authority(session, account.id, known.id, now)


def _lists(session: Session, county: County, now: datetime) -> None:
    for kind, lines in ((ListKind.DEBARRED, county.debarred), (ListKind.EXPOSED, county.exposed)):
        import_list(
            session,
            lines,
            kind=kind,
            listed_on=county.today,
            source="The invented county's own list",
            now=now,
        )


def _import(session: Session, county: County, *, jurisdiction: Jurisdiction, now: datetime) -> None:
    sound = list(_sound(releases_in(orjson.dumps(county.releases), "the example county")))
    schemes = tuple(scheme.code for scheme in jurisdiction.identifier_schemes)
    for _, group in groupby(
        sorted(sound, key=lambda release: release.ocid), key=lambda release: release.ocid
    ):
        import_releases(session, tuple(group), now=now, zone=ZoneInfo(jurisdiction.timezone), schemes=schemes)


def _sound(read: Iterable[Release | Fault]) -> Iterator[Release]:
    for each in read:
        if isinstance(each, Fault):
            raise ExampleNotSoundError(each)
        yield each
