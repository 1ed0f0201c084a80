"""The ways that fewer suppliers go: nobody to name, trusts, foreign passports, taking out, going back."""

import pytest
from flask import Flask

from bods.codelists import InterestType, UnspecifiedReason
from bods.shares import Share
from register.declarations.draft import Draft
from register.extensions import db
from register.store import accounts, companies, declarations, drafts
from register.web.declare.kept import now
from tests.factories.page import Page
from tests.factories.supplier import Supplier, supplier_of


def begun(app: Flask) -> Supplier:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    return supplier


def draft_of(app: Flask, supplier: Supplier) -> Draft:
    with app.app_context():
        return drafts.draft(db.session, supplier.company.id).draft


def test_a_company_of_which_nobody_can_be_named_has_a_short_way(app: Flask) -> None:
    supplier = begun(app)

    reasons = supplier.passes("people", then="nobody")
    refused = supplier.refused(
        "nobody", reason="subjectUnableToConfirmOrIdentifyBeneficialOwner", description=""
    )
    after = supplier.passes(
        "nobody",
        reason="subjectUnableToConfirmOrIdentifyBeneficialOwner",
        description="The agents gave no answer.",
        steps_taken="Two letters to the agents, in January and in March.",
    )
    leads = supplier.passes("companies", then="all")
    unsaid = supplier.refused("leaders", then="all")
    check = supplier.passes("leaders", then="all", nobody_runs="The agents do not say who gives the orders.")
    receipt = supplier.see(supplier.signs())

    assert reasons.endswith("/nobody")
    assert "Say why, or which law exempts the company" in refused.source
    assert "or say why you cannot" in unsaid.source
    assert after.endswith("/companies")
    assert leads.endswith("/leaders")
    assert check.endswith("/check")
    assert "No owner is named: We could not find out who they are" in receipt.at("main").text
    with app.app_context():
        (made,) = declarations.of_company(db.session, supplier.company.id)
    assert made.answers.no_owner
    assert (
        made.answers.no_owner.reason
        is UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER
    )


def test_somebody_below_the_threshold_leads_to_saying_that_nobody_reaches_it(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="9.9")

    check = supplier.see("check")
    (way,) = [each for each in check.all("a") if "Nobody here reaches 10" in each.text]
    leads = supplier.passes(way.attributes["href"], reason="noBeneficialOwners")
    alone = supplier.refused(leads, then="all")
    back = supplier.passes(leads, runs=[ana], then="all")

    assert leads.endswith("/leaders?back=check")
    assert "Name the person who runs it from day to day" in alone.source
    assert back.endswith("/check")
    assert "Nothing is missing" in supplier.see("check").at("main").text


def test_a_trust_is_asked_for_its_people_and_not_for_shares(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    trust = supplier.names_body("Nzuki Family Trust", kind="trust", register="none", number="")
    supplier.passes("companies", then="all")
    supplier.holds(trust, share="100")

    page = supplier.see(f"holdings/{ana}.{trust}")
    refused = supplier.refused(f"holdings/{ana}.{trust}", since_unknown="y")
    supplier.passes(
        f"holdings/{ana}.{trust}",
        controls=["settlor", "trustee", "beneficiaryOfLegalArrangement"],
        since_unknown="y",
    )

    assert [each.attributes["name"] for each in page.all("input") if each.attributes["name"] == "share"] == []
    assert "Tick what they are to it" in refused.source
    (held,) = [each for each in draft_of(app, supplier).holdings if each.held == trust]
    assert set(held.controls) == {
        InterestType.SETTLOR,
        InterestType.TRUSTEE,
        InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
    }
    assert "Nothing is missing" in supplier.see("check").at("main").text


def test_a_public_body_is_asked_for_no_owners(app: Flask) -> None:
    supplier = begun(app)
    supplier.passes("people", then="everyone")
    fund = supplier.names_body(
        "County Fund", kind="government", state_body="agency", register="none", number=""
    )
    supplier.passes("companies", then="all")
    supplier.holds(fund, share="100")

    assert supplier.client.get(supplier.at(f"holdings/subject.{fund}")).status_code == 404
    assert "Nothing is missing" in supplier.see("check").at("main").text


def test_a_passport_is_kept_under_the_country_that_issued_it(app: Flask) -> None:
    supplier = begun(app)

    ana = supplier.names("Ana Nakato", document="passport", document_country="UG", document_number="B1234567")

    assert draft_of(app, supplier).particulars[ana].document_scheme == "UGA-PASSPORT"
    assert "Passport (Uganda) B1234567" in supplier.see("check").at("main").text
    assert supplier.see(f"people/{ana}").at("document_number").attributes["value"] == "B1234567"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("25", "25"),
        ("25 %", "25"),
        ("25%", "25"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("٢٥", "25"),
        ("33.333333", "33.333333"),
    ],
)
def test_a_share_is_read_as_people_write_it(app: Flask, typed: str, read: str) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")

    supplier.holds(ana, share=typed)

    assert draft_of(app, supplier).holdings[0].shares == Share.exactly(read)
    assert supplier.see(f"holdings/{ana}.subject").at("share").attributes["value"] == read


