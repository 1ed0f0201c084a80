"""Shares that several hold together."""

from collections.abc import Mapping
from decimal import ROUND_FLOOR, Decimal

from wtforms import BooleanField

from bods.shares import WHOLE, Share
from register.declarations.draft import SUBJECT, Draft, EntityKind, Holding
from register.web.declare.inputs import days
from register.web.declare.inputs.choices import ChecksField, choices_of, radio_field
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import wrong
from register.web.declare.steps.nominee import (
    AgreementForm,
    held_by,
    onward,
    watched,
    with_agreement,
    with_bodies,
    with_its_holding,
    without_parts,
)
from register.web.declare.steps.parties import entity, holding, key_for, new_key, parties_of, with_holding
from register.web.declare.steps.step import Question
from register.words import _

EQUAL, UNDIVIDED, OTHER = "equal", "undivided", "other"
PLACES = Decimal("0.00000001")
#: Nobody has a part of their own: each may count the whole.
TOGETHER = Share.between(Decimal(0), WHOLE)


class JointForm(AgreementForm):
    """Who holds together, and in what parts."""

    together = ChecksField(_("Who holds them together?"), choices=[])
    parts = radio_field(
        _("In what parts?"),
        [
            (EQUAL, _("In equal parts")),
            (UNDIVIDED, _("Undivided: all of it is theirs together")),
            (OTHER, _("In other parts: I say next how much each of them has")),
        ],
        _("Pick in what parts they hold"),
    )
    held = radio_field(_("In which company or body?"), [], _("Pick in which company or body"))
    since = DayField(_("Since when?"))
    since_unknown = BooleanField(_("I do not know the day"))

    def validate(self, extra_validators: object = None) -> bool:
        """Together means two or more."""
        good = super().validate(extra_validators)
        if len(self.together.data or ()) < 2 and not self.leaving:
            return wrong(self.together, _("Tick two or more"))
        return good


def _prepare(form: JointForm, draft: Draft, key: str) -> None:
    form.together.choices = choices_of(parties_of(draft))
    with_bodies(form, draft, key)


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    parts = [each for each in draft.holdings if each.held == key]
    held, known = held_by(draft, key), entity(draft, key) is not None
    since = parts[0].since if parts else None
    return {
        "key": key if known else new_key(),
        "together": sorted(each.holder for each in parts),
        "parts": _parts(parts),
        "held": held.held if held else SUBJECT,
        "since": days.typed(since),
        "since_unknown": known and since is None,
    }


def _parts(parts: list[Holding]) -> str | None:
    told = {each.shares for each in parts}
    if not parts:
        return None
    if told == {TOGETHER}:
        return UNDIVIDED
    return EQUAL if told == {_equal(len(parts))} else OTHER


def _equal(many: int) -> Share:
    return Share.exactly((WHOLE / many).quantize(PLACES, rounding=ROUND_FLOOR).normalize())


def _answer(draft: Draft, key: str, form: JointForm) -> Draft:
    if entity(draft, key) is None:
        key = key_for(form.key.data, {each.key for each in draft.people})
    draft = with_agreement(draft, key, EntityKind.JOINT_HOLDING)
    since = None if form.since_unknown.data else form.since.value
    before = draft
    draft = without_parts(draft, key)
    together = form.together.data or []
    for each in together:
        kept = holding(before, each, key)
        share = {EQUAL: _equal(max(len(together), 1)), UNDIVIDED: TOGETHER}.get(
            form.parts.data or "", kept.shares if kept and form.parts.data == OTHER else None
        )
        draft = with_holding(draft, Holding(each, key, shares=share, since=since))
    return with_its_holding(draft, key, form.held.data or SUBJECT)


QUESTION = Question(
    template="joint",
    title=lambda _draft, _key: _("Who holds together?"),
    form=JointForm,
    filled=_filled,
    answer=_answer,
    onward=onward,
    prepare=_prepare,
    watched=watched,
)
