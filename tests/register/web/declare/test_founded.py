"""The first and the last day of a company: asked on its pages, shown wherever it is shown, and never a first day to come."""

from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from register.extensions import db
from register.store import drafts
from tests.factories.kinds_of_people import person
from tests.factories.lives_of_declarations import dissolved
from tests.factories.page import Page
from tests.factories.supplier import supplier_of

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_the_day_that_was_told_stands_on_the_paper_and_on_the_public_page(app: Flask) -> None:
    supplier = supplier_of(app)

    receipt = person(supplier)

    pdf = supplier.client.get(f"{receipt.partition('?')[0]}/receipt.pdf").data
    paper = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    public = Page(app.test_client().get(f"/companies/{supplier.company.subject_record_id}").text)
    assert "14 February 2011" in paper
    assert "Founded" in public.at("main").text
    assert "14 February 2011" in public.at("main").text


def test_the_day_comes_back_to_the_page_and_to_the_answers(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company(founded__day="14", founded__month="2", founded__year="2011")

    again, answers = supplier.see("company"), supplier.see("check")

    assert "That is 14 February 2011." in again.source
    assert "Registered or founded on" in answers.source
    assert "14 February 2011" in answers.source


def test_a_day_to_come_or_no_day_at_all_is_refused_and_none_may_be_left_out(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()

    for day, month, year, said in (
        ("1", "1", "2099", "Enter a day that is not in the future"),
        ("31", "2", "2011", "There is no such day in that month"),
        ("x", "2", "2011", "Enter the day as a number from 1 to 31"),
    ):
        page = supplier.refused("company", founded__day=day, founded__month=month, founded__year=year)
        assert said in page.source
    supplier.about_the_company()

    with app.app_context():
        assert drafts.draft(db.session, supplier.company.id).draft.company.founded is None


def test_the_end_of_a_company_is_said_on_its_receipt_and_its_public_page(app: Flask) -> None:
    supplier = supplier_of(app)
    person(supplier)
    receipt = dissolved(supplier).partition("?")[0]

    page = supplier.see(receipt)
    pdf = supplier.client.get(f"{receipt}/receipt.pdf").data
    paper = "".join(each.extract_text() for each in PdfReader(BytesIO(pdf)).pages)
    public = Page(app.test_client().get(f"/companies/{supplier.company.subject_record_id}").text)
    for told in (page.source, paper):
        assert "Receipt: the company was dissolved" in told
        assert "until an owner changes" not in told
    assert "Nothing is left to declare" in page.source
    assert "The company was dissolved on" in public.at("main").text
    assert "no owner named" not in public.source
