"""Share codes: the company shows one tender's officers its declaration as it stands today."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.validators import DataRequired, Length

from register.access import Permission
from register.actions.share_declaration import NothingAcceptedError, share_declaration
from register.declarations.life import STANDING
from register.extensions import db
from register.store import audit, bid_snapshots, declarations
from register.web.declare.inputs.texts import text_field
from register.web.declare.kept import now, own_company
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.words import _

LONGEST = 120


class ShareForm(RegisterForm):
    """For which tender."""

    tender = text_field(
        _("Number of the tender"),
        DataRequired(_("Enter the number of the tender, as the notice gives it.")),
        Length(max=LONGEST, message=_("Enter at most 120 letters and figures.")),
    )


class RevokeForm(RegisterForm):
    """One button."""


@allow(Permission.ANSWER)
def bids(company_id: int) -> ResponseReturnValue:
    """The codes made so far, and the way to make one."""
    company, form = own_company(company_id), ShareForm()
    if form.validate_on_submit():
        try:
            made = share_declaration(
                db.session, company_id, form.tender.data or "", principal=signed_in(), now=now()
            )
        except NothingAcceptedError:
            abort(409)
        db.session.commit()
        flash(gettext("Your code is %(code)s. Write it in your bid.", code=made.code))
        return redirect(url_for("declare.bids", company_id=company_id))
    return render_template(
        "declare/bids.html",
        company=company,
        form=form,
        codes=bid_snapshots.of_company(db.session, company_id),
        last=declarations.last(db.session, company_id, *STANDING),
    ), (422 if form.is_submitted() else 200)


@allow(Permission.ANSWER)
def revoke_code(company_id: int, code: str) -> ResponseReturnValue:
    """Take a code back: officers no longer see the declaration by it."""
    own_company(company_id)
    if not RevokeForm().validate_on_submit():
        abort(400)
    if not bid_snapshots.revoke(db.session, company_id, code, now()):
        abort(404)
    audit.record(
        db.session,
        actor=signed_in().actor,
        action="share code revoked",
        about=f"company:{company_id}",
        at=now(),
    )
    db.session.commit()
    flash(gettext("The code no longer works."))
    return redirect(url_for("declare.bids", company_id=company_id))
