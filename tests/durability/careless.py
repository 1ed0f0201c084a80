"""The register with a fault planted in its web door: it shows the receipt first and keeps the declaration afterwards."""

import threading
import time

from flask import g, redirect
from flask.typing import ResponseReturnValue

from register.extensions import db
from register.web.declare import checking
from register.web.declare.kept import Kept
from register.web.declare.sign_form import SignForm
from wsgi import app

__all__ = ["app"]
#: Seconds by which what was acknowledged comes too late.
LATE = 0.5
_submit = checking._submit


def answers_first(on: Kept, form: SignForm, shown: str) -> ResponseReturnValue:
    """Acknowledge, and commit when nobody waits for it any more."""
    session = db.session
    commit = session.commit
    session.commit = lambda: None  # type: ignore[method-assign]
    form.validate()
    reference = _submit(on, form, shown)
    g.pop("database_session")

    def later() -> None:
        time.sleep(LATE)
        commit()
        session.close()

    threading.Thread(target=later, daemon=True).start()
    return redirect(checking._receipt(on.company.id, reference))


checking._signed = answers_first
