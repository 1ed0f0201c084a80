"""Pages of a supplier's person who has no account, or has forgotten the passphrase: prove a contact, choose one."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from register.access import Permission
from register.actions.ask_code import TooManyCodesError, ask_code
from register.actions.change_passphrase import reset_passphrase
from register.actions.register_supplier import register_supplier
from register.actions.sign_in import Entrance
from register.extensions import db
from register.store import accounts, passphrases, sent_codes
from register.store.contacts import Contact
from register.store.sent_codes import Asked, CodeSpentError, Purpose
from register.web.account import notices
from register.web.account.contact_forms import JoinForm, ReachForm, contact_typed
from register.web.account.door import browser, door, let_in, now
from register.web.account.forms import EnrolForm
from register.web.account.new_passphrase import is_good
from register.web.following import GOING_TO
from register.web.guard import allow, session_secret
from register.web.safe_next import safe_next

#: Where the browser keeps the secret of what it asked a code for.
ASKED = "asked"


@door.route("/register", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def join() -> ResponseReturnValue:
    form, status, going_to = JoinForm(), 200, safe_next(request.args.get("next"))
    if form.validate_on_submit():
        known = contact_typed(form.contact.data)
        if known and send_code(Purpose.REGISTER, known, name=form.name.data):
            session[GOING_TO] = going_to
            return redirect(url_for("account.sent_code"))
        form.contact.errors, status = [too_many_codes()], 429
    return render_template("account/join.html", form=form, next=going_to), status


@door.route("/forgotten", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def forgotten() -> ResponseReturnValue:
    form, status = ReachForm(), 200
    if form.validate_on_submit():
        known = contact_typed(form.contact.data)
        if known and send_code(Purpose.PASSPHRASE, known):
            return redirect(url_for("account.sent_code"))
        form.contact.errors, status = [too_many_codes()], 429
    return render_template("account/forgotten.html", form=form), status


def send_code(purpose: Purpose, contact: Contact, *, name: str = "", account_id: int | None = None) -> bool:
    """Leave a code for the worker and remember in this browser what it is for; False when there were too many."""
    try:
        secret = ask_code(
            db.session,
            purpose,
            contact,
            notices.codes(),
            address=request.remote_addr or "",
            now=now(),
            account_id=account_id,
            name=name,
            language=str(get_locale() or "en").partition("_")[0],
            instead_of=session.get(ASKED),
        )
    except TooManyCodesError:
        db.session.commit()
        return False
    db.session.commit()
    session[ASKED] = secret
    return True


def too_many_codes() -> str:
    """The same words for contacts that are known and that are not."""
    return gettext("Too many codes were asked for here. Use the last one, or wait an hour.")


@door.route("/register/passphrase", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def proved() -> ResponseReturnValue:
    form, secret = EnrolForm(), session.get(ASKED, "")
    try:
        asked = sent_codes.asked(db.session, secret, now=now())
        if not asked.proved or asked.purpose is Purpose.CONTACT:
            return redirect(url_for("account.sent_code"))
        if form.validate_on_submit() and is_good(form, asked.name or _name_of(asked), asked.contact.value):
            # The slow hash holds up no other writer.
            db.session.rollback()
            entrance = _keep(asked, secret, passphrases.hashed(form.passphrase.data))
            db.session.commit()
            inside = let_in(entrance, session.get(GOING_TO) if asked.purpose is Purpose.REGISTER else None)
            flash(gettext("Your passphrase is kept. Sign in with it next time."))
            return inside
    except CodeSpentError:
        return redirect(url_for("account.join"))
    return render_template("account/proved.html", form=form, asked=asked)


def _name_of(asked: Asked) -> str:
    return accounts.account(db.session, asked.account_id).name if asked.account_id else ""


def _keep(asked: Asked, secret: str, hashed: str) -> Entrance:
    if asked.purpose is Purpose.REGISTER:
        told = notices.registered(asked.name, asked.language)
        return register_supplier(
            db.session, secret, hashed, told, browser=browser(), now=now(), instead_of=session_secret()
        )
    account = accounts.account(db.session, asked.account_id or 0)
    told = notices.passphrase_changed(account)
    return reset_passphrase(db.session, secret, hashed, told, browser=browser(), now=now())
