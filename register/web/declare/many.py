"""Declarations of many companies in one file: the template, the upload, what came of it, and every fault by its cell."""

import io

from flask import abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.file import FileField, FileRequired, FileSize
from werkzeug.datastructures import FileStorage

from bods.tables.delimited import Delimited
from register.access import Permission
from register.actions.take_in_declarations import take_in_declarations
from register.elsewhere.batch import template
from register.extensions import db
from register.store import uploads
from register.store.uploads import Upload, UploadNotFoundError, UploadState
from register.web.declare.kept import jurisdiction, now, today
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.words import _

MEGABYTE = 1024 * 1024
LARGEST = 8 * MEGABYTE
#: So many faults are shown on the page; the file has them all.
SHOWN = 100


class FileForm(RegisterForm):
    """One file from the reader's own computer or phone."""

    file = FileField(
        _("Your file"),
        validators=[
            FileRequired(_("Choose the file you filled in.")),
            FileSize(LARGEST, message=_("This file is over 8 MB. Send it in parts.")),
        ],
    )


@allow(Permission.ANSWER)
def many() -> ResponseReturnValue:
    """Explain the sheet, and take it in."""
    request.max_content_length = LARGEST + MEGABYTE
    form = FileForm()
    if form.validate_on_submit():
        return redirect(url_for("declare.many_seen", file=_taken_in(form.file.data).handle))
    latest = uploads.of_account(db.session, signed_in().account_id)
    return render_template("declare/many.html", form=form, latest=latest)


def _taken_in(sent: FileStorage) -> Upload:
    person = signed_in()
    allowed = (*person.companies, *person.edits)
    moment, data = now(), sent.stream.read(LARGEST + 1)
    kept = uploads.add(db.session, person.account_id, sent.filename or "", data, allowed, moment)
    kept = take_in_declarations(db.session, kept.id, now=moment, today=today(), jurisdiction=jurisdiction())
    db.session.commit()
    if kept.state is UploadState.DONE and not kept.faults:
        flash(gettext("Every company of your file has its declaration ready to check and sign."))
    return kept


@allow(Permission.ANSWER)
def many_seen(file: str) -> ResponseReturnValue:
    """How far a file is, what became of each company, and every fault by its cell."""
    found = _own(file)
    return render_template(
        "declare/many_seen.html",
        upload=found,
        faults=[_said(each.message, each.facts) for each in found.faults[:SHOWN]],
        made=[each for each in found.taken if each.company_id is not None],
        left=[each for each in found.taken if each.company_id is None],
    )


@allow(Permission.ANSWER)
def many_template(ending: str) -> ResponseReturnValue:
    """The sheet to fill in, as Excel or CSV."""
    data = template.as_csv() if ending == "csv" else template.as_workbook(jurisdiction(), gettext)
    answer = send_file(
        io.BytesIO(data),
        mimetype="text/csv" if ending == "csv" else _XLSX,
        as_attachment=True,
        download_name=f"declarations.{ending}",
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


@allow(Permission.ANSWER)
def many_faults(file: str) -> ResponseReturnValue:
    """Every fault of a file as CSV: sheet, row, column, what to do."""
    found, out = _own(file), io.BytesIO(b"\xef\xbb\xbf")
    out.seek(0, io.SEEK_END)
    rows = Delimited(out)
    rows.write([gettext("Sheet"), gettext("Row"), gettext("Column"), gettext("What to do")])
    for each in found.faults:
        rows.write([each.sheet, str(each.row), each.column, _said(each.message, each.facts)])
    rows.finish()
    out.seek(0)
    answer = send_file(out, mimetype="text/csv", as_attachment=True, download_name="faults.csv")
    answer.headers["Cache-Control"] = "no-store"
    return answer


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _own(handle: str) -> Upload:
    try:
        return uploads.by_handle(db.session, handle, signed_in().account_id)
    except UploadNotFoundError:
        abort(404)


def _said(message: str, facts: object) -> str:
    words = {name: gettext(value) for name, value in dict(facts).items()}  # type: ignore[call-overload]
    return gettext(message, **words)
