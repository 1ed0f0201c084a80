"""What a bidder showed by a share code: its declaration as the register knew it when the code was made."""

from zoneinfo import ZoneInfo

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from wtforms.fields import StringField
from wtforms.validators import DataRequired

from register.access import Permission
from register.declarations.life import STANDING
from register.extensions import db
from register.graph.building import company_picture
from register.graph.owners import owners_of
from register.store import bid_snapshots, companies, declarations, identities, statements
from register.store.bid_snapshots import BidSnapshot
from register.web.form import RegisterForm
from register.web.guard import allow
from register.web.screen.bidder import owner_line, unnamed
from register.web.screen.door import door
from register.web.screen.pictures import owners_drawings
from register.web.screen.seen import law
from register.words import _


class CodeForm(RegisterForm):
    """The code that stands in the bid; to look at it changes nothing."""

    class Meta:
        csrf = False

    code = StringField(_("Share code"), [DataRequired(_("Enter the code that stands in the bid."))])


@door.get("/shared")
@allow(Permission.SCREEN)
def shared() -> ResponseReturnValue:
    """Ask for a code; a right one opens the declaration."""
    form = CodeForm(request.args)
    snapshot = bid_snapshots.with_code(db.session, form.code.data) if form.code.data else None
    if snapshot is None or snapshot.revoked_at is not None:
        missing = bool(form.code.data)
        return render_template(
            "screen/shared_code.html", form=form, revoked=snapshot is not None, missing=missing
        ), (404 if missing else 200)
    return _page(snapshot)


def _page(snapshot: BidSnapshot) -> str:
    company = companies.company(db.session, snapshot.company_id)
    subject = company.subject_record_id
    day = snapshot.made_at.astimezone(ZoneInfo(law().timezone)).date()
    told = statements.known_by(db.session, subject, snapshot.made_at)
    known = identities.identities_of(db.session, [each.record_id for each in told])
    picture = company_picture(subject, told, known, day) or abort(404)
    wide, narrow = owners_drawings(picture, picture.subjects[0])
    made = declarations.declaration(db.session, snapshot.reference)
    last = declarations.last(db.session, company.id, *STANDING)
    found = owners_of(picture, picture.subjects[0], law().owner_threshold, law().control_majority)
    return render_template(
        "screen/shared.html",
        snapshot=snapshot,
        company=company,
        made=made,
        day=day,
        wide=wide,
        narrow=narrow,
        owners=tuple(owner_line(picture, each, company.name) for each in found),
        unnamed=unnamed(picture),
        newer=last if last and last.reference != snapshot.reference else None,
    )
