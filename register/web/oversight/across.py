"""Findings across tenders: what the flags of the portfolio found last, and what officers decide about it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.decide_finding import NobodyToRecuseError, SecondOfficerNeededError
from register.actions.decide_portfolio_finding import decide_portfolio_finding
from register.extensions import db
from register.flags import portfolio_registry
from register.graph.telling import Sentence
from register.screening import DecisionKind
from register.store import accounts, portfolio_findings
from register.store.findings import FindingUnknownError, Kept
from register.store.portfolio_findings import KeptAcross
from register.web.findings.asking import DecideForm, anchor
from register.web.findings.shown import ShownFinding, in_order, shown
from register.web.guard import allow, signed_in
from register.web.oversight.door import door
from register.web.words import said


@door.get("/across")
@allow(Permission.SCREEN)
def across() -> ResponseReturnValue:
    return _page()


@door.post("/across/<fingerprint>")
@allow(Permission.DECIDE)
def decide(fingerprint: str) -> ResponseReturnValue:
    kept = _one(fingerprint)
    form = DecideForm.about(kept)
    if not form.validate_on_submit() or form.overtaken(kept):
        return _page(form)
    try:
        decide_portfolio_finding(
            db.session,
            fingerprint,
            DecisionKind(form.kind.data),
            form.reason.data,
            principal=signed_in(),
            now=datetime.now(UTC),
        )
    except SecondOfficerNeededError:
        form.kind.errors = [gettext("You have confirmed this already: another officer must confirm it too.")]
        return _page(form)
    except NobodyToRecuseError:
        abort(400)
    db.session.commit()
    flash(gettext("Your decision is saved."))
    return redirect(url_for("oversight.across", _anchor=anchor(fingerprint)))


@door.get("/across/<fingerprint>")
@allow(Permission.SCREEN)
def finding(fingerprint: str) -> ResponseReturnValue:
    """The address a decision is sent to, opened again: the finding on its page."""
    _one(fingerprint)
    return redirect(url_for("oversight.across", _anchor=anchor(fingerprint)))


def _page(refused: DecideForm | None = None) -> str:
    may_decide = signed_in().can(Permission.DECIDE)
    kept = in_order(map(_kept, portfolio_findings.everything(db.session)), ())
    names = accounts.names(db.session, {int(each.by) for one in kept for each in one.decisions})
    titles = {flag.code: gettext(flag.title) for flag in portfolio_registry()}
    asked = portfolio_findings.last_screening(db.session)
    return render_template(
        "oversight/across.html",
        findings=[
            _shown(number, each, names, titles, _form(each, refused) if may_decide else None)
            for number, each in enumerate(kept, start=1)
        ],
        asked=asked,
        unclear=[said(Sentence(each.reason, each.facts)) for each in asked.unclear] if asked else [],
        form=refused,
    )


def _form(kept: Kept, refused: DecideForm | None) -> DecideForm:
    form = DecideForm.about(kept)
    return refused if refused and form.seen.name == refused.seen.name else form


def _shown(
    number: int, kept: Kept, names: Mapping[int, str], titles: Mapping[str, str], form: DecideForm | None
) -> ShownFinding:
    code = kept.finding.code
    return replace(shown(number, kept, names, form), title=titles.get(code, code))


def _one(fingerprint: str) -> Kept:
    """A finding across tenders, or the page that says there is none."""
    try:
        return _kept(portfolio_findings.one(db.session, fingerprint))
    except FindingUnknownError:
        abort(404)


def _kept(across: KeptAcross) -> Kept:
    """As a finding of no one tender."""
    return Kept(across.found, "", across.first_seen, across.last_seen, across.gone_at, across.decisions)
