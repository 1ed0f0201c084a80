"""What a registrar does with a declaration: take it up, ask about it, accept it, reject it, look at its papers."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import abort, current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.accept_declaration import accept_declaration
from register.actions.ask_clarification import ask_clarification
from register.actions.check_evidence import check_evidence
from register.actions.enter_paper import EnteredThemselvesError
from register.actions.reject_declaration import reject_declaration
from register.actions.take_into_review import take_into_review
from register.declarations.life import FourEyesError, MoveNotAllowedError, State
from register.extensions import db
from register.store import declarations, evidence
from register.store.declarations import DeclarationAlreadyDecidedError
from register.store.evidence import Evidence, EvidenceNotFoundError
from register.web.guard import allow, signed_in
from register.web.review.asking import AcceptForm, AskForm, CheckForm, RejectForm, TakeForm
from register.web.review.declaration import found, page
from register.web.review.door import door, law, new_id, now
from register.web.uploading import handed_over
from register.web.words import day


@contextmanager
def _moved_meanwhile() -> Iterator[None]:
    """What is not as it was when the page was opened is said so; the same eyes twice are refused."""
    try:
        yield
    except (DeclarationAlreadyDecidedError, MoveNotAllowedError):
        abort(409)
    except (EnteredThemselvesError, FourEyesError):
        abort(403)


def _back(reference: str, words: str) -> ResponseReturnValue:
    db.session.commit()
    flash(words)
    return redirect(url_for("review.declaration", reference=reference))


@door.post("/declarations/<reference>/take")
@allow(Permission.ACCEPT)
def take(reference: str) -> ResponseReturnValue:
    told = found(reference)
    if not TakeForm().validate_on_submit():
        return page(told)
    with _moved_meanwhile():
        take_into_review(db.session, reference, by=signed_in(), now=now())
    return _back(reference, gettext("You have %(reference)s in hand.", reference=reference))


@door.post("/declarations/<reference>/accept")
@allow(Permission.ACCEPT)
def accept(reference: str) -> ResponseReturnValue:
    told = found(reference)
    if not AcceptForm().validate_on_submit():
        return page(told)
    with _moved_meanwhile():
        accept_declaration(
            db.session,
            reference,
            by=signed_in(),
            now=now(),
            jurisdiction=law(),
            new_id=new_id,
            base_url=current_app.extensions["config"].base_url,
        )
    if declarations.declaration(db.session, reference).state is not State.ACCEPTED:
        return _back(reference, gettext("Your yes is kept. Another registrar must say yes as well."))
    return _back(reference, gettext("%(reference)s is accepted.", reference=reference))


@door.post("/declarations/<reference>/reject")
@allow(Permission.ACCEPT)
def reject(reference: str) -> ResponseReturnValue:
    told, form = found(reference), RejectForm()
    if not form.validate_on_submit():
        return page(told, reject=form)
    with _moved_meanwhile():
        reject_declaration(db.session, reference, form.reason.data, by=signed_in(), now=now())
    return _back(
        reference, gettext("%(reference)s is rejected; the supplier reads your reason.", reference=reference)
    )


@door.post("/declarations/<reference>/ask")
@allow(Permission.ACCEPT)
def ask(reference: str) -> ResponseReturnValue:
    told, form = found(reference), AskForm()
    if not form.validate_on_submit():
        return page(told, ask=form)
    about = (form.about.data or "").strip()[:300]
    question = f"{about}: {form.question.data}" if about else form.question.data
    with _moved_meanwhile():
        due_on = ask_clarification(
            db.session,
            reference,
            question,
            by=signed_in(),
            now=now(),
            jurisdiction=law(),
            base_url=current_app.extensions["config"].base_url,
        )
    return _back(
        reference, gettext("The supplier is told of your question and answers by %(date)s.", date=day(due_on))
    )


@door.get("/declarations/<reference>/papers/<int:paper_id>")
@allow(Permission.ACCEPT)
def declaration_paper(reference: str, paper_id: int) -> ResponseReturnValue:
    """A paper handed in with a declaration, to keep and look at outside the browser's page."""
    paper = _paper(reference, paper_id)
    data = current_app.extensions["config"].data
    return handed_over(paper, evidence.opened(db.session, data, paper.id))


@door.post("/declarations/<reference>/papers/<int:paper_id>/check")
@allow(Permission.ACCEPT)
def check_paper(reference: str, paper_id: int) -> ResponseReturnValue:
    told, form, paper = found(reference), CheckForm(), _paper(reference, paper_id)
    if not form.validate_on_submit():
        return page(told, check=(paper.id, form))
    check_evidence(
        db.session,
        paper.id,
        matches=form.outcome.data == "matches",
        words=form.words.data,
        by=signed_in(),
        now=now(),
    )
    return _back(reference, gettext("What you found is kept with the paper."))


def _paper(reference: str, paper_id: int) -> Evidence:
    told = found(reference)
    try:
        paper = evidence.one(db.session, paper_id)
    except EvidenceNotFoundError:
        abort(404)
    about = evidence.about_declaration(told.reference)
    return paper if paper.about == about or paper.about.startswith(f"{about}/") else abort(404)
