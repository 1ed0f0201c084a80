"""One's own account: how one is reached, what one proves oneself with, and changing either."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import STAFF, Permission
from register.actions.change_contact import changing, undo_contact_change, withdraw_contact_change
from register.extensions import db
from register.store import accounts, contact_changes
from register.store.contacts import ContactKind, masked
from register.store.links import LinkSpentError
from register.store.sent_codes import Purpose
from register.web.account.contact_forms import NewEmailForm, NewPhoneForm, UndoForm, contact_typed
from register.web.account.door import door, now
from register.web.account.joining import send_code, too_many_codes
from register.web.fresh import fresh
from register.web.guard import allow, signed_in

FORMS = {ContactKind.EMAIL: NewEmailForm, ContactKind.PHONE: NewPhoneForm}


@door.get("/account")
@allow(Permission.SIGN_OUT)
def own() -> ResponseReturnValue:
    account = accounts.account(db.session, signed_in().account_id)
    waiting = [(each, masked(each.contact)) for each in contact_changes.waiting(db.session, account.id)]
    return render_template("account/own.html", account=account, waiting=waiting)


@door.route("/account/<any(email, phone):kind>", methods=["GET", "POST"])
@allow(Permission.CHOOSE_CONTACTS)
@fresh
def change_contact(kind: str) -> ResponseReturnValue:
    wanted = ContactKind(kind)
    if wanted is ContactKind.PHONE and signed_in().role in STAFF:
        # Staff sign in by their address, with a second proof.
        abort(404)
    form, status = FORMS[wanted](), 200
    if form.validate_on_submit():
        known = contact_typed(form.contact.data)
        if known and send_code(Purpose.CONTACT, known, account_id=signed_in().account_id):
            return redirect(url_for("account.sent_code"))
        form.contact.errors, status = [too_many_codes()], 429
    return render_template("account/change_contact.html", form=form, kind=wanted), status


@door.post("/account/change/<int:change_id>/withdraw")
@allow(Permission.CHOOSE_CONTACTS)
def withdraw_change(change_id: int) -> ResponseReturnValue:
    if not withdraw_contact_change(db.session, signed_in().account_id, change_id, now=now()):
        abort(404)
    db.session.commit()
    flash(gettext("Nothing changes: you sign in as before."))
    return redirect(url_for("account.own"))


@door.route("/undo/<secret>", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def undo_contact(secret: str) -> ResponseReturnValue:
    form = UndoForm()
    try:
        change = changing(db.session, secret, now=now())
        if form.validate_on_submit():
            undo_contact_change(db.session, secret, now=now())
            db.session.commit()
            return render_template("account/undone.html")
    except LinkSpentError:
        return render_template("account/link_spent.html"), 404
    return render_template("account/undo.html", form=form, change=change, contact=masked(change.contact))
