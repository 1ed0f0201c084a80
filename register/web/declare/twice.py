"""A paper sent twice: the second click leads to what the first one sent, though the paper is closed by then."""

from collections.abc import Callable
from functools import wraps

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import declarations, filings
from register.web.guard import current_principal

View = Callable[[int], ResponseReturnValue]


def leads_to_the_paper(view: View) -> View:
    """Answer a form that was sent before with the page of its paper; only to who sent it, and nothing is sent again."""

    @wraps(view)
    def answered(company_id: int) -> ResponseReturnValue:
        paper_id = _sent_before(company_id) if request.method == "POST" else None
        if paper_id is None:
            return view(company_id)
        return redirect(url_for("review.paper", paper_id=paper_id))

    return answered


def _sent_before(company_id: int) -> int | None:
    """The paper that this very submission sent, if the reader is who entered it."""
    reader, key = current_principal(), request.form.get("submission_key", "")
    if reader is None or not key or not reader.can(Permission.ENTER):
        return None
    made = declarations.by_submission(db.session, key)
    paper = filings.of(db.session, made.reference).paper if made and made.company_id == company_id else None
    return paper.id if paper is not None and paper.entered_by == reader.account_id else None
