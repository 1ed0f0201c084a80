"""A bidder shows one tender's officers what it had declared, as it stood that day, and can take it back."""

import re

from flask import Flask

from register.access import Role
from register.extensions import db
from register.screening.committee import Committee, Seat
from register.store import accounts, bid_snapshots, committees, companies
from register.store.committees import NewMember
from tests.factories.desks import ROOF, at_desk, kept_in, roof
from tests.factories.page import Page
from tests.factories.supplier import CANARIES, Supplier, supplier_of
from tests.factories.tenders import NOW

CODE = re.compile(r"[2-9A-HJ-NP-TV-Z]{4}(?:-[2-9A-HJ-NP-TV-Z]{4}){2}")


def shared(supplier: Supplier, tender: str = "cgm/rd/014/2026") -> str:
    supplier.passes("bids", tender=tender)
    found = CODE.search(supplier.see("bids").at("main").text)
    assert found
    return found[0]


def test_officers_see_by_the_code_what_the_company_had_declared(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone("Ana Mwikali", "60")

    code = shared(supplier)
    seen = at_desk(app).get("/tenders/shared", query_string={"code": code.lower().replace("-", " ")})

    told = Page(seen.text).at("main").text
    assert "Ana Mwikali" in told
    assert "CGM/RD/014/2026" in told
    assert "Still the last declaration" in told
    assert not [each for each in CANARIES if each in seen.text]


def test_what_is_declared_later_is_not_in_the_snapshot_and_officers_are_told(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone("Ana Mwikali", "60")
    code = shared(supplier)
    supplier.begin()
    supplier.passes("declarant", name="Janet Mumbua Kimeu", capacity="director")
    ben = supplier.names("Ben Mutuku")
    supplier.holds(ben, share="30")
    supplier.signs(signature="Janet Mumbua Kimeu")

    told = Page(at_desk(app).get("/tenders/shared", query_string={"code": code}).text).at("main").text

    assert "Ben Mutuku" not in told
    assert "Changed since" in told


def test_a_code_taken_back_opens_nothing(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone()
    code = shared(supplier)

    supplier.post(f"bids/{code}/revoke", supplier.see("bids"))
    seen = at_desk(app).get("/tenders/shared", query_string={"code": code})

    assert seen.status_code == 404
    assert "took this code back" in Page(seen.text).at("main").text
    assert "Ana Mwikali" not in seen.text


def test_a_code_nobody_made_opens_nothing(app: Flask) -> None:
    seen = at_desk(app).get("/tenders/shared", query_string={"code": "2222-2222-2222"})

    assert seen.status_code == 404
    assert "No bid has this code" in Page(seen.text).at("main").text


def test_only_the_company_itself_takes_its_code_back(app: Flask) -> None:
    supplier, other = supplier_of(app), supplier_of(app, "Beta Works Ltd", "PVT-BETA01")
    supplier.declares_alone()
    other.declares_alone("Ben Mutuku")
    code = shared(supplier)

    answer = other.post(f"bids/{code}/revoke", other.see("bids"))

    assert answer.status_code == 404
    with app.app_context():
        kept = bid_snapshots.with_code(db.session, code)
    assert kept is not None
    assert kept.revoked_at is None


def test_without_an_accepted_declaration_there_is_nothing_to_show(app: Flask) -> None:
    supplier = supplier_of(app)

    page = supplier.see("bids")

    assert "as soon as the county has accepted" in page.at("main").text
    with app.app_context():
        assert companies.company(db.session, supplier.company.id)


def test_suppliers_may_not_open_codes(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone()
    code = shared(supplier)

    assert supplier.client.get("/tenders/shared", query_string={"code": code}).status_code == 403
    assert at_desk(app, Role.REGISTRAR).get("/tenders/shared", query_string={"code": code}).status_code == 403


def test_a_code_opens_nothing_to_a_member_from_whom_the_tender_is_withheld(app: Flask) -> None:
    kept_in(app, roof)
    supplier = supplier_of(app)
    supplier.declares_alone("Ana Mwikali", "60")
    code = shared(supplier, "mkn/school-roof/2026")
    member = at_desk(app, email="wanjiru@umiliki.example")
    with app.app_context():
        account = accounts.by_email(db.session, "wanjiru@umiliki.example")
        assert account
        seat = NewMember(
            ROOF, Committee.EVALUATION, Seat.CHAIR, account.name, NOW.date(), account_id=account.id
        )
        committees.name(db.session, seat, by=account.id, now=NOW)
        db.session.commit()

    seen = at_desk(app).get("/tenders/shared", query_string={"code": code})
    kept = member.get("/tenders/shared", query_string={"code": code})

    assert (seen.status_code, kept.status_code) == (200, 403)
    assert "Ana Mwikali" not in kept.text
