"""One declaration as it was signed, beside what stood before, for a registrar to look into and decide."""

from dataclasses import dataclass
from datetime import date

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from bods.examination import Finding
from register.access import Permission, Principal
from register.actions.preview_declaration import Preview, preview_declaration
from register.declarations.life import STANDING, WAITING, Kind, Move, Mover, State, moves_of
from register.extensions import db
from register.graph.building import company_picture
from register.graph.drawing import Drawing, chain_drawing
from register.graph.wording import DrawingWords
from register.store import (
    accounts,
    clarifications,
    companies,
    declarations,
    evidence,
    evidence_checks,
    filings,
    life,
)
from register.store.clarifications import Clarification
from register.store.declarations import DeclarationNotFoundError, StoredDeclaration
from register.store.evidence import Evidence
from register.store.evidence_checks import EvidenceCheck
from register.store.filings import Filing
from register.web.guard import allow, signed_in
from register.web.review.asking import AskForm, CheckForm, RejectForm
from register.web.review.comparing import Change, compared
from register.web.review.door import door, law, local_day, new_id, now
from register.web.review.queue import KINDS, STATES
from register.words import N_

CHANGES = {
    Change.ADDED: (N_("Added"), "done"),
    Change.REMOVED: (N_("Removed"), "bad"),
    Change.CHANGED: (N_("Changed"), "flag"),
    Change.SAME: (N_("As before"), ""),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper handed in with the declaration, and what the last look at it showed."""

    evidence: Evidence
    check: EvidenceCheck | None
    checked_by: str


@dataclass(frozen=True, slots=True)
class Chains:
    """The chain of owners before and after, each for wide and for narrow places; None where nobody stood."""

    before: tuple[Drawing, Drawing] | None
    after: tuple[Drawing, Drawing] | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What this registrar may do to the declaration now."""

    take: bool = False
    ask: bool = False
    accept: bool = False
    reject: bool = False
    second: bool = False
    entered_themselves: bool = False
    said_yes: bool = False


@door.get("/declarations/<reference>")
@allow(Permission.REVIEW)
def declaration(reference: str) -> ResponseReturnValue:
    return page(found(reference))


def found(reference: str) -> StoredDeclaration:
    """The declaration of a reference, or the page that says there is none."""
    try:
        return declarations.declaration(db.session, reference)
    except DeclarationNotFoundError:
        abort(404)


def page(
    told: StoredDeclaration,
    reject: RejectForm | None = None,
    ask: AskForm | None = None,
    check: tuple[int, CheckForm] | None = None,
) -> str:
    """The declaration with all that helps to decide; a refused form shows itself again."""
    before = _before(told)
    filing = filings.of(db.session, told.reference)
    shown = _preview(told) if told.state in WAITING else None
    ask = ask or AskForm(formdata=None)
    ask.about.choices = answers_to_ask(told)
    return render_template(
        "review/declaration.html",
        told=told,
        company=companies.company(db.session, told.company_id),
        before=before,
        compared=compared(before.answers if before else None, told.answers),
        changes=CHANGES,
        kind=gettext(KINDS[told.about.kind]),
        state=STATES[told.stage],
        names=_names(told, filing),
        filing=filing,
        scans=evidence.listed(db.session, filing.paper.about) if filing.paper else (),
        moves=life.moves(db.session, told.reference),
        questions=clarifications.of(db.session, told.reference),
        papers=papers_of(told.reference),
        preview=shown,
        findings=said(shown.findings) if shown else (),
        chains=_chains(shown) if shown and not shown.refusal else None,
        may=_choices(told, filing, signed_in()),
        may_open=signed_in().can(Permission.ACCEPT),
        reject=reject or RejectForm(formdata=None),
        ask=ask,
        check=check,
        check_form=CheckForm(formdata=None),
    )


def _before(told: StoredDeclaration) -> StoredDeclaration | None:
    """The last declaration that was accepted before this one."""
    made = declarations.of_company(db.session, told.company_id)
    older = [each for each in made if each.signature.at < told.signature.at and each.state in STANDING]
    return older[0] if older else None


def _preview(told: StoredDeclaration) -> Preview:
    moment = now()
    return preview_declaration(
        db.session, told.reference, now=moment, today=local_day(moment), jurisdiction=law(), new_id=new_id
    )


def _chains(preview: Preview) -> Chains:
    today = local_day(now())
    after = (*preview.told, *preview.born)
    return Chains(
        _drawn(preview.subject, preview.told, today, "before") if preview.told else None,
        _drawn(preview.subject, after, today, "after") if after else None,
    )


def _drawn(subject: str, told: tuple[object, ...], today: date, name: str) -> tuple[Drawing, Drawing]:
    picture = company_picture(subject, told, {}, today)  # type: ignore[arg-type]  # statements
    words = DrawingWords(gettext, lambda code: str(get_locale().territories.get(code, code)))
    wide, narrow = (
        chain_drawing(picture, picture.subjects, wide=each, words=words, id=f"chain-{name}")
        for each in (True, False)
    )
    return wide, narrow


def said(findings: tuple[Finding, ...]) -> tuple[tuple[Finding, int], ...]:
    """Findings as people read them: the same sentence once, with how often it was found."""
    counted: dict[tuple[str, str], tuple[Finding, int]] = {}
    for each in findings:
        first, count = counted.get((each.code, each.sentence), (each, 0))
        counted[each.code, each.sentence] = first, count + 1
    return tuple(counted.values())


def papers_of(reference: str) -> tuple[Paper, ...]:
    """The papers handed in with a declaration."""
    listed = evidence.listed(db.session, evidence.about_declaration(reference))
    checks = evidence_checks.newest(db.session, [each.id for each in listed])
    names = accounts.names(db.session, {each.by for each in checks.values()})
    return tuple(
        Paper(each, check := checks.get(each.id), names.get(check.by, "") if check else "") for each in listed
    )


def _names(told: StoredDeclaration, filing: Filing) -> dict[int, str]:
    asked: tuple[Clarification, ...] = clarifications.of(db.session, told.reference)
    people = {told.signature.account_id, told.decided_by}
    people |= {each.account_id for each in life.moves(db.session, told.reference)}
    people |= {each.asked_by for each in asked} | {each.answered_by for each in asked}
    people |= {filing.paper.entered_by} if filing.paper else set()
    return accounts.names(db.session, [each for each in people if each is not None])


def _choices(told: StoredDeclaration, filing: Filing, by: Principal) -> Choices:
    if not by.can(Permission.ACCEPT) or told.state not in WAITING:
        return Choices()
    open_to = moves_of(told.state, Mover.REGISTRAR)
    entered = filing.paper is not None and filing.paper.entered_by == by.account_id
    approved = life.approvals(db.session, told.reference)
    mine = by.account_id in approved and told.about.kind is Kind.CORRECTION
    return Choices(
        take=Move.TAKE in open_to,
        ask=Move.ASK in open_to,
        accept=Move.ACCEPT in open_to and not entered and not mine,
        reject=Move.REJECT in open_to,
        second=bool(approved),
        entered_themselves=entered,
        said_yes=mine,
    )


def answers_to_ask(told: StoredDeclaration) -> list[tuple[str, str]]:
    """The answers that a question may be about, in words."""
    answers = told.answers
    named = [answers.company.name, *(each.full_name for each in answers.people)]
    named += [each.name for each in answers.entities]
    whole = ("", gettext("The whole declaration"))
    return [whole, *((each, each) for each in dict.fromkeys(named) if each)]


def is_open(told: StoredDeclaration) -> bool:
    """Whether nobody has decided about it."""
    return told.state in (State.SUBMITTED, State.IN_REVIEW, State.CLARIFICATION_ASKED)
