"""A paper that staff enter, with its scans: handed in, looked at, taken away."""

from flask import abort, current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.add_evidence import add_evidence
from register.actions.remove_evidence import remove_evidence
from register.extensions import db
from register.store import evidence, filings
from register.store.evidence import Evidence, EvidenceNotFoundError
from register.store.paper_entries import PaperEntry
from register.uploads import UploadRefusedError
from register.web.guard import allow, signed_in
from register.web.review.asking import AcceptForm
from register.web.review.door import door, now
from register.web.review.paper_forms import ScanForm
from register.web.review.papers import own, page
from register.web.uploading import handed_over, takes_files, virus_scanner


@door.route("/papers/<int:paper_id>", methods=["GET", "POST"])
@allow(Permission.ENTER)
@takes_files
def paper(paper_id: int) -> ResponseReturnValue:
    entry, form = own(paper_id), ScanForm()
    if form.is_submitted() and not entry.open:
        abort(409)
    if form.validate_on_submit() and _handed_in(entry, form):
        flash(gettext("The scan is with the paper."))
        return redirect(url_for("review.paper", paper_id=paper_id))
    return page(entry, form), 422 if form.is_submitted() else 200


def _handed_in(entry: PaperEntry, form: ScanForm) -> bool:
    scan = form.scan.paper
    if scan is None:
        return False
    try:
        add_evidence(
            db.session,
            current_app.extensions["config"].data,
            virus_scanner(),
            about=entry.about,
            kind="paper",
            name=scan.name,
            content=scan.content,
            by=signed_in().actor,
            now=now(),
        )
    except UploadRefusedError as refused:
        form.scan.errors = [gettext(refused.sentence)]
        return False
    db.session.commit()
    return True


@door.get("/papers/<int:paper_id>/scans/<int:scan_id>")
@allow(Permission.ENTER)
def paper_scan(paper_id: int, scan_id: int) -> ResponseReturnValue:
    return _handed_over(own(paper_id), scan_id)


@door.get("/declarations/<reference>/scans/<int:scan_id>")
@allow(Permission.ACCEPT)
def declaration_scan(reference: str, scan_id: int) -> ResponseReturnValue:
    """The scan of the paper that a declaration was entered from, for the registrar who decides about it."""
    entry = filings.of(db.session, reference).paper
    return _handed_over(entry, scan_id) if entry else abort(404)


@door.post("/papers/<int:paper_id>/scans/<int:scan_id>/take-away")
@allow(Permission.ENTER)
def take_scan_away(paper_id: int, scan_id: int) -> ResponseReturnValue:
    entry = own(paper_id)
    scan = _scan(entry, scan_id)
    if not entry.open:
        abort(409)
    if AcceptForm().validate_on_submit():
        remove_evidence(db.session, scan.id, by=signed_in().actor, now=now())
        db.session.commit()
        flash(gettext("The scan is taken away."))
    return redirect(url_for("review.paper", paper_id=paper_id))


def _handed_over(entry: PaperEntry, scan_id: int) -> ResponseReturnValue:
    scan = _scan(entry, scan_id)
    return handed_over(scan, evidence.opened(db.session, current_app.extensions["config"].data, scan.id))


def _scan(entry: PaperEntry, scan_id: int) -> Evidence:
    try:
        scan = evidence.one(db.session, scan_id)
    except EvidenceNotFoundError:
        abort(404)
    return scan if scan.about == entry.about else abort(404)
