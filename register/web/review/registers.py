"""Other registers that were imported: what is kept of each, up to which day it speaks, and where it publishes."""

from flask import render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import other_joined
from register.web.guard import allow
from register.web.review.door import door


@door.get("/registers")
@allow(Permission.REVIEW)
def registers() -> ResponseReturnValue:
    return render_template("review/registers.html", lines=other_joined.imported(db.session))
