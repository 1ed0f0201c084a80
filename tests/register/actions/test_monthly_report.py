"""The report of a month: its awards, the value in each currency, and who stood behind the suppliers as published."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import orjson
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.monthly_report import Report, after, monthly_report
from register.declarations.draft import Post, PostRole
from register.jurisdictions import PublicationRule
from register.screening.committee import Committee, Seat
from register.store import committees
from register.store.awards_told import MethodTold
from register.store.committees import NewMember
from tests.factories.awards import keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import KENYA, NOW, TODAY, supplier
from tests.factories.people import person
from tests.factories.tenders import keep_officials

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


def test_the_reason_for_the_method_and_the_committees_stand_beside_an_award(session: Session) -> None:
    limited = orjson.dumps(
        {
            "tender": {
                "procurementMethodDetails": "Restricted",
                "procurementMethodRationale": "Two makers\n only",
            }
        }
    ).decode()
    roof = keep_award(session, "roof", "alfa", value=100, on=LATER, compiled=limited)
    keep_award(session, "well", "beta", value=100, on=LATER)
    officer = person(session, Role.OFFICER)
    seat = NewMember(roof, Committee.EVALUATION, Seat.CHAIR, "Grace Mbithe", TODAY)
    opens = NewMember(roof, Committee.OPENING, Seat.CHAIR, "Peter Kioko", TODAY)
    for each in (seat, opens):
        committees.name(session, each, by=officer.id, now=NOW)
    keep_officials(session, "Stephen Nzuki", ocid=roof)

    report = made(session)
    lines = {each.award.ocid: each for each in report.lines}

    assert lines[roof].method == MethodTold("Restricted", "Two makers only")
    assert [each.name for each in lines[roof].seated] == ["Stephen Nzuki", "Grace Mbithe"]
    assert (report.without_reason, report.without_committee) == (1, 1)


def test_where_the_place_does_not_name_committees_nobody_is_named(session: Session) -> None:
    roof = keep_award(session, "roof", "alfa", value=100, on=LATER)
    keep_officials(session, "Stephen Nzuki", ocid=roof)

    (line,) = monthly_report(session, LATER, jurisdiction=replace(KENYA, names_committees=False)).lines

    assert line.seated == ()


def test_whoever_sits_on_no_committee_of_the_tender_is_not_named(session: Session) -> None:
    keep_award(session, "roof", "alfa", value=100, on=LATER)
    keep_officials(session, "Stephen Nzuki")

    assert made(session).lines[0].seated == ()


def test_what_is_no_text_is_no_reason(session: Session) -> None:
    roof = keep_award(
        session, "roof", "alfa", on=LATER, compiled='{"tender": {"procurementMethodRationale": 7}}'
    )
    well = keep_award(session, "well", "alfa", on=LATER, compiled='{"tender": []}')

    told = {each.award.ocid: each.method for each in made(session).lines}

    assert told == {roof: MethodTold(), well: MethodTold()}


def test_after_december_comes_january() -> None:
    assert after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert after(date(2026, 1, 31)) == date(2026, 2, 1)
