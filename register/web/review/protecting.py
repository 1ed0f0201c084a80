"""People who asked to be withheld from the public, and those who are: a registrar proposes, a second one decides."""

from dataclasses import dataclass

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields.choices import SelectChoice

from register.access import Permission
from register.actions.propose import AlreadyProposedError
from register.actions.propose_protection import END, GRANT, REFUSE, ProtectionMisfitError, propose_protection
from register.actions.show_protection_reason import show_protection_reason
from register.extensions import db
from register.four_eyes import ProposalKind
from register.store import proposals, protection_asked, record_names, withholding
from register.store.protection_asked import Application
from register.store.withholding import Standing, Withheld
from register.web.guard import allow, signed_in
from register.web.review.asking import ProtectForm, WhyForm
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
    on, form = _on(record_id), ProtectForm()
    form.do.choices = _choices(on.application, on.known) or abort(404)
    if form.validate_on_submit() and _proposed(record_id, form):
        db.session.commit()
        flash(gettext("Your proposal waits for a colleague."))
        return redirect(url_for("review.protection"))
    return _page(on, form, WhyForm(formdata=None))


@door.post("/protection/<record_id>/why")
@allow(Permission.ACCEPT)
def why_protected(record_id: str) -> ResponseReturnValue:
    """Show why they ask, to who says what they need it for; kept in the trail, and in no browser."""
    on, form, why = _on(record_id), ProtectForm(formdata=None), WhyForm()
    form.do.choices = _choices(on.application, on.known) or abort(404)
    if on.application is None:
        return redirect(url_for("review.protect", record_id=record_id))
    if not why.validate_on_submit():
        return _page(on, form, why), 422
    words = show_protection_reason(
        db.session, on.application, why.purpose.data or "", by=signed_in(), now=now()
    )
    db.session.commit()
    answer = make_response(_page(on, form, why, words=words))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@dataclass(frozen=True, slots=True)
class Asked:
    """One person, whether they ask, and how they stand."""

    record_id: str
    application: Application | None
    known: Withheld | None


def _on(record_id: str) -> Asked:
    application = next(
        (each for each in protection_asked.applications(db.session) if each.record_id == record_id), None
    )
    return Asked(record_id, application, withholding.standing_of(db.session, (record_id,)).get(record_id))


def _page(on: Asked, form: ProtectForm, why: WhyForm, words: str | None = None) -> str:
    """The page; `words` is why they ask, once it was asked for."""
    return render_template(
        "review/protect.html",
        on=on,
        name=record_names.name_of(db.session, on.record_id),
        standings=STANDINGS,
        words=words,
        others=[
            record_names.name_of(db.session, each)
            for each in withholding.same_person(db.session, on.record_id)
        ],
        waits=_waits(on.record_id),
        form=form,
        why=why,
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


def _proposed(record_id: str, form: ProtectForm) -> bool:
    try:
        propose_protection(db.session, record_id, form.do.data, form.reason.data, by=signed_in(), now=now())
    except AlreadyProposedError:
        form.do.errors = [gettext("A proposal about this person waits already.")]
        return False
    except ProtectionMisfitError:
        abort(409)
    return True
