"""A person who is barred from public buying, or under sanctions: by whom, why, and until when."""

from collections.abc import Mapping
from dataclasses import replace

from register.declarations.draft import Draft, Particulars
from register.web.declare.inputs import days
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer, Needed
from register.web.declare.inputs.texts import lines_field
from register.web.declare.steps.parties import name_of
from register.web.declare.steps.person import DOT, SLUG
from register.web.declare.steps.step import Place, Question
from register.words import _


class BarredForm(Answer):
    """All of it stays with the registrar."""

    details = lines_field(
        _("By whom, since when, and why?"), Needed(_("Say who barred the person, since when, and why"))
    )
    until = DayField(_("Until when?"), ahead=True)


def _private(draft: Draft, key: str) -> Particulars:
    return draft.particulars.get(key.partition(DOT)[0], Particulars("", ""))


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    private = _private(draft, key)
    return {"details": private.barred_details, "until": days.typed(private.barred_until)}


def _answer(draft: Draft, key: str, form: BarredForm) -> Draft:
    told = replace(
        _private(draft, key),
        barred=True,
        barred_details=form.details.data or "",
        barred_until=form.until.value,
    )
    return replace(draft, particulars={**draft.particulars, key.partition(DOT)[0]: told})


QUESTION = Question(
    template="barred",
    title=lambda draft, key: _("By whom is %(name)s barred?", name=name_of(draft, key.partition(DOT)[0])),
    form=BarredForm,
    filled=_filled,
    answer=_answer,
    onward=lambda _draft, _key, _form: Place(SLUG),
)
