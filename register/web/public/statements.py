"""One published statement with its entry in the public log, and how anyone can check the one against the other."""

from flask import render_template
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from register.access import Permission
from register.extensions import db
from register.store import published, published_pages
from register.web.guard import allow
from register.web.public.door import door
from register.web.public.pretty import pretty


@door.get("/statements/<statement_id>")
@allow(Permission.READ_PUBLIC)
def statement(statement_id: str) -> ResponseReturnValue:
    entry = published.entry(db.session, statement_id)
    subject = entry.statement.declaration_subject
    return render_template(
        "public/statement.html",
        entry=entry,
        text=pretty(entry.text),
        declarer=published_pages.declarers(db.session, [subject]).get(subject),
    )


@door.get("/statements/<statement_id>.json")
@allow(Permission.READ_PUBLIC)
def statement_data(statement_id: str) -> ResponseReturnValue:
    """The statement's text byte for byte; its entry in the log stands in the headers."""
    entry = published.entry(db.session, statement_id)
    response = Response(entry.text, mimetype="application/json")
    response.headers["X-Log-Sequence"] = str(entry.sequence)
    response.headers["X-Log-Salt"] = entry.salt
    response.headers["X-Log-Leaf-Hash"] = entry.leaf_hash
    response.last_modified = entry.published_at
    return response
