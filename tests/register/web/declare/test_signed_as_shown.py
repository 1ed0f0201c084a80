"""The page to sign and what is kept are one: a change in the last instant brings the page back with a word about it."""

from dataclasses import replace

import pytest
from flask import Flask

from register.access import Role
from register.actions.save_draft import save_draft
from register.extensions import db
from register.store import declarations, drafts
from register.web.declare import checking
from tests.factories.page import Page
from tests.factories.people import NAMES
from tests.factories.supplier import filled, supplier_of

TOLD = {"truth": "y", "signature": NAMES[Role.SUPPLIER]}


def test_a_change_between_reading_and_signing_in_the_very_request_is_shown_not_signed(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    alfa = supplier_of(app)
    alfa.begin()
    alfa.about_the_company()
    ana = alfa.names("Ana Mwikali")
    alfa.passes("people", then="everyone")
    alfa.passes("companies", then="all")
    alfa.holds(ana, share="60")
    alfa.passes("holdings")
    page, submit = alfa.see("sign"), checking._submit

    def edited_first(*told: object) -> str:
        # The draft was read and its page hashed; a colleague saves before it is signed.
        db.session.commit()
        with app.extensions["sessions"]() as session:
            kept = drafts.draft(session, alfa.company.id)
            named = replace(kept.draft.people[0], full_name="Juma Kioko")
            save_draft(
                session, alfa.company.id, replace(kept.draft, people=(named,)), kept.version, kept.saved_at
            )
            session.commit()
        return submit(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "_submit", edited_first)
    refused = alfa.post("sign", page, **TOLD)
    monkeypatch.setattr(checking, "_submit", submit)

    assert refused.status_code == 409
    assert "Nothing was signed." in refused.text
    assert "Juma Kioko" in refused.text
    with app.app_context():
        assert declarations.of_company(db.session, alfa.company.id) == ()
    assert alfa.post("sign", Page(refused.text), **TOLD).status_code == 302


def test_what_stands_now_is_shown_before_it_is_confirmed(app: Flask) -> None:
    alfa = supplier_of(app)
    alfa.declares_alone()
    old = alfa.see("confirm")
    told = {**TOLD, "capacity": "director"}
    signed = alfa.post("confirm", alfa.see("confirm"), **told)

    refused = alfa.post("confirm", old, **told)
    again = alfa.post("confirm", Page(refused.text), **told)

    assert signed.status_code == 302
    assert refused.status_code == 409
    assert "Nothing was signed." in refused.text
    assert filled(Page(refused.text))["seen"] != filled(old)["seen"]
    assert again.status_code == 302
