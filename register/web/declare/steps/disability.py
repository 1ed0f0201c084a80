"""The number under which somebody is registered as a person with a disability: asked of whom a reservation rests on."""

from collections.abc import Mapping
from dataclasses import replace

from register.declarations.draft import Draft, Group, Particulars
from register.web.declare.inputs.form import Answer
from register.web.declare.inputs.texts import text_field
from register.web.declare.steps.parties import name_of
from register.web.declare.steps.step import Place, Question
from register.words import _

SLUG = "claims"
#: Begins the key of the question: "number.a1" asks for the number of a1.
NUMBER = "number"
DOT = "."


class NumberForm(Answer):
    """One number; who has none yet leaves it empty."""

    number = text_field(_("Number in the register of persons with disabilities"), most=40)


def members(draft: Draft) -> list[str]:
    """Those who are said to be registered so, in the order of the answers."""
    return [
        each.key
        for each in draft.people
        if Group.DISABILITY in (draft.particulars.get(each.key, Particulars("", "")).groups or ())
    ]


def after(draft: Draft, person: str | None = None) -> Place | None:
    """The question about the next of them, the first when nobody was asked about yet."""
    every = members(draft)
    place = every.index(person) + 1 if person in every else 0
    return Place(SLUG, f"{NUMBER}{DOT}{every[place]}") if place < len(every) else None


def _person(key: str) -> str:
    return key.partition(DOT)[2]


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    return {"number": draft.particulars[_person(key)].disability_number}


def _answer(draft: Draft, key: str, form: NumberForm) -> Draft:
    told = replace(draft.particulars[_person(key)], disability_number=form.number.data or "")
    return replace(draft, particulars={**draft.particulars, _person(key): told})


QUESTION = Question(
    template="disability",
    title=lambda draft, key: _("The disability number of %(name)s", name=name_of(draft, _person(key))),
    form=NumberForm,
    filled=_filled,
    answer=_answer,
    onward=lambda draft, key, _form: after(draft, _person(key)),
)


def item(draft: Draft, key: str) -> Question | None:
    """The question about one of them."""
    return QUESTION if key.startswith(NUMBER + DOT) and _person(key) in members(draft) else None
