"""Pages for signing in: the passphrase, and for staff the code."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.prove_code import NotHalfWayError, half_way, prove_code
from register.actions.sign_in import enter, knock, proves
from register.extensions import db
from register.store import passkey_proofs, passkeys
from register.web.account.contact_forms import name_typed
from register.web.account.door import browser, door, let_in, now
from register.web.account.forms import CodeForm, SignInForm
from register.web.account.site import site
from register.web.guard import allow, session_secret
from register.web.safe_next import safe_next


@door.route("/sign-in", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def sign_in() -> ResponseReturnValue:
    form, status = SignInForm(), 200
    if form.validate_on_submit():
        attempt = knock(db.session, name_typed(form.email.data), request.remote_addr or "", now=now())
        db.session.commit()
        proved = proves(attempt, form.passphrase.data)
        entrance = enter(
            db.session,
            attempt,
            proved=proved,
            browser=browser(),
            now=now(),
            instead_of=session_secret(),
        )
        db.session.commit()
        if entrance is not None:
            return let_in(entrance)
        status = 429 if attempt.barred else 200
        form.passphrase.errors = [too_many_tries() if attempt.barred else wrong_passphrase()]
    return render_template(
        "account/sign_in.html",
        form=form,
        next=safe_next(request.args.get("next")),
        provider=current_app.extensions["oidc"],
    ), status


def wrong_passphrase() -> str:
    """The same words for an unknown address or number, a wrong passphrase and an account without access."""
    return gettext("The address, the number or the passphrase is not right. Check them and try again.")


def too_many_tries() -> str:
    return gettext("There were too many tries. Wait an hour, then try again.")


@door.route("/sign-in/code", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def code() -> ResponseReturnValue:
    form, secret, going_to = CodeForm(), session_secret() or "", safe_next(request.args.get("next"))
    try:
        if form.validate_on_submit():
            answer = prove_code(db.session, secret, form.code.data, browser=browser(), now=now())
            db.session.commit()
            if answer.entrance is not None:
                return let_in(answer.entrance)
            if answer.start_over:
                return start_over(going_to)
            form.code.errors = [wrong_code()]
        return code_page(secret, going_to, form)
    except NotHalfWayError:
        return redirect(url_for("account.sign_in", next=going_to))


def code_page(
    secret: str, going_to: str | None, form: CodeForm | None = None, *, refused: bool = False
) -> ResponseReturnValue:
    """The page that asks for the code, or for a passkey where there is one; `refused`: a passkey was not right.

    Raises NotHalfWayError.
    """
    account = half_way(db.session, secret, now=now(), enrolled=True)
    known = passkeys.of_account(db.session, account.id)
    options = passkey_proofs.options_to_prove(db.session, site(), known, secret, now=now()) if known else None
    return render_template(
        "account/code.html",
        form=form or CodeForm(formdata=None),
        next=going_to,
        options=options,
        refused=refused,
    )


def wrong_code() -> str:
    return gettext(
        "This code is not right, or it was used before. Wait for the next one on your phone and enter it."
    )


def start_over(going_to: str | None) -> ResponseReturnValue:
    """Too many wrong codes: back to the passphrase."""
    flash(gettext("There were five wrong codes. Sign in again with your passphrase."))
    return redirect(url_for("account.sign_in", next=going_to))
