"""What a bidder and a declared company share besides a name: compared, never kept or shown."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.actions.propose_same import propose_companies
from register.declarations.draft import Draft
from register.elsewhere.likeness import Reason
from register.models.sameness import LikenessRow
from register.store import bidder_marks, unmatched
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, Supplier, supplier
from tests.factories.strangers import Stranger, keep_strangers

PHONE, MAIL, PIN = "+254 712 345 678", "office@alfa.example", "P051234567X"
ADDRESS = "Plot 17, Market Road, Wote, P.O. Box 12-90300"


@dataclass
class Reachable(Supplier):
    """A company that tells in its declaration how it is reached, and its tax PIN."""

    def own(self, told: Draft) -> Draft:
        plain = super().own(told)
        company = replace(plain.company, phone=PHONE, email=MAIL, registered_address=ADDRESS, tax_number=PIN)
        return replace(plain, company=company)


def alfa(session: Session) -> str:
    """Alfa Builders has declared with everything that a bidder could share; gives its record."""
    who = supplier(session, "alfa")
    Reachable(session, who.company, who.principal, new_id=who.new_id).declare(
        draft(held("ana", 60), people=("ana",))
    )
    return who.subject


@pytest.mark.parametrize(
    ("bidder", "shared"),
    [
        (Stranger("Alfa Building Works", "77", phone="0712-345678"), Reason.PHONE),
        (Stranger("Alfa Building Works", "77", email="Office@Alfa.example"), Reason.EMAIL),
        (Stranger("Alfa Building Works", "77", address="PO Box 12, 90300 Makueni"), Reason.POST_BOX),
        (Stranger("Alfa Building Works", "77", address="Market Rd plot 17, WOTE"), Reason.STREET),
        (Stranger("Zeta Ventures", "p051234567x", scheme="KE-KRA"), Reason.PIN),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_what_a_bidder_shares_with_a_company_speaks_for_it(
    session: Session, bidder: Stranger, shared: Reason
) -> None:
    subject = alfa(session)
    keep_strangers(session, "roof", bidder)

    propose_companies(session, now=NOW)

    (line,) = unmatched.everybody(session)
    assert line.best is not None
    assert line.proposed == subject
    assert shared in line.best.reasons


def test_a_shared_telephone_alone_proposes_nobody_of_another_name(session: Session) -> None:
    alfa(session)
    keep_strangers(session, "roof", Stranger("Zeta Ventures", "77", phone=PHONE))

    propose_companies(session, now=NOW)

    assert [each.best for each in unmatched.everybody(session)] == [None]


def test_only_that_it_agrees_is_kept(session: Session) -> None:
    alfa(session)
    keep_strangers(
        session, "roof", Stranger("Alfa Builder Ltd", PIN, phone=PHONE, email=MAIL, address=ADDRESS)
    )

    propose_companies(session, now=NOW)

    kept = session.scalars(select(LikenessRow)).one()
    assert set(kept.reasons.split()) == {"like_name", "pin", "phone", "email", "post_box", "street"}


def test_what_an_agent_gives_for_all_its_clients_tells_nothing() -> None:
    desk, own = (Reason.PHONE, "712345678"), (Reason.PHONE, "700000001")
    sharing = [frozenset({desk})] * bidder_marks.MOST_SHARING

    assert bidder_marks.telling([*sharing, frozenset({own})]) == {desk, own}
    assert bidder_marks.telling([*sharing, frozenset({desk, own})]) == {own}


def test_a_short_number_is_no_tax_pin() -> None:
    assert bidder_marks.pin("146001") == ()
    assert bidder_marks.pin("") == ()
    assert bidder_marks.pin(" p051234567x ") == ((Reason.PIN, PIN),)


def test_a_company_that_declared_nothing_has_no_marks(session: Session) -> None:
    supplier(session, "beta")

    assert bidder_marks.of_companies(session) == {}
