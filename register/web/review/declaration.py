"""One declaration as it was signed, for a registrar to accept or reject. Private particulars are not shown."""

from dataclasses import dataclass
from datetime import date

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from register.access import Permission
from register.actions.accept_declaration import accept_declaration
from register.actions.enter_paper import EnteredThemselvesError
from register.actions.reject_declaration import reject_declaration
from register.declarations.draft import SUBJECT, Draft, Holding
from register.extensions import db
from register.graph.reading import range_of
from register.graph.wording import DrawingWords
from register.store import accounts, companies, declarations, evidence, filings
from register.store.declarations import (
    DeclarationAlreadyDecidedError,
    DeclarationNotFoundError,
    StoredDeclaration,
)
from register.web.guard import allow, signed_in
from register.web.review.asking import AcceptForm, RejectForm
from register.web.review.door import door, law, new_id, now


@dataclass(frozen=True, slots=True)
class Held:
    """One holding in words."""

    holder: str
    held: str
    holds: tuple[str, ...]
    since: date | None


@door.get("/declarations/<reference>")
@allow(Permission.REVIEW)
def declaration(reference: str) -> ResponseReturnValue:
    return page(found(reference), RejectForm())


@door.post("/declarations/<reference>/accept")
@allow(Permission.ACCEPT)
def accept(reference: str) -> ResponseReturnValue:
    told = found(reference)
    if not AcceptForm().validate_on_submit():
        return page(told, RejectForm(formdata=None))
    try:
        accept_declaration(
            db.session,
            reference,
            by=signed_in(),
            now=now(),
            jurisdiction=law(),
            new_id=new_id,
            base_url=current_app.extensions["config"].base_url,
        )
    except DeclarationAlreadyDecidedError:
        abort(409)
    except EnteredThemselvesError:
        abort(403)
    db.session.commit()
    flash(gettext("%(reference)s is accepted.", reference=reference))
    return redirect(url_for("review.declaration", reference=reference))


@door.post("/declarations/<reference>/reject")
@allow(Permission.ACCEPT)
def reject(reference: str) -> ResponseReturnValue:
    told, form = found(reference), RejectForm()
    if not form.validate_on_submit():
        return page(told, form)
    try:
        reject_declaration(db.session, reference, form.reason.data, by=signed_in(), now=now())
    except DeclarationAlreadyDecidedError:
        abort(409)
    db.session.commit()
    flash(gettext("%(reference)s is rejected; the supplier reads your reason.", reference=reference))
    return redirect(url_for("review.declaration", reference=reference))


def found(reference: str) -> StoredDeclaration:
    """The declaration of a reference, or the page that says there is none."""
    try:
        return declarations.declaration(db.session, reference)
    except DeclarationNotFoundError:
        abort(404)


def page(told: StoredDeclaration, form: RejectForm) -> str:
    """The declaration with its answers; a refused reason shows itself again."""
    filing = filings.of(db.session, told.reference)
    by = {told.signature.account_id, *([told.decided_by] if told.decided_by else [])}
    return render_template(
        "review/declaration.html",
        told=told,
        company=companies.company(db.session, told.company_id),
        names=accounts.names(db.session, by),
        held=[_held(told.answers, each) for each in told.answers.holdings],
        countries=get_locale().territories,
        filing=filing,
        scans=evidence.listed(db.session, filing.paper.about) if filing.paper else (),
        entered_themselves=filing.paper is not None and filing.paper.entered_by == signed_in().account_id,
        may_open=signed_in().can(Permission.ACCEPT),
        may_decide=signed_in().can(Permission.ACCEPT) and told.decided_at is None,
        form=form,
    )


def _held(answers: Draft, holding: Holding) -> Held:
    words = DrawingWords(gettext)
    holds = [words.share(range_of(holding.shares))] if holding.shares else []
    holds += [words.votes(range_of(holding.votes))] if holding.votes else []
    holds += [gettext(control.label) for control in holding.controls]
    return Held(_name(answers, holding.holder), _name(answers, holding.held), tuple(holds), holding.since)


def _name(answers: Draft, key: str) -> str:
    names = {each.key: each.full_name for each in answers.people}
    names |= {each.key: each.name for each in answers.entities} | {SUBJECT: answers.company.name}
    return names.get(key, key)
