"""Certificates and annexes about a tender: looked at as drafts, issued, found again as they were, printed."""

from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Response, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext
from wtforms.fields import HiddenField

from register.access import Permission
from register.actions.issue_paper import (
    SIGNED_BY_TWO,
    GateOpenError,
    PaperChangedError,
    PaperSignedError,
    fingerprint_of,
    issue_paper,
    sign_paper,
)
from register.actions.note_gate import gate_on
from register.exceptions import RegisterError
from register.extensions import db
from register.four_eyes import SameHandError
from register.paper import Code, Paper, as_pdf
from register.paper.writing import read
from register.store import accounts, contracts, issued_papers
from register.store.contracts import ProcessUnknownError
from register.store.issued_papers import IssuedPaper, PaperKind, PaperUnknownError
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.qr import qr_code
from register.web.screen.door import door
from register.web.screen.on_paper import as_checked, as_draft, as_issued, paper_of
from register.web.screen.seen import SeenTender, law, seen_tender
from register.words import N_

#: Why a second signature is not taken.
REFUSED: Mapping[type[RegisterError], str] = {
    SameHandError: N_("You signed this paper first: another officer must sign it too."),
    GateOpenError: N_("Something is still open before the award: see the end of the paper."),
    PaperChangedError: N_(
        "Something has changed since this paper was signed: make a new one from the tender."
    ),
    PaperSignedError: N_("This paper is issued already."),
}


class IssueForm(RegisterForm):
    """Issue a paper as it stands; `seen` is the fingerprint of what the officer looked at."""

    seen = HiddenField()


class SignForm(RegisterForm):
    """Sign second: nothing is typed."""


def _seen(ocid: str) -> SeenTender:
    try:
        return seen_tender(db.session, ocid, may_decide=False)
    except ProcessUnknownError:
        abort(404)


@door.get("/<path:ocid>/papers/<any(certificate, annex):kind>")
@allow(Permission.SCREEN)
def paper(ocid: str, kind: str) -> ResponseReturnValue:
    """The paper as it stands now, as a draft."""
    return _draft(ocid, PaperKind(kind), IssueForm())


def _draft(ocid: str, kind: PaperKind, form: IssueForm) -> str:
    seen = _seen(ocid)
    made = paper_of(seen, kind)
    form.seen.data = fingerprint_of(made)
    return _page(
        as_draft(made),
        seen.process.tender_id or ocid,
        ocid,
        pdf=url_for("screen.paper_pdf", ocid=ocid, kind=kind.value),
        form=form if signed_in().can(Permission.DECIDE) else None,
        kind=kind,
        may_issue=all(each.passed for each in seen.gate),
        two=kind in SIGNED_BY_TWO,
    )


def _page(made: Paper, tender: str, ocid: str, **shown: object) -> str:
    codes = {each.address: qr_code(each.address) for each in made.parts if isinstance(each, Code)}
    return render_template("screen/paper.html", paper=made, tender=tender, ocid=ocid, codes=codes, **shown)


@door.get("/<path:ocid>/papers/<any(certificate, annex):kind>.pdf")
@allow(Permission.SCREEN)
def paper_pdf(ocid: str, kind: str) -> ResponseReturnValue:
    """The draft as a PDF."""
    made = as_draft(paper_of(_seen(ocid), PaperKind(kind)))
    return _pdf(made, datetime.now(UTC), f"draft-{kind}")


@door.post("/<path:ocid>/papers/<any(certificate, annex):kind>")
@allow(Permission.DECIDE)
def issue(ocid: str, kind: str) -> ResponseReturnValue:
    """Issue the paper that the officer looked at."""
    form = IssueForm()
    if not form.validate_on_submit():
        return _draft(ocid, PaperKind(kind), form)
    seen, now = _seen(ocid), datetime.now(UTC)
    try:
        number = issue_paper(
            db.session,
            ocid,
            PaperKind(kind),
            paper_of(seen, PaperKind(kind)),
            gate_on(db.session, ocid, now=now, jurisdiction=law()),
            seen=form.seen.data or "",
            principal=signed_in(),
            now=now,
        )
    except GateOpenError:
        form.form_errors.append(
            gettext("Something is still open before the award: see the end of the paper.")
        )
        return _draft(ocid, PaperKind(kind), form)
    except PaperChangedError:
        form.form_errors.append(
            gettext("The paper has changed since you opened it: read it again, then issue it.")
        )
        return _draft(ocid, PaperKind(kind), form)
    db.session.commit()
    flash(_kept_words(PaperKind(kind)))
    return redirect(url_for("screen.issued", ocid=ocid, number=number))


