"""Somebody who leads the company: what they are in it and since when; and a person who does nothing else in it."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import BooleanField

from register.declarations.draft import SUBJECT, Draft, Post, PostRole
from register.web.declare.inputs import days
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer
from register.web.declare.inputs.texts import text_field
from register.web.declare.steps import person as one
from register.web.declare.steps.parties import name_of, person
from register.web.declare.steps.person import DOT, PersonForm
from register.web.declare.steps.step import NEW, Place, Question
from register.words import N_, _

SLUG = "leaders"

ROLES: Mapping[PostRole, str] = {
    PostRole.BOARD_MEMBER: N_("Director (member of the board)"),
    PostRole.BOARD_CHAIR: N_("Chair of the board"),
    PostRole.SENIOR_MANAGING_OFFICIAL: N_("Runs it from day to day (senior managing official)"),
    PostRole.SECRETARY: N_("Company secretary"),
    PostRole.TREASURER: N_("Treasurer"),
    PostRole.OTHER: N_("Another post"),
}
_CHOICES = [(role.value, _(words)) for role, words in ROLES.items()]


class LeaderForm(PersonForm):
    """A person's answers, and the post."""

    role = radio_field(_("What is their post?"), _CHOICES, _("Pick what their post is"))


class PostForm(Answer):
    """A post: what it is called, and its days."""

    title = text_field(_("What is the post called?"))
    since = DayField(_("Since when?"))
    until = DayField(_("Until when?"))
    over = BooleanField(_("They do not have this post any more"))


def _answer(draft: Draft, key: str, form: LeaderForm) -> Draft:
    draft = one.QUESTION.answer(draft, key, form)
    named = form.key.data or ""
    if person(draft, named) is None or not form.role.data:
        return draft
    post = Post(named, PostRole(form.role.data))
    return (
        draft
        if post.key in {each.key for each in draft.posts}
        else replace(draft, posts=(*draft.posts, post))
    )


def _onward(draft: Draft, key: str, form: LeaderForm) -> Place:
    place = one.onward(draft, key, form)
    return place if place.key else Place(SLUG)


NEW_LEADER = replace(
    one.QUESTION,
    template="leader",
    title=lambda _draft, _key: _("Name somebody who leads it"),
    form=LeaderForm,
    filled=lambda draft, key: {**one.QUESTION.filled(draft, key), "role": None},
    answer=_answer,
    onward=_onward,
)


def _post(draft: Draft, key: str) -> Post | None:
    holder, _dot, role = key.partition(DOT)
    return next((each for each in draft.posts if each.key == (holder, SUBJECT, role)), None)


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    post = _post(draft, key)
    return {
        "title": post.title if post else "",
        "since": days.typed(post.since if post else None),
        "until": days.typed(post.until if post else None),
        "over": bool(post and post.until),
    }


def _kept(draft: Draft, key: str, form: PostForm) -> Draft:
    post = _post(draft, key)
    until = form.until.value if form.over.data else None
    told = post and replace(post, title=form.title.data or "", since=form.since.value, until=until)
    return replace(draft, posts=tuple(told if each == post and told else each for each in draft.posts))


THE_POST = Question(
    template="post",
    title=lambda draft, key: _("The post of %(name)s", name=name_of(draft, key.partition(DOT)[0])),
    form=PostForm,
    filled=_filled,
    answer=_kept,
    onward=lambda _draft, _key, _form: Place(SLUG),
)


def item(draft: Draft, key: str) -> Question | None:
    """Somebody new who leads the company, or one post of somebody."""
    if key == NEW:
        return NEW_LEADER
    return THE_POST if _post(draft, key) else None
