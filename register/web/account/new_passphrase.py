"""Whether a new passphrase, typed twice, will do; and the page on which somebody who is signed in chooses another."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.change_passphrase import change_passphrase
from register.extensions import db
from register.store import accounts, passphrases
from register.web.account import notices
from register.web.account.door import browser, door, now, with_session
from register.web.account.forms import WEAKNESSES, EnrolForm
from register.web.fresh import fresh
from register.web.guard import allow, signed_in


def is_good(form: EnrolForm, *about: str | None) -> bool:
    """Whether both are one and hard to guess; what to do about it is said beside the field."""
    if passphrases.normal(form.passphrase.data) != passphrases.normal(form.again.data):
        form.again.errors = [gettext("The two passphrases differ. Type the same one twice.")]
        return False
    place = current_app.extensions["jurisdiction"].name
    words = (*(each for each in about if each), "umiliki", place)
    weakness = passphrases.weakness(form.passphrase.data, words)
    if weakness is not None:
        form.passphrase.errors = [gettext(WEAKNESSES[weakness])]
    return weakness is None


@door.route("/account/passphrase", methods=["GET", "POST"])
@allow(Permission.SIGN_OUT)
@fresh
def change_own_passphrase() -> ResponseReturnValue:
    form, principal = EnrolForm(), signed_in()
    account = accounts.account(db.session, principal.account_id)
    if form.validate_on_submit() and is_good(form, account.name, account.email, account.phone):
        # The slow hash holds up no other writer.
        db.session.rollback()
        hashed = passphrases.hashed(form.passphrase.data)
        told = notices.passphrase_changed(account)
        entrance = change_passphrase(db.session, principal, hashed, told, browser=browser(), now=now())
        db.session.commit()
        answer = with_session(redirect(url_for("account.own")), entrance)
        flash(gettext("Your passphrase is changed. All other browsers are signed out."))
        return answer
    return render_template("account/change_passphrase.html", form=form, account=account)
