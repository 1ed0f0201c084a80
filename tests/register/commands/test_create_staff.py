"""Accounts made on the command line."""

import re
from datetime import UTC, datetime

from flask import Flask

from register.access import Role
from register.extensions import db
from register.store import accounts

LINK = re.compile(r"^http://localhost:8000(/enrol/[\w-]{43})$", re.MULTILINE)


def test_staff_get_a_link_that_opens(app: Flask) -> None:
    said = app.test_cli_runner().invoke(
        args=["create-staff", "otieno@umiliki.example", "Otieno Baraka", "--role", "officer"]
    )

    link = LINK.search(said.output)
    assert link, said.output
    assert "Otieno Baraka" in app.test_client().get(link[1]).text


def test_a_supplier_gets_a_link_and_a_company(app: Flask) -> None:
    said = app.test_cli_runner().invoke(
        args=[
            "create-supplier",
            "ana@umiliki.example",
            "Ana Mwikali",
            "--company-scheme=KE-RCO",
            "--company-number=PVT-AB12CD3",
            "--company-name=Alfa Ltd",
        ]
    )

    with app.app_context():
        ana = accounts.by_email(db.session, "ana@umiliki.example")
        assert ana is not None
        companies = accounts.companies_of(db.session, ana.id, now=datetime.now(UTC))
    assert LINK.search(said.output), said.output
    assert ana.role is Role.SUPPLIER
    assert len(companies) == 1


def test_a_slip_is_told_and_nothing_is_made(app: Flask) -> None:
    run = app.test_cli_runner()
    staff = ["create-staff", "otieno@umiliki.example", "Otieno Baraka", "--role"]
    supplier = ["create-supplier", "ana@umiliki.example", "Ana Mwikali", "--company-name=Alfa Ltd"]
    run.invoke(args=[*staff, "officer"])

    said = [
        run.invoke(args=[*staff, "auditor"]),
        run.invoke(args=[*staff, "supplier"]),
        run.invoke(args=[*supplier, "--company-scheme=XX-NONE", "--company-number=PVT-AB12CD3"]),
        run.invoke(args=[*supplier, "--company-scheme=KE-RCO", "--company-number=12"]),
    ]

    assert all(each.exit_code for each in said)
    assert "already" in said[0].output
    assert "KE-RCO" in said[2].output
    assert "does not fit" in said[3].output
    with app.app_context():
        assert accounts.by_email(db.session, "ana@umiliki.example") is None
