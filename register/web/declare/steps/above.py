"""Whether a body of the chain is itself owned by others, so that a chain of any length can be told."""

from collections.abc import Mapping
from dataclasses import replace

from register.declarations.draft import Draft
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.form import wrong
from register.web.declare.steps.entity import DOT, SLUG
from register.web.declare.steps.find import FIND
from register.web.declare.steps.nobody import NobodyForm, filled_with
from register.web.declare.steps.parties import entity, with_entity
from register.web.declare.steps.step import Place, Question
from register.words import _

ANOTHER, NAMED, NOBODY = "another", "named", "nobody"


class AboveForm(NobodyForm):
    """Who is above a body; where nobody can be named, why."""

    who = radio_field(
        _("Who owns it?"),
        [
            (NAMED, _("People and bodies that I have named, or name as people")),
            (ANOTHER, _("Another company or body as well: I name it next")),
            (NOBODY, _("Nobody can be named")),
        ],
        _("Pick who owns it"),
    )

    def validate(self, extra_validators: object = None) -> bool:
        """A reason is asked only where nobody can be named."""
        if self.who.data != NOBODY:
            self.reason.validators = []
            self.reason.data = None
        good = super().validate(extra_validators)
        if self.who.data == NOBODY and not self.reason.data and not self.leaving and not self.reason.errors:
            return wrong(self.reason, _("Pick why nobody can be named"))
        return good


def _body(key: str) -> str:
    return key.partition(DOT)[0]


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    body = entity(draft, _body(key))
    no_holder = body.no_holder if body else None
    held = any(each.held == _body(key) for each in draft.holdings)
    who = NOBODY if no_holder else (NAMED if held else None)
    return {"who": who, **filled_with(no_holder)}


def _answer(draft: Draft, key: str, form: AboveForm) -> Draft:
    body = entity(draft, _body(key))
    if body is None:
        return draft
    return with_entity(draft, replace(body, no_holder=form.no_owner() if form.who.data == NOBODY else None))


def _onward(_draft: Draft, key: str, form: AboveForm) -> Place:
    if form.who.data == ANOTHER:
        return Place(SLUG, f"{FIND}{DOT}{_body(key)}")
    return Place(SLUG)


def _title(draft: Draft, key: str) -> object:
    body = entity(draft, _body(key))
    return _("Who owns %(name)s?", name=body.name if body else "")


QUESTION = Question(
    template="above", title=_title, form=AboveForm, filled=_filled, answer=_answer, onward=_onward
)
