"""The page of staff on what they prove themselves with beside the passphrase, and changing it."""

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from itsdangerous import BadSignature, URLSafeTimedSerializer

from register.access import Permission
from register.actions import keep_factors
from register.actions.keep_factors import WrongCodeError
from register.extensions import db
from register.store import accounts, codes, passkey_proofs, passkeys, recovery_codes
from register.store.passkey_proofs import PasskeyRefusedError
from register.store.passkeys import PasskeyTakenError
from register.web.account import notices
from register.web.account.door import door, now
from register.web.account.factor_forms import NewPhoneCodesForm, PasskeyForm, RemoveForm
from register.web.account.signing_in import wrong_code
from register.web.account.site import site
from register.web.form import RegisterForm
from register.web.fresh import fresh
from register.web.guard import allow, session_secret, signed_in
from register.web.qr import qr_code

#: Seconds for which a key on the page of another phone can be taken.
KEY_LASTS = 900


@door.get("/account/factors")
@allow(Permission.PROVE_TWICE)
def factors() -> ResponseReturnValue:
    own = signed_in().account_id
    return render_template(
        "account/factors.html",
        passkeys=passkeys.of_account(db.session, own),
        left=recovery_codes.left(db.session, own),
        most=recovery_codes.HOW_MANY,
    )


@door.route("/account/recovery-codes", methods=["GET", "POST"])
@allow(Permission.PROVE_TWICE)
@fresh
def recovery_codes_made() -> ResponseReturnValue:
    form, principal = RegisterForm(), signed_in()
    if form.validate_on_submit():
        told = notices.factor_changed(_own(), notices.RECOVERY_MADE)
        made = keep_factors.make_recovery_codes(
            db.session, principal, session_secret() or "", told, now=now()
        )
        db.session.commit()
        following = url_for("account.factors")
        return render_template("account/recovery_codes.html", codes=made, following=following)
    return render_template("account/make_recovery_codes.html", form=form)


@door.route("/account/passkeys/add", methods=["GET", "POST"])
@allow(Permission.PROVE_TWICE)
@fresh
def add_passkey() -> ResponseReturnValue:
    form, principal, secret = PasskeyForm(), signed_in(), session_secret() or ""
    if form.validate_on_submit():
        told = notices.factor_changed(_own(), notices.PASSKEY_ADDED)
        try:
            keep_factors.add_passkey(
                db.session, principal, secret, form.name.data, form.answer.data, site(), told, now=now()
            )
            db.session.commit()
            flash(gettext("The passkey is kept. You can sign in with it after your passphrase."))
            return redirect(url_for("account.factors"))
        except PasskeyRefusedError:
            form.name.errors = [gettext("The browser made no passkey that we can keep. Try again.")]
        except PasskeyTakenError:
            form.name.errors = [gettext("This passkey is kept already.")]
    known = passkeys.of_account(db.session, principal.account_id)
    options = passkey_proofs.options_to_add(
        db.session, site(), principal.account_id, principal.name, known, secret, now=now()
    )
    return render_template("account/add_passkey.html", form=form, options=options)


@door.post("/account/passkeys/remove")
@allow(Permission.PROVE_TWICE)
@fresh
def remove_passkey() -> ResponseReturnValue:
    form = RemoveForm()
    if form.validate_on_submit():
        told = notices.factor_changed(_own(), notices.PASSKEY_REMOVED)
        gone = keep_factors.remove_passkey(
            db.session, signed_in(), session_secret() or "", form.passkey.data, told, now=now()
        )
        if not gone:
            abort(404)
        db.session.commit()
        flash(gettext("The passkey is removed: nobody signs in with it any more."))
    return redirect(url_for("account.factors"))


@door.route("/account/codes", methods=["GET", "POST"])
@allow(Permission.PROVE_TWICE)
@fresh
def another_phone() -> ResponseReturnValue:
    form, account = NewPhoneCodesForm(), _own()
    key = _key_kept(form.kept.data) or codes.new_secret()
    if form.validate_on_submit() and _key_kept(form.kept.data):
        told = notices.factor_changed(account, notices.PHONE_CHANGED)
        try:
            keep_factors.change_phone(
                db.session, signed_in(), session_secret() or "", key, form.code.data, told, now=now()
            )
            db.session.commit()
            flash(gettext("From now on the codes of this phone count, and no others."))
            return redirect(url_for("account.factors"))
        except WrongCodeError:
            db.session.commit()
            form.code.errors = [wrong_code()]
    form.kept.data = _signed().dumps(key)
    return render_template(
        "account/another_phone.html",
        form=form,
        qr=qr_code(codes.address(key, account.email or account.name)),
        key=codes.in_groups(key),
    )


def _own() -> accounts.Account:
    return accounts.account(db.session, signed_in().account_id)


def _signed() -> URLSafeTimedSerializer:
    """Signs the key on the page for this person: it is kept nowhere until its first code is right."""
    salt = f"another phone {signed_in().account_id}"
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=salt)


def _key_kept(kept: str | None) -> str | None:
    try:
        key = _signed().loads(kept or "", max_age=KEY_LASTS)
    except BadSignature:
        return None
    return str(key)
