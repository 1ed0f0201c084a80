"""The registrars' pages about what two decide, and the list they work through."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.store import declarations, published
from tests.factories.declarations import draft, held, person, private
from tests.factories.declaring import KENYA, REVIEWED, Supplier, supplier
from tests.factories.desks import at_desk
from tests.factories.people import post, token

ANA = "Ana Canary Mwikali"


@pytest.fixture
def alfa(app: Flask) -> str:
    """Alfa declared Ana, published; then Juma in her place, which waits. Gives the reference that waits."""
    told = replace(
        draft(held("ana", 60), people=("ana",)),
        people=(person("ana", ANA),),
        particulars={"ana": private("ana")},
    )
    with app.app_context():
        company: Supplier = supplier(db.session, law=KENYA)
        company.declare(told)
        company.law = REVIEWED
        waits = company.declare(
            replace(
                draft(held("juma", 70), people=("juma",)),
                people=(person("juma", "Juma Kyalo Mutiso"),),
                particulars={"juma": private("juma")},
            )
        )
        db.session.commit()
    return waits


@pytest.fixture
def rehema(app: Flask) -> FlaskClient:
    return at_desk(app, Role.REGISTRAR, email="rehema@county.example")


@pytest.fixture
def juma(app: Flask) -> FlaskClient:
    return at_desk(app, Role.REGISTRAR, email="juma@county.example")


def record_of_ana(app: Flask) -> str:
    with app.app_context():
        return next(
            each.statement.record_id for each in published.newest(db.session, 50) if ANA.encode() in each.text
        )


def test_a_declaration_stands_beside_the_one_before(alfa: str, rehema: FlaskClient) -> None:
    page = rehema.get(f"/review/declarations/{alfa}").text

    assert "2 added, 2 removed, 0 changed" in page
    assert ANA in page
    assert "Juma Kyalo Mutiso" in page
    assert "70\u00a0% of the shares" in page
    assert "Our checks find nothing to remark." in page


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", True),
        ("text=alfa", True),
        ("text=nobody", False),
        ("kind=correction", False),
        ("kind=declaration", True),
        ("how=paper", False),
        ("state=rejected", False),
        ("late=yes", True),
        ("by=company&way=down", True),
        ("by=nothing&kind=nothing&state=nothing&page=x", True),
    ],
)
def test_the_address_says_which_declarations_are_listed(
    alfa: str, rehema: FlaskClient, query: str, *, there: bool
) -> None:
    page = rehema.get(f"/review?{query}").text

    assert (alfa in page) is there


def test_what_was_published_is_taken_out_by_two(
    alfa: str, app: Flask, rehema: FlaskClient, juma: FlaskClient
) -> None:
    address = f"/review/redact/{record_of_ana(app)}"

    post(rehema, address, code="unknown", words="", reason="Named by mistake.")
    own = post(rehema, "/review/proposals/1/take-back", page="/review/redact")
    assert ANA in app.test_client().get("/search?q=ana+canary").text
    assert own.status_code == 302
    post(rehema, address, code="unknown", words="", reason="Named by mistake.")
    post(juma, "/review/proposals/2", outcome="approved", reason="So it is.")

    with app.app_context():
        assert all(ANA.encode() not in text for text in published.texts(db.session))
    assert ANA not in app.test_client().get("/api/published.jsonl").text
    assert alfa in juma.get("/review").text


def test_whoever_proposed_finds_no_way_to_approve(alfa: str, app: Flask, rehema: FlaskClient) -> None:
    post(rehema, f"/review/redact/{record_of_ana(app)}", code="unknown", words="", reason="By mistake.")
    page = rehema.get("/review/proposals/1")

    refused = rehema.post(
        "/review/proposals/1", data={"csrf_token": token(page), "outcome": "approved", "reason": "Mine."}
    )

    assert 'value="approved"' not in page.text
    assert refused.status_code == 403
    assert alfa in rehema.get("/review").text


def test_private_answers_are_shown_on_a_page_that_leaves_and_is_not_kept(
    alfa: str, rehema: FlaskClient, juma: FlaskClient
) -> None:
    post(rehema, f"/review/declarations/{alfa}/people/juma/private", reason="Two numbers differ.")
    post(juma, "/review/proposals/1", outcome="approved", reason="They do.")
    page = rehema.get("/review/proposals/1")

    shown = rehema.post("/review/proposals/1/open", data={"csrf_token": token(page)})
    others = juma.post("/review/proposals/1/open", data={"csrf_token": token(page)})

    assert private("juma").document_number in shown.text
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["Refresh"].startswith("120;")
    assert others.status_code in {400, 403}
    assert private("juma").document_number not in page.text


def test_a_change_of_the_rules_is_read_by_the_public_with_its_day(
    app: Flask, rehema: FlaskClient, juma: FlaskClient
) -> None:
    later = (datetime.now(UTC) + timedelta(days=40)).date()
    answers = {
        "value": "5",
        "from_day-day": str(later.day),
        "from_day-month": str(later.month),
        "from_day-year": str(later.year),
        "source": "An invented act",
        "reason": "It says so.",
    }

    too_early = post(rehema, "/review/rules/owner_threshold", **(answers | {"from_day-year": "2001"}))
    post(rehema, "/review/rules/owner_threshold", **answers)
    post(juma, "/review/proposals/1", outcome="approved", reason="It does.")

    assert "rules do not reach back" in too_early.text
    told = app.test_client().get("/flags.json").get_json()["rules"]
    assert told[0]["changes"] == [{"value": "5", "from": later.isoformat(), "source": "An invented act"}]
    assert "An invented act" in app.test_client().get("/flags").text


def test_a_question_goes_to_the_supplier_with_what_it_is_about(
    alfa: str, app: Flask, rehema: FlaskClient
) -> None:
    address = f"/review/declarations/{alfa}"
    post(rehema, f"{address}/take", page=address)

    post(rehema, f"{address}/ask", page=address, about="Juma Kyalo Mutiso", question="Since when?")

    page = rehema.get(address).text
    assert "Juma Kyalo Mutiso: Since when?" in page
    with app.app_context():
        assert declarations.declaration(db.session, alfa).state == "clarification_asked"
