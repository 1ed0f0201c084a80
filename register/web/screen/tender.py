"""One tender: who bids, what links them, what the flags found, and what officers decide about it."""

from datetime import UTC, datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.decide_finding import SecondOfficerNeededError, decide_finding
from register.extensions import db
from register.graph.process import Process
from register.screening import DecisionKind
from register.screening.committee import Stand, stand, who_bids
from register.screening.gate import GateItem
from register.store import committees, findings
from register.store.contracts import ProcessUnknownError
from register.store.findings import FindingUnknownError, Kept
from register.web.findings.asking import DecideForm, anchor
from register.web.guard import allow, signed_in
from register.web.ruling import local_today
from register.web.screen import gate
from register.web.screen.door import door
from register.web.screen.gate import NoteForm
from register.web.screen.pictures import drawing_of, svg_file
from register.web.screen.seen import seen_tender


@door.get("/<path:ocid>")
@allow(Permission.SCREEN)
def tender(ocid: str) -> ResponseReturnValue:
    return page(ocid)


def page(ocid: str, refused: DecideForm | None = None, note: NoteForm | None = None) -> str:
    """The page of a tender; a refused decision or reason shows itself again with what was typed."""
    may_decide = signed_in().can(Permission.DECIDE)
    try:
        seen = seen_tender(db.session, ocid, may_decide=may_decide, refused=refused, note=note)
    except ProcessUnknownError:
        abort(404)
    return render_template(
        "screen/tender.html", seen=seen, form=refused or note, confirm=_to_confirm(seen.process)
    )


def _to_confirm(process: Process) -> bool:
    """Whether the reader sits on a committee of it and has not confirmed, now that the bidders are known."""
    seats = committees.of_account(db.session, signed_in().account_id, process.ocid)
    sitting = [each for each in seats if not each.over(local_today())]
    return any(stand(each, who_bids(process)) is Stand.TO_CONFIRM for each in sitting)


@door.post("/<path:ocid>/findings/<fingerprint>")
@allow(Permission.DECIDE)
def decide(ocid: str, fingerprint: str) -> ResponseReturnValue:
    kept = finding_of(ocid, fingerprint)
    form = DecideForm.about(kept)
    if not form.validate_on_submit() or form.overtaken(kept):
        return page(ocid, form)
    try:
        decide_finding(
            db.session,
            fingerprint,
            DecisionKind(form.kind.data),
            form.reason.data,
            principal=signed_in(),
            now=datetime.now(UTC),
        )
    except SecondOfficerNeededError:
        form.kind.errors = [gettext("You have confirmed this already: another officer must confirm it too.")]
        return page(ocid, form)
    db.session.commit()
    flash(gettext("Your decision is saved."))
    return redirect(url_for("screen.tender", ocid=ocid, _anchor=anchor(fingerprint)))


@door.post("/<path:ocid>/gate/<any('listed', 'on-file', 'declared', 'judged', 'answered', 'committee'):item>")
@allow(Permission.DECIDE)
def note(ocid: str, item: str) -> ResponseReturnValue:
    """Keep why something open does not stop the award."""
    form = NoteForm.about(GateItem(item))
    if not form.validate_on_submit() or not gate.kept(ocid, GateItem(item), form):
        return page(ocid, note=form)
    flash(gettext("Your reason is saved."))
    return redirect(url_for("screen.tender", ocid=ocid, _anchor="gate"))


@door.get("/<path:ocid>/gate/<any('listed', 'on-file', 'declared', 'judged', 'answered', 'committee'):item>")
@allow(Permission.SCREEN)
def note_again(ocid: str, item: str) -> ResponseReturnValue:
    """The address a reason is sent to, opened again: the list on its page."""
    return redirect(url_for("screen.tender", ocid=ocid, _anchor="gate"))


@door.get("/<path:ocid>/findings/<fingerprint>")
@allow(Permission.SCREEN)
def finding(ocid: str, fingerprint: str) -> ResponseReturnValue:
    """The address a decision is sent to, opened again: the finding on its page."""
    finding_of(ocid, fingerprint)
    return redirect(url_for("screen.tender", ocid=ocid, _anchor=anchor(fingerprint)))


@door.get("/<path:ocid>/findings/<fingerprint>.svg")
@allow(Permission.SCREEN)
def finding_svg(ocid: str, fingerprint: str) -> ResponseReturnValue:
    drawing = drawing_of(finding_of(ocid, fingerprint), wide=True) or abort(404)
    return svg_file(drawing, f"finding-{fingerprint[:12]}")


def finding_of(ocid: str, fingerprint: str) -> Kept:
    """A finding of this tender, or the page that says there is none."""
    try:
        kept = findings.one(db.session, fingerprint)
    except FindingUnknownError:
        abort(404)
    return kept if kept.ocid == ocid else abort(404)
