"""What a person would read in the letters and messages that were sent to them."""

import re

from flask import Flask

from register.extensions import db
from register.store import outbox

SIX = re.compile(r"\b\d{6}\b")


def sent_to(app: Flask, to: str) -> list[str]:
    """What was left for one address or number, newest first."""
    with app.app_context():
        work = outbox.newest(db.session, ("mail", "sms"), limit=500)
    return [each.payload["text"] for each in work if each.payload["to"] == to]


def code_sent_to(app: Flask, to: str) -> str:
    """The last code that was left for an address or number."""
    found = SIX.search(sent_to(app, to)[0])
    assert found, "there is no code in the last letter"
    return found[0]
