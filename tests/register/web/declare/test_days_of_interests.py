"""Days of single interests: asked only where somebody holds several, kept, shown in the answers, forgotten with them."""

import pytest
from flask import Flask

from register.extensions import db
from register.store import drafts
from tests.factories.supplier import Supplier, supplier_of

ASKED = "Did any of these begin or end on another day?"


def holder(app: Flask, **answers: str | list[str]) -> tuple[Supplier, str]:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100", **answers)
    return supplier, f"holdings/{ana}.subject"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_who_simply_owns_a_part_is_not_asked(app: Flask) -> None:
    supplier, place = holder(app)

    assert ASKED not in supplier.see("holdings").source
    assert ASKED not in supplier.see(place).source
    assert supplier.client.get(supplier.at(f"{place}.days")).status_code == 404


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_interest_has_days_of_its_own_while_it_is_held(app: Flask) -> None:
    supplier, place = holder(app, controls=["appointmentOfBoard"])
    offered = supplier.see("holdings").source
    row = "until_appointmentOfBoard__"

    refused = supplier.refused(
        f"{place}.days", **{f"{row}day": "3", f"{row}month": "5", f"{row}year": "2022"}
    )
    ahead = supplier.refused(f"{place}.days", **{f"{row}day": "3", f"{row}month": "5", f"{row}year": "2099"})
    supplier.passes(f"{place}.days", **{f"{row}day": "5", f"{row}month": "5", f"{row}year": "2022"})
    told = supplier.see("check").source
    supplier.passes(place, controls=[])

    assert ASKED in offered
    assert "Enter a day that is not before the day it began" in refused.source
    assert "Enter a day that is not in the future" in ahead.source
    assert "(until 5 May 2022)" in told
    with app.app_context():
        (kept,) = drafts.draft(db.session, supplier.company.id).draft.holdings
    assert kept.terms == ()
