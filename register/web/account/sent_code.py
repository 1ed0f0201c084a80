"""The page on which the code that was sent is entered."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.change_contact import change_contact
from register.actions.prove_contact import prove_contact
from register.extensions import db
from register.store import accounts, sent_codes
from register.store.contacts import ContactKind, masked
from register.store.sent_codes import Asked, CodeSpentError, Purpose
from register.web.account import notices
from register.web.account.contact_forms import SentCodeForm
from register.web.account.door import door, now
from register.web.account.joining import ASKED
from register.web.guard import allow, current_principal

#: Where a code is asked for anew.
BEGINS = {
    Purpose.REGISTER: "account.join",
    Purpose.PASSPHRASE: "account.forgotten",
    Purpose.CONTACT: "account.own",
}


@door.route("/register/code", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def sent_code() -> ResponseReturnValue:
    form, secret = SentCodeForm(), session.get(ASKED, "")
    try:
        asked = sent_codes.asked(db.session, secret, now=now())
        if form.validate_on_submit():
            good = prove_contact(db.session, secret, form.code.data, now=now())
            if good:
                return _following(asked, secret)
            db.session.commit()
            if not sent_codes.may_try(db.session, secret, now=now()):
                return _start_over(BEGINS[asked.purpose])
            form.code.errors = [
                gettext("This code is not right. Check it, and that you asked in this browser.")
            ]
    except CodeSpentError:
        return _start_over("account.join")
    return render_template(
        "account/sent_code.html",
        form=form,
        contact=masked(asked.contact),
        by_message=asked.contact.kind is ContactKind.PHONE,
        again=url_for(BEGINS[asked.purpose]),
    )


def _following(asked: Asked, secret: str) -> ResponseReturnValue:
    if asked.purpose is not Purpose.CONTACT:
        db.session.commit()
        return redirect(url_for("account.proved"))
    principal = current_principal()
    if principal is None or principal.account_id != asked.account_id:
        raise CodeSpentError
    account = accounts.account(db.session, principal.account_id)
    told, counts = notices.contact_changes(account), notices.contact_counts(account)
    change_contact(db.session, account.id, secret, told, counts, now=now())
    db.session.commit()
    session.pop(ASKED, None)
    flash(gettext("It is proved, and counts in three days. Until then you sign in as before."))
    return redirect(url_for("account.own"))


def _start_over(endpoint: str) -> ResponseReturnValue:
    if session.pop(ASKED, None):
        flash(gettext("This code works no longer. Ask for another one."))
    return redirect(url_for(endpoint))
