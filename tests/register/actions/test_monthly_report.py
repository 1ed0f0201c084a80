"""The report of a month: its awards, the value in each currency, and who stood behind the suppliers as published."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from register.actions.monthly_report import Report, after, monthly_report
from register.declarations.draft import Post, PostRole
from register.jurisdictions import PublicationRule
from tests.factories.awards import keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import KENYA, TODAY, supplier

OWNED = draft(held("ana", 60), held("ben", 40), people=("ana", "ben"))
RUN = replace(OWNED, posts=(Post("ben", PostRole.BOARD_MEMBER),))
LATER = TODAY + timedelta(days=10)


def made(session: Session, **asked: int) -> Report:
    return monthly_report(session, LATER, jurisdiction=KENYA, **asked)


def test_owners_and_directors_of_a_supplier_stand_beside_its_award(session: Session) -> None:
    supplier(session, "alfa").declare(RUN)
    keep_award(session, "roof", "alfa", value=100, on=LATER)

    (line,) = made(session).lines

    assert [share for _, share in line.behind.owners] == ["60\u00a0%", "40\u00a0%"]
    assert line.behind.directors == (line.behind.owners[1][0],)
    assert line.behind.declared_on == TODAY


def test_what_is_not_published_is_not_told(session: Session) -> None:
    reserved = replace(KENYA, publication_rule=PublicationRule.WITH_CONSENT)
    alfa = supplier(session, "alfa", reserved)
    alfa.consent = False
    alfa.declare(OWNED)
    keep_award(session, "roof", "alfa", value=100, on=LATER)

    report = made(session)

    assert report.lines[0].behind.owners == ()
    assert report.undeclared == 1


def test_each_currency_has_a_total_and_partners_count_once(session: Session) -> None:
    keep_award(session, "roof", "alfa", "beta", value=100, on=LATER)
    keep_award(session, "well", "alfa", value=50, on=LATER)
    keep_award(session, "road", "alfa", value=7, currency="USD", on=LATER)
    keep_award(session, "drift", "alfa", value=1000, on=after(LATER))

    report = made(session, limit=2)

    assert report.totals == {"KES": Decimal(150), "USD": Decimal(7)}
    assert (report.awards, report.count, len(report.lines)) == (3, 4, 2)


def test_after_december_comes_january() -> None:
    assert after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert after(date(2026, 1, 31)) == date(2026, 2, 1)
