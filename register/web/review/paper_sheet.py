"""Many declarations that came on paper, in one sheet: the template, the file, and every fault by its cell."""

import io

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_wtf.file import FileField, FileRequired, FileSize

from register.access import Permission
from register.actions.enter_papers import EnteredPapers, enter_papers
from register.elsewhere.batch import template
from register.elsewhere.batch.papers import MOST_PAPERS, PAPER_COLUMNS
from register.elsewhere.table import TableRefusedError
from register.extensions import db
from register.store import companies
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.review.door import door, law, local_day, now
from register.words import _

MEGABYTE = 1024 * 1024
LARGEST = 8 * MEGABYTE
#: So many faults are shown at once.
SHOWN = 100
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PaperSheetForm(RegisterForm):
    """One sheet, typed from papers."""

    file = FileField(
        _("Your file"),
        validators=[
            FileRequired(_("Choose the file you filled in.")),
            FileSize(LARGEST, message=_("This file is over 8 MB. Send it in parts.")),
        ],
    )


@door.route("/papers/sheet", methods=["GET", "POST"])
@allow(Permission.ENTER)
def paper_sheet() -> ResponseReturnValue:
    request.max_content_length = LARGEST + MEGABYTE
    form = PaperSheetForm()
    if not form.validate_on_submit() or (entered := _entered(form)) is None:
        return _page(form), 422 if form.is_submitted() else 200
    if entered.made:
        flash(
            ngettext(
                "%(num)s paper is typed in. Look at it, keep its scan and send it.",
                "%(num)s papers are typed in. Look at each, keep its scan and send it.",
                len(entered.made),
            )
        )
    if entered.faults:
        return _page(PaperSheetForm(formdata=None), entered), 422
    return redirect(url_for("review.papers"))


def _entered(form: PaperSheetForm) -> EnteredPapers | None:
    moment = now()
    try:
        entered = enter_papers(
            db.session,
            form.file.data.stream.read(LARGEST + 1),
            principal=signed_in(),
            now=moment,
            today=local_day(moment),
            jurisdiction=law(),
        )
    except TableRefusedError as refused:
        form.file.errors = [gettext(refused.message, **refused.facts)]
        return None
    db.session.commit()
    return entered


def _page(form: PaperSheetForm, entered: EnteredPapers | None = None) -> str:
    faults = entered.faults if entered else ()
    words = [
        gettext(each.message, **{name: gettext(fact) for name, fact in each.facts.items()}) for each in faults
    ]
    return render_template(
        "review/paper_sheet.html",
        form=form,
        most=MOST_PAPERS,
        faults=list(zip(faults, words, strict=True))[:SHOWN],
        all_faults=len(faults),
        made=[(each, companies.company(db.session, each.company_id)) for each in entered.made]
        if entered
        else [],
        left=entered.left if entered else (),
    )


@door.get("/papers/sheet/template.<any(xlsx, csv):ending>")
@allow(Permission.ENTER)
def paper_sheet_template(ending: str) -> ResponseReturnValue:
    columns = PAPER_COLUMNS
    data = template.as_csv(columns) if ending == "csv" else template.as_workbook(law(), gettext, columns)
    answer = send_file(
        io.BytesIO(data),
        mimetype="text/csv" if ending == "csv" else _XLSX,
        as_attachment=True,
        download_name=f"papers.{ending}",
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
