"""Take in a list that an officer sends: officials, the exposed, the barred or the sanctioned, whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.import_list import import_list
from register.actions.import_officials import import_officials
from register.elsewhere.lists.line import Home, ListLine
from register.elsewhere.lists.reading import list_in
from register.graph.lists import ListKind
from register.jurisdictions import Jurisdiction
from register.ocds.fault import Fault
from register.ocds.officials import OfficialLine, officials_in
from register.store import contracts, outbox

OFFICIALS = "officials"


@dataclass(frozen=True, slots=True)
class SentList:
    """What came of it: entries on the list, and faults for which nothing was taken; `new` False: it was known already."""

    new: bool
    entries: int
    faults: tuple[Fault, ...] = ()


def send_list(
    session: Session,
    data: bytes,
    name: str,
    *,
    kind: str,
    listed_on: date,
    source: str,
    principal: Principal,
    jurisdiction: Jurisdiction,
    now: datetime,
) -> SentList:
    """Keep a list of a kind (OFFICIALS or a `ListKind`) by its day and source, and have open tenders asked about again."""
    given = _read(data, name, kind, jurisdiction)

    faults = tuple(each for each in given if isinstance(each, Fault))
    if faults:
        return SentList(False, 0, faults)

    new, entries = _kept(session, given, kind, listed_on, source, principal, now)
    if new:
        _ask_again(session, contracts.ocids(session, open_only=True), now)
    return SentList(new, entries)


def home_of(law: Jurisdiction) -> Home:
    """How the place numbers companies and people, for lists that name the country alone."""
    schemes = [each.scheme for each in law.identity_documents]
    company = law.identifier_schemes[0].code if law.identifier_schemes else ""
    return Home(
        country=law.country_code,
        company_scheme=company,
        id_scheme=next((each for each in schemes if each.endswith("IDCARD")), ""),
        passport_scheme=next((each for each in schemes if each.endswith("PASSPORT")), ""),
    )


def _read(
    data: bytes, name: str, kind: str, jurisdiction: Jurisdiction
) -> Sequence[OfficialLine | ListLine | Fault]:
    if kind == OFFICIALS:
        return tuple(officials_in(data, name))
    return tuple(list_in(data, name, kind, home_of(jurisdiction)))


def _kept(
    session: Session,
    given: Sequence[OfficialLine | ListLine | Fault],
    kind: str,
    listed_on: date,
    source: str,
    principal: Principal,
    now: datetime,
) -> tuple[bool, int]:
    if kind == OFFICIALS:
        seated = [each for each in given if isinstance(each, OfficialLine)]
        told = import_officials(session, seated, listed_on=listed_on, source=source, now=now, by=principal)
        return told.new, told.officials
    lines = [each for each in given if isinstance(each, ListLine)]
    listed = import_list(
        session, lines, kind=ListKind(kind), listed_on=listed_on, source=source, now=now, by=principal
    )
    return listed.new, listed.entries


def _ask_again(session: Session, ocids: Iterable[str], now: datetime) -> None:
    outbox.add_all(session, "screen", {f"screen:{ocid}": {"ocid": ocid} for ocid in ocids}, now=now)
