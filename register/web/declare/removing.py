"""Taking a person, a body or a holding out of the declaration: asked once, done by a post."""

import hmac

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.actions.save_draft import save_draft
from register.declarations.draft import Draft, Holding
from register.extensions import db
from register.store.drafts import DraftChangedElsewhereError
from register.web.declare.asked import sealed
from register.web.declare.inputs.form import Answer
from register.web.declare.kept import Kept, kept, now, on_draft
from register.web.declare.steps import step_called
from register.web.declare.steps.holding import DOT, ends
from register.web.declare.steps.parties import holding, name_of
from register.web.declare.steps.step import Step
from register.web.guard import allow


class RemoveForm(Answer):
    """A button, no question."""


@allow(Permission.ANSWER)
@on_draft
def remove(on: Kept, slug: str, key: str) -> ResponseReturnValue:
    """Ask whether to take it out; then take it out with all that it holds or that is held in it."""
    step = step_called(slug)
    if step is None or step.remove is None or not _there(on.draft, slug, key):
        return abort(404)
    form = RemoveForm()
    if not form.validate_on_submit():
        return _page(on, step, key, form)
    if not hmac.compare_digest((form.seen.data or "").encode(), _seen(on.draft, step, key).encode()):
        return _page(on, step, key, form, elsewhere=True), 409
    try:
        save_draft(db.session, on.company.id, step.remove(on.draft, key), on.version, now())
    except DraftChangedElsewhereError:
        db.session.rollback()
        again = kept(on.company)
        return (
            (_page(again, step, key, form, elsewhere=True), 409)
            if _there(again.draft, slug, key)
            else abort(404)
        )
    db.session.commit()
    return redirect(url_for("declare.answer", company_id=on.company.id, slug=slug))


def _page(on: Kept, step: Step, key: str, form: RemoveForm, *, elsewhere: bool = False) -> str:
    form.seen.data = _seen(on.draft, step, key)
    return render_template(
        "declare/remove.html",
        on=on,
        step=step,
        key=key,
        form=form,
        taken=_taken(on.draft, step.slug, key),
        elsewhere=elsewhere,
    )


def _seen(draft: Draft, step: Step, key: str) -> str:
    """What is taken out, sealed: what was changed since the page was made is not taken out unseen."""
    question = step.item(draft, key)
    told = question.filled(draft, key) if question else {}
    with_it = [repr(each) for each in draft.holdings if key in (*each.key, DOT.join(each.key))]
    return sealed([told, with_it])


def _there(draft: Draft, slug: str, key: str) -> bool:
    if slug == "holdings":
        return DOT in key and holding(draft, *ends(key)) is not None
    parties = draft.people if slug == "people" else draft.entities
    return any(each.key == key for each in parties)


def _taken(draft: Draft, slug: str, key: str) -> dict[str, object]:
    """What goes: its name, and every holding that goes with it, as (holder, held)."""

    def named(each: Holding) -> tuple[str, str]:
        return name_of(draft, each.holder), name_of(draft, each.held)

    if slug == "holdings":
        holder, held = ends(key)
        return {"name": "", "holdings": [(name_of(draft, holder), name_of(draft, held))]}
    return {
        "name": name_of(draft, key),
        "holdings": [named(each) for each in draft.holdings if key in each.key],
    }
