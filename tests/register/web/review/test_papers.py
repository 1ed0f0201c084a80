"""Staff enter what came on paper, page by page, and somebody else accepts it."""

import re
from datetime import UTC, datetime
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.store import companies, declarations
from register.store.declarations import DeclarationState, StoredDeclaration
from tests.factories.desks import at_desk
from tests.factories.papers import PDF
from tests.factories.people import NAMES, token
from tests.factories.supplier import Supplier, supplier_of

PAPER = {
    "scheme": "KE-RCO",
    "number": "PVT-SISAL",
    "company_name": "Nguumo Sisal Ltd",
    "title": "Disclosure form, stamped 1142",
    "signed_name": "Wanza Mutiso",
    "signed_capacity": "chairperson",
}


def day(year: int) -> dict[str, str]:
    return {"signed_on-day": "1", "signed_on-month": "2", "signed_on-year": str(year)}


def post(client: FlaskClient, address: str, page: str = "", **answers: object) -> TestResponse:
    return client.post(address, data={"csrf_token": token(client.get(page or address)), **answers})


def begun(client: FlaskClient, **more: str) -> str:
    answer = post(client, "/review/papers/new", **{**PAPER, **day(2026), **more})
    assert answer.status_code == 302, answer.text
    return answer.location


def typist(app: Flask, clerk: FlaskClient) -> Supplier:
    """The clerk at the questions of the company whose paper it is."""
    with app.app_context():
        company = companies.find(db.session, "KE-RCO", PAPER["number"])
    assert company is not None
    return Supplier(clerk, company)


def made(app: Flask) -> StoredDeclaration:
    with app.app_context():
        (waiting,) = declarations.waiting(db.session)
    return waiting


def typed(app: Flask, clerk: FlaskClient) -> tuple[Supplier, str]:
    """A clerk types a whole paper in, up to the signature; gives the page of the paper too."""
    page = begun(clerk)
    post(clerk, page, scan=(BytesIO(PDF), "scan.pdf"))
    typing = typist(app, clerk)
    typing.passes("company")
    key = typing.names("Ana Mwikali")
    typing.passes("people", then="everyone")
    typing.passes("companies", then="all")
    typing.holds(key, share="60")
    typing.passes("holdings")
    return typing, page


def entered(app: Flask, clerk: FlaskClient, name: str = NAMES[Role.CLERK]) -> str:
    """A clerk types a whole paper in and sends it; gives the page of the paper."""
    typing, page = typed(app, clerk)
    assert typing.signs(signature=name) == page
    return page


def test_a_clerk_enters_a_paper_and_a_registrar_accepts_it(app: Flask) -> None:
    clerk, registrar = at_desk(app, Role.CLERK), at_desk(app, Role.REGISTRAR)

    page = entered(app, clerk)
    told = made(app)
    shown = registrar.get(f"/review/declarations/{told.reference}").text
    scan = re.search(r"/review/declarations/[\w-]+/scans/\d+", shown)
    accepted = post(
        registrar,
        f"/review/declarations/{told.reference}/accept",
        page=f"/review/declarations/{told.reference}",
    )

    assert told.signature.name == "Wanza Mutiso"
    assert told.reference in clerk.get(page).text
    assert "Disclosure form, stamped 1142" in shown
    assert NAMES[Role.CLERK] in shown
    assert scan is not None
    assert registrar.get(scan[0]).data == PDF
    assert accepted.status_code == 302
    with app.app_context():
        assert declarations.declaration(db.session, told.reference).state is DeclarationState.ACCEPTED


def test_a_paper_sent_twice_leads_to_what_was_sent(app: Flask) -> None:
    clerk = at_desk(app, Role.CLERK)
    typing, page = typed(app, clerk)
    form, said = typing.see("sign"), {"truth": "y", "signature": NAMES[Role.CLERK]}

    first, second = (typing.post("sign", form, **said) for _ in range(2))
    stranger = at_desk(app, Role.CLERK, email="another@umiliki.example")
    theirs = stranger.post(
        typing.at("sign"),
        data={
            "csrf_token": token(stranger.get("/review/papers/new")),
            "submission_key": form.at("submission_key").attributes["value"],
        },
    )

    assert (first.status_code, first.location) == (302, page)
    assert (second.status_code, second.location) == (302, page)
    assert made(app).reference in clerk.get(page).text
    assert theirs.status_code in (403, 404)


def test_whoever_entered_it_is_not_offered_to_accept_it(app: Flask) -> None:
    registrar = at_desk(app, Role.REGISTRAR)
    entered(app, registrar, NAMES[Role.REGISTRAR])
    address = f"/review/declarations/{made(app).reference}"

    page = registrar.get(address)
    forced = registrar.post(f"{address}/accept", data={"csrf_token": token(page)})

    assert "another registrar accepts it" in page.text
    assert "Accept this declaration" not in page.text
    assert forced.status_code == 403
    assert made(app).state in (DeclarationState.SUBMITTED, DeclarationState.IN_REVIEW)


def test_nothing_is_signed_off_before_the_scan_is_there(app: Flask) -> None:
    clerk = at_desk(app, Role.CLERK)
    page = begun(clerk)
    typing = typist(app, clerk)
    typing.passes("company")
    key = typing.names("Ana Mwikali")
    typing.passes("people", then="everyone")
    typing.passes("companies", then="all")
    typing.holds(key, share="60")
    typing.passes("holdings")

    answer = clerk.get(typing.at("sign"))

    assert answer.location == page
    assert "Hand in a scan or photograph of the paper first." in clerk.get(page).text


def test_faults_of_a_paper_are_said_beside_it(app: Flask) -> None:
    clerk = at_desk(app, Role.CLERK)
    future = post(clerk, "/review/papers/new", **PAPER, **day(datetime.now(UTC).year + 1))
    odd = post(clerk, "/review/papers/new", **{**PAPER, "number": "??"}, **day(2026))
    page = begun(clerk)
    again = post(clerk, "/review/papers/new", **PAPER, **day(2026))
    wrong = post(clerk, page, scan=(BytesIO(b"MZ not a paper"), "scan.pdf"))

    assert "Enter a day that is not in the future" in future.text
    assert "On the certificate" in odd.text
    assert "A paper of this company is being entered already." in again.text
    assert [each.status_code for each in (future, odd, again, wrong)] == [422] * 4


def test_the_company_reads_that_its_paper_is_entered_and_writes_nothing_meanwhile(app: Flask) -> None:
    alfa = supplier_of(app)
    begun(at_desk(app, Role.CLERK), number=alfa.company.number)

    home = alfa.client.get(alfa.home)

    assert "The county is entering your paper" in home.text
    assert alfa.client.get(f"{alfa.home}people").location == alfa.home
    assert alfa.client.get(f"{alfa.home}sign").status_code == 403


def test_a_clerk_sees_the_company_of_the_paper_and_no_other(app: Flask) -> None:
    alfa = supplier_of(app)
    clerk, other = at_desk(app, Role.CLERK), at_desk(app, Role.CLERK, email="other@county.example")
    page = begun(clerk)

    assert clerk.get(typist(app, clerk).home).status_code == 200
    assert clerk.get(alfa.home).status_code == 404
    assert other.get(page).status_code == 404
    assert other.get(typist(app, other).home).status_code == 403


def test_a_paper_given_up_is_deleted(app: Flask) -> None:
    clerk = at_desk(app, Role.CLERK)
    page = begun(clerk)

    answer = post(clerk, f"{page}/give-up", page=page)

    assert answer.status_code == 302
    assert "Given up" in clerk.get("/review/papers").text
    assert clerk.get("/declare/").status_code == 403
