"""Who leads the company: its directors, and who runs it from day to day."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import ngettext

from register.declarations.draft import SUBJECT, Draft, EntityKind, PersonKind, Post, PostRole
from register.declarations.gaps_in_posts import asks_who_runs_it
from register.web.declare.inputs.choices import ChecksField, choices_of, radio_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import lines_field
from register.web.declare.steps import leader
from register.web.declare.steps.leader import SLUG
from register.web.declare.steps.parties import answered, parties_of, person
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.words import _

ADD, ALL = "add", "all"


class LeadersForm(Answer):
    """Everybody named so far, to be ticked; and whether somebody is missing."""

    board = ChecksField(_("Who sits on the board? (directors)"), choices=[])
    runs = ChecksField(_("Who runs it from day to day? (senior managing official)"), choices=[])
    then = radio_field(
        _("Does anybody else lead it?"),
        [(ADD, _("Yes, I name them next")), (ALL, _("No, those are all"))],
        _("Pick whether anybody else leads it"),
    )
    nobody_runs = lines_field(_("Why can you not name who runs it?"))

    #: Nobody owns it: then who runs it must be named.
    must_run = False

    def validate(self, extra_validators: object = None) -> bool:
        """Where nobody is an owner, who runs the company stands in their place."""
        good = super().validate(extra_validators)
        missing = self.must_run and not (self.runs.data or self.nobody_runs.data) and self.then.data == ALL
        if missing and not self.leaving:
            message = _(
                "Name the person who runs it from day to day, or say why you cannot: nobody else is named"
            )
            return wrong(self.then, message)
        return good


#: Bodies that may be a director themselves.
COMPANIES = frozenset({EntityKind.COMPANY, EntityKind.LISTED, EntityKind.LIMITED_LIABILITY_PARTNERSHIP})

ROLES: Mapping[str, PostRole] = {
    "board": PostRole.BOARD_MEMBER,
    "runs": PostRole.SENIOR_MANAGING_OFFICIAL,
}


def _named(draft: Draft) -> list[tuple[str, str]]:
    people = {each.key for each in draft.people if each.kind is PersonKind.NAMED}
    companies = {each.key for each in draft.entities if each.kind in COMPANIES}
    return [(key, name) for key, name in parties_of(draft) if key in people | companies]


def _prepare(form: LeadersForm, draft: Draft, _key: str) -> None:
    people = [(key, name) for key, name in _named(draft) if person(draft, key)]
    form.board.choices = choices_of(_named(draft))
    form.runs.choices = choices_of(people)
    form.must_run = asks_who_runs_it(draft)
    if not people:
        form.then.label.text = _("Can you name who leads it?")
        form.then.choices = choices_of(
            [(ADD, _("Yes, I name the first one")), (ALL, _("No, nobody does: the owner does everything"))]
        )


def _holding(draft: Draft, role: PostRole) -> list[str]:
    return sorted(
        each.holder for each in draft.posts if each.role is role and each.held == SUBJECT and not each.until
    )


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    then = ALL if SLUG in draft.answered else None
    posts = {name: _holding(draft, role) for name, role in ROLES.items()}
    return {**posts, "then": then, "nobody_runs": draft.nobody_runs}


def _answer(draft: Draft, _key: str, form: LeadersForm) -> Draft:
    for name, role in ROLES.items():
        ticked = set(form[name].data or ())
        offered = {code for code, *_more in form[name].iter_choices()}
        kept = tuple(
            each
            for each in draft.posts
            if each.role is not role or each.held != SUBJECT or each.holder not in offered - ticked
        )
        there = {each.holder for each in kept if each.role is role and each.held == SUBJECT}
        new = tuple(Post(key, role) for key, _name in _named(draft) if key in ticked - there)
        draft = replace(draft, posts=(*kept, *new))
    runs = form.runs.data or not form.must_run
    draft = replace(draft, nobody_runs="" if runs else form.nobody_runs.data or "")
    return answered(draft, SLUG) if form.then.data == ALL else draft


def _says(draft: Draft) -> object:
    if SLUG not in draft.answered and not draft.posts:
        return _("About 1 minute")
    many = len({each.holder for each in draft.posts})
    return ngettext("%(num)s person leads it", "%(num)s people lead it", many) if many else _("Nobody")


STEP = Step(
    slug=SLUG,
    title=_("Who leads it"),
    group=_("Owners"),
    question=Question(
        template="leaders",
        title=lambda draft, _key: _("Who leads %(name)s?", name=draft.company.name),
        form=LeadersForm,
        filled=_filled,
        answer=_answer,
        onward=lambda _draft, _key, form: Place(SLUG, NEW) if form.then.data == ADD else None,
        prepare=_prepare,
        watched=lambda draft, _key: [repr(each) for each in draft.posts],
    ),
    done=lambda draft: SLUG in draft.answered,
    says=_says,
    item=leader.item,
)
