"""The door for text messages: the provider posts what people send; the worker sends the answer."""

import hmac
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from register.access import Permission
from register.actions.answer_sms import answer_sms
from register.extensions import csrf, db
from register.graph.telling import Sentence
from register.web.guard import allow
from register.web.ruling import rules_today
from register.web.words import said

door = Blueprint("sms", __name__, url_prefix="/sms")

#: A number that can be answered, and the provider's own name of a message: anything else comes from no provider.
SENDER = re.compile(r"\+?[0-9]{3,15}")
MESSAGE_ID = re.compile(r"[!-~]{1,100}")


@door.post("/incoming/<key>")
@csrf.exempt  # a provider has no session; the key in the address is what lets it in
@allow(Permission.READ_PUBLIC)
def incoming(key: str) -> ResponseReturnValue:
    """Take one message. Without the right key this address does not exist."""
    expected = current_app.extensions["config"].sms_key
    if not expected or not hmac.compare_digest(key.encode(), expected.encode()):
        abort(404)
    sender, text, message_id = (request.form.get(name, "") for name in ("from", "text", "id"))
    if not SENDER.fullmatch(sender) or not MESSAGE_ID.fullmatch(message_id):
        abort(400)
    jurisdiction, now = rules_today(), datetime.now(UTC)
    reply = answer_sms(
        db.session,
        sender=sender,
        text=text,
        message_id=message_id,
        said=_said,
        jurisdiction=jurisdiction,
        now=now,
        today=now.astimezone(ZoneInfo(jurisdiction.timezone)).date(),
    )
    db.session.commit()
    return reply, 200, {"Content-Type": "text/plain; charset=utf-8"}


def _said(sentence: Sentence, language: str) -> str:
    with force_locale(language):
        return said(sentence)
