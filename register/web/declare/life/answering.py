"""Answering a registrar's question: in words, or with other answers as well."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.answer_clarification import answer_clarification
from register.actions.begin_telling import DraftUnderWayError, begin_answer
from register.declarations.life import MoveNotAllowedError
from register.extensions import db
from register.store.clarifications import NothingAskedError
from register.store.declarations import DeclarationAlreadyDecidedError
from register.web.declare.inputs.form import wrong
from register.web.declare.kept import now, own_company
from register.web.declare.life.forms import ReplyForm
from register.web.declare.life.one import own
from register.web.declare.life.told import question_of
from register.web.guard import allow, signed_in
from register.words import _


@allow(Permission.ANSWER)
def reply(company_id: int, reference: str) -> ResponseReturnValue:
    """The question and its last day; an answer goes to the registrar at once, or the answers are opened for change."""
    company, made = own_company(company_id), own(company_id, reference)
    asked, form = question_of(made), ReplyForm()
    if asked is None:
        flash(gettext("No question about this declaration waits for an answer."))
        return redirect(_home(company_id, reference))
    changing = "change" in request.form
    good = form.validate_on_submit() and (changing or _has_words(form))
    if not good:
        page = render_template("declare/life/reply.html", company=company, made=made, asked=asked, form=form)
        return page, 422 if form.is_submitted() else 200
    if changing:
        return _change(company_id, reference)
    try:
        answer_clarification(db.session, reference, form.words.data or "", by=signed_in(), now=now())
    except (DeclarationAlreadyDecidedError, NothingAskedError, MoveNotAllowedError):
        abort(409)
    db.session.commit()
    flash(gettext("Your answer is with the registrar."))
    return redirect(_home(company_id, reference))


def _change(company_id: int, reference: str) -> ResponseReturnValue:
    try:
        begin_answer(db.session, reference, now=now())
    except DraftUnderWayError:
        flash(
            gettext(
                "You are writing a declaration already. Finish it, or delete it, before you begin another."
            )
        )
    db.session.commit()
    return redirect(url_for("declare.tasks", company_id=company_id))


def _has_words(form: ReplyForm) -> bool:
    if (form.words.data or "").strip():
        return True
    return wrong(form.words, _("Write your answer, or change the declaration instead"))


def _home(company_id: int, reference: str) -> str:
    return url_for("declare.declaration", company_id=company_id, reference=reference)
