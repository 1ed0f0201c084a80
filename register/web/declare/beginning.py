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
from register.declarations.life import STANDING, WAITING, Kind
from register.extensions import db
from register.store import awards, companies, declarations, drafts, paper_entries
from register.store.companies import Company
from register.store.declarations import StoredDeclaration
from register.store.drafts import DraftChangedElsewhereError
from register.web.declare.kept import (
    READS,
    WRITES,
    jurisdiction,
    kept,
    may_sign,
    now,
    own_company,
    paper_under_way,
    today,
)
from register.web.declare.lacking import complete, gaps_of, open_gaps
from register.web.declare.life.told import (
    SOON,
    confirmation_due,
    kind_words,
    late_words,
    lateness,
    purpose,
    question_of,
    state_words,
)
from register.web.declare.minutes_left import minutes_left
from register.web.declare.news import news_of, question_words
from register.web.declare.steps import JOURNEY, steps_for
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
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """One declaration made before: what it told, and where it stands as (words, look)."""

    made: StoredDeclaration
    kind: str
    state: tuple[str, str]


@allow(Permission.ANSWER)
def start() -> ResponseReturnValue:
    """The supplier's companies; usually there is one, and its task list opens at once."""
    owned = signed_in().all_companies
    if len(owned) == 1:
        return redirect(url_for("declare.tasks", company_id=owned[0]))
    listed = [(each, drafts.exists(db.session, each.id)) for each in _companies(owned)]
    return render_template("declare/start.html", companies=listed)


@allow(Permission.ANSWER)
def tasks(company_id: int) -> ResponseReturnValue:
    """What is done and what is left; before the first answer, what there will be to do."""
    company = own_company(company_id, READS)
    if (paper := paper_under_way(company_id)) is not None:
        return render_template("declare/paper_under_way.html", company=company, paper=paper)
    made = declarations.of_company(db.session, company_id)
    earlier = tuple(Earlier(each, kind_words(each.about.kind), state_words(each)) for each in made)
    if not drafts.exists(db.session, company_id):
        return _home(company, made, earlier)
    on = kept(company)
    found = gaps_of(on.draft)
    lines = tuple(_task(on.draft, step, found) for step in steps_for(on.draft))
    ready = complete(on.draft, found)
    return render_template(
        "declare/tasks.html",
        on=on,
        tasks=lines,
        may_write=signed_in().may_write(company_id),
        may_sign=may_sign(company_id),
        entering=paper_entries.open_for(db.session, company_id),
        ready=ready,
        done=sum(line.look == "done" and not line.optional for line in lines),
        parts=sum(not line.optional for line in lines) + 2,
        following=next((line for line in lines if line.look != "done" and not line.optional), None),
        minutes=minutes_left(on.draft),
        made=made,
        earlier=earlier,
        purpose=purpose(on.about),
        late=late_words(lateness(on.about, today())),
        deadline=_deadline(company, bool(made)),
    )


def _home(
    company: Company, made: tuple[StoredDeclaration, ...], earlier: tuple[Earlier, ...]
) -> ResponseReturnValue:
    """A company that is not writing: what it may do next, and what it declared before."""
    stands = next((each for each in made if each.state in STANDING), None)
    ended = stands.about.happened_on if stands and stands.about.kind is Kind.DISSOLUTION else None
    due = confirmation_due(company.id)
    waiting = next((each for each in made if each.state in WAITING), None)
    question = question_of(waiting) if waiting else None
    return render_template(
        "declare/begin.html",
        company=company,
        may_write=signed_in().may_write(company.id),
        may_sign=may_sign(company.id),
        made=made,
        earlier=earlier,
        stands=None if ended else stands,
        ended=ended,
        due=due,
        soon=due is not None and due.by - today() <= SOON,
        question=question,
        asked=question_words(question) if question else "",
        news=news_of(made),
        deadline=_deadline(company, bool(made)),
    )


@allow(Permission.ANSWER)
def begin(company_id: int) -> ResponseReturnValue:
    """Begin a declaration, filled in with what the register knows of the company already."""
    own_company(company_id, WRITES)
    if paper_under_way(company_id) is None and not drafts.exists(db.session, company_id):
        try:
            begun = begin_declaration(db.session, company_id, now=now(), jurisdiction=jurisdiction())
        except DraftChangedElsewhereError:
            # Begun in another window in the same instant: that one is shown.
            db.session.rollback()
            return redirect(url_for("declare.tasks", company_id=company_id))
        db.session.commit()
        if not begun.draft.answered:
            return redirect(url_for("declare.answer", company_id=company_id, slug=JOURNEY[0].slug))
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
    elif step.optional:
        status = _("If it applies")
    return Task(step.slug, step.title, step.says(draft), status, look, step.group, step.optional)


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
