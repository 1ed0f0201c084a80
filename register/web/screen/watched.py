"""The companies whose owners an officer watches, and who came and went since."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms.fields import HiddenField
from wtforms.validators import AnyOf

from register.access import Permission
from register.extensions import db
from register.store import owner_changes, sameness_pages, watches
from register.store.owner_changes import OwnerChange
from register.store.watches import CONTRACTORS, Watch
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.screen.door import door
from register.words import _

MOST = 200
YES = "yes"


class WatchForm(RegisterForm):
    """A company by its record id, or nothing for all suppliers with a contract; and whether to watch, or no more."""

    company = HiddenField()
    wanted = HiddenField(validators=[AnyOf((YES, "no"), message=_("Choose what to watch."))])


@dataclass(frozen=True, slots=True)
class SeenWatch:
    """One watched company, and how its owners changed since, newest first."""

    watch: Watch
    name: str
    changes: tuple[OwnerChange, ...]


@door.get("/watched")
@allow(Permission.SCREEN)
def watched() -> ResponseReturnValue:
    mine = watches.of_account(db.session, signed_in().account_id)
    single = [each for each in mine if each.company != CONTRACTORS]
    changes = owner_changes.of_companies(db.session, [each.company for each in single], MOST)
    contractors = owner_changes.of_contractors(db.session, MOST)
    keys = {each.company for each in single} | {each.company for each in contractors}
    names = sameness_pages.company_names(db.session, keys)
    return render_template(
        "screen/watched.html",
        lines=[
            SeenWatch(
                each,
                names[each.company],
                tuple(
                    change
                    for change in changes
                    if change.company == each.company and change.found_at >= each.since
                ),
            )
            for each in single
        ],
        contractors=contractors,
        all_watched=len(single) < len(mine),
        names=names,
    )


@door.post("/watched")
@allow(Permission.DECIDE)
def watch() -> ResponseReturnValue:
    form, account_id = WatchForm(), signed_in().account_id
    if not form.validate_on_submit():
        return redirect(url_for("screen.watched"))
    company = form.company.data or CONTRACTORS
    if form.wanted.data != YES:
        watches.end(db.session, account_id, company)
        flash(gettext("You watch it no more."))
    else:
        if company != CONTRACTORS and not watches.declares(db.session, [company]):
            abort(404)
        watches.begin(db.session, account_id, company, datetime.now(UTC))
        flash(gettext("You will get a letter when an owner comes or goes."))
    db.session.commit()
    return redirect(url_for("screen.watched"))
