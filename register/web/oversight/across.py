"""Findings across tenders: what the flags of the portfolio found last, and what officers decide about it."""

from collections.abc import Collection, Mapping
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
from register.web.findings.pictures import across_drawing, svg_file
from register.web.findings.shown import ShownFinding, in_order, shown
from register.web.guard import allow, signed_in
from register.web.oversight.door import door
from register.web.paging import page_asked
from register.web.withheld import kept_from_me
from register.web.words import said

#: Findings with their proof and form are long.
PER_PAGE = 20


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
        return _page(fingerprint, form)
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
        return _page(fingerprint, form)
    except NobodyToRecuseError:
        abort(400)
    db.session.commit()
    flash(gettext("Your decision is saved."))
    return redirect(_address(fingerprint))


@door.get("/across/<fingerprint>.svg")
@allow(Permission.SCREEN)
def finding_svg(fingerprint: str) -> ResponseReturnValue:
    drawing = across_drawing(_one(fingerprint), wide=True) or abort(404)
    return svg_file(drawing, f"finding-{fingerprint[:12]}")


@door.get("/across/<fingerprint>")
@allow(Permission.SCREEN)
def finding(fingerprint: str) -> ResponseReturnValue:
    """The address a decision is sent to, opened again: the finding on its page."""
    _one(fingerprint)
    return redirect(_address(fingerprint))


def _ordered() -> list[Kept]:
    away = kept_from_me()
    every = map(_kept, portfolio_findings.everything(db.session))
    return in_order((each for each in every if not _speaks_of(each, away)), ())


def _speaks_of(kept: Kept, tenders: Collection[str]) -> bool:
    """Whether a finding names one of these tenders, in its words or in what proves it."""
    finding = kept.finding
    said = (
        finding.facts,
        *(each.facts for each in finding.details),
        *(each.words.facts for each in finding.proofs),
    )
    written = [*(fact for facts in said for fact in facts.values())]
    written += [pointer for proof in finding.proofs for pointer in proof.pointers]
    return any(ocid in each for ocid in tenders for each in written)


def _address(fingerprint: str) -> str:
    """Where a finding stands now: a decision may have moved it to another page of the list."""
    places = [each.finding.fingerprint for each in _ordered()]
    return _page_address(places.index(fingerprint) // PER_PAGE + 1, anchor(fingerprint))


def _page_address(page: int, to: str | None = None) -> str:
    return url_for("oversight.across", page=page if page > 1 else None, _anchor=to)


def _page(fingerprint: str = "", refused: DecideForm | None = None) -> str:
    """One page of the findings: the one asked for, or that on which a refused decision stands."""
    may_decide = signed_in().can(Permission.DECIDE)
    every = _ordered()
    places = {each.finding.fingerprint: place for place, each in enumerate(every)}
    page = places[fingerprint] // PER_PAGE + 1 if fingerprint else page_asked()
    kept = every[(page - 1) * PER_PAGE : page * PER_PAGE]
    names = accounts.names(db.session, {int(each.by) for one in kept for each in one.decisions})
    titles = {flag.code: gettext(flag.title) for flag in portfolio_registry()}
    asked = portfolio_findings.last_screening(db.session)
    return render_template(
        "oversight/across.html",
        findings=[
            _shown(number, each, names, titles, _form(each, refused) if may_decide else None)
            for number, each in enumerate(kept, start=(page - 1) * PER_PAGE + 1)
        ],
        standing=sum(each.gone_at is None for each in every),
        pictures={each.finding.fingerprint: across_drawing(each, wide=False) for each in kept},
        before=_page_address(page - 1) if page > 1 else None,
        after=_page_address(page + 1) if page * PER_PAGE < len(every) else None,
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
        kept = _kept(portfolio_findings.one(db.session, fingerprint))
    except FindingUnknownError:
        abort(404)
    return abort(404) if _speaks_of(kept, kept_from_me()) else kept


def _kept(across: KeptAcross) -> Kept:
    """As a finding of no one tender."""
    return Kept(across.found, "", across.first_seen, across.last_seen, across.gone_at, across.decisions)
