"""The monthly report as a page, as rows for a spreadsheet and as a paper."""

import csv
import io
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session

from register.web.oversight.report_forms import COLUMNS
from tests.factories.awards import keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import supplier
from tests.factories.desks import at_desk, kept_in
from tests.factories.tenders import keep_officials

MARCH = "month=2026-03"


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    def awarded(session: Session) -> None:
        supplier(session, "alfa").declare(draft(held("ana", 60), held("ben", 40), people=("ana", "ben")))
        keep_award(session, "roof", "alfa", value=1_250_000, on=date(2026, 3, 12), department="=1+1")
        keep_officials(session, "Stephen Nzuki", ocid="ocds-story-roof")
        keep_award(session, "well", "beta", "gama", value=900, currency="USD", on=date(2026, 3, 20))

    kept_in(app, awarded, check=False)
    return at_desk(app)


def test_the_page_tells_each_award_with_its_owners_and_the_totals(officer: FlaskClient) -> None:
    page = officer.get(f"/oversight/report?{MARCH}").text

    assert "Awards of March 2026" in page
    assert "KSh\u00a01,250,000</a>; <a" in page
    assert "(60\u00a0%)" in page
    assert "No declaration yet" in page


def test_the_day_it_is_due_and_what_the_data_lack_are_told(officer: FlaskClient) -> None:
    page = officer.get(f"/oversight/report?{MARCH}").text
    rows = list(
        csv.DictReader(io.StringIO(officer.get(f"/oversight/report.csv?{MARCH}").data.decode("utf-8-sig")))
    )

    assert "Due by 15 April 2026." in page
    assert page.count("No reason is told") == 3
    assert "Stephen Nzuki (Evaluation committee)" in page
    assert page.count("Nobody is named") == 2
    assert [each["committees"] for each in rows] == ["", "", "Stephen Nzuki (Evaluation committee)"]


def test_a_cell_that_a_spreadsheet_might_run_has_an_apostrophe(officer: FlaskClient) -> None:
    sent = officer.get(f"/oversight/report.csv?{MARCH}")

    rows = list(csv.DictReader(io.StringIO(sent.data.decode("utf-8-sig"))))

    assert sent.headers["Content-Disposition"] == 'attachment; filename="awards-2026-03.csv"'
    assert tuple(rows[0]) == COLUMNS
    assert [row["procuring_entity"] for row in rows] == ["County Government", "County Government", "'=1+1"]
    assert [row["suppliers_sharing_the_value"] for row in rows] == ["2", "2", "1"]
    assert [row["value"] for row in rows] == ["900", "900", "1250000"]
    assert rows[2]["beneficial_owners"].count("%") == 2


def test_the_paper_tells_the_same_also_of_a_month_in_which_nothing_was_awarded(officer: FlaskClient) -> None:
    sent = {month: officer.get(f"/oversight/report.pdf?month={month}") for month in ("2026-03", "2020-01")}

    told = {
        month: " ".join(
            "".join(page.extract_text() for page in PdfReader(io.BytesIO(each.data)).pages).split()
        )
        for month, each in sent.items()
    }

    assert all(each.headers["Cache-Control"] == "no-store" for each in sent.values())
    assert all(words in told["2026-03"] for words in ("Awards of March 2026", "Roof", "1,250,000", "60"))
    assert "Nothing was awarded in this month." in told["2020-01"]


def test_without_a_month_the_last_whole_one_is_shown_and_no_month_is_not_found(officer: FlaskClient) -> None:
    assert officer.get("/oversight/report").status_code == 200
    for asked in ("2026-13", "soon", "2026-03-01", "0000-01"):
        assert officer.get(f"/oversight/report?month={asked}").status_code == 404


def test_a_month_in_which_nobody_can_have_awarded_is_not_found(officer: FlaskClient) -> None:
    for asked in ("0001-01", "9999-12"):
        assert officer.get(f"/oversight/report?month={asked}").status_code == 404
