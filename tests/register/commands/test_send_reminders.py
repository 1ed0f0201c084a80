"""`flask send-reminders`: run each day, it reminds once and puts questions back whose day is over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine
from flask import Flask

from register.actions.change_rules import propose_rule
from register.actions.decide_proposal import Scene, decide_proposal
from register.extensions import db
from register.four_eyes import Outcome
from register.store import outbox
from tests.factories.declarations import ids
from tests.factories.staff import staff
from tests.factories.supplier import supplier_of

DEPLOY = Path(__file__).resolve().parents[3] / "deploy"


def run(app: Flask) -> str:
    return app.test_cli_runner().invoke(args=["send-reminders"], catch_exceptions=False).output


def test_running_it_twice_on_one_day_reminds_once(app: Flask) -> None:
    supplier_of(app).declares_alone()

    with time_machine.travel(datetime.now(UTC) + timedelta(days=364)):
        first, again = run(app), run(app)

    assert first == "Reminders left: 1. Questions whose day is over: 0.\n"
    assert again == "Reminders left: 0. Questions whose day is over: 0.\n"
    with app.app_context():
        letters = [each for each in outbox.newest(db.session, ("mail",)) if each.key.startswith("reminder|")]
    assert [each.payload["to"] for each in letters] == ["pvt-alfa01@supplier.example"]


def test_a_deadline_that_staff_changed_counts_for_the_command_too(app: Flask) -> None:
    supplier_of(app).declares_alone()
    now = datetime.now(UTC)
    today, place = now.date(), app.extensions["jurisdiction"]
    with app.app_context():
        proposal = propose_rule(
            db.session, "confirmation_months", "6", today + timedelta(days=9), "An invented act", "It says so.",
            by=staff(db.session, "rehema"), now=now, today=today, jurisdiction=place,
        )  # fmt: skip
        scene = Scene(now, today, place, ids("scene").__next__)
        amina = staff(db.session, "amina")
        decide_proposal(db.session, proposal.id, Outcome.APPROVED, "It does.", by=amina, scene=scene)
        db.session.commit()

    with time_machine.travel(datetime.now(UTC) + timedelta(days=180)):
        told = run(app)

    assert told == "Reminders left: 1. Questions whose day is over: 0.\n"


def test_systemd_runs_it_each_day_in_the_time_of_the_place() -> None:
    service = (DEPLOY / "umiliki-reminders.service").read_text()
    timer = (DEPLOY / "umiliki-reminders.timer").read_text()

    assert "flask --app wsgi send-reminders" in service
    assert "Africa/Nairobi" in timer
