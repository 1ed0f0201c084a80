"""`flask send-reminders`: run each day, it reminds once and puts questions back whose day is over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine
from flask import Flask

from register.extensions import db
from register.store import outbox
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


def test_systemd_runs_it_each_day_in_the_time_of_the_place() -> None:
    service = (DEPLOY / "umiliki-reminders.service").read_text()
    timer = (DEPLOY / "umiliki-reminders.timer").read_text()

    assert "flask --app wsgi send-reminders" in service
    assert "Africa/Nairobi" in timer
