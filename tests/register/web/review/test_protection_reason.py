"""Why somebody asks to be withheld is read by registrars alone, and each reading stands in the trail with its reason."""

from dataclasses import replace

import pytest
from flask import Flask

from register.access import Role
from register.extensions import db
from register.store import audit
from tests.factories.declarations import draft, held, person, private
from tests.factories.declaring import REVIEWED, Supplier, supplier
from tests.factories.desks import at_desk
from tests.factories.people import post

THREAT = "A man waited at her gate on three evenings."
READ = "reason for protection shown"


@pytest.fixture
def record_id(app: Flask) -> str:
    """Ana asks to be withheld, in a declaration that waits."""
    hidden = replace(private("ana"), protection_reason=THREAT)
    told = replace(
        draft(held("ana", 60), people=("ana",)),
        people=(replace(person("ana"), protection=True),),
        particulars={"ana": hidden},
    )
    with app.app_context():
        alfa: Supplier = supplier(db.session, law=REVIEWED)
        alfa.declare(told)
        db.session.commit()
    return f"{alfa.subject}-p-ana"


def trail(app: Flask) -> list[tuple[str, str]]:
    with app.app_context():
        return [
            (each.about, each.facts["reason"])
            for each in audit.newest(db.session, limit=100)
            if each.action == READ
        ]


def test_the_reason_is_shown_to_who_says_why_and_the_trail_keeps_it(app: Flask, record_id: str) -> None:
    rehema = at_desk(app, Role.REGISTRAR)
    before = rehema.get(f"/review/protection/{record_id}").text

    unsaid = post(rehema, f"/review/protection/{record_id}/why", purpose=" ")
    shown = post(rehema, f"/review/protection/{record_id}/why", purpose="To decide on it.")

    assert THREAT not in before
    assert (unsaid.status_code, THREAT in unsaid.text) == (422, False)
    assert (shown.status_code, THREAT in shown.text) == (200, True)
    assert shown.headers["Cache-Control"] == "no-store"
    assert trail(app) == [(record_id, "To decide on it.")]


@pytest.mark.parametrize("role", [Role.CLERK, Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_nobody_else_reads_it(app: Flask, record_id: str, role: Role) -> None:
    answer = post(at_desk(app, role), f"/review/protection/{record_id}/why", purpose="To see.")

    assert answer.status_code == 403
    assert trail(app) == []
