"""What the questions refuse, keep, and let through."""

import pytest
from flask import Flask

from register.extensions import db
from register.store import drafts, published
from tests.factories.page import Page
from tests.factories.supplier import CANARIES, Supplier, supplier_of

APOSTROPHES = "\u0027\u2019\u02bc\u02b9\u02bb\u0060\u00b4"
LONG = "Mwikali Nduku " * 14 + "Li"


def begun(app: Flask) -> Supplier:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    return supplier


def told(page: Page) -> list[str]:
    """The lines of the summary of what is wrong."""
    (summary,) = page.all("div", "errors")
    return [
        each.text for each in page.all("a") if each.text in summary.text and "#" in each.attributes["href"]
    ]


def test_every_empty_answer_about_a_person_says_what_to_do(app: Flask) -> None:
    page = begun(app).refused("people/new")

    assert told(page) == [
        "Enter the person’s full name",
        "Choose the person’s nationality",
        "Choose the country where the person lives",
        "Pick a document and enter its number",
        "Enter the number of the document",
        "Enter the person’s date of birth",
        "Enter where the person lives",
        "Pick whether the person or somebody close to them holds a public office",
    ]
    ids = {each.attributes["id"] for each in page.elements if "id" in each.attributes}
    assert {
        each.attributes["href"][1:] for each in page.all("a") if each.attributes["href"].startswith("#")
    } <= ids


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("full_name", "1234", "Enter the name in letters; you may use any script"),
        ("full_name", "a" * 301, "Shorten this to 300 letters or fewer; it has 301"),
        ("document_number", "12", "Enter the number as it is on the document: Seven to nine digits"),
        ("birth-day", "31", "There is no such day in that month; check the day"),
        ("birth-month", "13", "Enter the month as a number from 1 to 12"),
        ("birth-year", "80", "Enter the year in four figures, for example 2022"),
        ("birth-year", "2999", "There is no such day in that month; check the day"),
        (
            "tax_number",
            "A 1",
            "Enter the PIN as it is printed: a letter, nine figures and a letter, for example A012345678Z",
        ),
        ("birth-year", "1880", "Enter a year from 1900 on"),
        ("nationality", "Atlantis", "Pick a country from the list, for example Kenya"),
        ("phone", "12", "Enter a telephone number such as 0712 345 678, or with + and the country’s code"),
        ("email", "ana@", "Enter an e-mail address such as name@example.org"),
    ],
)
def test_a_wrong_answer_about_a_person_says_what_to_do_and_is_kept(
    app: Flask, field: str, typed: str, says: str
) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")

    page = supplier.refused(f"people/{ana}", **{field: typed})

    assert told(page) == [says]
    assert page.at(field).attributes["value"] == typed
    assert page.at("home_address").text.strip() == "Canary house, plot 7788, Wote"
    assert supplier.see(f"people/{ana}").at("document_number").attributes["value"] == "98765432"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, ["Pick how much of the shares", "Enter the day, or tick that you do not know it"]),
        ({"kind": "exact"}, ["Enter the share in percent, for example 25 or 12.5"]),
        ({"kind": "exact", "share": "a third"}, ["Enter a number from 0 to 100, for example 25 or 12.5"]),
        ({"kind": "exact", "share": "101"}, ["Enter a number from 0 to 100, for example 25 or 12.5"]),
        ({"kind": "exact", "share": "0"}, ["Enter more than 0, or pick the answer without a share"]),
        ({"kind": "range", "low": "50", "high": "25"}, ["Enter a figure that is not smaller than the first"]),
        ({"kind": "none"}, ["Tick in what way they control it, or give a share above"]),
        (
            {"kind": "exact", "share": "50", "since-day": "1", "since-month": "1", "since-year": "2999"},
            ["Enter a day that is not in the future"],
        ),
    ],
)
def test_a_wrong_holding_says_what_to_do(app: Flask, answers: dict[str, str], says: list[str]) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    day = {} if not answers or "since-day" in answers else {"since_unknown": "y"}

    page = supplier.refused(f"holdings/{ana}.subject", **day, **answers)

    assert told(page) == says
    assert page.at("share").attributes.get("value", "") == answers.get("share", "")
    assert page.at("high").attributes.get("value", "") == answers.get("high", "")


