"""The receipt and the disclosure form of a signed declaration as PDF, for the company's own people."""

from flask import Response
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.paper import as_pdf
from register.store import declarations, filings
from register.web.declare.form_paper import form_paper
from register.web.declare.kept import BELONGS, SIGNS, own_company
from register.web.declare.receipt import own_declaration
from register.web.fresh import prove_first, proved_lately
from register.web.guard import allow


@allow(Permission.ANSWER)
def paper(company_id: int, reference: str, kind: str) -> ResponseReturnValue:
    """The receipt without private particulars; the form for a bid with them, for somebody who proved who they are."""
    company = own_company(company_id, SIGNS if kind == "form" else BELONGS)
    made = own_declaration(company_id, reference)
    private = kind == "form"
    if private and not proved_lately():
        return prove_first()
    answers = declarations.particulars_of(db.session, reference) if private else made.answers
    printed = as_pdf(
        form_paper(made, company, answers, private=private, filing=filings.of(db.session, reference)),
        made.signature.at,
    )
    answer = Response(printed, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{made.reference}-{kind}.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
