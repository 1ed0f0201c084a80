"""What bidders and declared companies may share besides a name: telephone, mail, post box, street, tax PIN. Never shown.

What the companies say of themselves is for officers alone: it is compared here, and only that it agrees goes further.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.declarations.answers import from_text
from register.elsewhere.likeness import Reason
from register.graph.contacts import contacts_in
from register.graph.dossier import Contact, ContactKind
from register.models.companies import CompanyRow
from register.models.contracts import BidRow, PartyReachRow
from register.models.declarations import DeclarationRow
from register.ocds.numbers import plain_number
from register.store.declarations import DeclarationState

Mark = tuple[Reason, str]
REASONS = {
    ContactKind.PHONE: Reason.PHONE,
    ContactKind.EMAIL: Reason.EMAIL,
    ContactKind.POST_BOX: Reason.POST_BOX,
    ContactKind.STREET: Reason.STREET,
}
#: Shorter numbers are no tax PIN: they would be shared by chance.
SHORTEST_PIN = 8
#: What so many companies share is an agent's or a centre's, and tells nothing.
MOST_SHARING = 12


def of_companies(session: Session) -> dict[str, frozenset[Mark]]:
    """By record id of a company, what its last accepted declaration gives."""
    row, company = DeclarationRow, CompanyRow
    last = (
        select(func.max(row.id))
        .where(row.state == DeclarationState.ACCEPTED.value)
        .group_by(row.company_id)
        .scalar_subquery()
    )
    told = session.execute(
        select(company.subject_record_id, row.reference, row.answers)
        .join(row, row.company_id == company.id)
        .where(row.id.in_(last))
        .execution_options(yield_per=200)
    )
    found: dict[str, frozenset[Mark]] = {}
    for subject, reference, answers in told:
        own = from_text(answers).company
        contacts = contacts_in(
            reference,
            phone=own.phone,
            email=own.email,
            addresses=(own.registered_address, own.business_address, own.postal_address),
        )
        found[subject] = frozenset((*_marks(contacts), *pin(own.tax_number)))
    return found


def of_bidders(session: Session) -> dict[tuple[str, str, str], frozenset[Mark]]:
    """By scheme, number and name of a bidder, what its releases give."""
    reach, bid = PartyReachRow, BidRow
    rows = session.execute(
        select(bid.scheme, bid.number, bid.name, reach.phone, reach.email, reach.address)
        .join(reach, (reach.ocid == bid.ocid) & (reach.party_id == bid.party_id))
        .distinct()
    )
    found: dict[tuple[str, str, str], set[Mark]] = defaultdict(set)
    for scheme, number, name, phone, email, address in rows:
        contacts = contacts_in("", phone=phone, email=email, addresses=(address,))
        found[scheme, number, name] |= set(_marks(contacts))
    return {bidder: frozenset(marks) for bidder, marks in found.items()}


def pin(number: str) -> tuple[Mark, ...]:
    """A number as it is compared with tax PINs; nothing where it is too short to be one."""
    plain = plain_number("", number)
    return ((Reason.PIN, plain),) if len(plain) >= SHORTEST_PIN else ()


def telling(marks: Iterable[frozenset[Mark]]) -> frozenset[Mark]:
    """Those marks that few enough share to tell anything."""
    counted: dict[Mark, int] = defaultdict(int)
    for each in marks:
        for mark in each:
            counted[mark] += 1
    return frozenset(mark for mark, number in counted.items() if number <= MOST_SHARING)


def _marks(contacts: Iterable[Contact]) -> Iterator[Mark]:
    for each in contacts:
        if each.kind in REASONS:
            yield REASONS[each.kind], each.key
