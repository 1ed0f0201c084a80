"""What is asked only of whom it concerns: more nationalities, a bar, a disability number, where to reach a body."""

from datetime import date

from flask import Flask

from register.declarations.draft import Draft, Group
from register.extensions import db
from register.store import drafts, published
from tests.factories.supplier import Supplier, supplier_of


def begun(app: Flask) -> Supplier:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    return supplier


def draft_of(app: Flask, supplier: Supplier) -> Draft:
    with app.app_context():
        return drafts.draft(db.session, supplier.company.id).draft


def test_a_person_of_two_nationalities_is_told_with_both(app: Flask) -> None:
    supplier = begun(app)
    unknown = supplier.refused("people/new", full_name="Ana Mwikali", more_nationalities="Nowhere")

    ana = supplier.names(
        "Ana Mwikali", more_nationalities="Uganda, kenya, Tanzania", business_address="Shop 3, Wote"
    )

    told = draft_of(app, supplier)
    assert "Write names of countries" in unknown.source
    assert told.people[0].more_nationalities == ("UG", "TZ")
    assert told.particulars[ana].business_address == "Shop 3, Wote"
    assert 'value="Uganda, Tanzania"' in supplier.see(f"people/{ana}").source


def test_who_is_barred_says_by_whom_and_until_when_and_nobody_else_is_asked(app: Flask) -> None:
    supplier = begun(app)
    supplier.names("Juma Kioko")

    ana = supplier.names("Ana Mwikali", barred="y")
    supplier.refused(f"people/{ana}.barred", details="")
    supplier.passes(
        f"people/{ana}.barred",
        details="By the review board, for false papers",
        until__day="1", until__month="2", until__year="2028",
    )  # fmt: skip

    told = draft_of(app, supplier)
    assert [each.barred for each in told.particulars.values()] == [False, True]
    assert told.particulars[ana].barred_until == date(2028, 2, 1)
    assert "By the review board, for false papers" in supplier.see("check").source


def test_a_disability_number_is_asked_of_those_the_claim_rests_on(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.passes("claims", groups=["disability"], contractor="none", barred="no")

    first = supplier.passes("claims/members", disability=[ana, juma])
    second = supplier.passes(f"claims/number.{ana}", number="NCPWD/P/17")
    supplier.passes(f"claims/number.{juma}", number="")

    told = draft_of(app, supplier)
    assert first.endswith(f"claims/number.{ana}")
    assert second.endswith(f"claims/number.{juma}")
    assert told.particulars[ana].groups == {Group.DISABILITY}
    assert told.particulars[ana].disability_number == "NCPWD/P/17"
    assert f"claims/number.{juma}" in supplier.see("check").source
    assert supplier.client.get(supplier.at("claims/number.nobody")).status_code == 404


def test_what_somebody_says_they_hold_in_all_is_set_against_the_chain(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.passes("people", then="everyone")
    kaiti = supplier.names_body("Kaiti Holdings Ltd")
    supplier.passes("companies", then="all")
    supplier.holds(kaiti, share="70")
    supplier.passes(f"holdings/{juma}", bodies=["subject"])
    supplier.holds(juma, share="30")
    supplier.passes(f"holdings/{ana}", bodies=[kaiti])
    supplier.holds(ana, kaiti, share="60")

    asked = supplier.see(f"holdings/{ana}.through")
    supplier.passes(f"holdings/{ana}.through", kind="exact", share="30")
    wrong = supplier.see("holdings")
    supplier.passes(f"holdings/{ana}.through", kind="range", low="40", high="45")
    right = supplier.see("check")

    assert "42" in asked.at("main").text
    assert "and the chain gives 42\u00a0%" in wrong.source
    assert f"holdings/{ana}.through" in wrong.source
    assert "the chain gives" not in right.source
    assert "What they say they hold in all, through others" in right.source
    assert supplier.client.get(supplier.at(f"holdings/{juma}.through")).status_code == 404


def test_where_a_body_is_reached_is_told_to_officers_and_published_to_nobody(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    kaiti = supplier.names_body("Kaiti Holdings Ltd")
    supplier.passes("company/contact", business_address="Stall 9988, Wote", tax_number="p012345678z")
    supplier.passes(f"companies/{kaiti}.contact", phone="0712 998 877")
    supplier.passes("companies", then="all")
    supplier.holds(kaiti, share="100")
    supplier.holds(ana, kaiti, share="100")
    shown = supplier.see("check")
    supplier.passes("leaders", then="all")
    supplier.signs()

    with app.app_context():
        public = b"".join(bytes(each) for each in published.texts(db.session)).decode()
    assert "Stall 9988, Wote" in shown.source
    assert "P012345678Z" in shown.source
    assert "998877" in shown.source
    assert "Kaiti Holdings Ltd" in public
    assert not {each for each in ("9988", "P012345678Z", "998877") if each in public}
