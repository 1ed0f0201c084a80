"""Matters that somebody raised: named owners who disagree, challenges by the public. Looked into, and closed with words."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms import RadioField
from wtforms.fields import TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from bods.records import Person
from register.access import Permission
from register.actions.close_ticket import close_ticket
from register.actions.take_ticket import take_ticket
from register.extensions import db
from register.store import accounts, companies, declarations, statements, tickets
from register.store.tickets import (
    Outcome,
    Ticket,
    TicketClosedError,
    TicketKind,
    TicketNotFoundError,
    TicketState,
)
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.review.door import PER_PAGE, door, law, local_day, now, page_asked
from register.words import N_, _

KINDS = {
    TicketKind.OWNER_NOT_ME: N_("“This is not me”"),
    TicketKind.OWNER_DISPUTED: N_("An owner says that something is wrong"),
    TicketKind.CHALLENGE: N_("A challenge"),
}
STATES = {
    TicketState.OPEN: (N_("Open"), "flag"),
    TicketState.TAKEN: (N_("Being looked into"), "now"),
    TicketState.CLOSED: (N_("Closed"), "done"),
}
OUTCOMES = {
    Outcome.UPHELD: N_("What was said is right: the company must correct"),
    Outcome.NOT_UPHELD: N_("What was declared stands"),
    Outcome.NO_ACTION: N_("Nothing can be done about it"),
}
OPEN = (TicketState.OPEN, TicketState.TAKEN)
LONGEST = 4000


class TakeForm(RegisterForm):
    """A button, no question."""


class CloseForm(RegisterForm):
    """What came of it, and why."""

    outcome = RadioField(
        _("What came of it?"),
        [InputRequired(_("Pick what came of it."))],
        choices=[SelectChoice(each.value, _(words)) for each, words in OUTCOMES.items()],
    )
    words = TextAreaField(
        _("What you found"),
        [
            DataRequired(_("Write what you found.")),
            Length(max=LONGEST, message=_("Write at most 4,000 letters.")),
        ],
    )


@door.get("/tickets")
@allow(Permission.REVIEW)
def ticket_list() -> ResponseReturnValue:
    page = page_asked(request.args.get("page", "1"))
    states = (TicketState.CLOSED,) if request.args.get("closed") else OPEN
    found = tickets.listed(db.session, states, limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE)
    return render_template(
        "review/tickets.html",
        lines=[(each, _company(each)) for each in found[:PER_PAGE]],
        kinds=KINDS,
        states=STATES,
        closed=states != OPEN,
        today=local_day(now()),
        before=url_for("review.ticket_list", page=page - 1) if page > 1 else None,
        after=url_for("review.ticket_list", page=page + 1) if len(found) > PER_PAGE else None,
    )


@door.get("/tickets/<reference>")
@allow(Permission.REVIEW)
def ticket(reference: str) -> ResponseReturnValue:
    return _page(_found(reference), CloseForm())


@door.post("/tickets/<reference>/take")
@allow(Permission.ACCEPT)
def ticket_take(reference: str) -> ResponseReturnValue:
    _found(reference)
    if TakeForm().validate_on_submit():
        try:
            take_ticket(db.session, reference, by=signed_in(), now=now())
        except TicketClosedError:
            abort(409)
        db.session.commit()
    return redirect(url_for("review.ticket", reference=reference))


@door.post("/tickets/<reference>/close")
@allow(Permission.ACCEPT)
def ticket_close(reference: str) -> ResponseReturnValue:
    found, form = _found(reference), CloseForm()
    if not form.validate_on_submit():
        return _page(found, form), 422
    try:
        close_ticket(
            db.session,
            reference,
            Outcome(form.outcome.data),
            form.words.data or "",
            by=signed_in(),
            now=now(),
            jurisdiction=law(),
        )
    except TicketClosedError:
        abort(409)
    db.session.commit()
    flash(gettext("%(reference)s is closed.", reference=reference))
    return redirect(url_for("review.ticket_list"))


def _found(reference: str) -> Ticket:
    try:
        return tickets.ticket(db.session, reference)
    except TicketNotFoundError:
        return abort(404)


def _company(each: Ticket) -> str:
    subject = each.subject_record_id
    return companies.by_subject(db.session, subject).name if subject else ""


def _named(found: Ticket) -> str:
    """The name of the person a matter is about, as it stands in the register."""
    for each in reversed(statements.about(db.session, found.about)):
        if isinstance(each.record, Person) and each.record.names:
            return each.record.names[0].full_name or ""
    return ""


def _declared(found: Ticket) -> str | None:
    """The newest declaration of the company, to look at."""
    if not found.subject_record_id:
        return None
    company = companies.by_subject(db.session, found.subject_record_id)
    made = declarations.of_company(db.session, company.id)
    return made[0].reference if made else None


def _page(found: Ticket, form: CloseForm) -> str:
    people = {each for each in (found.taken_by, found.closed_by) if each}
    return render_template(
        "review/ticket.html",
        ticket=found,
        company=_company(found),
        about=_named(found),
        declared=_declared(found),
        kind=KINDS[found.kind],
        state=STATES[found.state],
        outcome=OUTCOMES[found.outcome] if found.outcome else None,
        names=accounts.names(db.session, people),
        may_act=signed_in().can(Permission.ACCEPT) and found.state is not TicketState.CLOSED,
        form=form,
    )
