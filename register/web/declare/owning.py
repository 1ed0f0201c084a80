"""The owner's own page: somebody was named as an owner, and says whether it is them. Opened by a link that works once."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.confirm_identity import confirm_identity
from register.actions.deny_identity import deny_identity
from register.actions.send_identity_link import PURPOSE
from register.extensions import db
from register.gateways.mail import Letter
from register.store import links
from register.store.identities import BY_THE_PERSON
from register.store.links import LinkSpentError
from register.web.declare.inputs.form import Answer
from register.web.declare.kept import jurisdiction, new_id, now, today
from register.web.declare.named import named
from register.web.guard import allow


class OwnerForm(Answer):
    """Two buttons; which one was pressed stands in `answer`."""


@allow(Permission.READ_PUBLIC)
def confirm_owner(secret: str) -> ResponseReturnValue:
    """Ask; a press of a button uses the link up, and nothing else does."""
    form, answer = OwnerForm(), request.form.get("answer")
    try:
        if form.validate_on_submit() and answer in ("yes", "no"):
            _answered(links.use(db.session, secret, PURPOSE, now=now()), yes=answer == "yes")
            db.session.commit()
            return render_template("declare/owner_answered.html", yes=answer == "yes")
        told = named(db.session, links.about(db.session, secret, PURPOSE, now=now()))
    except LinkSpentError:
        return render_template("declare/owner_link_spent.html"), 404
    if told is None:
        return render_template("declare/owner_link_spent.html"), 404
    return render_template("declare/owner.html", named=told, form=form)


def _answered(record_id: str, *, yes: bool) -> None:
    if yes:
        confirm_identity(
            db.session,
            record_id,
            BY_THE_PERSON,
            now(),
            today=today(),
            jurisdiction=jurisdiction(),
            new_id=new_id,
        )
    else:
        deny_identity(db.session, record_id, _letter, now=now())


def _letter(record_id: str) -> Letter:
    """To the registrar, in the language of the county's office."""
    told = named(db.session, record_id)
    return Letter(
        to=jurisdiction().contact_email,
        subject=gettext("Somebody named as an owner says: this is not me"),
        text=gettext(
            "%(company)s named %(name)s as an owner. Whoever opened the link that was sent to this person answered "
            "that it is not them.\n\nPlease look into it: record %(record)s, declaration %(reference)s.\n\n%(address)s",
            company=told.company if told else "",
            name=told.name if told else "",
            record=record_id,
            reference=told.reference if told else "",
            address=url_for("review.queue", _external=True),
        ),
    )
