"""One view over all questions of the journey: show a question, keep a good answer, lead to the next."""

import hmac
from collections.abc import Iterator
from dataclasses import replace

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.actions.save_draft import save_draft
from register.declarations.changing import changed_on
from register.declarations.draft import Draft
from register.extensions import db
from register.jurisdictions.audiences import Audience
from register.store.drafts import DraftChangedElsewhereError
from register.web.declare import differing, lacking, showing, typed
from register.web.declare.asked import Asked
from register.web.declare.inputs.countries import names
from register.web.declare.inputs.form import Answer
from register.web.declare.kept import Kept, jurisdiction, kept, now, on_draft
from register.web.declare.steps import step_called, steps_for
from register.web.declare.steps.step import NEW, Place, Step
from register.web.guard import allow


@typed.kept_when_timed_out
@allow(Permission.ANSWER)
@on_draft
def answer(on: Kept, slug: str, key: str = "") -> ResponseReturnValue:
    """Ask one question. A refused answer is shown again with what to do; a good one leads on."""
    asked = _asked(on.draft, slug, key)
    if request.method != "POST":
        return _shown(on, asked)
    form = asked.question.opened(on.draft, key)
    differing.keep_picked(form, asked.question.filled(on.draft, asked.about(on.draft, form)))
    if not form.validate():
        return _page(on, asked, form), 422
    return _keep(on, asked, form)


def _asked(draft: Draft, slug: str, key: str) -> Asked:
    step = step_called(slug)
    question = step and (step.item(draft, key) if key else step.question)
    if step and question is None and request.method == "POST" and request.form.get("key") == key:
        # Taken out elsewhere while it was being changed here: what was typed is not lost, and may be put in again.
        key, question = NEW, step.item(draft, NEW)
    return Asked(step, question, key) if step and question else abort(404)


def _shown(on: Kept, asked: Asked) -> str:
    """The question as it is answered by now, or with what was typed when the session had ended."""
    form = typed.form_of(asked.question, on.draft, asked.key)
    if form is not None:
        return _page(on, asked, form, typed_before=True)
    form = asked.question.opened(on.draft, asked.key)
    form.seen.data = asked.seen(on.draft, asked.key)
    return _page(on, asked, form)


def _keep(on: Kept, asked: Asked, form: Answer) -> ResponseReturnValue:
    """Save the answer, unless the same question was answered otherwise in the meantime."""
    changed = asked.question.answer(on.draft, asked.key, form)
    if on.about.happened_on:
        changed = changed_on(on.draft, changed, on.about.happened_on)
    same = replace(changed, answered=on.draft.answered) == on.draft
    seen = asked.seen(on.draft, asked.about(on.draft, form))
    if not same and not hmac.compare_digest((form.seen.data or "").encode(), seen.encode()):
        return _changed_elsewhere(on, asked, form)
    if changed != on.draft:
        try:
            save_draft(db.session, on.company.id, changed, on.version, now())
        except DraftChangedElsewhereError:
            db.session.rollback()
            return _changed_elsewhere(kept(on.company), asked, form)
    typed.forget()
    db.session.commit()
    return redirect(_after(on, changed, asked, form))


def _changed_elsewhere(on: Kept, asked: Asked, form: Answer) -> ResponseReturnValue:
    about = asked.about(on.draft, form)
    form.seen.data = asked.seen(on.draft, about)
    found = differing.differences(form, asked.question.filled(on.draft, about))
    return _page(on, asked, form, elsewhere=True, differences=found), 409


def _page(on: Kept, asked: Asked, form: Answer, **more: object) -> str:
    form.later.data = False
    return render_template(
        f"declare/steps/{asked.question.template}.html",
        on=on,
        step=asked.step,
        key=asked.key,
        form=form,
        heading=asked.question.title(on.draft, asked.key),
        back_to=_url(on, Place(asked.step.slug)) if asked.key and not _from_check() else _home(on),
        again=() if asked.key else lacking.contradictions(on.company.id, on.draft, asked.step),
        rests=typed.hours_of_rest(),
        country_names=names().values(),
        hidden=lambda field: jurisdiction().audiences.of(field) is not Audience.PUBLIC,
        show=showing.shown(on.company.id, on.draft, asked.step.slug, asked.key, form),
        **more,
    )


def _after(on: Kept, draft: Draft, asked: Asked, form: Answer) -> str:
    if form.leaving:
        return url_for("declare.tasks", company_id=on.company.id)
    place = asked.question.onward(draft, asked.key, form)
    if _from_check() and (place is None or place == Place(asked.step.slug)):
        return url_for("declare.check", company_id=on.company.id)
    if place is not None:
        return _url(on, place)
    if asked.key and (more := asked.step.first(draft)):
        return _url(on, more)
    following = next(_following(draft, asked.step), None)
    if following is None:
        return url_for("declare.check", company_id=on.company.id)
    return _url(on, following.first(draft) or Place(following.slug))


def _following(draft: Draft, step: Step) -> Iterator[Step]:
    """The steps after this one that are not done yet, then those before it."""
    steps = steps_for(draft)
    here = next((place for place, each in enumerate(steps) if each.slug == step.slug), -1)
    every = (*steps[here + 1 :], *steps[: here + 1])
    return (each for each in every if not each.optional and not each.done(draft))


def _from_check() -> bool:
    return request.args.get("back") == "check"


def _home(on: Kept) -> str:
    return url_for("declare.check" if _from_check() else "declare.tasks", company_id=on.company.id)


def _url(on: Kept, place: Place) -> str:
    back = "check" if _from_check() else None
    return url_for(
        "declare.answer", company_id=on.company.id, slug=place.slug, key=place.key or None, back=back
    )
