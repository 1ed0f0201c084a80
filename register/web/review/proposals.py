"""What waits for a second pair of eyes, and what became of what did."""

from dataclasses import dataclass
from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.change_rules import RuleDayPastError
from register.actions.decide_proposal import Scene, decide_proposal
from register.actions.propose_protection import END, GRANT, REFUSE
from register.actions.reveal_private import is_open
from register.actions.withhold_record import RecordUnknownError, SubjectWithheldError
from register.extensions import db
from register.four_eyes import (
    NotTheirRightError,
    Outcome,
    Proposal,
    ProposalDecidedError,
    ProposalKind,
    SameEyesError,
    kinds_of,
    may,
)
from register.jurisdictions.rulesets import PERCENT, setting_called, value_of
from register.store import accounts, declarations, proposals, record_names
from register.store.proposals import ProposalNotFoundError
from register.web.guard import allow, signed_in
from register.web.review.asking import DecideForm, TakeForm
from register.web.review.door import PER_PAGE, door, law, local_day, new_id, now, page_asked
from register.web.words import day
from register.words import N_

KINDS = {
    ProposalKind.PROTECTION: N_("Protection of a person"),
    ProposalKind.REDACTION: N_("Redaction"),
    ProposalKind.REVEAL: N_("Private answers"),
    ProposalKind.RULES: N_("Threshold or deadline"),
    ProposalKind.UNMERGE: N_("Parting of records"),
}
OUTCOMES = {
    Outcome.APPROVED: (N_("Approved"), "done"),
    Outcome.REFUSED: (N_("Refused"), "bad"),
    Outcome.WITHDRAWN: (N_("Taken back"), ""),
}
PROTECTION = {
    GRANT: N_("Withhold %(name)s from the public, in every declaration and in everything published before."),
    REFUSE: N_("Refuse what %(name)s asked for, and name them in public."),
    END: N_("End the protection of %(name)s, and name them in public from now on."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One proposal in words. `mine`: who looks made it; `opens`: what was approved can be looked at now."""

    proposal: Proposal
    kind: str
    words: str
    by: str
    decided_by: str
    outcome: tuple[str, str] | None
    mine: bool
    opens: bool = False


@door.get("/proposals", endpoint="proposals")
@allow(Permission.SECOND)
def listed() -> ResponseReturnValue:
    principal, page = signed_in(), page_asked(request.args.get("page", "1"))
    kinds = kinds_of(principal)
    waiting = _shown(proposals.waiting(db.session, kinds))
    decided = _shown(proposals.decided(db.session, kinds, PER_PAGE + 1, (page - 1) * PER_PAGE))
    return render_template(
        "review/proposals.html",
        yours=[each for each in waiting if not each.mine],
        mine=[each for each in waiting if each.mine],
        decided=decided[:PER_PAGE],
        before=url_for("review.proposals", page=page - 1) if page > 1 else None,
        after=url_for("review.proposals", page=page + 1) if len(decided) > PER_PAGE else None,
    )


@door.route("/proposals/<int:proposal_id>", endpoint="proposal", methods=["GET", "POST"])
@allow(Permission.SECOND)
def one(proposal_id: int) -> ResponseReturnValue:
    told, form = found(proposal_id), DecideForm()
    if form.validate_on_submit():
        return _decided(told, Outcome(form.outcome.data), form)
    return _page(told, form)


@door.post("/proposals/<int:proposal_id>/take-back")
@allow(Permission.SECOND)
def take_back(proposal_id: int) -> ResponseReturnValue:
    told, form = found(proposal_id), TakeForm()
    if not form.validate_on_submit():
        return _page(told, DecideForm(formdata=None))
    return _decided(told, Outcome.WITHDRAWN, DecideForm(formdata=None))


def found(proposal_id: int) -> Proposal:
    """A proposal that this person may decide about, or the page that says there is none."""
    try:
        told = proposals.one(db.session, proposal_id)
    except ProposalNotFoundError:
        abort(404)
    return told if may(signed_in(), told.kind) else abort(404)


def _page(told: Proposal, form: DecideForm) -> str:
    shown = _shown((told,))[0]
    return render_template("review/proposal.html", shown=shown, form=form, facts_of=_facts(told))


def _decided(told: Proposal, outcome: Outcome, form: DecideForm) -> ResponseReturnValue:
    moment = now()
    scene = Scene(moment, local_day(moment), law(), new_id)
    try:
        decide_proposal(db.session, told.id, outcome, form.reason.data or "", by=signed_in(), scene=scene)
    except (SameEyesError, NotTheirRightError):
        abort(403)
    except ProposalDecidedError:
        abort(409)
    except (RuleDayPastError, RecordUnknownError, SubjectWithheldError):
        # Nothing of the decision was written: the whole transaction goes.
        db.session.rollback()
        form.outcome.errors = [
            gettext("This cannot be done any more. Refuse it, and ask for a new proposal.")
        ]
        return _page(told, form)
    db.session.commit()
    flash(gettext("Your decision is kept.") if outcome is not Outcome.WITHDRAWN else gettext("Taken back."))
    return redirect(url_for("review.proposals"))


def _shown(told: tuple[Proposal, ...]) -> list[Shown]:
    people = {each.by for each in told} | {each.decision.by for each in told if each.decision}
    names, own, moment = accounts.names(db.session, people), signed_in().account_id, now()
    return [
        Shown(
            proposal=each,
            kind=gettext(KINDS[each.kind]),
            words=words_of(each),
            by=names.get(each.by, ""),
            decided_by=names.get(each.decision.by, "") if each.decision else "",
            outcome=_outcome(each),
            mine=each.by == own,
            opens=each.kind is ProposalKind.REVEAL and each.by == own and is_open(db.session, each, moment),
        )
        for each in told
    ]


def _outcome(told: Proposal) -> tuple[str, str] | None:
    if told.decision is None:
        return None
    words, look = OUTCOMES[told.decision.outcome]
    return gettext(words), look


def words_of(told: Proposal) -> str:
    """What would be done, in a sentence."""
    if told.kind is ProposalKind.RULES:
        return _rule_words(told)
    if told.kind is ProposalKind.REVEAL:
        subject = told.what["reference"]
        name = reveal_name(told)
        return gettext(
            "Show the private answers about %(name)s in %(reference)s.", name=name, reference=subject
        )
    name = record_names.name_of(db.session, told.about)
    if told.kind is ProposalKind.PROTECTION:
        return gettext(PROTECTION[told.what["do"]], name=name)
    if told.kind is ProposalKind.REDACTION:
        return gettext("Take %(name)s out of everything published.", name=name)
    return name


def reveal_name(told: Proposal) -> str:
    """Whose private answers are asked for."""
    people = declarations.declaration(db.session, told.what["reference"]).answers.people
    return next((each.full_name for each in people if each.key == told.what["person"]), told.what["person"])


def _rule_words(told: Proposal) -> str:
    setting = setting_called(told.about)
    return gettext(
        "From %(date)s: %(setting)s: %(value)s %(unit)s.",
        date=day(date.fromisoformat(told.what["from"])),
        setting=gettext(setting.label),
        value=told.what["value"],
        unit=_unit(told.about),
    )


def _unit(name: str) -> str:
    unit = setting_called(name).unit
    return "%" if unit == PERCENT else gettext(unit)


def _facts(told: Proposal) -> list[tuple[str, str]]:
    """What else there is to know before deciding."""
    if told.kind is ProposalKind.RULES:
        now_words = f"{value_of(law(), told.about)} {_unit(told.about)}"
        return [(gettext("Today"), now_words), (gettext("Rests on"), told.what["source"])]
    if told.kind is ProposalKind.REDACTION:
        return [
            (gettext("Record"), told.about),
            (gettext("What the public reads instead"), told.what["words"]),
        ]
    if told.kind is ProposalKind.REVEAL:
        return [(gettext("Declaration"), told.what["reference"])]
    return [(gettext("Record"), told.about)]
