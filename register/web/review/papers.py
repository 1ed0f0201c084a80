"""Declarations that come on paper: a clerk or registrar enters them for the company, and somebody else accepts them."""

from datetime import date

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.enter_paper import (
    CompanyWritesItselfError,
    Paper,
    PaperOvertakenError,
    begin_paper,
    give_up_paper,
)
from register.actions.name_company import NamedCompany, NumberMisfitError
from register.exceptions import RegisterError
from register.extensions import db
from register.store import companies, declarations, drafts, evidence, filings, paper_entries
from register.store.paper_entries import PaperEntry, PaperNotFoundError, PaperOpenError
from register.web.guard import allow, signed_in
from register.web.review.asking import AcceptForm
from register.web.review.door import door, law, local_day, now
from register.web.review.paper_forms import PaperForm, ScanForm
from register.web.uploading import scans_uploads
from register.web.words import day as day_words


@door.get("/papers", endpoint="papers")
@allow(Permission.ENTER)
def listed() -> ResponseReturnValue:
    entries = paper_entries.by(db.session, signed_in().account_id)
    return render_template(
        "review/papers.html",
        lines=[(each, companies.company(db.session, each.company_id)) for each in entries],
    )


@door.route("/papers/new", methods=["GET", "POST"])
@allow(Permission.ENTER)
def new_paper() -> ResponseReturnValue:
    form = PaperForm()
    if form.validate_on_submit() and (entry := _begun(form)) is not None:
        return redirect(url_for("review.paper", paper_id=entry.id))
    return render_template("review/new_paper.html", form=form), 422 if form.is_submitted() else 200


def _begun(form: PaperForm) -> PaperEntry | None:
    scheme = law().scheme(form.scheme.data) or abort(400)
    signed_on = form.signed_on.value or date.max
    if signed_on > local_day(now()):
        form.signed_on.form.form_errors.append(gettext("Enter a day that is not in the future"))
        return None
    told = Paper(form.title.data, form.signed_name.data, form.signed_capacity.data, signed_on)
    named = NamedCompany(scheme, form.number.data, form.company_name.data)
    try:
        entry = begin_paper(db.session, named, told, principal=signed_in(), now=now(), jurisdiction=law())
    except (NumberMisfitError, PaperOpenError, CompanyWritesItselfError, PaperOvertakenError) as refused:
        db.session.rollback()
        _say(form, refused)
        return None
    db.session.commit()
    return entry


def _say(form: PaperForm, refused: RegisterError) -> None:
    if isinstance(refused, NumberMisfitError):
        form.number.errors = [gettext(refused.scheme.hint)]
    elif isinstance(refused, PaperOpenError):
        form.form_errors.append(gettext("A paper of this company is being entered already."))
    elif isinstance(refused, CompanyWritesItselfError):
        form.form_errors.append(
            gettext(
                "The company is writing its declaration itself. Ask it to finish or to delete that, then enter the paper."
            )
        )
    elif isinstance(refused, PaperOvertakenError):
        words = gettext(
            "The company declared on %(day)s, after this paper was signed. Ask it for a newer one.",
            day=day_words(refused.declared_on),
        )
        form.signed_on.form.form_errors.append(words)


def page(entry: PaperEntry, form: ScanForm) -> str:
    """A paper, what was typed from it, and its scans."""
    reference = filings.from_paper(db.session, entry.id)
    return render_template(
        "review/paper.html",
        entry=entry,
        company=companies.company(db.session, entry.company_id),
        scans=evidence.listed(db.session, entry.about),
        typed=entry.open and drafts.exists(db.session, entry.company_id),
        made=declarations.declaration(db.session, reference) if reference else None,
        form=form,
        scanned=scans_uploads(),
    )


@door.post("/papers/<int:paper_id>/give-up")
@allow(Permission.ENTER)
def give_paper_up(paper_id: int) -> ResponseReturnValue:
    entry = own(paper_id)
    if not entry.open:
        abort(409)
    if AcceptForm().validate_on_submit():
        give_up_paper(db.session, entry.id, principal=signed_in(), now=now())
        db.session.commit()
        flash(gettext("What was typed from the paper is deleted."))
    return redirect(url_for("review.papers"))


def own(paper_id: int) -> PaperEntry:
    """The paper that the reader enters or entered; of everybody else's there is no such page."""
    try:
        entry = paper_entries.one(db.session, paper_id)
    except PaperNotFoundError:
        abort(404)
    return entry if entry.entered_by == signed_in().account_id else abort(404)
