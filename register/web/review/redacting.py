"""Taking a record out of everything published: what should never have been there, or names the wrong person."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields.choices import SelectChoice

from bods.codelists import UnspecifiedReason
from register.access import Permission
from register.actions.propose import AlreadyProposedError, propose
from register.actions.withhold_record import RecordUnknownError, SubjectWithheldError, refuse_redaction
from register.extensions import db
from register.four_eyes import ProposalKind
from register.store import published, record_names
from register.store.published import NotPublishedError
from register.web.guard import allow, signed_in
from register.web.review.asking import RedactForm
from register.web.review.door import door, now
from register.words import N_

#: What the public may read in the place of what is taken out.
REASONS = {
    UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE: N_("The person need not be named"),
    UnspecifiedReason.INFORMATION_UNKNOWN_TO_PUBLISHER: N_("The register does not have the information"),
    UnspecifiedReason.UNKNOWN: N_("The reason is not given"),
}


@door.get("/redact")
@allow(Permission.ACCEPT)
def redact() -> ResponseReturnValue:
    """Find the record by a statement's identifier or its own."""
    sought = request.args.get("text", "").strip()[:200]
    record_id = _record(sought) if sought else None
    if record_id is not None:
        return redirect(url_for("review.redact_record", record_id=record_id))
    return render_template("review/redact.html", sought=sought)


def _record(sought: str) -> str | None:
    if published.of_record(db.session, sought):
        return sought
    try:
        return published.entry(db.session, sought).statement.record_id
    except NotPublishedError:
        return None


@door.route("/redact/<record_id>", methods=["GET", "POST"])
@allow(Permission.ACCEPT)
def redact_record(record_id: str) -> ResponseReturnValue:
    told = published.of_record(db.session, record_id) or abort(404)
    form = RedactForm()
    form.code.choices = [SelectChoice(code.value, gettext(words)) for code, words in REASONS.items()]
    if form.validate_on_submit() and _proposed(record_id, form):
        db.session.commit()
        flash(gettext("Your proposal waits for a colleague."))
        return redirect(url_for("review.queue"))
    return render_template(
        "review/redact_record.html",
        record_id=record_id,
        name=record_names.name_of(db.session, record_id),
        told=told,
        form=form,
    )


def _proposed(record_id: str, form: RedactForm) -> bool:
    what = {"reason": form.code.data, "words": (form.words.data or "").strip()}
    try:
        refuse_redaction(db.session, record_id)
        propose(
            db.session, ProposalKind.REDACTION, record_id, what, form.reason.data, by=signed_in(), now=now()
        )
    except RecordUnknownError:
        abort(404)
    except SubjectWithheldError:
        form.code.errors = [
            gettext("This is the company that declared. It must be named; take out the persons instead.")
        ]
        return False
    except AlreadyProposedError:
        form.code.errors = [gettext("A proposal about this record waits already.")]
        return False
    return True
