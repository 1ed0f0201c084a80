"""One declaration of the company: what it told, what happened to it day by day, questions about it, taking it back."""

from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.withdraw_declaration import withdraw_declaration
from register.declarations.life import Move, Mover, moves_of
from register.extensions import db
from register.store import clarifications, declarations, filings, life
from register.store.declarations import (
    DeclarationAlreadyDecidedError,
    DeclarationNotFoundError,
    StoredDeclaration,
)
from register.store.life import Moved
from register.web.declare.kept import BELONGS, jurisdiction, now, own_company
from register.web.declare.life.forms import WithdrawForm
from register.web.declare.life.told import (
    kind_words,
    lateness,
    move_words,
    purpose,
    question_of,
    state_words,
)
from register.web.declare.owners import owner_lines
from register.web.guard import allow, signed_in


@dataclass(frozen=True, slots=True)
class Event:
    """One move in words."""

    made: Moved
    words: str


@allow(Permission.ANSWER)
def declaration(company_id: int, reference: str) -> ResponseReturnValue:
    company, made = own_company(company_id, BELONGS), own(company_id, reference)
    return render_template(
        "declare/life/declaration.html",
        company=company,
        made=made,
        kind=kind_words(made.about.kind),
        state=state_words(made),
        purpose=purpose(made.about),
        late=lateness(made.about, jurisdiction().day_of(made.signature.at)),
        events=events_of(reference),
        questions=clarifications.of(db.session, reference),
        open_question=question_of(made),
        owners=owner_lines(made.answers, made.statement_date),
        filing=filings.of(db.session, reference),
        may_sign=signed_in().acts_for(company_id),
        may_withdraw=Move.WITHDRAW in moves_of(made.state, Mover.SUPPLIER),
    )


@allow(Permission.ANSWER)
def withdraw(company_id: int, reference: str) -> ResponseReturnValue:
    """Ask once, then take the declaration back."""
    company, made, form = own_company(company_id), own(company_id, reference), WithdrawForm()
    home = url_for("declare.declaration", company_id=company_id, reference=reference)
    if Move.WITHDRAW not in moves_of(made.state, Mover.SUPPLIER):
        flash(gettext("This declaration is decided: it cannot be taken back. You can tell of a change."))
        return redirect(home)
    if not form.validate_on_submit():
        page = render_template("declare/life/withdraw.html", company=company, made=made, form=form)
        return page, 422 if form.is_submitted() else 200
    try:
        withdraw_declaration(db.session, reference, by=signed_in(), now=now(), reason=form.reason.data or "")
    except DeclarationAlreadyDecidedError:
        abort(409)
    db.session.commit()
    flash(gettext("%(reference)s is withdrawn. It says nothing any more.", reference=reference))
    return redirect(home)


def own(company_id: int, reference: str) -> StoredDeclaration:
    """The declaration, if it is this company's; to everyone else there is none."""
    try:
        made = declarations.declaration(db.session, reference)
    except DeclarationNotFoundError:
        return abort(404)
    return made if made.company_id == company_id else abort(404)


def events_of(*references: str) -> tuple[Event, ...]:
    """What happened to declarations, the oldest first."""
    return tuple(Event(each, move_words(each)) for each in life.moves(db.session, *references))