def _kept_words(kind: PaperKind) -> str:
    if kind in SIGNED_BY_TWO:
        return gettext("You have signed. The paper is issued when another officer has signed it too.")
    return gettext("The paper is issued, and stands in the audit trail.")


@door.get("/<path:ocid>/issued/<int:number>")
@allow(Permission.SCREEN)
def issued(ocid: str, number: int) -> ResponseReturnValue:
    """A paper as it was issued, or as one officer signed it."""
    return _issued_page(_kept(ocid, number), SignForm())


def _issued_page(kept: IssuedPaper, form: SignForm) -> str:
    ocid = kept.ocid
    pdf = url_for("screen.issued_pdf", ocid=ocid, number=kept.number)
    tender = contracts.process(db.session, ocid).tender_id or ocid
    may_sign = not kept.issued and signed_in().can(Permission.DECIDE)
    return _page(
        _with_proof(kept),
        tender,
        ocid,
        pdf=pdf,
        form=form if may_sign else None,
        kind=kept.kind,
        number=kept.number,
        first_is_mine=kept.by == signed_in().account_id,
    )


@door.post("/<path:ocid>/issued/<int:number>/sign")
@allow(Permission.DECIDE)
def sign(ocid: str, number: int) -> ResponseReturnValue:
    """Sign second, and so issue, what another officer has signed."""
    kept, form, now = _kept(ocid, number), SignForm(), datetime.now(UTC)
    if not form.validate_on_submit():
        return _issued_page(kept, form)
    try:
        sign_paper(
            db.session,
            ocid,
            number,
            _as_it_stands(kept),
            gate_on(db.session, ocid, now=now, jurisdiction=law()),
            principal=signed_in(),
            now=now,
        )
    except (SameHandError, GateOpenError, PaperChangedError, PaperSignedError) as refused:
        db.session.rollback()
        form.form_errors.append(gettext(REFUSED[type(refused)]))
        return _issued_page(kept, form)
    db.session.commit()
    flash(gettext("The paper is issued, and stands in the audit trail."))
    return redirect(url_for("screen.issued", ocid=ocid, number=number))


def _as_it_stands(kept: IssuedPaper) -> Paper:
    """The same paper made now, in the language in which it was signed."""
    before = read(kept.body)
    with force_locale(before.language):
        return as_checked(paper_of(_seen(kept.ocid), kept.kind), before)


@door.get("/<path:ocid>/issued/<int:number>.pdf")
@allow(Permission.SCREEN)
def issued_pdf(ocid: str, number: int) -> ResponseReturnValue:
    """A paper as it was issued, as a PDF: the same bytes each time."""
    kept = _kept(ocid, number)
    return _pdf(_with_proof(kept), kept.issued_at, f"{kept.kind.value}-{number}")


def _kept(ocid: str, number: int) -> IssuedPaper:
    try:
        kept = issued_papers.one(db.session, number)
    except PaperUnknownError:
        abort(404)
    return kept if kept.ocid == ocid else abort(404)


def _with_proof(kept: IssuedPaper) -> Paper:
    signed = {kept.by, *({kept.second.by} if kept.second else ())}
    names = accounts.names(db.session, signed)
    base = str(current_app.extensions["config"].base_url).rstrip("/")
    address = base + url_for("screen.issued", ocid=kept.ocid, number=kept.number)
    return as_issued(read(kept.body), kept, names, address)


def _pdf(made: Paper, at: datetime, name: str) -> Response:
    answer = Response(as_pdf(made, at), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