def test_shares_over_the_whole_are_refused_with_their_sum(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.holds(ana, share="60")

    page = supplier.refused(
        f"holdings/{juma}.subject", kind="exact", share="50", since_unknown="y", votes_kind="same"
    )
    supplier.holds(juma, share="50", anyway="1")
    check = supplier.see("check")

    assert told(page) == ["With what others hold this makes 110 %. Change it, or another one"]
    assert "Together, 10\u00a0% too much" in page.at("main").text
    assert (
        "The shares in Alfa Builders Ltd add up to more than 100\u00a0%. Correct them."
        in check.at("main").text
    )
    assert supplier.client.get(supplier.at("sign")).status_code == 302


def test_somebody_may_control_without_a_share(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, kind="range", low="25", high="50")
    supplier.holds(juma, kind="none", votes_kind="none", controls=["appointmentOfBoard"])

    owners = supplier.see(supplier.signs()).all("tbody")[0].text

    assert "25 to 50\u00a0%" in owners
    assert "no shares" in owners


def test_a_picture_never_draws_what_does_not_lead_to_the_company(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    mto = supplier.names_body("Mto Capital Ltd")
    supplier.holds(ana, share="60")
    supplier.holds(juma, mto, share="100")

    before = supplier.see("holdings").all("svg", "pic")[0].text
    supplier.holds(mto, share="40")
    after = supplier.see("holdings").all("svg", "pic")[0].text

    assert "Juma" not in before
    assert "Juma" in after
    assert "Mto" in after


def test_two_tabs_show_both_answers_and_overwrite_nothing(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")
    first, second = supplier.see(f"people/{ana}"), supplier.see(f"people/{ana}")
    supplier.post(f"people/{ana}", first, full_name="Ana Mwikali Nzuki")

    answer = supplier.post(f"people/{ana}", second, full_name="Ana M. Nzuki")
    page = Page(answer.text)

    assert answer.status_code == 409
    assert "This answer was changed elsewhere in the meantime" in answer.text
    (both,) = [each.text for each in page.all("fieldset") if "Keep what is there now" in each.text]
    assert "Ana M. Nzuki" in both
    assert "Ana Mwikali Nzuki" in both
    assert supplier.see(f"people/{ana}").at("full_name").attributes["value"] == "Ana Mwikali Nzuki"
    assert supplier.post(f"people/{ana}", page, full_name="Ana M. Nzuki").status_code == 302
    assert supplier.see(f"people/{ana}").at("full_name").attributes["value"] == "Ana M. Nzuki"


def test_two_tabs_that_answer_different_questions_do_not_stand_in_each_others_way(app: Flask) -> None:
    supplier = begun(app)
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    first, second = supplier.see(f"people/{ana}"), supplier.see(f"people/{juma}")

    supplier.post(f"people/{ana}", first, full_name="Ana Nzuki")
    answer = supplier.post(f"people/{juma}", second, full_name="Juma Musyoka")

    assert answer.status_code == 302
    assert supplier.see(f"people/{ana}").at("full_name").attributes["value"] == "Ana Nzuki"


def test_a_person_added_by_a_double_click_is_added_once(app: Flask) -> None:
    supplier = begun(app)
    page = supplier.see("people/new")
    told = {"full_name": "Ana Mwikali", "nationality": "KE", "later": "1"}

    supplier.post("people/new", page, **told)
    supplier.post("people/new", page, **told)

    with app.app_context():
        assert len(drafts.draft(db.session, supplier.company.id).draft.people) == 1


@pytest.mark.parametrize(
    "place",
    ["", "company", "people/new", "holdings", "check", "sign", "done/UM-2026-000001", "people/a1/remove"],
)
def test_another_company_is_not_there(app: Flask, place: str) -> None:
    mine, other = begun(app), supplier_of(app, "Beta Ltd", "PVT-BETA02")
    other.begin()
    address = other.at(place)

    assert mine.client.get(address).status_code == 404
    assert mine.client.get(f"/declare/999999/{place}").status_code == 404
    assert app.test_client().get(address).status_code == 302


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\u202e", "\u200f", "\ufeff"])
def test_a_hidden_character_is_taken_out_and_told(app: Flask, hidden: str) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")

    page = supplier.refused(f"people/{ana}", full_name=f"Ana{hidden} Nzuki")

    assert told(page) == [
        "There was a hidden character in this answer; we took it out. Check it and save again."
    ]
    assert page.at("full_name").attributes["value"] == "Ana Nzuki"


@pytest.mark.parametrize(
    "name",
    [
        *(f"Ng{each}ang{each}a wa Kĩoko" for each in APOSTROPHES),
        LONG.strip(),
        "محمد عبد الله",
        "王小明",
        "Ọlá Ìyà-Ẹlẹ́",
    ],
)
def test_a_name_goes_through_to_the_statements_as_it_was_typed(app: Flask, name: str) -> None:
    supplier = supplier_of(app)

    receipt = supplier.see(supplier.declares_alone(name))

    assert name in receipt.all("tbody")[0].text
    with app.app_context():
        details = [each.statement.record for each in published.newest(db.session, 20)]
    assert [each.names[0].full_name for each in details if getattr(each, "names", ())] == [name]


def test_the_name_of_the_signer_may_be_typed_with_any_apostrophe(app: Flask) -> None:
    supplier = begun(app)
    supplier.passes("declarant", name="Ng'ang'a Kĩoko", capacity="director")
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")

    refused = supplier.refused("sign", truth="y", signature="Somebody Else")
    empty = supplier.refused("sign")

    assert told(refused) == ["Type the name as you gave it: Ng'ang'a Kĩoko"]
    assert refused.at("signature").attributes["value"] == "Somebody Else"
    assert told(empty) == ["Tick that what you declare is true and complete", "Type your full name to sign"]
    assert "/done/" in supplier.passes("sign", truth="y", signature="NG’ANG´A  kioko")


def test_nobody_else_sees_what_a_draft_holds(app: Flask) -> None:
    supplier = begun(app)
    ana = supplier.names("Ana Mwikali")

    page = app.test_client().get(supplier.at(f"people/{ana}"), follow_redirects=True).text

    assert [canary for canary in CANARIES if canary in page] == []
