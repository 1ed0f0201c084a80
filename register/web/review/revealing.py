"""Private answers about a declared person: asked for with a reason, let by a colleague, shown for minutes."""

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.propose import AlreadyProposedError
from register.actions.reveal_private import (
    PersonNotDeclaredError,
    RevealNotOpenError,
    propose_reveal,
    reveal_private,
)
from register.declarations.draft import Particulars
from register.extensions import db
from register.four_eyes import SameEyesError
from register.web.guard import allow, signed_in
from register.web.review.asking import ReasonForm, TakeForm
from register.web.review.declaration import found
from register.web.review.door import door, now
from register.web.review.proposals import found as found_proposal
from register.web.words import day

#: Seconds after which the page with private answers leaves by itself.
SHOWN_FOR = 120


@door.route("/declarations/<reference>/people/<key>/private", methods=["GET", "POST"])
@allow(Permission.ACCEPT)
def ask_to_see(reference: str, key: str) -> ResponseReturnValue:
    told, form = found(reference), ReasonForm()
    person = next((each for each in told.answers.people if each.key == key), None) or abort(404)
    if form.validate_on_submit():
        try:
            propose_reveal(db.session, reference, key, form.reason.data, by=signed_in(), now=now())
        except AlreadyProposedError:
            form.reason.errors = [gettext("Somebody has asked to see this already.")]
        else:
            db.session.commit()
            flash(gettext("Your proposal waits for a colleague."))
            return redirect(url_for("review.declaration", reference=reference))
    return render_template("review/ask_to_see.html", told=told, person=person, form=form)


@door.post("/proposals/<int:proposal_id>/open")
@allow(Permission.ACCEPT)
def open_private(proposal_id: int) -> ResponseReturnValue:
    """Show what was approved, on a page that leaves by itself and is kept nowhere."""
    proposal = found_proposal(proposal_id)
    if not TakeForm().validate_on_submit():
        return redirect(url_for("review.proposal", proposal_id=proposal.id))
    try:
        person, private = reveal_private(db.session, proposal.id, by=signed_in(), now=now())
    except (SameEyesError, RevealNotOpenError):
        abort(403)
    except PersonNotDeclaredError:
        abort(404)
    db.session.commit()
    answer = make_response(
        render_template(
            "review/private.html",
            proposal=proposal,
            person=person,
            lines=_lines(private) if private else None,
            seconds=SHOWN_FOR,
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    leave = url_for("review.proposal", proposal_id=proposal.id)
    answer.headers["Refresh"] = f"{SHOWN_FOR}; url={leave}"
    return answer


def _lines(private: Particulars) -> list[tuple[str, str]]:
    return [
        (gettext("Identity document"), f"{private.document_number} ({private.document_scheme})"),
        (gettext("Date of birth"), day(private.birth_date)),
        (gettext("Tax PIN"), private.tax_number),
        (gettext("Telephone"), private.phone),
        (gettext("E-mail address"), private.email),
        (gettext("Home address"), private.home_address),
        (gettext("Postal address"), private.postal_address),
        (gettext("Business address"), private.business_address),
        (gettext("Occupation"), private.occupation),
        (gettext("Disability number"), private.disability_number),
        (gettext("Barred, or under sanctions"), private.barred_details),
    ]
