"""What a supplier takes home: papers with and without particulars, and a code that shows where it stands."""

import re
from io import BytesIO

from flask import Flask
from pypdf import PdfReader

from register.extensions import db
from register.models.accounts import AccountSessionRow
from register.store import declarations, signed_pages
from tests.factories.page import Page
from tests.factories.supplier import CANARIES, Supplier, supplier_of


def declared(app: Flask) -> tuple[Supplier, str]:
    supplier = supplier_of(app)
    return supplier, supplier.declares_alone("Ana Mwĩkali", "100")


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def reference(receipt: str) -> str:
    found = re.search(r"UM-\d{4}-\d{6}", receipt)
    assert found
    return found[0]


def long_ago(app: Flask) -> None:
    """The passphrase was given an hour ago."""
    with app.app_context():
        for each in db.session.query(AccountSessionRow):
            each.proved_at = each.proved_at.replace(year=2020)
        db.session.commit()


def test_the_receipt_on_paper_has_the_rows_of_the_disclosure_form_and_no_particulars(app: Flask) -> None:
    supplier, receipt = declared(app)

    paper = supplier.client.get(f"{receipt}/receipt.pdf")
    told = text_of(paper.data)

    assert paper.headers["Content-Disposition"].startswith("attachment")
    assert "Ana Mwĩkali" in told
    assert "Shares 100 % None" in told
    assert "Right to appoint or remove a majority of the board" in told
    assert not [each for each in CANARIES if each in told]


def test_the_form_for_a_bid_has_the_particulars_for_whoever_just_proved_who_they_are(app: Flask) -> None:
    supplier, receipt = declared(app)

    told = text_of(supplier.client.get(f"{receipt}/form.pdf").data)
    long_ago(app)
    later = supplier.client.get(f"{receipt}/form.pdf")

    assert "98765432" in told
    assert "29 February 1980" in told
    assert later.status_code == 303
    assert "/prove" in later.location


def test_nobody_signs_with_a_passphrase_given_long_ago_and_nothing_is_lost(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    supplier.passes("people", then="nobody")
    supplier.passes(
        "nobody",
        reason="subjectUnableToConfirmOrIdentifyBeneficialOwner",
        description="Asked twice.",
        steps_taken="Two letters.",
    )
    supplier.passes("companies", then="all")
    supplier.passes("leaders", then="all", nobody_runs="Nobody says who gives the orders.")
    long_ago(app)

    answer = supplier.client.get(supplier.at("sign"))

    assert answer.status_code == 303
    assert "/prove" in answer.location
    assert "sign" in answer.location
    with app.app_context():
        assert declarations.of_company(db.session, supplier.company.id) == ()


def test_the_code_of_a_receipt_shows_where_the_declaration_stands_and_names_no_owner(app: Flask) -> None:
    supplier, receipt = declared(app)
    page = supplier.see(receipt)
    address = re.search(r"http\S+?(/declare/receipt/\S+?)[<\s\"]", page.source)
    assert address

    told = app.test_client().get(address[1])
    wrong = app.test_client().get(address[1][:-3] + "000")

    assert told.status_code == 200
    assert "accepted this declaration" in Page(told.text).at("main").text
    assert "Mwĩkali" not in told.text
    assert wrong.status_code == 404


def test_what_was_signed_is_kept_as_it_was_shown(app: Flask) -> None:
    _, receipt = declared(app)

    with app.app_context():
        kept = signed_pages.opened(db.session, reference(receipt))

    assert kept is not None
    assert "98765432" in kept.decode()
