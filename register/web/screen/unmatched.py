"""Bidders that belong to no company of the register: the queue, one bidder with what is proposed, and the decision."""

import math
from datetime import UTC, datetime
from uuid import uuid4

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.decide_same import NotDecidedError, RecordUnknownError
from register.actions.join_bidder import JoinedAlreadyError, Joining, OvertakenError, join_bidder
from register.extensions import db
from register.store import accounts, likeness, sameness, sameness_pages, unmatched
from register.store.likeness import BIDDER, Kind
from register.store.sameness import Decided, Verdict
from register.store.sameness_pages import Side
from register.store.screening_lists import lines_of
from register.web.guard import allow, signed_in
from register.web.likeness_words import reasons_said
from register.web.paging import page_asked
from register.web.ruling import local_today
from register.web.screen.door import door
from register.web.screen.joining import JoinForm
from register.web.screen.seen import law
from register.web.withheld import kept_from_me

PER_PAGE = 25
MOST_TENDERS = 50
LONGEST_TEXT = 200


@door.get("/unmatched")
@allow(Permission.SCREEN)
def unmatched_bidders() -> ResponseReturnValue:
    text, page = _typed("text"), page_asked()
    found = unmatched.everybody(db.session, text)
    lines = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    decided = sameness.standing_with(db.session, Kind.COMPANY, BIDDER, PER_PAGE)
    keys = {each.proposed for each in lines if each.proposed}
    keys |= {key for each in decided for key in (each.one, each.other)}
    return render_template(
        "screen/unmatched.html",
        text=text,
        lines=lines,
        total=len(found),
        proposed=sum(each.best is not None for each in found),
        decided=[(each, *_ends(each)) for each in decided],
        names=sameness_pages.company_names(db.session, keys),
        people=accounts.names(db.session, {each.by for each in decided}),
        reasons=reasons_said,
        before=_page_of(page - 1, text) if page > 1 else None,
        after=_page_of(page + 1, text) if page * PER_PAGE < len(found) else None,
        where=gettext(
            "Page %(page)s of %(pages)s", page=page, pages=max(page, math.ceil(len(found) / PER_PAGE))
        ),
    )


@door.get("/unmatched/<path:bidder>")
@allow(Permission.SCREEN)
def unmatched_bidder(bidder: str) -> ResponseReturnValue:
    mine, sought = _bidder(bidder), _typed("find")
    verdicts = sameness.standing_of(db.session, Kind.COMPANY, bidder)
    decided = {
        other: verdict
        for other, verdict in verdicts.items()
        if verdict is not Verdict.UNDONE and not other.startswith(BIDDER)
    }
    proposed = [(each, unmatched.company_of(each)) for each in unmatched.proposals(db.session, bidder)]
    subjects = {subject for _, subject in proposed} | set(decided)
    apart = kept_from_me()
    ocids = [each for each in unmatched.tenders_of(db.session, bidder) if each not in apart]
    return render_template(
        "screen/unmatched_bidder.html",
        mine=mine,
        joined=bool(sameness.companies_of(db.session, bidder)),
        by_number=unmatched.has_company(db.session, bidder),
        names=unmatched.names_of(db.session, bidder),
        reaches=unmatched.reaches_of(db.session, bidder),
        proposed=proposed,
        decided=decided,
        companies=sameness_pages.company_names(db.session, subjects),
        reasons=reasons_said,
        sought=sought,
        found=unmatched.companies_called(db.session, sought),
        tenders=lines_of(db.session, ocids, local_today(), limit=MOST_TENDERS),
        more=max(0, len(ocids) - MOST_TENDERS),
    )


@door.get("/unmatched/<path:bidder>/with/<subject>")
@allow(Permission.SCREEN)
def join(bidder: str, subject: str) -> ResponseReturnValue:
    return _side_by_side(bidder, subject, JoinForm())


@door.post("/unmatched/<path:bidder>/with/<subject>")
@allow(Permission.DECIDE)
def decide_join(bidder: str, subject: str) -> ResponseReturnValue:
    form, moment = JoinForm(), datetime.now(UTC)
    form.offer(_decided(bidder, subject)[: max(0, form.decisions_seen)])
    if not form.validate_on_submit():
        return _side_by_side(bidder, subject, form)
    _bidder(bidder)
    try:
        join_bidder(
            db.session,
            Joining(bidder, subject, Verdict(form.verdict.data), form.note.data, form.decisions_seen),
            principal=signed_in(),
            now=moment,
            today=local_today(),
            jurisdiction=law(),
            new_id=lambda: str(uuid4()),
        )
    except (JoinedAlreadyError, OvertakenError, NotDecidedError) as refused:
        db.session.rollback()
        form.refuse(refused)
        return _side_by_side(bidder, subject, form)
    except RecordUnknownError:
        db.session.rollback()
        abort(404)
    db.session.commit()
    flash(gettext("Your decision is saved."))
    return redirect(url_for("screen.unmatched_bidder", bidder=bidder))


def _side_by_side(bidder: str, subject: str, form: JoinForm) -> str:
    mine = _bidder(bidder)
    theirs = None if subject.startswith(BIDDER) else sameness_pages.side(db.session, Kind.COMPANY, subject)
    decided = _decided(bidder, subject)
    form.offer(decided)
    return render_template(
        "screen/join.html",
        mine=mine,
        theirs=theirs or abort(404),
        question=likeness.one(db.session, Kind.COMPANY, bidder, subject),
        reasons=reasons_said,
        decided=decided,
        stands=form.stands.value if form.stands else None,
        people=accounts.names(db.session, {each.by for each in decided}),
        form=form if signed_in().can(Permission.DECIDE) else None,
    )


def _bidder(key: str) -> Side:
    """A bidder as it stands in tenders, or the page that says there is none."""
    found = sameness_pages.side(db.session, Kind.COMPANY, key) if key.startswith(BIDDER) else None
    return found or abort(404)


def _decided(bidder: str, subject: str) -> tuple[Decided, ...]:
    return sameness.of_pair(db.session, Kind.COMPANY, bidder, subject)


def _ends(decided: Decided) -> tuple[str, str]:
    """Bidder and company of a decision."""
    pair = (decided.one, decided.other)
    return pair if decided.one.startswith(BIDDER) else (decided.other, decided.one)


def _typed(name: str) -> str:
    return request.args.get(name, "").strip()[:LONGEST_TEXT]


def _page_of(page: int, text: str) -> str:
    return url_for("screen.unmatched_bidders", page=page, text=text or None)
