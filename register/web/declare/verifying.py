"""Whoever holds a receipt can see whether the county has that very declaration, and where it stands. It names no owner."""

import hmac

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.declarations.life import STANDING, WAITING, State
from register.extensions import db
from register.store import companies, declarations
from register.store.declarations import DeclarationNotFoundError, StoredDeclaration
from register.web.declare.kept import base_url
from register.web.guard import allow

#: So many letters of the fingerprint stand in the address: nobody guesses 80 bits.
MARK = 20


def address_of(made: StoredDeclaration) -> str:
    """The whole address that a receipt's code leads to."""
    path = url_for("declare.verify", reference=made.reference, mark=made.signature.shown_hash[:MARK])
    return f"{base_url()}{path}"


@allow(Permission.READ_PUBLIC)
def verify(reference: str, mark: str) -> ResponseReturnValue:
    """Where the declaration of a receipt stands today; without the receipt's mark there is no such page."""
    try:
        made = declarations.declaration(db.session, reference)
    except DeclarationNotFoundError:
        return abort(404)
    if not hmac.compare_digest(made.signature.shown_hash[:MARK].encode(), mark.encode()):
        return abort(404)
    newest = declarations.last(db.session, made.company_id, *WAITING, *STANDING)
    return render_template(
        "declare/verified.html",
        made=made,
        company=companies.company(db.session, made.company_id),
        waits=made.state in WAITING,
        stands=made.state in STANDING,
        refused=made.state is State.REJECTED,
        newest=newest is None or newest.reference == made.reference,
    )
