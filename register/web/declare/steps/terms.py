"""Days of single interests: where somebody holds several in one body, any may have begun or ended on a day of its own."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import cast

from flask_babel import gettext
from wtforms import FormField

from bods.codelists import InterestType
from register.declarations.draft import Draft, EntityKind, Holding, Term
from register.declarations.gaps_in_dates import DAYS, ends_before_it_begins
from register.web.declare.inputs import days
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer
from register.web.declare.steps.holding import DOT, SLUG, control_words, ends
from register.web.declare.steps.parties import entity, holding, name_of, with_holding
from register.web.declare.steps.step import Place, Question
from register.words import N_, _

MEASURED = {
    InterestType.SHAREHOLDING: N_("The shares"),
    InterestType.VOTING_RIGHTS: N_("The votes"),
}


class TermsForm(Answer):
    """A row for each kind of interest: the days that are its own, none where the holding's hold."""

    #: What is held, set before the form is checked.
    held: Holding

    @property
    def rows(self) -> list[tuple[str, FormField, FormField]]:
        """Kind in words, and the fields of its first and last day."""
        return [(kind_words(each), *self.days_of(each)) for each in self.held.interests]

    def days_of(self, kind: InterestType) -> tuple[DayField, DayField]:
        """The fields of one kind."""
        return cast("DayField", self[_since(kind)]), cast("DayField", self[_until(kind)])

    def validate(self, extra_validators: object = None) -> bool:
        """What ends cannot end before it begins."""
        good = super().validate(extra_validators)
        for each in self.held.interests:
            since, until = self.days_of(each)
            if ends_before_it_begins((since.value or self.held.since, until.value)):
                until.form.form_errors.append(_("Enter a day that is not before the day it began"))
                good = False
        return good


def kind_words(kind: InterestType) -> str:
    """A kind of interest, as a row is headed."""
    return gettext(MEASURED[kind]) if kind in MEASURED else str(control_words(kind))


def several(told: Holding) -> bool:
    """Whether there is more than shares with their votes: who simply owns a part is not asked."""
    simple = {InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS}
    kinds = set(told.interests)
    return len(kinds) > 1 and (kinds != simple or told.shares != told.votes or bool(told.terms))


def _since(kind: InterestType) -> str:
    return f"since_{kind.value}"


def _until(kind: InterestType) -> str:
    return f"until_{kind.value}"


@cache
def _form_of(kinds: tuple[InterestType, ...]) -> type[TermsForm]:
    fields: dict[str, object] = {}
    for each in kinds:
        fields[_since(each)] = DayField(_("Began on"))
        fields[_until(each)] = DayField(_("Ended on"))
    return type("TermsForm", (TermsForm,), fields)


def _pair(key: str) -> tuple[str, str]:
    return ends(key.removesuffix(f"{DOT}{DAYS}"))


def _kept(draft: Draft, key: str) -> Holding:
    return holding(draft, *_pair(key)) or Holding(*_pair(key))


def _prepare(form: TermsForm, draft: Draft, key: str) -> None:
    form.held = _kept(draft, key)
    for kind in form.held.interests:
        since, until = form.days_of(kind)
        # Said whole wherever the field stands alone: among the faults, and beside an answer from elsewhere.
        since.label.text = gettext("%(kind)s: began on", kind=kind_words(kind))
        until.label.text = gettext("%(kind)s: ended on", kind=kind_words(kind))


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    told = _kept(draft, key)
    own = {each.interest: each for each in told.terms}
    found: dict[str, object] = {}
    for kind in told.interests:
        term = own.get(kind, Term(kind))
        found |= {_since(kind): days.typed(term.since), _until(kind): days.typed(term.until)}
    return found


def _answer(draft: Draft, key: str, form: TermsForm) -> Draft:
    told = _kept(draft, key)
    own = {each.interest: each for each in told.terms}
    terms = []
    for kind in told.interests:
        since, until = form.days_of(kind)
        term = replace(own.get(kind, Term(kind)), since=since.value, until=until.value)
        if term != Term(kind):
            terms.append(term)
    return with_holding(draft, replace(told, terms=tuple(terms)))


def _title(draft: Draft, key: str) -> object:
    holder, held = _pair(key)
    words = _("Did any of what %(holder)s holds in %(held)s begin or end on another day?")
    return words % {"holder": name_of(draft, holder), "held": name_of(draft, held)}


def item(draft: Draft, key: str) -> Question | None:
    """The question about one holding; of a single interest there is none."""
    told = holding(draft, *_pair(key))
    body = entity(draft, told.held) if told else None
    if told is None or body is None or body.kind is EntityKind.NOMINEE_AGREEMENT or not several(told):
        return None
    return Question(
        template="terms",
        title=_title,
        form=_form_of(told.interests),
        filled=_filled,
        answer=_answer,
        onward=lambda _draft, _key, _form: Place(SLUG),
        prepare=_prepare,
    )
