"""Who asks to act for a company: a registrar reads the papers that prove it, and lets them in or refuses."""

from dataclasses import dataclass

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.decide_claim import ProofMissingError, approve_claim, refuse_claim
from register.extensions import db
from register.store import accounts, claims, companies, evidence, mandates
from register.store.claims import Claim, ClaimAlreadyDecidedError, ClaimNotFoundError, ClaimState
from register.store.companies import Company
from register.store.evidence import EvidenceNotFoundError
from register.web.guard import allow, signed_in
from register.web.mandate_words import capacity_words, paper_words, role_words, state_words
from register.web.review.asking import AcceptForm
from register.web.review.door import PER_PAGE, door, local_day, now, page_asked
from register.web.review.paper_forms import RefuseClaimForm
from register.web.uploading import handed_over


@dataclass(frozen=True, slots=True)
class Line:
    """A claim that waits, in words; `days` since it was made, `papers` handed in."""

    claim: Claim
    name: str
    company: Company
    capacity: str
    days: int
    papers: int


@door.get("/claims", endpoint="claims")
@allow(Permission.REVIEW)
def listed() -> ResponseReturnValue:
    page = page_asked(request.args.get("page", "1"))
    found = claims.waiting(db.session, PER_PAGE + 1, (page - 1) * PER_PAGE)
    names = accounts.names(db.session, {each.account_id for each in found})
    return render_template(
        "review/claims.html",
        lines=[_line(each, names) for each in found[:PER_PAGE]],
        total=claims.count_waiting(db.session),
        before=url_for("review.claims", page=page - 1) if page > 1 else None,
        after=url_for("review.claims", page=page + 1) if len(found) > PER_PAGE else None,
    )


def _line(claim: Claim, names: dict[int, str]) -> Line:
    return Line(
        claim,
        names.get(claim.account_id, ""),
        companies.company(db.session, claim.company_id),
        capacity_words(claim.capacity, claim.firm),
        (local_day(now()) - local_day(claim.created_at)).days,
        evidence.count(db.session, claim.about),
    )


@door.get("/claims/<int:claim_id>")
@allow(Permission.REVIEW)
def claim(claim_id: int) -> ResponseReturnValue:
    return page(found(claim_id), RefuseClaimForm())


@door.post("/claims/<int:claim_id>/approve", endpoint="approve_claim")
@allow(Permission.ACCEPT)
def approve(claim_id: int) -> ResponseReturnValue:
    told = found(claim_id)
    if not AcceptForm().validate_on_submit():
        return page(told, RefuseClaimForm(formdata=None))
    try:
        approve_claim(db.session, claim_id, by=signed_in(), now=now())
    except ClaimAlreadyDecidedError:
        abort(409)
    except ProofMissingError:
        db.session.rollback()
        flash(gettext("There is no paper that proves it. Refuse, and say which paper you need."))
        return redirect(url_for("review.claim", claim_id=claim_id))
    db.session.commit()
    flash(gettext("They act for the company from now on."))
    return redirect(url_for("review.claims"))


@door.post("/claims/<int:claim_id>/refuse", endpoint="refuse_claim")
@allow(Permission.ACCEPT)
def refuse(claim_id: int) -> ResponseReturnValue:
    told, form = found(claim_id), RefuseClaimForm()
    if not form.validate_on_submit():
        return page(told, form), 422
    try:
        refuse_claim(db.session, claim_id, form.reason.data, by=signed_in(), now=now())
    except ClaimAlreadyDecidedError:
        abort(409)
    db.session.commit()
    flash(gettext("The request is refused; the person reads your reason."))
    return redirect(url_for("review.claims"))


@door.get("/claims/<int:claim_id>/papers/<int:paper_id>")
@allow(Permission.ACCEPT)
def claim_paper(claim_id: int, paper_id: int) -> ResponseReturnValue:
    """A paper that proves it, as an attachment."""
    told = found(claim_id)
    try:
        paper = evidence.one(db.session, paper_id)
    except EvidenceNotFoundError:
        abort(404)
    if paper.about != told.about:
        abort(404)
    return handed_over(paper, evidence.opened(db.session, current_app.extensions["config"].data, paper.id))


def found(claim_id: int) -> Claim:
    """The claim, or the page that says there is none."""
    try:
        return claims.claim(db.session, claim_id)
    except ClaimNotFoundError:
        abort(404)


def page(told: Claim, form: RefuseClaimForm) -> str:
    """The claim with its papers, and who acts for the company already."""
    people = {told.account_id, *([told.decided_by] if told.decided_by else [])}
    holders = mandates.of_company(db.session, told.company_id, now=now())
    return render_template(
        "review/claim.html",
        told=told,
        company=companies.company(db.session, told.company_id),
        names=accounts.names(db.session, people),
        role=role_words(told.role),
        capacity=capacity_words(told.capacity, told.firm),
        state=state_words(told.state),
        papers=evidence.listed(db.session, told.about),
        kinds=paper_words(),
        holders=[(each.name, role_words(each.mandate.role)) for each in holders],
        may_decide=signed_in().can(Permission.ACCEPT) and told.state is ClaimState.WAITING,
        may_open=signed_in().can(Permission.ACCEPT),
        form=form,
    )
