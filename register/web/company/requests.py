"""One's own request to act for a company: where it stands, the papers that prove it, and how to take it back."""

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.actions.add_evidence import add_evidence
from register.actions.decide_claim import withdraw_claim
from register.actions.remove_evidence import remove_evidence
from register.extensions import db
from register.store import claims, companies, evidence
from register.store.claims import Claim, ClaimAlreadyDecidedError, ClaimNotFoundError, ClaimState
from register.store.evidence import Evidence, EvidenceNotFoundError
from register.uploads import UploadRefusedError
from register.web.company.door import ACT, door, now
from register.web.company.forms import PlainForm, ProofForm
from register.web.guard import allow, signed_in
from register.web.mandate_words import capacity_words, paper_words, role_words, state_words
from register.web.uploading import handed_over, scans_uploads, takes_files, virus_scanner


@door.route("/requests/<int:claim_id>", methods=["GET", "POST"])
@allow(ACT)
@takes_files
def request_page(claim_id: int) -> ResponseReturnValue:
    claim, form = _own(claim_id), ProofForm()
    if form.is_submitted() and claim.state is not ClaimState.WAITING:
        abort(409)
    if form.validate_on_submit() and _handed_in(claim, form):
        flash(gettext("The paper is with your request."))
        return redirect(url_for("company.request_page", claim_id=claim_id))
    page = render_template(
        "company/request.html",
        claim=claim,
        company=companies.company(db.session, claim.company_id),
        state=state_words(claim.state),
        role=role_words(claim.role),
        capacity=capacity_words(claim.capacity, claim.firm),
        papers=evidence.listed(db.session, claim.about),
        kinds=paper_words(),
        waits=claim.state is ClaimState.WAITING,
        may_begin=signed_in().may_write(claim.company_id),
        form=form,
        scanned=scans_uploads(),
    )
    return page, 422 if form.is_submitted() else 200


def _handed_in(claim: Claim, form: ProofForm) -> bool:
    paper = form.paper.paper
    if paper is None:
        return False
    try:
        add_evidence(
            db.session,
            current_app.extensions["config"].data,
            virus_scanner(),
            about=claim.about,
            kind=form.kind.data,
            name=paper.name,
            content=paper.content,
            by=signed_in().actor,
            now=now(),
        )
    except UploadRefusedError as refused:
        form.paper.errors = [gettext(refused.sentence)]
        return False
    db.session.commit()
    return True


@door.get("/requests/<int:claim_id>/papers/<int:paper_id>")
@allow(ACT)
def request_paper(claim_id: int, paper_id: int) -> ResponseReturnValue:
    paper = _paper(_own(claim_id), paper_id)
    return handed_over(paper, evidence.opened(db.session, current_app.extensions["config"].data, paper.id))


@door.post("/requests/<int:claim_id>/papers/<int:paper_id>/take-away")
@allow(ACT)
def take_paper_away(claim_id: int, paper_id: int) -> ResponseReturnValue:
    claim = _own(claim_id)
    paper = _paper(claim, paper_id)
    if claim.state is not ClaimState.WAITING:
        abort(409)
    if PlainForm().validate_on_submit():
        remove_evidence(db.session, paper.id, by=signed_in().actor, now=now())
        db.session.commit()
        flash(gettext("The paper is taken away."))
    return redirect(url_for("company.request_page", claim_id=claim_id))


@door.post("/requests/<int:claim_id>/withdraw")
@allow(ACT)
def withdraw(claim_id: int) -> ResponseReturnValue:
    _own(claim_id)
    if PlainForm().validate_on_submit():
        try:
            withdraw_claim(db.session, claim_id, by=signed_in(), now=now())
        except ClaimAlreadyDecidedError:
            abort(409)
        db.session.commit()
        flash(gettext("Your request is taken back."))
    return redirect(url_for("company.mine"))


def _own(claim_id: int) -> Claim:
    """The reader's own claim; of everybody else's there is no such page."""
    try:
        claim = claims.claim(db.session, claim_id)
    except ClaimNotFoundError:
        abort(404)
    return claim if claim.account_id == signed_in().account_id else abort(404)


def _paper(claim: Claim, paper_id: int) -> Evidence:
    try:
        paper = evidence.one(db.session, paper_id)
    except EvidenceNotFoundError:
        abort(404)
    return paper if paper.about == claim.about else abort(404)
