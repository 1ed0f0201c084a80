"""People who asked to be withheld from the public, and those who are: a registrar proposes, a second one decides."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields.choices import SelectChoice

from register.access import Permission
from register.actions.propose import AlreadyProposedError
from register.actions.propose_protection import END, GRANT, REFUSE, ProtectionMisfitError, propose_protection
from register.extensions import db
from register.four_eyes import ProposalKind
from register.store import declarations, proposals, protection_asked, record_names, withholding
from register.store.protection_asked import Application
from register.store.withholding import Standing, Withheld
from register.web.guard import allow, signed_in
from register.web.review.asking import ProtectForm
from register.web.review.door import door, now
from register.words import N_

STANDINGS = {
    Standing.PROTECTED: (N_("Protected"), "done"),
    Standing.REDACTED: (N_("Redacted"), "done"),
    Standing.REFUSED: (N_("Refused"), "bad"),
    Standing.ENDED: (N_("Ended"), ""),
}


@door.get("/protection", endpoint="protection")
@allow(Permission.REVIEW)
def listed() -> ResponseReturnValue:
    asked = protection_asked.applications(db.session)
    return render_template(
        "review/protection.html",
        asked=asked,
        waiting={each.record_id: _waits(each.record_id) for each in asked},
        standings=STANDINGS,
        still=sum(each.decided is None for each in asked),
        may_decide=signed_in().can(Permission.ACCEPT),
        others=_others({each.record_id for each in asked}),
    )


def _others(listed_above: set[str]) -> list[tuple[Withheld, str]]:
    """Who is withheld and stands in nobody's application."""
    return [
        (each, record_names.name_of(db.session, each.record_id))
        for each in withholding.all_withheld(db.session)
        if each.record_id not in listed_above
    ]


def _waits(record_id: str) -> bool:
    return proposals.waiting_about(db.session, ProposalKind.PROTECTION, record_id) is not None


@door.route("/protection/<record_id>", methods=["GET", "POST"])
@allow(Permission.ACCEPT)
def protect(record_id: str) -> ResponseReturnValue:
    application = next(
        (each for each in protection_asked.applications(db.session) if each.record_id == record_id), None
    )
    known = withholding.standing_of(db.session, (record_id,)).get(record_id)
    form = ProtectForm()
    form.do.choices = _choices(application, known) or abort(404)
    if form.validate_on_submit() and _proposed(record_id, form):
        db.session.commit()
        flash(gettext("Your proposal waits for a colleague."))
        return redirect(url_for("review.protection"))
    return render_template(
        "review/protect.html",
        record_id=record_id,
        name=record_names.name_of(db.session, record_id),
        application=application,
        known=known,
        standings=STANDINGS,
        reason=_reason(application) if application else "",
        others=[
            record_names.name_of(db.session, each) for each in withholding.same_person(db.session, record_id)
        ],
        waits=_waits(record_id),
        form=form,
    )


def _choices(application: Application | None, known: Withheld | None) -> list[SelectChoice]:
    if known is not None and known.standing is Standing.PROTECTED:
        return [SelectChoice(END, gettext("End the protection: name this person from now on"))]
    if application is None:
        return []
    return [
        SelectChoice(
            GRANT, gettext("Grant it: withhold this person everywhere, also in what was published before")
        ),
        SelectChoice(REFUSE, gettext("Refuse it: name this person in public")),
    ]


def _reason(application: Application) -> str:
    """Why they ask: told to the registrar who decides, and to nobody else."""
    private = declarations.particulars_of(db.session, application.reference).particulars
    told = private.get(application.person_key)
    return told.protection_reason if told else ""


def _proposed(record_id: str, form: ProtectForm) -> bool:
    try:
        propose_protection(db.session, record_id, form.do.data, form.reason.data, by=signed_in(), now=now())
    except AlreadyProposedError:
        form.do.errors = [gettext("A proposal about this person waits already.")]
        return False
    except ProtectionMisfitError:
        abort(409)
    return True
