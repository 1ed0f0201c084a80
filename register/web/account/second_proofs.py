"""Pages for staff who prove themselves with a passkey or a code on paper, after the passphrase."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.prove_code import NotHalfWayError, half_way
from register.actions.second_proofs import prove_passkey, prove_recovery_code
from register.extensions import db
from register.store import recovery_codes
from register.web.account import notices
from register.web.account.door import browser, door, let_in, now
from register.web.account.factor_forms import ProvePasskeyForm, RecoveryForm
from register.web.account.signing_in import code_page, start_over
from register.web.account.site import site
from register.web.guard import allow, session_secret
from register.web.safe_next import safe_next


@door.post("/sign-in/passkey")
@allow(Permission.READ_PUBLIC)
def passkey() -> ResponseReturnValue:
    form, secret, going_to = ProvePasskeyForm(), session_secret() or "", safe_next(request.args.get("next"))
    try:
        if form.validate_on_submit():
            answer = prove_passkey(db.session, secret, form.answer.data, site(), browser=browser(), now=now())
            db.session.commit()
            if answer.entrance is not None:
                return let_in(answer.entrance)
            if answer.start_over:
                return start_over(going_to)
        return code_page(secret, going_to, refused=True)
    except NotHalfWayError:
        return redirect(url_for("account.sign_in", next=going_to))


@door.route("/sign-in/recovery", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def recover() -> ResponseReturnValue:
    form, secret, going_to = RecoveryForm(), session_secret() or "", safe_next(request.args.get("next"))
    try:
        account = half_way(db.session, secret, now=now(), enrolled=True)
        if form.validate_on_submit():
            told = notices.factor_changed(account, notices.RECOVERY_USED)
            answer = prove_recovery_code(
                db.session, secret, form.code.data, told, browser=browser(), now=now()
            )
            db.session.commit()
            if answer.entrance is not None:
                inside = let_in(answer.entrance)
                left = recovery_codes.left(db.session, account.id)
                flash(
                    gettext(
                        "You have %(left)s recovery codes left. Is the phone lost? Add another one in your account.",
                        left=left,
                    )
                )
                return inside
            if answer.start_over:
                return start_over(going_to)
            form.code.errors = [gettext("This code is not right, or it was used before. Enter another one.")]
    except NotHalfWayError:
        return redirect(url_for("account.sign_in", next=going_to))
    return render_template("account/recover.html", form=form, next=going_to)
