"""The lists that flags look at: which are loaded, how old they are, who stands on them, and sending a newer one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from register.access import Permission
from register.actions.send_list import SentList, send_list
from register.elsewhere.lists import table
from register.extensions import db
from register.ocds import officials
from register.ocds.fault import Fault
from register.store import lists_loaded
from register.store.lists_loaded import KINDS, ListUnknownError, LoadedList
from register.uploads import LARGEST_PAPER
from register.web.guard import allow, signed_in
from register.web.oversight.door import door
from register.web.oversight.list_forms import CALLED, ListForm
from register.web.paging import page_asked
from register.web.ruling import local_today, rules_today
from register.web.uploading import takes_files

PER_PAGE = 100
#: So many lists that newer ones replaced are shown of each kind, and so many faults of a file.
OLDER, FAULTS = 10, 100


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list, and from when on it is too old."""

    loaded: LoadedList
    stale_from: date
    stale: bool


@dataclass(frozen=True, slots=True)
class ShownKind:
    """The lists of one kind: those in force, then others that were replaced."""

    kind: str
    words: str
    lists: tuple[ShownList, ...]


@door.get("/lists")
@allow(Permission.SCREEN)
def lists_page() -> ResponseReturnValue:
    return _page(ListForm())


@door.post("/lists")
@allow(Permission.IMPORT)
@takes_files
def send() -> ResponseReturnValue:
    form = ListForm()
    if not form.validate_on_submit():
        return _page(form)
    came = send_list(
        db.session,
        form.file.data.stream.read(LARGEST_PAPER + 1),
        form.file.data.filename or gettext("a file"),
        kind=form.kind.data,
        listed_on=form.listed_on.value or abort(400),
        source=form.source.data.strip(),
        principal=signed_in(),
        jurisdiction=rules_today(),
        now=datetime.now(UTC),
    )
    if came.faults or not came.entries:
        return _page(form, came)
    db.session.commit()
    flash(_told(came))
    return redirect(url_for("oversight.lists_page"))


@door.get("/lists/<kind>/<int:list_id>")
@allow(Permission.SCREEN)
def listed(kind: str, list_id: int) -> ResponseReturnValue:
    """Who stands on one list."""
    try:
        known = lists_loaded.one(db.session, kind, list_id)
    except ListUnknownError:
        abort(404)
    page = page_asked()
    return render_template(
        "oversight/listed.html",
        shown=_shown(known),
        words=gettext(CALLED[kind]),
        entries=lists_loaded.entries(db.session, kind, list_id, limit=PER_PAGE, offset=(page - 1) * PER_PAGE),
        before=_address(kind, list_id, page - 1) if page > 1 else None,
        after=_address(kind, list_id, page + 1) if page * PER_PAGE < known.entries else None,
    )


def _page(form: ListForm, came: SentList | None = None) -> str:
    kinds = [
        ShownKind(kind, gettext(CALLED[kind]), _all(lists_loaded.loaded(db.session, kind, limit=OLDER)))
        for kind in KINDS
    ]
    faults: Sequence[Fault] = came.faults if came else ()
    return render_template(
        "oversight/lists.html",
        kinds=kinds,
        form=form if signed_in().can(Permission.IMPORT) else None,
        faults=faults[:FAULTS],
        count=len(faults),
        nobody=came is not None and not faults,
        officials=officials.COLUMNS,
        others=table.COLUMNS,
    )


def _all(known: Sequence[LoadedList]) -> tuple[ShownList, ...]:
    return tuple(map(_shown, known))


def _shown(known: LoadedList) -> ShownList:
    stale_from = rules_today().list_days.stale_from(known.kind, known.listed_on)
    return ShownList(known, stale_from, known.in_force and stale_from <= local_today())


def _told(came: SentList) -> str:
    if not came.new:
        return gettext("Nothing is new: this very list is loaded already.")
    return ngettext(
        "%(num)s entry is loaded. Open tenders are asked about again.",
        "%(num)s entries are loaded. Open tenders are asked about again.",
        came.entries,
    )


def _address(kind: str, list_id: int, page: int) -> str:
    return url_for("oversight.listed", kind=kind, list_id=list_id, page=page if page > 1 else None)
