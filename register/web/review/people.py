"""Declared persons whom nobody has confirmed: a registrar confirms them after seeing the identity document."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.confirm_seen import DocumentDiffersError, PrivateReasonError, confirm_seen
from register.extensions import db
from register.store import unconfirmed
from register.web.guard import allow, signed_in
from register.web.review.asking import SeenForm
from register.web.review.door import PER_PAGE, door, law, local_day, new_id, now, page_asked


@door.get("/people")
@allow(Permission.REVIEW)
def people() -> ResponseReturnValue:
    page = page_asked(request.args.get("page", "1"))
    lines = unconfirmed.oldest(db.session, limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE)
    return render_template(
        "review/people.html",
        lines=lines[:PER_PAGE],
        total=unconfirmed.count(db.session),
        may_confirm=signed_in().can(Permission.ACCEPT),
        before=url_for("review.people", page=page - 1) if page > 1 else None,
        after=url_for("review.people", page=page + 1) if len(lines) > PER_PAGE else None,
    )


@door.route("/people/<path:record_id>", methods=["GET", "POST"])
@allow(Permission.ACCEPT)
def confirm(record_id: str) -> ResponseReturnValue:
    person = unconfirmed.one(db.session, record_id) or abort(404)
    form = SeenForm()
    if form.validate_on_submit() and _confirmed(record_id, form):
        db.session.commit()
        flash(gettext("%(name)s is confirmed.", name=person.name))
        return redirect(url_for("review.people"))
    return render_template("review/confirm.html", person=person, form=form)


def _confirmed(record_id: str, form: SeenForm) -> bool:
    moment = now()
    try:
        confirm_seen(
            db.session,
            record_id,
            form.number.data,
            form.reason.data,
            principal=signed_in(),
            now=moment,
            today=local_day(moment),
            jurisdiction=law(),
            new_id=new_id,
        )
    except DocumentDiffersError:
        form.number.errors = [
            gettext(
                "This is not the number that was declared. Check it; if it is right, ask the company to declare again."
            )
        ]
        return False
    except PrivateReasonError:
        form.reason.errors = [
            gettext("Leave the number out of this answer: it is kept where others read it.")
        ]
        return False
    return True
