"""Who acts for a company: seen by all its people, changed by those who sign for it."""

from dataclasses import dataclass
from datetime import date

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.actions.change_mandates import (
    LastAdministratorError,
    change_role,
    leave_company,
    revoke_mandate,
)
from register.actions.decide_claim import approve_claim, refuse_claim
from register.extensions import db
from register.store import accounts, claims, colleagues, mandates
from register.store.claims import Claim, ClaimAlreadyDecidedError, ClaimNotFoundError, ClaimState
from register.store.colleagues import Invited
from register.store.mandates import Holder, MandateNotFoundError
from register.web.company.door import ACT, door, end_of, last_day, now, readable, signed_for
from register.web.company.forms import PlainForm, RefuseForm, RoleForm
from register.web.guard import allow, signed_in
from register.web.mandate_words import ROLE_HINTS, capacity_words, role_words


@dataclass(frozen=True, slots=True)
class Line:
    """One person who acts for a company, was invited, or asks to. `key` is the number of account or invitation."""

    key: int
    name: str
    role: str
    capacity: str
    until: date | None
    is_self: bool = False
    signs_in: bool = True


@door.get("/<int:company_id>/people")
@allow(ACT)
def people(company_id: int) -> ResponseReturnValue:
    company, me = readable(company_id), signed_in()
    says = me.acts_for(company_id)
    waiting = claims.waiting_for(db.session, company_id) if says else ()
    names = accounts.names(db.session, {each.account_id for each in waiting})
    invited = colleagues.open_for(db.session, company_id, now=now()) if says else ()
    return render_template(
        "company/people.html",
        company=company,
        says=says,
        holds=mandates.exists(db.session, me.account_id, company_id, now=now()),
        lines=[_line(each) for each in mandates.of_company(db.session, company_id, now=now())],
        invited=[_invited(each) for each in invited],
        asking=[_asking(each, names) for each in waiting],
    )


def _line(holder: Holder) -> Line:
    held = holder.mandate
    return Line(
        held.account_id,
        holder.name,
        role_words(held.role),
        capacity_words(held.capacity, held.firm),
        last_day(held.ends_at),
        held.account_id == signed_in().account_id,
        holder.active,
    )


def _invited(told: Invited) -> Line:
    capacity = capacity_words(told.capacity, told.firm)
    return Line(told.id, told.contact, role_words(told.role), capacity, last_day(told.ends_at))


def _asking(claim: Claim, names: dict[int, str]) -> Line:
    capacity = capacity_words(claim.capacity, claim.firm)
    return Line(claim.id, names.get(claim.account_id, ""), role_words(claim.role), capacity, None)


@door.route("/<int:company_id>/people/<int:account_id>", methods=["GET", "POST"])
@allow(ACT)
def person(company_id: int, account_id: int) -> ResponseReturnValue:
    company, form = signed_for(company_id), RoleForm()
    holder = _holder(company_id, account_id)
    if not form.is_submitted():
        form.role.data = holder.mandate.role.value
        _fill(form, last_day(holder.mandate.ends_at))
    elif form.validate() and _changed(company_id, account_id, form):
        flash(gettext("What %(name)s may do is changed.", name=holder.name))
        return _to_people(company_id)
    page = render_template(
        "company/person.html",
        company=company,
        line=_line(holder),
        form=form,
        hints={role.value: gettext(words) for role, words in ROLE_HINTS.items()},
    )
    return page, 422 if form.is_submitted() else 200


def _fill(form: RoleForm, until: date | None) -> None:
    if until is not None:
        parts = form.until.form
        parts.day.data, parts.month.data, parts.year.data = str(until.day), str(until.month), str(until.year)


def _changed(company_id: int, account_id: int, form: RoleForm) -> bool:
    try:
        change_role(
            db.session,
            company_id,
            account_id,
            form.asked_role,
            end_of(form.until.value),
            by=signed_in(),
            now=now(),
        )
    except LastAdministratorError:
        db.session.rollback()
        form.role.errors = [_last()]
        return False
    db.session.commit()
    return True


@door.post("/<int:company_id>/people/<int:account_id>/revoke")
@allow(ACT)
def revoke(company_id: int, account_id: int) -> ResponseReturnValue:
    signed_for(company_id)
    name = _holder(company_id, account_id).name
    if PlainForm().validate_on_submit():
        try:
            revoke_mandate(db.session, company_id, account_id, by=signed_in(), now=now())
        except LastAdministratorError:
            db.session.rollback()
            flash(_last())
            return _to_people(company_id)
        db.session.commit()
        flash(gettext("%(name)s does not act for the company any more.", name=name))
    return _to_people(company_id)


@door.post("/<int:company_id>/leave")
@allow(ACT)
def leave(company_id: int) -> ResponseReturnValue:
    company = readable(company_id)
    if PlainForm().validate_on_submit():
        try:
            leave_company(db.session, company_id, principal=signed_in(), now=now())
        except MandateNotFoundError:
            abort(404)
        except LastAdministratorError:
            db.session.rollback()
            flash(_last())
            return _to_people(company_id)
        db.session.commit()
        flash(gettext("You do not act for %(company)s any more.", company=company.name))
    return redirect(url_for("company.mine"))


@door.post("/<int:company_id>/requests/<int:claim_id>/approve")
@allow(ACT)
def approve(company_id: int, claim_id: int) -> ResponseReturnValue:
    claim = _claim(company_id, claim_id)
    if PlainForm().validate_on_submit():
        try:
            approve_claim(db.session, claim.id, by=signed_in(), now=now())
        except ClaimAlreadyDecidedError:
            abort(409)
        db.session.commit()
        flash(gettext("They act for the company from now on."))
    return _to_people(company_id)


@door.route("/<int:company_id>/requests/<int:claim_id>/refuse", methods=["GET", "POST"])
@allow(ACT)
def refuse(company_id: int, claim_id: int) -> ResponseReturnValue:
    claim, form = _claim(company_id, claim_id), RefuseForm()
    if form.validate_on_submit():
        try:
            refuse_claim(db.session, claim.id, form.reason.data, by=signed_in(), now=now())
        except ClaimAlreadyDecidedError:
            abort(409)
        db.session.commit()
        flash(gettext("The request is refused; the person reads your reason."))
        return _to_people(company_id)
    names = accounts.names(db.session, {claim.account_id})
    page = render_template(
        "company/refuse.html", company=readable(company_id), line=_asking(claim, names), form=form
    )
    return page, 422 if form.is_submitted() else 200


def _claim(company_id: int, claim_id: int) -> Claim:
    """A request to act for this company; of another company's there is no such page."""
    signed_for(company_id)
    try:
        claim = claims.claim(db.session, claim_id)
    except ClaimNotFoundError:
        abort(404)
    if claim.company_id != company_id:
        abort(404)
    return claim if claim.state is ClaimState.WAITING else abort(409)


def _holder(company_id: int, account_id: int) -> Holder:
    found = (
        each
        for each in mandates.of_company(db.session, company_id, now=now())
        if each.mandate.account_id == account_id
    )
    return next(found, None) or abort(404)


def _last() -> str:
    return gettext(
        "Somebody must stay who signs for the company for good. Give that to a colleague first, then try again."
    )


def _to_people(company_id: int) -> ResponseReturnValue:
    return redirect(url_for("company.people", company_id=company_id))
