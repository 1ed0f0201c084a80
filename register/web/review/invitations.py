"""Inviting suppliers: lists of a tender's bidders or from a file, who has declared, what was sent and when."""

from datetime import date

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_wtf.file import FileField, FileSize
from wtforms import Field
from wtforms.fields import StringField
from wtforms.validators import DataRequired, Length, ValidationError

from register.access import Permission
from register.actions.invite_suppliers import (
    NewList,
    invite_from_list,
    invite_from_tender,
    send_invitations,
)
from register.actions.tell import Notice
from register.elsewhere.fault import CellFault
from register.elsewhere.invited import read_invited
from register.elsewhere.table import TableRefusedError, read_table
from register.extensions import db
from register.store import accounts, contacts, invitations
from register.store.contracts import ProcessUnknownError
from register.store.invitations import InvitationList, InvitationNotFoundError, Stage
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.review.door import door, law, now
from register.web.words import day
from register.words import N_, _

LARGEST = 4 * 1024 * 1024
LONG = Length(max=300, message=_("Shorten this to 300 letters or fewer."))


STAGES = {
    Stage.NEW: N_("Not written to"),
    Stage.SENT: N_("Sent"),
    Stage.OPENED: N_("Opened"),
    Stage.REGISTERED: N_("Registered"),
    Stage.CLAIMED: N_("Claimed"),
    Stage.DECLARED: N_("Declared"),
}


class InviteForm(RegisterForm):
    """A tender's ocid, or a file with a title; by when to declare."""

    ocid = StringField(_("Identifier of the tender (ocid)"), validators=[LONG])
    title = StringField(_("What the list is about"), validators=[LONG])
    file = FileField(
        _("List of suppliers"),
        validators=[FileSize(LARGEST, message=_("This file is over 4 MB. Send it in parts."))],
    )
    due_on = StringField(_("Declare by"), validators=[LONG])

    @property
    def due(self) -> date | None:
        """The day that was typed; None for none."""
        return date.fromisoformat(self.due_on.data.strip()) if (self.due_on.data or "").strip() else None

    def validate_due_on(self, _field: Field) -> None:
        try:
            _due = self.due
        except ValueError:
            raise ValidationError(_("Write the date as year-month-day, for example 2026-05-01.")) from None

    def validate_title(self, field: Field) -> None:
        if self.file.data and not (field.data or "").strip():
            raise ValidationError(_("Write what the list is about."))

    def validate_ocid(self, field: Field) -> None:
        if bool((field.data or "").strip()) == bool(self.file.data):
            raise ValidationError(_("Give a tender or a file, one of the two."))


class ContactForm(RegisterForm):
    """Where one supplier is written to."""

    contact = StringField(
        _("E-mail address or telephone"),
        validators=[DataRequired(_("Enter an e-mail address or a telephone number")), LONG],
    )

    def validate_contact(self, field: Field) -> None:
        if contacts.contact(field.data or "", law().country_code) is None:
            raise ValidationError(_("Enter an e-mail address or a telephone number"))


class SendForm(RegisterForm):
    """Nothing is typed to send."""


@door.route("/invitations", methods=["GET", "POST"])
@allow(Permission.INVITE)
def invite() -> ResponseReturnValue:
    request.max_content_length = LARGEST + 1024 * 1024
    form = InviteForm(data={"ocid": request.args.get("ocid", "")})
    faults: tuple[CellFault, ...] = ()
    if form.validate_on_submit():
        made, faults = _from_file(form) if form.file.data else (_from_tender(form), ())
        if made is not None:
            db.session.commit()
            return redirect(url_for("review.invited", list_id=made))
    listed = invitations.lists(db.session)
    return render_template(
        "review/invitations.html",
        form=form,
        lists=listed,
        people=accounts.names(db.session, {each.made_by for each in listed}),
        faults=[(each, gettext(each.message, **each.facts)) for each in faults],
    )


