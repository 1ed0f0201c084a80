"""A supplier tells of changes, confirms, corrects, answers and withdraws, page by page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from register.access import Principal, Role
from register.actions.ask_clarification import ask_clarification
from register.declarations.life import Kind, State
from register.extensions import db
from register.store import clarifications, declarations, drafts, published
from register.store.declarations import StoredDeclaration
from tests.factories.people import NAMES, person_of
from tests.factories.supplier import Supplier, supplier_of

SIGNED = {"capacity": "director", "truth": "y", "signature": NAMES[Role.SUPPLIER]}


def day(of: date, name: str = "happened_on") -> dict[str, str]:
    return {f"{name}__day": str(of.day), f"{name}__month": str(of.month), f"{name}__year": str(of.year)}


@pytest.fixture
def supplier(app: Flask) -> Supplier:
    """Somebody whose company declared Ana, and is in the register."""
    found = supplier_of(app)
    found.declares_alone("Ana Mwikali")
    return found


@pytest.fixture
def reviewed(app: Flask) -> Callable[[], None]:
    """From now on a registrar decides."""

    def switch() -> None:
        app.extensions["jurisdiction"] = replace(app.extensions["jurisdiction"], accepts_at_once=False)

    return switch


def newest(app: Flask, supplier: Supplier) -> StoredDeclaration:
    with app.app_context():
        return declarations.of_company(db.session, supplier.company.id)[0]


def today() -> date:
    return datetime.now(UTC).date()


def test_nothing_changed_is_confirmed_on_one_page(app: Flask, supplier: Supplier) -> None:
    page = supplier.see("confirm")
    receipt = supplier.passes("confirm", **SIGNED)

    made = newest(app, supplier)
    assert "Ana Mwikali" in page.at("main").text
    assert receipt.endswith(made.reference)
    assert (made.about.kind, made.stage) == (Kind.CONFIRMATION, State.PUBLISHED)
    with app.app_context():
        assert len(published.of_declaration(db.session, made.reference)) == 3


def test_a_confirmation_without_a_signature_is_asked_again(app: Flask, supplier: Supplier) -> None:
    page = supplier.refused("confirm", capacity="director", signature="Somebody Else")

    assert "Tick that what you declare is true and complete" in page.at("main").text
    assert newest(app, supplier).about.kind is Kind.DECLARATION


def test_a_late_change_is_taken_and_its_delay_is_said(app: Flask, supplier: Supplier) -> None:
    happened = today() - timedelta(days=60)
    supplier.passes("change", what="owners", **day(happened))

    tasks = supplier.see()

    assert "You tell it late; it is taken all the same" in tasks.at("main").text
    with app.app_context():
        about = drafts.draft(db.session, supplier.company.id).about
    assert (about.kind, about.happened_on) == (Kind.CHANGE, happened)


def test_a_change_without_a_day_or_in_the_future_is_asked_again(supplier: Supplier) -> None:
    without = supplier.refused("change", what="owners")
    ahead = supplier.refused("change", what="owners", **day(today() + timedelta(days=3)))

    assert "Enter the day on which it happened" in without.at("main").text
    assert "Enter a day that is not in the future" in ahead.at("main").text


def test_an_owner_who_holds_nothing_any_more_is_ended_with_a_day(app: Flask, supplier: Supplier) -> None:
    ended = today() - timedelta(days=3)
    supplier.passes("change", what="ceased", **day(ended))
    page = supplier.see("cease")
    (box,) = [each.attributes["value"] for each in page.all("input") if each.attributes.get("name") == "who"]

    after = supplier.passes("cease", who=box, **day(ended, "ended_on"))
    supplier.passes("nobody", reason="noBeneficialOwners")
    supplier.passes("leaders", then="all", nobody_runs="Its members run it in turn.")
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")
    supplier.signs()

    made = newest(app, supplier)
    with app.app_context():
        closed = [
            (each.statement.record_status, interest.end_date)
            for each in published.of_declaration(db.session, made.reference)
            for interest in getattr(each.statement.record, "interests", ())
            if each.statement.record_status == "closed"
        ]
    assert after.endswith("/check")
    assert {each for _, each in closed} == {ended}


def test_the_end_of_the_company_closes_everything(app: Flask, supplier: Supplier) -> None:
    ended = today() - timedelta(days=1)
    at = supplier.passes("change", what="dissolved", **day(ended))
    assert at.endswith(f"/dissolved?day={ended}")

    supplier.passes(at, **SIGNED, **day(ended))

    made = newest(app, supplier)
    with app.app_context():
        statuses = {
            each.statement.record_status for each in published.of_declaration(db.session, made.reference)
        }
    assert made.about.kind is Kind.DISSOLUTION
    assert statuses == {"closed"}
    assert "Nothing is left to declare" in supplier.see().at("main").text


def test_a_correction_says_what_was_wrong_and_waits_for_two_registrars(
    app: Flask, supplier: Supplier
) -> None:
    first = newest(app, supplier).reference
    supplier.passes("correct", why="Ana's share was typed wrongly.")
    tasks = supplier.see()
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")
    supplier.signs()

    made = newest(app, supplier)
    assert f"You put a mistake right in declaration {first}" in tasks.at("main").text
    assert (made.about.kind, made.about.corrects, made.state) == (Kind.CORRECTION, first, State.SUBMITTED)


def test_a_correction_without_words_is_asked_again(supplier: Supplier) -> None:
    assert "Say what was wrong" in supplier.refused("correct", why=" ").at("main").text


def test_a_question_is_answered_in_words(
    app: Flask, supplier: Supplier, reviewed: Callable[[], None]
) -> None:
    reviewed()
    reference = asked(app, supplier)

    home, page = supplier.see(), supplier.see(f"declarations/{reference}/answer")
    refused = supplier.refused(f"declarations/{reference}/answer", words="")
    after = supplier.passes(f"declarations/{reference}/answer", words="Her sister holds it.")

    assert "The registrar has a question" in home.at("main").text
    assert "Who holds the rest?" in page.at("main").text
    assert "Write your answer" in refused.at("main").text
    with app.app_context():
        (kept,) = clarifications.of(db.session, reference)
    assert kept.answer == "Her sister holds it."
    assert "Her sister holds it." in supplier.see(after).at("main").text


def test_a_question_is_answered_with_other_answers(
    app: Flask, supplier: Supplier, reviewed: Callable[[], None]
) -> None:
    reviewed()
    reference = asked(app, supplier)

    supplier.passes(f"declarations/{reference}/answer", change="1")
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="secretary")
    supplier.signs()

    made = newest(app, supplier)
    with app.app_context():
        (kept,) = clarifications.of(db.session, reference)
        assert declarations.declaration(db.session, reference).state is State.WITHDRAWN
    assert (kept.answered_with, made.replaces) == (made.reference, reference)


def test_a_declaration_is_taken_back_once(
    app: Flask, supplier: Supplier, reviewed: Callable[[], None]
) -> None:
    reviewed()
    supplier.begin()
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")
    supplier.signs()
    reference = newest(app, supplier).reference

    after = supplier.passes(f"declarations/{reference}/withdraw", reason="Too early")
    again = supplier.client.get(supplier.at(f"declarations/{reference}/withdraw"))

    assert newest(app, supplier).state is State.WITHDRAWN
    assert "Withdrawn" in supplier.see(after).at("main").text
    assert again.status_code == 302


def test_what_is_being_written_can_be_deleted(app: Flask, supplier: Supplier) -> None:
    supplier.begin()

    supplier.passes("discard")

    with app.app_context():
        assert not drafts.exists(db.session, supplier.company.id)


def test_while_something_is_written_nothing_else_begins(supplier: Supplier) -> None:
    supplier.begin()

    places = [supplier.client.get(supplier.at(each)).location for each in ("change", "correct")]

    assert places == [supplier.home, supplier.home]


def test_the_history_tells_what_changed_when_and_who_signed(app: Flask, supplier: Supplier) -> None:
    supplier.passes("confirm", **SIGNED)
    supplier.begin()
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")
    (ana,) = (each.key for each in newest(app, supplier).answers.people if each.full_name == "Ana Mwikali")
    supplier.holds(ana, share="75")
    supplier.signs()

    page = supplier.see("history").at("main").text

    assert "Nothing changed: everything stands as before." in page
    assert "Ana Mwikali holds in Alfa Builders Ltd: 75\u00a0% of the shares" in page
    assert page.count("Signed by") == 3
    assert page.index("UM-") < page.rindex("UM-")


def test_another_companys_declaration_is_not_there(app: Flask, supplier: Supplier) -> None:
    other = supplier_of(app, "Beta Works Ltd", "PVT-BETA01")
    other.declares_alone("Ben Mutua")
    theirs = newest(app, other).reference

    answers = {
        supplier.client.get(supplier.at(f"declarations/{theirs}{page}")).status_code
        for page in ("", "/answer", "/withdraw")
    }
    assert answers == {404}
    assert supplier.client.get(f"{other.home}history").status_code == 404


def asked(app: Flask, supplier: Supplier) -> str:
    """The supplier declares again, and a registrar asks about it; gives the reference."""
    supplier.begin()
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")
    supplier.signs()
    reference = newest(app, supplier).reference
    rehema = person_of(app, Role.REGISTRAR)
    with app.app_context():
        ask_clarification(
            db.session,
            reference,
            "Who holds the rest?",
            by=Principal(rehema.id, rehema.name, Role.REGISTRAR, "en"),
            now=datetime.now(UTC),
            jurisdiction=app.extensions["jurisdiction"],
            base_url="https://umiliki.example",
        )
        db.session.commit()
    return reference
