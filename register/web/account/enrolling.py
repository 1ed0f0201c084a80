"""Pages for enrolling with a one-time link: choose a passphrase; staff then add the register to their phone."""

from flask import make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.actions.enrol import choose_passphrase, invited, prove_first_code
from register.actions.prove_code import NotHalfWayError, half_way
from register.extensions import db
from register.store import accounts, codes, passphrases
from register.store.links import LinkSpentError
from register.web.account import notices
from register.web.account.door import HOME, browser, door, let_in, now, with_session
from register.web.account.forms import CodeForm, EnrolForm
from register.web.account.new_passphrase import is_good
from register.web.account.signing_in import wrong_code
from register.web.guard import allow, session_secret
from register.web.qr import qr_code


@door.route("/enrol/<secret>", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def enrol(secret: str) -> ResponseReturnValue:
    form = EnrolForm()
    try:
        account = invited(db.session, secret, now=now())
        if form.validate_on_submit() and is_good(form, account.name, account.email, account.phone):
            # The slow hash holds up no other writer.
            db.session.rollback()
            hashed = passphrases.hashed(form.passphrase.data)
            entrance = choose_passphrase(
                db.session, secret, hashed, notices.enrolled(account), browser=browser(), now=now()
            )
            db.session.commit()
            if entrance.complete:
                return let_in(entrance)
            return with_session(redirect(url_for("account.enrol_code")), entrance)
    except LinkSpentError:
        return render_template("account/link_spent.html"), 404
    return render_template("account/enrol.html", form=form, account=account)


@door.route("/enrol/code", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def enrol_code() -> ResponseReturnValue:
    form, secret = CodeForm(), session_secret() or ""
    try:
        account = half_way(db.session, secret, now=now(), enrolled=False)
        if form.validate_on_submit():
            answer = prove_first_code(
                db.session, secret, form.code.data, notices.enrolled(account), browser=browser(), now=now()
            )
            db.session.commit()
            if answer.entrance is not None:
                following = url_for(HOME[answer.entrance.role])
                page = render_template(
                    "account/recovery_codes.html", codes=answer.on_paper, following=following, enrolled=True
                )
                return with_session(make_response(page), answer.entrance)
            if answer.start_over:
                return render_template("account/link_spent.html"), 404
            form.code.errors = [wrong_code()]
    except NotHalfWayError:
        return render_template("account/link_spent.html"), 404
    key = accounts.code_secret(db.session, account.id) or ""
    return render_template(
        "account/enrol_code.html",
        form=form,
        qr=qr_code(codes.address(key, account.email or account.name)),
        key=codes.in_groups(key),
    )
