"""The committees of one tender: who sits on them, how they declared, and the form that names somebody."""

from datetime import UTC, datetime

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.name_member import (
    NotStaffError,
    OwnSeatError,
    SeatOverError,
    SeatTakenError,
    end_seat,
    name_member,
)
from register.extensions import db
from register.graph.lists import Official
from register.graph.names import folded
from register.ocds.facts import ProcessFacts
from register.screening.committee import Committee, Seat, who_bids
from register.store import accounts, committees, contracts, identities, officials
from register.store.accounts import Account
from register.store.committees import MemberUnknownError, NewMember
from register.store.contracts import ProcessUnknownError
from register.store.told_process import process_of
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.ruling import local_today
from register.web.screen.committee_forms import NameForm
from register.web.screen.committee_words import ShownMember, shown_member
from register.web.screen.door import door

MOST_STAFF = 1000


@door.get("/<path:ocid>/committee")
@allow(Permission.SCREEN)
def committee(ocid: str) -> ResponseReturnValue:
    if not signed_in().can(Permission.DECIDE):
        return page(ocid, None)
    chosen = request.args.get("name", "")
    listed = next((each for each in _listed(ocid) if each.name == chosen), None)
    return page(ocid, NameForm(_staff(), data=_typed(listed) if listed else None))


def _listed(ocid: str) -> list[Official]:
    """Those whom the officials' list names for this tender, and nobody has named here."""
    named = {folded(each.name) for each in committees.of_process(db.session, ocid)}
    listed = officials.officials_in_force(db.session)
    return [each for each in listed if each.ocid == ocid and folded(each.name) not in named]


def _typed(official: Official) -> dict[str, object]:
    """What the list tells of somebody, as the form asks for it."""
    since = official.since
    day = {"day": since.day, "month": since.month, "year": since.year} if since else {}
    seat = next((each.value for each in Seat if each.value == official.role.lower()), None)
    return {
        "name": official.name,
        "seat": seat,
        "appointed_on": {key: str(part) for key, part in day.items()},
    }


def page(ocid: str, form: NameForm | None) -> str:
    """The committees of a tender; a refused form shows itself again with what was typed."""
    process = _process(ocid)
    members = shown_members(ocid, process)
    return render_template(
        "screen/committee.html",
        process=process,
        ocid=ocid,
        members=[each for each in members if not each.over],
        former=[each for each in members if each.over],
        form=form,
        listed=_listed(ocid) if form else [],
    )


def shown_members(ocid: str, process: ProcessFacts) -> list[ShownMember]:
    """Everybody who sits or sat on a committee of a tender, in words."""
    members, today = committees.of_process(db.session, ocid), local_today()
    bidders = who_bids(process_of(process))
    names = accounts.names(db.session, {said.by for each in members for said in each.declared})
    return [shown_member(each, bidders, today, names) for each in members]


@door.post("/<path:ocid>/committee")
@allow(Permission.DECIDE)
def name_to_committee(ocid: str) -> ResponseReturnValue:
    """Name somebody, and write to them."""
    _process(ocid)
    staff = _staff()
    form = NameForm(staff)
    if not form.validate_on_submit():
        return page(ocid, form)
    try:
        name_member(
            db.session,
            _named(ocid, form, staff),
            principal=signed_in(),
            now=datetime.now(UTC),
            today=local_today(),
            base_url=current_app.extensions["config"].base_url,
        )
    except SeatTakenError:
        db.session.rollback()
        form.account.errors = [gettext("They sit on this committee already.")]
        return page(ocid, form)
    except NotStaffError:
        db.session.rollback()
        form.account.errors = [gettext("This account is closed: choose somebody else.")]
        return page(ocid, form)
    db.session.commit()
    flash(gettext("The member is named."))
    return redirect(url_for("screen.committee", ocid=ocid))


def _named(ocid: str, form: NameForm, staff: list[Account]) -> NewMember:
    called = {each.id: each.name for each in staff}
    number, account_id = (form.number.data or "").strip(), form.account_id
    return NewMember(
        ocid=ocid,
        committee=Committee(form.committee.data),
        seat=Seat(form.seat.data),
        name=called[account_id] if account_id else form.name.data.strip(),
        appointed_on=form.appointed_on.value or abort(400),
        until=form.until.value,
        account_id=account_id,
        document_hash=identities.document_hash(db.session, form.scheme, number) if number else None,
    )


@door.post("/<path:ocid>/committee/<int:member_id>/end")
@allow(Permission.DECIDE)
def end_appointment(ocid: str, member_id: int) -> ResponseReturnValue:
    """End an appointment today."""
    refuse_other(ocid, member_id)
    if not RegisterForm().validate_on_submit():
        abort(400)
    try:
        end_seat(db.session, member_id, principal=signed_in(), now=datetime.now(UTC), today=local_today())
    except OwnSeatError:
        db.session.rollback()
        flash(gettext("You cannot end your own appointment: ask another officer."))
    except SeatOverError:
        db.session.rollback()
        flash(gettext("This appointment has ended already."))
    else:
        db.session.commit()
        flash(gettext("The appointment has ended."))
    return redirect(url_for("screen.committee", ocid=ocid))


def refuse_other(ocid: str, member_id: int) -> None:
    """The page that says there is nothing, for a seat of no tender or of another."""
    try:
        member = committees.one(db.session, member_id)
    except MemberUnknownError:
        abort(404)
    if member.ocid != ocid:
        abort(404)


def _process(ocid: str) -> ProcessFacts:
    try:
        return contracts.process(db.session, ocid)
    except ProcessUnknownError:
        abort(404)


def _staff() -> list[Account]:
    found = accounts.people(db.session, staff=True, limit=MOST_STAFF)
    return [each for each in found if each.active]
