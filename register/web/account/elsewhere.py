"""Signing in through a provider elsewhere: the way there, and the page on which the browser comes back."""

from flask import abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext
from wtforms import HiddenField
from wtforms.validators import InputRequired, Length

from register.access import Permission
from register.actions.sign_in_elsewhere import sign_in_elsewhere
from register.extensions import db
from register.gateways.oidc import Begun, Provider, ProviderFailedError, Told
from register.web.account import notices
from register.web.account.door import browser, door, let_in, now
from register.web.account.joining import ASKED
from register.web.form import RegisterForm
from register.web.guard import allow, session_secret
from register.web.safe_next import safe_next
from register.words import _

#: Where the browser keeps what it must show when it is back.
VISIT = "elsewhere"


class BackForm(RegisterForm):
    """What the provider gave the browser to bring back."""

    code = HiddenField(validators=[InputRequired(_("Try again.")), Length(max=4000, message=_("Try again."))])
    state = HiddenField(validators=[InputRequired(_("Try again.")), Length(max=400, message=_("Try again."))])


def known_provider() -> Provider | None:
    """The provider of the settings."""
    found: Provider | None = current_app.extensions["oidc"]
    return found


def _back() -> str:
    base: str = current_app.extensions["config"].base_url
    return base.rstrip("/") + url_for("account.back_from_elsewhere")


@door.get("/sign-in/elsewhere")
@allow(Permission.READ_PUBLIC)
def elsewhere() -> ResponseReturnValue:
    provider = known_provider() or abort(404)
    try:
        begun = provider.begin(_back())
    except ProviderFailedError:
        return _failed()
    going_to = safe_next(request.args.get("next"))
    session[VISIT] = [begun.state, begun.nonce, begun.verifier, going_to]
    return redirect(begun.url)


@door.route("/sign-in/elsewhere/back", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def back_from_elsewhere() -> ResponseReturnValue:
    provider, visit = known_provider() or abort(404), session.get(VISIT)
    if visit is None:
        return _failed()
    if request.method == "GET":
        # To come back changes nothing: the button does.
        if request.args.get("state") != visit[0] or "code" not in request.args:
            return _failed()
        form = BackForm(formdata=None, code=request.args["code"], state=visit[0])
        return render_template("account/back.html", form=form, provider=provider.name)
    form = BackForm()
    session.pop(VISIT)
    if not form.validate_on_submit() or form.state.data != visit[0]:
        return _failed()
    try:
        told = provider.told(_back(), Begun("", *visit[:3]), form.code.data, now=now())
    except ProviderFailedError:
        return _failed()
    return _in(provider, told, visit[3])


def _in(provider: Provider, told: Told, going_to: str | None) -> ResponseReturnValue:
    met = sign_in_elsewhere(
        db.session,
        provider.issuer,
        told,
        lambda account: notices.factor_changed(account, notices.ELSEWHERE_JOINED),
        browser=browser(),
        now=now(),
        language=str(get_locale() or "en").partition("_")[0],
        instead_of=session_secret(),
    )
    db.session.commit()
    if met is None:
        flash(gettext("The provider vouches for nobody who may sign in here. Ask the county."))
        return redirect(url_for("account.sign_in"))
    if isinstance(met, str):
        session[ASKED] = met
        return redirect(url_for("account.proved"))
    return let_in(met, going_to)


def _failed() -> ResponseReturnValue:
    session.pop(VISIT, None)
    flash(gettext("Signing in that way did not work. Try again, or sign in with your passphrase."))
    return redirect(url_for("account.sign_in"))
