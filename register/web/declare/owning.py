"""The owner's own page: somebody was named as an owner, and says whether it is them and right. Opened by a link."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.agree_told import agree_told
from register.actions.confirm_identity import confirm_identity
from register.actions.dispute_identity import dispute_identity
from register.actions.send_identity_link import PURPOSE, TOLD
from register.extensions import db
from register.gateways.mail import Letter
from register.store import contacts, links
from register.store.identities import BY_THE_PERSON
from register.store.links import LinkSpentError
from register.store.tickets import TicketKind
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import lines_field, no_longer, text_field
from register.web.declare.kept import jurisdiction, new_id, now, today
from register.web.declare.named import Named, named
from register.web.guard import allow
from register.words import _

YES, WRONG, NOT_ME = "yes", "wrong", "no"
MOST_LETTERS = 4000


class OwnerForm(Answer):
    """Whether it is them, and whether it is right; what is wrong, in their own words."""

    answer = radio_field(
        _("Is it you?"),
        [
            (YES, _("Yes, this is me, and it is right")),
            (WRONG, _("This is me, but something is wrong")),
            (NOT_ME, _("No, this is not me")),
        ],
        _("Pick an answer"),
    )
    words = lines_field(_("What is wrong?"), no_longer(MOST_LETTERS))
    contact = text_field(_("Where may we reach you about it?"))

    def validate(self, extra_validators: object = None) -> bool:
        """What is wrong must be said; a contact must be one."""
        good = super().validate(extra_validators)
        if self.answer.data == WRONG and not (self.words.data or "").strip():
            good = wrong(self.words, _("Say what is wrong"))
        if self.contact.data and contacts.contact(self.contact.data, jurisdiction().country_code) is None:
            good = wrong(self.contact, _("Enter an e-mail address or a telephone number"))
        return good


@allow(Permission.READ_PUBLIC)
def confirm_owner(secret: str) -> ResponseReturnValue:
    """Ask; an answer uses the link up, and nothing else does."""
    form = OwnerForm()
    try:
        purpose, record_id = _link(secret)
        told = _said_of(record_id)
        if not form.validate_on_submit():
            page = render_template("declare/owner.html", named=told, form=form)
            return page, 422 if form.is_submitted() else 200
        links.use(db.session, secret, purpose, now=now())
    except LinkSpentError:
        return render_template("declare/owner_link_spent.html"), 404
    reference = _answered(record_id, told, form, joins=purpose == PURPOSE)
    db.session.commit()
    return render_template("declare/owner_answered.html", answer=form.answer.data, reference=reference)


def _link(secret: str) -> tuple[str, str]:
    """What a link is for and about, without using it. Raises LinkSpentError."""
    try:
        return PURPOSE, links.about(db.session, secret, PURPOSE, now=now())
    except LinkSpentError:
        return TOLD, links.about(db.session, secret, TOLD, now=now())


def _said_of(record_id: str) -> Named:
    """What is said of somebody. Raises LinkSpentError when nothing is any more."""
    told = named(db.session, record_id)
    if told is None:
        raise LinkSpentError
    return told


def _answered(record_id: str, told: Named, form: OwnerForm, *, joins: bool) -> str | None:
    """Keep the answer; gives the reference of the ticket, where there is one to look into."""
    if form.answer.data in (YES, WRONG):
        _confirm(record_id, joins=joins)
    if form.answer.data == YES:
        return None
    return dispute_identity(
        db.session,
        record_id,
        TicketKind.OWNER_NOT_ME if form.answer.data == NOT_ME else TicketKind.OWNER_DISPUTED,
        form.words.data or "",
        lambda reference: _letter(reference, told, form.answer.data or ""),
        now=now(),
        jurisdiction=jurisdiction(),
        contact=form.contact.data or None,
    )


def _confirm(record_id: str, *, joins: bool) -> None:
    if not joins:
        agree_told(db.session, record_id, now=now())
        return
    confirm_identity(
        db.session,
        record_id,
        BY_THE_PERSON,
        now(),
        today=today(),
        jurisdiction=jurisdiction(),
        new_id=new_id,
    )


def _letter(reference: str, told: Named, answer: str) -> Letter:
    """To the registrar, in the language of the county's office; what was written stays in the ticket."""
    subject = (
        gettext("Somebody named as an owner says: this is not me")
        if answer == NOT_ME
        else gettext("Somebody named as an owner says that something is wrong")
    )
    return Letter(
        to=jurisdiction().contact_email,
        subject=subject,
        text=gettext(
            "%(company)s named %(name)s as an owner. Whoever opened the link that was sent to this person does not agree."
            "\n\nPlease look into it: %(ticket)s, declaration %(reference)s.\n\n%(address)s",
            company=told.company,
            name=told.name,
            ticket=reference,
            reference=told.reference,
            address=url_for("review.ticket", reference=reference, _external=True),
        ),
    )
