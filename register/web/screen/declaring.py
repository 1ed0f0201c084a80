"""Where committee members declare conflicts of their own, and where officers enter such declarations from paper."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from register.access import Permission
from register.actions.declare_conflict import (
    Asked,
    DeclaringMovedError,
    HasAccountError,
    NotAMemberError,
    asked_of,
    asked_on_paper,
    declare_conflict,
    enter_conflict,
)
from register.extensions import db
from register.screening.committee import Stand, stand
from register.store import committees
from register.web.guard import allow, signed_in
from register.web.ruling import local_today
from register.web.screen.committee import refuse_other
from register.web.screen.committee_forms import NO, YES, ConflictForm, PaperConflictForm
from register.web.screen.committee_words import COMMITTEES, KINDS, SEATS, STANDS, declared_words, signed_words
from register.web.screen.door import door


@dataclass(frozen=True, slots=True)
class OwnDeclaration:
    """What somebody declared before, for their own eyes: with the words about a conflict."""

    what: str
    kind: str
    words: str
    signed: str


@dataclass(frozen=True, slots=True)
class OwnTender:
    """A tender on whose committee somebody sits, and how it stands with their declaration."""

    asked: Asked
    seats: tuple[str, ...]
    stands: str
    kind: str
    waits: bool


@door.get("/committees")
@allow(Permission.DECLARE_CONFLICT)
def own_committees() -> ResponseReturnValue:
    """The tenders on whose committees the reader sits, those that wait for a declaration first."""
    found = sorted(own_tenders(), key=lambda each: (not each.waits, each.asked.tender))
    return render_template("screen/committees.html", tenders=found)


def own_tenders() -> list[OwnTender]:
    """Where the reader sits on a committee now."""
    account_id, today = signed_in().account_id, local_today()
    sitting = [each for each in committees.of_account(db.session, account_id) if not each.over(today)]
    ocids = dict.fromkeys(each.ocid for each in sitting)
    return [_own_tender(asked_of(db.session, ocid, account_id, today)) for ocid in ocids]


def _own_tender(asked: Asked) -> OwnTender:
    found = {stand(each, asked.bidders) for each in asked.seats}
    stands = next(each for each in Stand if each in found)
    words, kind = STANDS[stands]
    seats = tuple(
        f"{gettext(COMMITTEES[each.committee])}, {gettext(SEATS[each.seat])}" for each in asked.seats
    )
    return OwnTender(asked, seats, gettext(words), kind, stands in {Stand.WAITING, Stand.TO_CONFIRM})


@door.route("/<path:ocid>/declare", methods=["GET", "POST"])
@allow(Permission.DECLARE_CONFLICT)
def declare(ocid: str) -> ResponseReturnValue:
    """What the reader declares about one tender."""
    principal, today = signed_in(), local_today()
    try:
        asked = asked_of(db.session, ocid, principal.account_id, today)
    except NotAMemberError:
        abort(404)
    form = ConflictForm(asked)
    if not form.validate_on_submit():
        return _page(asked, form)
    try:
        declare_conflict(
            db.session,
            ocid,
            form.said,
            signed_words,
            str(get_locale()),
            principal=principal,
            now=datetime.now(UTC),
            today=today,
        )
    except DeclaringMovedError:
        db.session.rollback()
        form.moved(asked)
        return _page(asked, form)
    db.session.commit()
    flash(gettext("Your declaration is signed and kept."))
    return redirect(url_for("screen.own_committees"))


def _page(asked: Asked, form: ConflictForm) -> str:
    declared = asked.seats[0].declared
    told = committees.words_of(db.session, [each.id for each in declared])
    own = []
    for each in declared:
        about = told.get(each.id)
        kind = gettext(KINDS[about.kind]) if about and about.kind else ""
        own.append(OwnDeclaration(declared_words(each, {}), kind, about.words if about else "", each.signed))
    return render_template(
        "screen/declare.html", asked=asked, form=form, own=own, signed=_sentences(asked), paper=None
    )


def _sentences(asked: Asked) -> dict[str, str]:
    return {NO: signed_words(asked, False), YES: signed_words(asked, True)}


@door.route("/<path:ocid>/committee/<int:member_id>/paper", methods=["GET", "POST"])
@allow(Permission.DECIDE)
def declared_on_paper(ocid: str, member_id: int) -> ResponseReturnValue:
    """Enter what a member without an account declared on paper."""
    refuse_other(ocid, member_id)
    today = local_today()
    try:
        asked = asked_on_paper(db.session, member_id, today)
    except (NotAMemberError, HasAccountError):
        abort(404)
    form = PaperConflictForm(asked)
    if not form.validate_on_submit():
        return _paper_page(asked, form)
    try:
        enter_conflict(
            db.session,
            member_id,
            form.said,
            signed_words,
            str(get_locale()),
            on=form.on.value or today,
            principal=signed_in(),
            now=datetime.now(UTC),
            today=today,
        )
    except DeclaringMovedError:
        db.session.rollback()
        form.moved(asked)
        return _paper_page(asked, form)
    db.session.commit()
    flash(gettext("The declaration is kept, with your name as who entered it."))
    return redirect(url_for("screen.committee", ocid=ocid))


def _paper_page(asked: Asked, form: PaperConflictForm) -> str:
    (member,) = asked.seats
    return render_template(
        "screen/declare.html", asked=asked, form=form, own=[], signed=_sentences(asked), paper=member
    )
