"""The page an invitation leads to: who asks, about which company, and where to begin."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from register.access import Permission
from register.actions.invite_suppliers import follow_invitation, refuse_invitation
from register.extensions import db
from register.store import invitations, links
from register.store.links import LinkSpentError
from register.web.declare.kept import now
from register.web.following import follow
from register.web.form import RegisterForm
from register.web.guard import allow
from register.words import _

YES, NO = "yes", "no"


class BeginForm(RegisterForm):
    """Whether the invitation reached the right people."""

    answer = RadioField(
        _("Do you act for this company?"),
        choices=[SelectChoice(YES, _("Yes, begin")), SelectChoice(NO, _("No, this is not our company"))],
        validators=[InputRequired(_("Pick an answer"))],
    )


@allow(Permission.READ_PUBLIC)
def invited(secret: str) -> ResponseReturnValue:
    """Say what is asked; the button uses the link up, and nothing else does."""
    form = BeginForm()
    try:
        about = int(links.about(db.session, secret, invitations.PURPOSE, now=now()))
        if form.validate_on_submit():
            yes = form.answer.data == YES
            (follow_invitation if yes else refuse_invitation)(db.session, secret, now=now())
            leads_to = follow(invitations.one(db.session, about)) if yes else url_for("public.home")
            db.session.commit()
            if not yes:
                flash(gettext("Thank you. We will not write to you about this company again."))
            return redirect(leads_to)
    except LinkSpentError:
        return render_template("declare/owner_link_spent.html"), 404
    one = invitations.one(db.session, about)
    return render_template(
        "declare/invited.html", form=form, one=one, about=invitations.one_list(db.session, one.list_id)
    )