def _from_tender(form: InviteForm) -> int | None:
    try:
        return invite_from_tender(
            db.session,
            form.ocid.data.strip(),
            due_on=form.due,
            principal=signed_in(),
            now=now(),
            country=law().country_code,
        )
    except ProcessUnknownError:
        form.ocid.errors = [gettext("No tender has this identifier. Copy it from the tender’s page.")]
        return None


def _from_file(form: InviteForm) -> tuple[int | None, tuple[CellFault, ...]]:
    try:
        table = read_table(form.file.data.stream.read(LARGEST + 1))
    except TableRefusedError as refused:
        form.file.errors = [gettext(refused.message, **refused.facts)]
        return None, ()
    read = read_invited(table, scheme=law().identifier_schemes[0].code)
    if read.faults:
        form.file.errors = [gettext("Put the cells below right and send the whole file again.")]
        return None, read.faults
    new = NewList(form.title.data.strip(), None, form.due)
    return invite_from_list(db.session, new, read.invited, principal=signed_in(), now=now()), ()


@door.get("/invitations/<int:list_id>")
@allow(Permission.INVITE)
def invited(list_id: int) -> ResponseReturnValue:
    return _shown(_list(list_id))


@door.post("/invitations/<int:list_id>/send")
@allow(Permission.INVITE)
def send_invited(list_id: int) -> ResponseReturnValue:
    about = _list(list_id)
    if not SendForm().validate_on_submit():
        return _shown(about)
    number = send_invitations(
        db.session,
        list_id,
        _words,
        principal=signed_in(),
        now=now(),
        base_url=current_app.extensions["config"].base_url,
        country=law().country_code,
        language=current_app.config["BABEL_DEFAULT_LOCALE"],
    )
    db.session.commit()
    flash(ngettext("%(num)s invitation is on its way.", "%(num)s invitations are on their way.", number))
    return redirect(url_for("review.invited", list_id=list_id))


@door.route("/invitations/<int:list_id>/<int:invitation_id>", methods=["GET", "POST"])
@allow(Permission.INVITE)
def invited_contact(list_id: int, invitation_id: int) -> ResponseReturnValue:
    try:
        one = invitations.one(db.session, invitation_id)
    except InvitationNotFoundError:
        abort(404)
    if one.list_id != list_id:
        abort(404)
    form = ContactForm(data={"contact": one.contact})
    if form.validate_on_submit():
        found = contacts.contact(form.contact.data, law().country_code)
        assert found is not None  # noqa: S101 (the form has seen it)
        invitations.set_contact(db.session, invitation_id, found.value)
        db.session.commit()
        return redirect(url_for("review.invited", list_id=list_id))
    return render_template("review/invited_contact.html", form=form, one=one)


def _list(list_id: int) -> InvitationList:
    try:
        return invitations.one_list(db.session, list_id)
    except InvitationNotFoundError:
        abort(404)


def _shown(about: InvitationList) -> str:
    lines = invitations.on_list(db.session, about.id)
    return render_template(
        "review/invited.html",
        about=about,
        lines=lines,
        states={stage: gettext(said) for stage, said in STAGES.items()},
        declared=sum(each.declared_on is not None for each in lines),
        to_send=sum(not each.declared_on and bool(each.contact) for each in lines),
        without=sum(not each.declared_on and not each.contact for each in lines),
    )


def _words(name: str, title: str, due_on: date | None, address: str) -> Notice:
    county = law().county_title
    when = (
        gettext("Please declare by %(date)s.", date=day(due_on))
        if due_on
        else gettext("Please declare soon.")
    )
    text = gettext(
        "Dear %(name)s,\n\n%(county)s asks you to declare who owns and controls your company: %(title)s.\n\n%(when)s\n\n"
        "Begin here; the link works once: %(address)s\n\nIt takes about ten minutes for a simple company. "
        "Have the identity cards of the owners and your registration certificate at hand.",
        name=name, county=county, title=title, when=when, address=address,
    )  # fmt: skip
    short = gettext(
        "%(county)s asks %(name)s to declare its owners: %(address)s",
        county=county,
        name=name,
        address=address,
    )
    return Notice(gettext("Declare who owns your company"), text, short)
