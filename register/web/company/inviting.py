"""Invite a colleague to act for a company, and accept: a link that works once, by the press of a button."""

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Capacity, CompanyRole, Permission
from register.actions.claim_company import AlreadyActsError, Asking
from register.actions.invite_colleague import (
    Offer,
    accept_invitation,
    invitation_behind,
    invite_colleague,
    withdraw_invitation,
)
from register.extensions import db
from register.store import accounts, companies
from register.store.colleagues import InvitationNotFoundError, Invited
from register.store.contacts import masked
from register.store.links import LinkSpentError
from register.web.company.door import ACT, door, end_of, last_day, now, signed_for
from register.web.company.forms import InviteForm, PlainForm
from register.web.guard import allow, current_principal, signed_in
from register.web.mandate_words import ROLE_HINTS, capacity_words, role_words


@door.route("/<int:company_id>/people/invite", methods=["GET", "POST"])
@allow(ACT)
def invite(company_id: int) -> ResponseReturnValue:
    company, form = signed_for(company_id), InviteForm()
    if form.validate_on_submit() and form.reached is not None:
        asking = Asking(CompanyRole(form.role.data), Capacity(form.capacity.data), form.firm.data or "")
        invite_colleague(
            db.session,
            company_id,
            form.reached,
            Offer(asking, end_of(form.until.value)),
            by=signed_in(),
            now=now(),
            base_url=current_app.extensions["config"].base_url,
        )
        db.session.commit()
        flash(gettext("A link is on its way to %(contact)s.", contact=masked(form.reached)))
        return redirect(url_for("company.people", company_id=company_id))
    page = render_template(
        "company/invite.html",
        company=company,
        form=form,
        hints={role.value: gettext(words) for role, words in ROLE_HINTS.items()},
    )
    return page, 422 if form.is_submitted() else 200


@door.post("/<int:company_id>/invitations/<int:invitation_id>/withdraw")
@allow(ACT)
def withdraw_invited(company_id: int, invitation_id: int) -> ResponseReturnValue:
    signed_for(company_id)
    if PlainForm().validate_on_submit():
        try:
            withdraw_invitation(db.session, company_id, invitation_id, by=signed_in(), now=now())
        except InvitationNotFoundError:
            abort(404)
        db.session.commit()
        flash(gettext("The link leads nowhere any more."))
    return redirect(url_for("company.people", company_id=company_id))


@door.route("/invitation/<secret>", methods=["GET", "POST"])
@allow(Permission.READ_PUBLIC)
def invitation(secret: str) -> ResponseReturnValue:
    """Ask; a press of the button by somebody who is signed in uses the link up, and nothing else does."""
    form, reader = PlainForm(), current_principal()
    try:
        told = invitation_behind(db.session, secret, now=now())
        if reader is not None and form.validate_on_submit() and request.form.get("answer") == "yes":
            accept_invitation(db.session, secret, principal=reader, now=now())
            db.session.commit()
            flash(gettext("You act for the company from now on."))
            return redirect(url_for("declare.tasks", company_id=told.company_id))
    except LinkSpentError:
        db.session.rollback()
        return render_template("company/invitation_spent.html"), 404
    except AlreadyActsError:
        db.session.rollback()
        flash(
            gettext("You act for this company already. Ask whoever signs for it to change what you may do.")
        )
        return redirect(url_for("company.mine"))
    return _asked(told, form, may=reader is not None and reader.can(Permission.ACT))


def _asked(told: Invited, form: PlainForm, *, may: bool) -> ResponseReturnValue:
    names = accounts.names(db.session, {told.invited_by})
    return render_template(
        "company/invitation.html",
        company=companies.company(db.session, told.company_id),
        inviter=names.get(told.invited_by, ""),
        role=role_words(told.role),
        capacity=capacity_words(told.capacity, told.firm),
        until=last_day(told.ends_at),
        form=form,
        may=may,
        here=request.path,
    )
