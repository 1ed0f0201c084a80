"""A clerk sends a sheet of papers: each is theirs to look through, and the wrong cells are told by their place."""

from io import BytesIO

import pytest
from flask import Flask

from register.access import Role
from register.elsewhere.batch.papers import PAPER_COLUMNS
from tests.factories.desks import at_desk
from tests.factories.people import token
from tests.factories.sheets import ANA, BETA, as_csv

PLACE = "/review/papers/sheet"
SIGNED = {
    "paper": "Form 1142",
    "signed_by": "Wanza Mutiso",
    "signed_as": "director",
    "signed_on": "2026-02-01",
}


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_sheet_becomes_papers_and_tells_its_wrong_cells(app: Flask) -> None:
    clerk = at_desk(app, Role.CLERK)
    data = as_csv(BETA | SIGNED, ANA | {"paper": "Form 7"}, names=[each.name for each in PAPER_COLUMNS])
    heads = clerk.get(f"{PLACE}/template.csv").data
    sheet = {"csrf_token": token(clerk.get(PLACE)), "file": (BytesIO(data), "stack.csv")}

    answer = clerk.post(PLACE, data=sheet)
    none = clerk.post(PLACE, data={"csrf_token": token(clerk.get(PLACE))})
    listed = clerk.get("/review/papers").text

    assert heads.endswith(b"paper,signed_by,signed_as,signed_on\r\n")
    assert answer.status_code == 422
    assert "Enter the name of whoever signed the paper." in answer.text
    assert "Beta Roads Ltd" in listed
    assert "Alfa Builders Ltd" not in listed
    assert none.status_code == 422
