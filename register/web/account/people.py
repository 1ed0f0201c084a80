"""Pages of the administrator: who has an account, and giving and taking access."""

from dataclasses import dataclass
from datetime import datetime

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields.choices import SelectChoice

from register.access import Permission, Role
from register.actions.create_staff import create_staff
from register.actions.create_supplier import NumberMisfitError, create_supplier
from register.actions.deactivate_account import OwnAccountError
from register.actions.deactivate_account import deactivate_account as take_away
from register.actions.invite import Invitation
from register.actions.invite import invite as invite_person
from register.actions.reactivate_account import NotEnrolledError
from register.actions.reactivate_account import reactivate_account as give_back
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import accounts, links
from register.store.accounts import Account, AccountUnknownError, EmailTakenError
from register.web.account.door import door, now
from register.web.account.forms import ROLE_NAMES, InviteStaffForm, InviteSupplierForm
from register.web.guard import allow, signed_in

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the list, and until when a link for them is open."""

    account: Account
    role: str
    link_until: datetime | None
    is_self: bool


@door.get("/people")
@allow(Permission.MANAGE_PEOPLE)
def people() -> ResponseReturnValue:
    staff = request.args.get("who") != "suppliers"
    found = accounts.people(db.session, staff=staff, limit=PAGE + 1, after=_after())
    shown = found[:PAGE]
    more = (
        url_for("account.people", who=request.args.get("who"), name=shown[-1].name, number=shown[-1].id)
        if len(found) > PAGE
        else None
    )
    return render_template("account/people.html", staff=staff, lines=_lines(shown), more=more)


def _after() -> tuple[str, int] | None:
    name, number = request.args.get("name"), request.args.get("number", type=int)
    return None if name is None or number is None else (name, min(number, 2**31 - 1))


def _lines(found: tuple[Account, ...]) -> list[Line]:
    until = links.open_until(db.session, links.ENROL, (str(each.id) for each in found), now=now())
    own = signed_in().account_id
    return [
        Line(each, gettext(ROLE_NAMES[each.role]), until.get(str(each.id)), each.id == own) for each in found
    ]


@door.route("/people/staff", methods=["GET", "POST"])
@allow(Permission.MANAGE_PEOPLE)
def add_staff() -> ResponseReturnValue:
    form = InviteStaffForm()
    if form.validate_on_submit():
        try:
            invitation = create_staff(
                db.session,
                form.email.data,
                form.name.data,
                Role(form.role.data),
                by=signed_in().actor,
                now=now(),
            )
            return _handed_over(invitation)
        except EmailTakenError:
            form.email.errors = [_taken()]
    return render_template("account/add_staff.html", form=form)


@door.route("/people/supplier", methods=["GET", "POST"])
@allow(Permission.MANAGE_PEOPLE)
def add_supplier() -> ResponseReturnValue:
    jurisdiction: Jurisdiction = current_app.extensions["jurisdiction"]
    form = InviteSupplierForm()
    form.scheme.choices = [SelectChoice(each.code, each.label) for each in jurisdiction.identifier_schemes]
    if form.validate_on_submit():
        try:
            invitation = create_supplier(
                db.session,
                form.email.data,
                form.name.data,
                scheme=jurisdiction.scheme(form.scheme.data) or abort(400),
                number=form.number.data,
                company_name=form.company_name.data,
                by=signed_in().actor,
                now=now(),
            )
            return _handed_over(invitation)
        except EmailTakenError:
            form.email.errors = [_taken()]
        except NumberMisfitError as error:
            form.number.errors = [gettext(error.scheme.hint)]
    return render_template("account/add_supplier.html", form=form)


def _taken() -> str:
    return gettext("Somebody has an account with this address already. Find them in the list of people.")


def _handed_over(invitation: Invitation) -> ResponseReturnValue:
    db.session.commit()
    link = url_for("account.enrol", secret=invitation.secret, _external=True)
    return render_template("account/link.html", account=invitation.account, link=link)


@door.post("/people/<int:account_id>/link")
@allow(Permission.MANAGE_PEOPLE)
def new_link(account_id: int) -> ResponseReturnValue:
    try:
        return _handed_over(invite_person(db.session, account_id, by=signed_in().actor, now=now()))
    except AccountUnknownError:
        abort(404)


@door.post("/people/<int:account_id>/deactivate")
@allow(Permission.MANAGE_PEOPLE)
def deactivate(account_id: int) -> ResponseReturnValue:
    try:
        take_away(db.session, account_id, by=signed_in().actor, now=now())
    except AccountUnknownError:
        abort(404)
    except OwnAccountError:
        flash(gettext("You cannot take your own access away. Ask another administrator."))
        return _back_to_list()
    db.session.commit()
    flash(gettext("The person is signed out everywhere and has no access any more."))
    return _back_to_list()


@door.post("/people/<int:account_id>/reactivate")
@allow(Permission.MANAGE_PEOPLE)
def reactivate(account_id: int) -> ResponseReturnValue:
    try:
        give_back(db.session, account_id, by=signed_in().actor, now=now())
    except AccountUnknownError:
        abort(404)
    except NotEnrolledError:
        flash(gettext("This person never finished enrolling. Give them a new link."))
        return _back_to_list()
    db.session.commit()
    flash(gettext("The person has access again."))
    return _back_to_list()


def _back_to_list() -> ResponseReturnValue:
    return redirect(
        url_for("account.people", who="suppliers" if request.args.get("who") == "suppliers" else None)
    )
