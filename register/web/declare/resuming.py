"""The way back to what somebody is writing, sent to their own telephone and e-mail address."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.send_resume_link import send_resume_link
from register.extensions import db
from register.store import drafts
from register.web.declare.kept import WRITES, base_url, now, own_company, today
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in


class SendLinkForm(RegisterForm):
    """Nothing is typed: it goes to the reader's own contacts."""


@allow(Permission.ANSWER)
def send_link(company_id: int) -> ResponseReturnValue:
    """Send the link, and say so; a second time on one day it is not sent again."""
    company = own_company(company_id, WRITES)
    tasks = url_for("declare.tasks", company_id=company_id)
    if not SendLinkForm().validate_on_submit():
        abort(400)
    if not drafts.exists(db.session, company_id):
        return redirect(tasks)
    sent = send_resume_link(
        db.session,
        signed_in().account_id,
        company,
        address=f"{base_url()}{tasks}",
        now=now(),
        today=today(),
    )
    db.session.commit()
    if sent:
        flash(
            gettext(
                "We send the link to your telephone or e-mail address. Open it wherever you go on, and sign in."
            )
        )
    else:
        flash(gettext("We sent you the link today already. Look for it among your messages."))
    return redirect(tasks)
