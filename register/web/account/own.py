"""One's own pages: sign out, the browsers one is signed in with, prove who one is, the language."""

from datetime import timedelta

from flask import abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.end_session import end_other_sessions
from register.actions.end_session import end_session as end
from register.actions.prove_again import knock_again
from register.actions.prove_again import prove_again as prove
from register.actions.sign_in import proves
from register.actions.sign_out import sign_out as leave
from register.extensions import db
from register.store import sessions as store
from register.web.account.door import browser, door, let_in, now
from register.web.account.forms import PassphraseForm
from register.web.account.signing_in import too_many_tries
from register.web.guard import allow, forget, session_secret, signed_in
from register.web.safe_next import safe_next

YEAR = int(timedelta(days=365).total_seconds())


@door.post("/sign-out")
@allow(Permission.SIGN_OUT)
def sign_out() -> ResponseReturnValue:
    leave(db.session, signed_in(), session_secret() or "", now=now())
    db.session.commit()
    session.clear()
    flash(gettext("You are signed out."))
    answer = redirect(url_for("account.sign_in"))
    forget(answer)
    return answer


@door.get("/sessions")
@allow(Permission.SIGN_OUT)
def sessions() -> ResponseReturnValue:
    visits = store.visits(db.session, signed_in().account_id, session_secret() or "", now=now())
    return render_template("account/sessions.html", visits=visits)


@door.post("/sessions/<handle>/end")
@allow(Permission.SIGN_OUT)
def end_session(handle: str) -> ResponseReturnValue:
    if not end(db.session, signed_in(), handle, now=now()):
        abort(404)
    db.session.commit()
    flash(gettext("That browser is signed out."))
    return redirect(url_for("account.sessions"))


@door.post("/sessions/others/end")
@allow(Permission.SIGN_OUT)
def end_others() -> ResponseReturnValue:
    end_other_sessions(db.session, signed_in(), session_secret() or "", now=now())
    db.session.commit()
    flash(gettext("All other browsers are signed out."))
    return redirect(url_for("account.sessions"))


@door.route("/prove", methods=["GET", "POST"])
@allow(Permission.SIGN_OUT)
def prove_again() -> ResponseReturnValue:
    form, status, principal = PassphraseForm(), 200, signed_in()
    if form.validate_on_submit():
        attempt = knock_again(db.session, principal, request.remote_addr or "", now=now())
        db.session.commit()
        proved = proves(attempt, form.passphrase.data)
        entrance = prove(
            db.session,
            principal,
            attempt,
            proved=proved,
            secret=session_secret() or "",
            browser=browser(),
            now=now(),
        )
        db.session.commit()
        if entrance is not None:
            return let_in(entrance)
        status = 429 if attempt.barred else 200
        wrong = gettext("This passphrase is not right. Try again.")
        form.passphrase.errors = [too_many_tries() if attempt.barred else wrong]
    return render_template(
        "account/prove_again.html", form=form, next=safe_next(request.args.get("next"))
    ), status


@door.get("/language/<any(en, sw, fr):code>")
@allow(Permission.READ_PUBLIC)
def set_language(code: str) -> ResponseReturnValue:
    answer = redirect(safe_next(request.args.get("next")) or url_for("public.home"))
    secure = current_app.extensions["config"].secure_cookies
    answer.set_cookie("language", code, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
    return answer
