"""Telling of a change, ending what somebody held, putting a mistake right, and giving up what is being written."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.begin_telling import begin_change, begin_correction
from register.actions.cease_owners import cease_owners
from register.actions.discard_draft import discard_draft
from register.declarations.draft import Draft
from register.declarations.life import STANDING
from register.extensions import db
from register.store import declarations, drafts
from register.store.drafts import DraftChangedElsewhereError
from register.web.declare.inputs.choices import choices_of
from register.web.declare.inputs.days import typed
from register.web.declare.kept import WRITES, Kept, now, on_draft, own_company, paper_under_way
from register.web.declare.life.forms import (
    CEASED,
    DISSOLVED,
    RENAMED,
    CeaseForm,
    ChangeForm,
    CorrectForm,
    DiscardForm,
)
from register.web.declare.steps.parties import name_of
from register.web.guard import allow, signed_in


@allow(Permission.ANSWER)
def change(company_id: int) -> ResponseReturnValue:
    """What changed, and when; then to the page where it is told."""
    company = own_company(company_id, WRITES)
    if (elsewhere := _busy(company_id)) is not None:
        return elsewhere
    form = ChangeForm()
    if not form.validate_on_submit():
        return render_template("declare/life/change.html", company=company, form=form), _status(form)
    happened_on = form.happened_on.value
    if form.what.data == DISSOLVED or happened_on is None:
        return redirect(url_for("declare.dissolved", company_id=company_id, day=happened_on))
    begin_change(db.session, company_id, happened_on=happened_on, now=now())
    db.session.commit()
    if form.what.data == CEASED:
        return redirect(url_for("declare.cease", company_id=company_id))
    if form.what.data == RENAMED:
        return redirect(url_for("declare.answer", company_id=company_id, slug="company"))
    return redirect(url_for("declare.tasks", company_id=company_id))


@allow(Permission.ANSWER)
@on_draft
def cease(on: Kept) -> ResponseReturnValue:
    """Who holds nothing any more, since when; the rest of the answers stays."""
    still = _holders_still(on.draft)
    form = CeaseForm(data={"ended_on": typed(on.about.happened_on)})
    form.who.choices = choices_of([(key, name_of(on.draft, key)) for key in still])
    day = form.ended_on.value if form.validate_on_submit() else None
    if day is None:
        return render_template("declare/life/cease.html", on=on, form=form, still=still), _status(form)
    try:
        cease_owners(
            db.session,
            on.company.id,
            frozenset(form.who.data or ()),
            day,
            expected_version=on.version,
            now=now(),
        )
    except DraftChangedElsewhereError:
        db.session.rollback()
        flash(gettext("The answers were changed elsewhere in the meantime. Look at them, then try again."))
        return redirect(url_for("declare.cease", company_id=on.company.id))
    db.session.commit()
    flash(_ended(on.draft, form.who.data or []))
    return redirect(url_for("declare.check", company_id=on.company.id))


@allow(Permission.ANSWER)
def correct(company_id: int) -> ResponseReturnValue:
    """What was wrong in what stands; then to the answers, where it is put right."""
    company = own_company(company_id, WRITES)
    if (elsewhere := _busy(company_id)) is not None:
        return elsewhere
    stands = declarations.last(db.session, company_id, *STANDING)
    form = CorrectForm()
    if not form.validate_on_submit() or not form.why.data:
        page = render_template("declare/life/correct.html", company=company, form=form, stands=stands)
        return page, _status(form)
    begin_correction(db.session, company_id, form.why.data, now=now())
    db.session.commit()
    return redirect(url_for("declare.tasks", company_id=company_id))


@allow(Permission.ANSWER)
@on_draft
def discard(on: Kept) -> ResponseReturnValue:
    """Give up what is being written: what was declared before stays as it is."""
    form = DiscardForm()
    if not form.validate_on_submit():
        return render_template("declare/life/discard.html", on=on, form=form)
    discard_draft(db.session, on.company.id, by=signed_in(), now=now())
    db.session.commit()
    flash(gettext("What you were writing is deleted. What you declared before stays as it is."))
    return redirect(url_for("declare.tasks", company_id=on.company.id))


def _busy(company_id: int) -> ResponseReturnValue | None:
    """Where to go instead, when nothing stands yet or something is being written."""
    if paper_under_way(company_id) is not None:
        return redirect(url_for("declare.tasks", company_id=company_id))
    if drafts.exists(db.session, company_id):
        flash(
            gettext(
                "You are writing a declaration already. Finish it, or delete it, before you begin another."
            )
        )
        return redirect(url_for("declare.tasks", company_id=company_id))
    if declarations.last(db.session, company_id, *STANDING) is None:
        flash(gettext("Nothing is declared yet that could change. Declare first."))
        return redirect(url_for("declare.tasks", company_id=company_id))
    return None


def _status(form: ChangeForm | CeaseForm | CorrectForm) -> int:
    return 422 if form.is_submitted() else 200


def _holders_still(draft: Draft) -> tuple[str, ...]:
    """The people and bodies that hold something which has not ended, in the order of the answers."""
    holding = {each.holder for each in draft.holdings if each.until is None}
    parties = (*(each.key for each in draft.people), *(each.key for each in draft.entities))
    return tuple(key for key in parties if key in holding)


def _ended(draft: Draft, keys: list[str]) -> str:
    names = ", ".join(name_of(draft, key) for key in keys)
    return gettext("Ended: what %(names)s held. Check everything once more, then sign.", names=names)
