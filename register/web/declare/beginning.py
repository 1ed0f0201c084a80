"""Where a visit starts: the supplier's companies, and the task list of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.actions.begin_declaration import begin_declaration
from register.declarations.draft import Draft
from register.declarations.gaps import Gap
from register.extensions import db
from register.store import awards, companies, declarations, drafts
from register.store.companies import Company
from register.web.declare.kept import jurisdiction, kept, now, own_company
from register.web.declare.lacking import complete, gaps_of, open_gaps
from register.web.declare.steps import steps_for
from register.web.declare.steps.step import Step
from register.web.guard import allow, signed_in
from register.words import _


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list."""

    slug: str
    title: object
    says: object
    status: object
    look: str
    group: object


@allow(Permission.ANSWER)
def start() -> ResponseReturnValue:
    """The supplier's companies; usually there is one, and its task list opens at once."""
    owned = signed_in().companies
    if len(owned) == 1:
        return redirect(url_for("declare.tasks", company_id=owned[0]))
    listed = [(each, drafts.exists(db.session, each.id)) for each in _companies(owned)]
    return render_template("declare/start.html", companies=listed)


@allow(Permission.ANSWER)
def tasks(company_id: int) -> ResponseReturnValue:
    """What is done and what is left; before the first answer, what there will be to do."""
    company = own_company(company_id)
    made = declarations.of_company(db.session, company_id)
    if not drafts.exists(db.session, company_id):
        return render_template(
            "declare/begin.html", company=company, made=made, deadline=_deadline(company, bool(made))
        )
    on = kept(company)
    found = gaps_of(on.draft)
    lines = tuple(_task(on.draft, step, found) for step in steps_for(on.draft))
    ready = complete(on.draft, found)
    return render_template(
        "declare/tasks.html",
        on=on,
        tasks=lines,
        ready=ready,
        done=sum(line.look == "done" for line in lines),
        parts=len(lines) + 2,
        following=next((line for line in lines if line.look != "done"), None),
        made=made,
        deadline=_deadline(company, bool(made)),
    )


@allow(Permission.ANSWER)
def begin(company_id: int) -> ResponseReturnValue:
    """Begin a declaration, filled in with what the register knows of the company already."""
    own_company(company_id)
    if not drafts.exists(db.session, company_id):
        begin_declaration(db.session, company_id, now=now(), jurisdiction=jurisdiction())
        db.session.commit()
    return redirect(url_for("declare.tasks", company_id=company_id))


def _companies(owned: tuple[int, ...]) -> list[Company]:
    return [companies.company(db.session, each) for each in owned]


def _task(draft: Draft, step: Step, found: Sequence[Gap]) -> Task:
    look, status = "", _("To do")
    left = step.left(draft)
    if step.done(draft) and not open_gaps(draft, step, found):
        look, status = "done", _("Done")
    elif left and step.slug == "holdings":
        look, status = "now", _("%(left)s left", left=left)
    elif step.slug in draft.answered:
        look, status = "now", _("Not complete")
    return Task(step.slug, step.title, step.says(draft), status, look, step.group)


def _deadline(company: Company, declared: bool) -> date | None:
    """By when the county needs the first declaration: so many days after the earliest award."""
    if declared:
        return None
    days = [
        each.awarded_on
        for each in awards.awards_of(db.session, [(company.scheme, company.number)])
        if each.awarded_on
    ]
    return min(days) + timedelta(days=jurisdiction().declaration_deadline_days) if days else None
