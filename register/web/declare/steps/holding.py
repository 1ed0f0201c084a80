"""What one holder holds directly in one body: one page a holding."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bods.codelists import InterestType
from bods.shares import Share
from register.declarations.draft import OF_A_STATE, Draft, EntityKind, Holding
from register.web.declare.inputs import days, percents
from register.web.declare.inputs.choices import choices_of
from register.web.declare.steps.parties import entity, holding, name_of, person, said, with_holding
from register.web.declare.steps.stakes_form import (
    EXACT,
    NOTHING,
    OF_A_PERSON,
    OVER_A_COMPANY,
    OVER_A_TRUST,
    RANGE,
    SAME,
    HoldingForm,
    SinceForm,
)
from register.web.declare.steps.step import Place, Question
from register.words import _

SLUG = "holdings"
#: Parts holder and held in the key of a question.
DOT = "."


def ends(key: str) -> tuple[str, str]:
    """Holder and held."""
    holder, _dot, held = key.partition(DOT)
    return holder, held


def control_words(control: InterestType) -> object:
    """A way of control, as the form says it."""
    words = {**OVER_A_TRUST, **OF_A_PERSON, **OVER_A_COMPANY}
    return _(words[control]) if control in words else _(control.label)


def beside(draft: Draft, holder: str, held: str) -> Decimal:
    """What all others surely hold in a body, in percent."""
    shares = (each.shares for each in draft.holdings if each.held == held and each.holder != holder)
    return sum((share.minimum for share in shares if share and share.minimum), Decimal(0))


def _prepare(form: SinceForm, draft: Draft, key: str) -> None:
    holder, held = ends(key)
    kept = holding(draft, holder, held)
    listed = dict(OVER_A_COMPANY if isinstance(form, HoldingForm) else OVER_A_TRUST)
    if isinstance(form, HoldingForm):
        form.beside = beside(draft, holder, held)
        listed |= OF_A_PERSON if person(draft, holder) else {}
    # What was told elsewhere stays: an answer never loses what it does not ask about.
    listed |= {each: each.label for each in (kept.controls if kept else ()) if each not in listed}
    form.controls.choices = choices_of((each.value, _(words)) for each, words in listed.items())


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    kept = holding(draft, *ends(key))
    if kept is None or not said(kept):
        return {"kind": None, "votes_kind": SAME, "controls": [], "since": days.typed(None)}
    return {
        "kind": kind_of(kept.shares),
        **figures(kept.shares, "share", "low", "high"),
        "votes_kind": SAME if kept.votes is not None and kept.votes == kept.shares else kind_of(kept.votes),
        **figures(kept.votes, "vote_share", "vote_low", "vote_high"),
        "controls": [each.value for each in kept.controls],
        "since": days.typed(kept.since),
        "since_unknown": kept.since is None,
    }


def kind_of(share: Share | None) -> str:
    """How a share was told: exact, as a range, or not at all."""
    if share is None:
        return NOTHING
    return EXACT if share.exact is not None else RANGE


def figures(share: Share | None, exact: str, low: str, high: str) -> dict[str, str]:
    """A share as it stands in the fields of these names."""
    if share is None:
        return {}
    if share.exact is not None:
        return {exact: percents.typed(share.exact)}
    return {low: percents.typed(share.minimum or Decimal(0)), high: percents.typed(share.maximum)}


def _answer(draft: Draft, key: str, form: SinceForm) -> Draft:
    holder, held = ends(key)
    kept = holding(draft, holder, held) or Holding(holder, held)
    told = replace(
        kept,
        shares=form.shares(),
        votes=form.votes(),
        controls=tuple(each for each in InterestType if each.value in (form.controls.data or ())),
        since=None if form.since_unknown.data else form.since.value,
    )
    # What is held no more has no days.
    terms = tuple(each for each in told.terms if each.interest in told.interests)
    return with_holding(draft, replace(told, terms=terms))


def _onward(draft: Draft, key: str, form: SinceForm) -> Place | None:
    holder, _held = ends(key)
    unsaid = next((each for each in draft.holdings if each.holder == holder and not said(each)), None)
    mending = isinstance(form, HoldingForm) and form.anyway.data
    if mending or form.leaving:
        return Place(SLUG)
    return Place(SLUG, f"{unsaid.holder}{DOT}{unsaid.held}") if unsaid else None


def _title(draft: Draft, key: str) -> object:
    holder, held = ends(key)
    body = entity(draft, held)
    words = (
        _("What is %(holder)s to %(held)s?")
        if body and body.kind is EntityKind.TRUST
        else _("What does %(holder)s hold in %(held)s?")
    )
    return words % {"holder": name_of(draft, holder), "held": name_of(draft, held)}


def _question(form: type[SinceForm], template: str) -> Question:
    return Question(
        template=template,
        title=_title,
        form=form,
        filled=_filled,
        answer=_answer,
        onward=_onward,
        prepare=_prepare,
    )


IN_A_COMPANY = _question(HoldingForm, "holding")
IN_A_TRUST = _question(SinceForm, "role")


def item(draft: Draft, key: str) -> Question | None:
    """The question about one holding; a trust has no shares to ask about."""
    holder, held = ends(key)
    body = entity(draft, held)
    known = person(draft, holder) is not None or entity(draft, holder) is not None
    closed = body is None or body.kind in OF_A_STATE or body.kind is EntityKind.NOMINEE_AGREEMENT
    if body is None or closed or not known or holder == held:
        return None
    return IN_A_TRUST if body.kind is EntityKind.TRUST else IN_A_COMPANY
