"""Imports of contracts: send a file, see how far it is, and read what each run brought, changed and found faulty."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.file import FileField, FileRequired, FileSize
from wtforms.validators import ValidationError

from register.access import Permission
from register.actions.send_contracts import send_contracts
from register.extensions import db
from register.ocds.sniffing import may_be_contracts
from register.store import accounts, imports
from register.store.imports import Run, RunState, RunUnknownError, Way
from register.uploads import LARGEST_PAPER
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.paging import page_asked
from register.web.screen.door import door
from register.web.uploading import takes_files
from register.words import N_, _

PER_PAGE = 25
PROCESSES = 100
WAYS = {
    Way.PAGE: N_("sent on this page"),
    Way.COMMAND: N_("by command"),
    Way.PORTAL: N_("fetched from a portal"),
}


class ContractsForm(RegisterForm):
    """One file of releases or records."""

    file = FileField(
        _("Your file"),
        validators=[
            FileRequired(_("Choose the file to import.")),
            FileSize(
                LARGEST_PAPER, message=_("This file is over 10 MB. Zip it with gzip, or send it in parts.")
            ),
        ],
    )

    data_sent = b""

    def validate_file(self, field: FileField) -> None:
        self.data_sent = field.data.stream.read(LARGEST_PAPER + 1)
        if not may_be_contracts(self.data_sent):
            raise ValidationError(
                _(
                    "This is not JSON. Choose a file of OCDS releases or records: .json, .jsonl, or one of these as .gz."
                )
            )


@dataclass(frozen=True, slots=True)
class ShownRun:
    """A run in words: who brought it and how, and how it stands."""

    run: Run
    by: str
    way: str
    #: waiting, reading, broken off, faulty or done.
    stands: str

    @property
    def percent(self) -> int | None:
        """How much of the file was read; None for what has no size, or is not begun."""
        if not self.run.size or not self.run.position:
            return None
        return min(99, 100 * self.run.bytes_read // self.run.size)


@door.get("/imports")
@allow(Permission.SCREEN)
def imports_made() -> ResponseReturnValue:
    return _list(ContractsForm())


@door.post("/imports")
@allow(Permission.IMPORT)
@takes_files
def send_file() -> ResponseReturnValue:
    form = ContractsForm()
    if not form.validate_on_submit():
        return _list(form)
    run_id = send_contracts(
        db.session,
        form.file.data.filename or gettext("a file"),
        form.data_sent,
        principal=signed_in(),
        now=datetime.now(UTC),
    )
    db.session.commit()
    return redirect(url_for("screen.import_made", import_id=run_id))


def _list(form: ContractsForm) -> str:
    page = page_asked()
    found = imports.runs(db.session, PER_PAGE + 1, (page - 1) * PER_PAGE)
    return render_template(
        "screen/imports.html",
        form=form if signed_in().can(Permission.IMPORT) else None,
        runs=_shown(*found[:PER_PAGE]),
        total=imports.count(db.session),
        before=url_for("screen.imports_made", page=page - 1) if page > 1 else None,
        after=url_for("screen.imports_made", page=page + 1) if len(found) > PER_PAGE else None,
    )


@door.get("/imports/<int:import_id>")
@allow(Permission.SCREEN)
def import_made(import_id: int) -> ResponseReturnValue:
    try:
        run = imports.run(db.session, import_id)
    except RunUnknownError:
        abort(404)
    page = page_asked()
    brought = imports.processes(db.session, import_id, PROCESSES, (page - 1) * PROCESSES)
    last = page * PROCESSES >= run.new + run.changed
    return render_template(
        "screen/import.html",
        shown=_shown(run)[0],
        run=run,
        brought=brought,
        faults=imports.faults(db.session, import_id),
        before=url_for("screen.import_made", import_id=import_id, page=page - 1) if page > 1 else None,
        after=None if last else url_for("screen.import_made", import_id=import_id, page=page + 1),
    )


def _shown(*runs: Run) -> tuple[ShownRun, ...]:
    names = accounts.names(db.session, {each.by for each in runs if each.by is not None})
    return tuple(
        ShownRun(each, names.get(each.by, "") if each.by else "", gettext(WAYS[each.way]), _stands(each))
        for each in runs
    )


def _stands(run: Run) -> str:
    if run.broken_off(datetime.now(UTC)):
        return "broken off"
    if run.state is not RunState.DONE:
        return run.state.value
    return "faulty" if run.faults else "done"