def test_everything_amiss_with_a_holding_is_said_at_once(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.holds(ana, share="60")

    page = supplier.refused(f"holdings/{juma}.subject", kind="exact", share="45", since__day="4")

    (summary,) = page.all("div", "errors")
    assert "Please correct 3 answers" in summary.text
    assert "this makes 105\u00a0%" in summary.text.replace("105 %", "105\u00a0%")
    assert page.all("div", "over100")


def test_taking_somebody_out_is_asked_once_and_takes_what_they_hold(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.holds(ana, share="60")
    supplier.holds(juma, share="40")

    asked = supplier.see(f"people/{juma}/remove")
    before = draft_of(app, supplier)
    supplier.passes(f"people/{juma}/remove")
    after = draft_of(app, supplier)

    assert "what Juma Kioko holds in Alfa Builders Ltd" in asked.at("main").text
    assert len(before.people) == 2
    assert [each.key for each in after.people] == [ana]
    assert [each.holder for each in after.holdings] == [ana]
    assert set(after.particulars) == {ana}
    assert supplier.client.get(supplier.at(f"people/{juma}/remove")).status_code == 404


def test_a_change_from_the_check_page_leads_back_to_it(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")

    assert supplier.passes("company?back=check").endswith("/check")
    assert supplier.passes(f"people/{ana}?back=check", full_name="Ana Nzuki").endswith("/check")
    assert "Ana Nzuki" in supplier.see("check").at("main").text


def test_what_is_sent_after_signing_changes_nothing_and_says_so(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")
    old = supplier.see(f"people/{ana}")
    supplier.signs()

    answer = supplier.post(f"people/{ana}", old, full_name="Somebody Else")

    assert answer.location.endswith(supplier.home)
    assert "That declaration is closed: nothing was saved." in supplier.see().source
    with app.app_context():
        (made,) = declarations.of_company(db.session, supplier.company.id)
    assert made.answers.people[0].full_name == "Ana Mwikali"


def test_the_receipt_of_another_company_is_not_there(app: Flask) -> None:
    alfa = supplier_of(app)
    beta = supplier_of(app, "Beta Ltd", "PVT-BETA01")
    receipt = alfa.declares_alone()

    reference = receipt.rpartition("/")[2]

    assert beta.client.get(receipt).status_code == 404
    assert beta.client.get(beta.at(f"done/{reference}")).status_code == 404


def test_who_declares_for_two_companies_picks_one(app: Flask) -> None:
    supplier = supplier_of(app)
    alone = supplier.client.get("/declare/")
    with app.app_context():
        account = accounts.by_email(db.session, "pvt-alfa01@supplier.example")
        beta = companies.create(db.session, name="Beta Ltd", scheme="KE-RCO", number="PVT-BETA01", now=now())
        assert account
        accounts.grant_authority(db.session, account.id, beta.id, now())
        db.session.commit()

    both = Page(supplier.client.get("/declare/").text)

    assert alone.location.endswith(supplier.home)
    assert "Alfa Builders Ltd" in both.at("main").text
    assert "Beta Ltd" in both.at("main").text
