"""The receipt of a signed declaration: its reference, what happens next, and the owners as declared."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.jurisdictions import PublicationRule
from register.store import declarations, filings
from register.store.declarations import DeclarationNotFoundError, StoredDeclaration
from register.web.declare.kept import BELONGS, jurisdiction, own_company
from register.web.declare.notice import when
from register.web.declare.owners import owner_lines
from register.web.declare.steps.nobody import reason_words
from register.web.declare.verifying import address_of
from register.web.declare.wording import declarant_words
from register.web.guard import allow
from register.web.qr import qr_code


@allow(Permission.ANSWER)
def confirmation(company_id: int, reference: str) -> ResponseReturnValue:
    """What was received, without any private particular; to be printed by the browser."""
    company = own_company(company_id, BELONGS)
    made = own_declaration(company_id, reference)
    page = url_for("public.company", subject=company.subject_record_id)
    address = address_of(made)
    return render_template(
        "declare/confirmation.html",
        company=company,
        made=made,
        filing=filings.of(db.session, reference),
        signer=declarant_words(made.answers.declarant),
        owners=owner_lines(made.answers, made.statement_date),
        nobody=reason_words(made.answers.no_owner.reason) if made.answers.no_owner else None,
        page=page,
        address=address,
        qr=qr_code(address),
        at_once=jurisdiction().publication_rule is PublicationRule.ON_ACCEPTANCE,
        when=when(jurisdiction()),
    )


def own_declaration(company_id: int, reference: str) -> StoredDeclaration:
    """A company's own declaration; of another's there is no such page."""
    try:
        made = declarations.declaration(db.session, reference)
    except DeclarationNotFoundError:
        return abort(404)
    return made if made.company_id == company_id else abort(404)
