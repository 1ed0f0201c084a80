"""Erasing what is private about a declared person, for good: asked for by the person, or no longer needed."""

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms import BooleanField, TextAreaField
from wtforms.validators import DataRequired, Length

from register.access import Permission
from register.actions.erase_person import NothingToEraseError, erase_person
from register.extensions import db
from register.store import companies, particulars
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.review.declaration import found
from register.web.review.door import door, now
from register.words import _

LONGEST = 1000


class EraseForm(RegisterForm):
    """Why, and that whoever erases knows what it means."""

    reason = TextAreaField(
        _("Reason"),
        [
            DataRequired(_("Write why, and how the person asked.")),
            Length(max=LONGEST, message=_("Write at most 1,000 letters.")),
        ],
    )
    sure = BooleanField(
        _("I know that nobody can bring this back"),
        [DataRequired(_("Tick this if you want to erase the private answers and papers for good."))],
    )


@door.route("/declarations/<reference>/people/<key>/erase", methods=["GET", "POST"])
@allow(Permission.ACCEPT)
def erase(reference: str, key: str) -> ResponseReturnValue:
    """Say what goes and what stays, ask why, and do it."""
    told, form = found(reference), EraseForm()
    person = next((each for each in told.answers.people if each.key == key), None) or abort(404)
    company = companies.company(db.session, told.company_id)
    if form.validate_on_submit():
        try:
            erase_person(
                db.session,
                company.subject_record_id,
                key,
                form.reason.data,
                erasure_list=current_app.extensions["config"].erasures,
                principal=signed_in(),
                now=now(),
            )
        except NothingToEraseError:
            abort(409)
        db.session.commit()
        flash(gettext("What was private about %(name)s is erased.", name=person.full_name))
        return redirect(url_for("review.declaration", reference=reference))
    return render_template(
        "review/erase.html",
        told=told,
        person=person,
        company=company,
        kept=particulars.kept_of(db.session, company.subject_record_id, key),
        erased_at=particulars.erased_at(db.session, company.subject_record_id, key),
        form=form,
    )
