"""The whole way of a supplier, from the first page to the receipt, over HTTP."""

from flask import Flask

from register.extensions import db
from register.store import declarations, published, statements
from tests.factories.page import Page
from tests.factories.supplier import CANARIES, Supplier, supplier_of


def declared_with_a_chain(supplier: Supplier) -> str:
    """Ana holds 60 %, Kaiti Holdings 40 %, which Mto Capital holds alone, which Juma holds alone."""
    supplier.begin()
    supplier.about_the_company()
    assert supplier.passes("people", then="add").endswith("/people/new")
    ana = supplier.names("Ana Mwikali Nzuki")
    juma = supplier.names("Juma Kioko", document_number="12345678", email="juma@owner.example")
    assert supplier.passes("people", then="everyone").endswith("/companies")
    kaiti = supplier.names_body("Kaiti Holdings Ltd")
    assert supplier.passes(f"companies/{kaiti}.above", who="another").endswith(f"/companies/new-find.{kaiti}")
    mto = supplier.names_body("Mto Capital Ltd", f"new.{kaiti}")
    supplier.passes(f"companies/{mto}.above", who="named")
    assert supplier.passes("companies", then="all").endswith(f"/holdings/{ana}")
    assert supplier.passes(f"holdings/{ana}", bodies=["subject"]).endswith(f"/holdings/{ana}.subject")
    supplier.holds(ana, share="60")
    supplier.passes(f"holdings/{juma}", bodies=[mto])
    supplier.holds(juma, mto, share="100")
    supplier.passes(f"holdings/{kaiti}", bodies=["subject"])
    supplier.holds(kaiti, kind="range", low="35", high="40")
    supplier.holds(mto, kaiti, share="100")
    assert supplier.passes("holdings").endswith("/leaders")
    assert supplier.passes("leaders", board=[ana], then="all").endswith("/check")
    return supplier.signs()


def test_a_supplier_declares_two_owners_and_a_chain(app: Flask) -> None:
    supplier = supplier_of(app)

    receipt = supplier.see(declared_with_a_chain(supplier))

    assert receipt.all("h1")[0].text == "Your declaration is accepted"
    owners = receipt.all("tbody")[0].text
    assert "Ana Mwikali Nzuki" in owners
    assert "60\u00a0%" in owners
    assert "through Mto Capital Ltd, Kaiti Holdings Ltd" in owners
    assert "35 to 40\u00a0%" in owners
    assert receipt.all("svg", "qr")
    with app.app_context():
        assert published.counts(db.session).statements == 10


def test_the_task_list_counts_what_is_done_and_says_what_is_next(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()

    before = supplier.see()
    supplier.about_the_company()
    after = supplier.see()

    assert "You have done 0 of 8 parts." in before.all("p", "lead")[0].text
    assert "You have done 2 of 8 parts." in after.all("p", "lead")[0].text
    assert before.all("a", "btn")[0].text.strip() == "Continue: Company name and number"
    assert after.all("a", "btn")[0].text.strip() == "Continue: People who own or control it"


def test_what_is_saved_for_later_is_there_on_the_next_visit(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()

    home = supplier.passes("people/new", full_name="Ana Mwikali", nationality="KE", later="1")
    key = supplier.see("people").all("ol", "tasks")[0]
    page = supplier.see("people")
    address = next(
        each.attributes["href"]
        for each in page.all("a")
        if "/people/" in each.attributes["href"] and "Ana Mwikali" in each.text
    )

    assert home.endswith(supplier.home)
    assert "Not complete" in key.text
    assert supplier.see(address).at("full_name").attributes["value"] == "Ana Mwikali"


def test_the_check_page_shows_everything_and_says_what_is_published(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    lacking = supplier.see("check")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")

    page = supplier.see("check")

    assert [each.text for each in lacking.all("a") if each.attributes["href"].endswith("/sign")] == []
    assert "Say what Ana Mwikali holds, and in which body." in lacking.at("main").text
    facts = {each.text for each in page.all("dt")}
    assert "Full namePublished" in {text.replace("\n", "") for text in facts}
    assert "Identity documentNot published" in {text.replace("\n", "") for text in facts}
    assert "40\u00a0% not explained" in page.at("main").text
    assert len(page.all("svg", "wide-pic")) == len(page.all("svg", "small-pic")) == 1
    assert "National identity card 98765432" in page.at("main").text


def test_no_private_answer_is_on_a_public_page_or_the_receipt(app: Flask) -> None:
    supplier = supplier_of(app)
    receipt = supplier.client.get(supplier.declares_alone()).text
    subject = supplier.company.subject_record_id
    public = app.test_client()
    with app.app_context():
        people = [each.statement.record_id for each in published.newest(db.session, 20)]
        lines = b"".join(published.texts(db.session)).decode()

    seen = [
        receipt,
        lines,
        *(public.get(at).text for at in ("/", f"/companies/{subject}", f"/companies/{subject}.json")),
    ]
    seen += [public.get(f"/people/{each}").text for each in people]
    seen += [supplier.client.get(supplier.at("")).text]

    assert "Ana Mwikali" in "".join(seen[1:3])
    assert [(canary, page[:200]) for canary in CANARIES for page in seen if canary in page] == []


def test_a_later_declaration_updates_what_changed_and_closes_what_ended(app: Flask) -> None:
    supplier = supplier_of(app)
    first = declared_with_a_chain(supplier)
    supplier.begin()
    page = supplier.see("people")
    ana, juma = (
        next(
            each.attributes["href"]
            for each in page.all("a")
            if "/people/" in each.attributes["href"] and name in each.text
        ).rpartition("/")[2]
        for name in ("Ana Mwikali", "Juma")
    )
    assert "Everything is filled in" not in page.source

    supplier.passes("declarant", capacity="secretary")
    supplier.holds(ana, share="55")
    supplier.passes(f"people/{juma}/remove")
    bodies = [
        each.attributes["href"]
        for each in supplier.see("companies").all("a")
        if each.attributes["href"].endswith("/remove")
    ]
    for address in bodies:
        supplier.passes(address)
    supplier.see("check")
    second = supplier.signs()

    assert first != second
    with app.app_context():
        told = statements.of_subject(db.session, supplier.company.subject_record_id)
        made = [each.record_status.value for each in told]
        references = [each.reference for each in declarations.of_company(db.session, supplier.company.id)]
    assert len(references) == 2
    # What Ana holds now; Juma, Mto and Kaiti with their three links, and Juma's link to the company itself.
    assert made.count("new") == 10
    assert made.count("updated") == 1
    assert made.count("closed") == 7


def test_sent_twice_it_is_one_declaration(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")
    page = supplier.see("sign")

    first = supplier.post("sign", page, truth="y", signature="ana  mwikali")
    second = supplier.post("sign", page, truth="y", signature="ana  mwikali")

    assert first.status_code == second.status_code == 302
    assert first.location == second.location
    with app.app_context():
        assert len(declarations.of_company(db.session, supplier.company.id)) == 1


def test_answers_that_change_between_reading_and_signing_are_not_signed(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")
    read = supplier.see("sign")
    supplier.holds(ana, share="70")

    answer = supplier.post("sign", read, truth="y", signature="Ana Mwikali")
    again = supplier.post("sign", Page(answer.text), truth="y", signature="Ana Mwikali")

    assert answer.status_code == 409
    assert "The answers changed since you read them" in answer.text
    assert "70\u00a0%" in answer.text
    assert again.status_code == 302
