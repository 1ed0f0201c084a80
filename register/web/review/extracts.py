"""Extracts of the companies' registry: found, entered from paper or a file, and compared with what was declared."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_wtf.file import FileField, FileRequired, FileSize
from wtforms import Field
from wtforms.fields import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from register.access import Permission
from register.actions.enter_extracts import enter_extracts
from register.declarations.draft import Draft
from register.elsewhere.batch.cells import CellWrongError, day
from register.elsewhere.extract_file import read_extracts
from register.elsewhere.extracts import CompanyStatus, Extract, Party, PartyRole, differences, shown
from register.elsewhere.fault import CellFault
from register.elsewhere.table import TableRefusedError, read_table
from register.extensions import db
from register.store import accounts, companies, declarations, registry_extracts
from register.store.companies import Company
from register.store.registry_extracts import KeptExtract
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.review.door import PER_PAGE, door, law, local_day, now, page_asked
from register.words import N_, _

MEGABYTE = 1024 * 1024
LARGEST = 8 * MEGABYTE
STATUSES = {
    CompanyStatus.ACTIVE: N_("Active"),
    CompanyStatus.DORMANT: N_("Dormant"),
    CompanyStatus.LIQUIDATION: N_("In liquidation"),
    CompanyStatus.STRUCK_OFF: N_("Struck off"),
    CompanyStatus.DISSOLVED: N_("Dissolved"),
    CompanyStatus.UNKNOWN: N_("Not said"),
}
LONG = Length(max=4000, message=_("Write at most 4,000 letters."))


class ExtractForm(RegisterForm):
    """What stands in an extract; shareholders one a line, as name; shares; number of a company."""

    scheme = SelectField(
        _("Kind of number"), validators=[DataRequired(_("Choose which register gave the number."))]
    )
    number = StringField(
        _("Company number"), validators=[DataRequired(_("Enter the company’s number.")), LONG]
    )
    name = StringField(
        _("Company name"), validators=[DataRequired(_("Enter the company's registered name.")), LONG]
    )
    status = SelectField(_("Status"), validators=[DataRequired(_("Choose the status."))])
    extracted_on = StringField(
        _("Date of the extract"), validators=[DataRequired(_("Enter the day on which it was issued.")), LONG]
    )
    source = StringField(
        _("Which paper this is"),
        validators=[DataRequired(_("Write which paper it is, with its number.")), LONG],
    )
    directors = TextAreaField(_("Directors, one a line"), validators=[LONG])
    shareholders = TextAreaField(_("Shareholders, one a line"), validators=[LONG])

    def validate_extracted_on(self, field: Field) -> None:
        try:
            day(field.data or "", local_day(now()))
        except CellWrongError as wrong:
            raise ValidationError(_(wrong.message)) from None

    def validate_shareholders(self, field: Field) -> None:
        try:
            _holders(field.data or "")
        except InvalidOperation:
            raise ValidationError(
                _("Write each as name; number of shares, such as “Ana Mwikali; 600”.")
            ) from None

    def extract(self) -> Extract:
        """What was typed."""
        on = day(self.extracted_on.data or "", local_day(now()))
        assert on is not None  # noqa: S101 (the field is needed)
        directors = [Party(PartyRole.DIRECTOR, name) for name in _lines(self.directors.data or "")]
        return Extract(
            scheme=self.scheme.data,
            number="".join((self.number.data or "").split()).upper(),
            name=" ".join((self.name.data or "").split()),
            status=CompanyStatus(self.status.data),
            extracted_on=on,
            source=(self.source.data or "").strip(),
            parties=(*directors, *_holders(self.shareholders.data or "")),
        )


class ExtractsFileForm(RegisterForm):
    """A file of extracts, and where it came from."""

    file = FileField(
        _("Your file"),
        validators=[
            FileRequired(_("Choose the file you filled in.")),
            FileSize(LARGEST, message=_("This file is over 8 MB. Send it in parts.")),
        ],
    )
    source = StringField(
        _("Where it comes from"), validators=[DataRequired(_("Write who issued the extracts.")), LONG]
    )


def _lines(text: str) -> list[str]:
    return [told for line in text.splitlines() if (told := " ".join(line.split()))]


def _holders(text: str) -> list[Party]:
    found = []
    for line in _lines(text):
        name, shares, number = ([part.strip() for part in line.split(";")] + ["", ""])[:3]
        told = Decimal(shares.replace(",", "")) if shares else None
        if told is not None and (not told.is_finite() or told < 0):
            raise InvalidOperation
        found.append(Party(PartyRole.SHAREHOLDER, name, told, number.upper()))
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """The newest extract of a company, and how a declaration differs from it in words."""

    kept: KeptExtract
    differences: tuple[str, ...]


def compared(company: Company, answers: Draft) -> Compared | None:
    """Compare a declaration with the newest extract of the company; None when no extract is kept."""
    kept = registry_extracts.newest(db.session, company.scheme, company.number)
    if kept is None:
        return None
    found = differences(kept.extract, answers)
    return Compared(kept, tuple(gettext(each.message, **each.facts) for each in found))


@door.context_processor
def _for_templates() -> dict[str, object]:
    return {"registry_compared": compared}


@door.get("/extracts")
@allow(Permission.REVIEW)
def extracts() -> ResponseReturnValue:
    return _list(ExtractsFileForm())


@door.post("/extracts")
@allow(Permission.ACCEPT)
def send_extracts() -> ResponseReturnValue:
    request.max_content_length = LARGEST + MEGABYTE
    form = ExtractsFileForm()
    if not form.validate_on_submit():
        return _list(form)
    data = form.file.data.stream.read(LARGEST + 1)
    try:
        table = read_table(data)
    except TableRefusedError as refused:
        form.file.errors = [gettext(refused.message, **refused.facts)]
        return _list(form)
    moment = now()
    scheme = law().identifier_schemes[0].code
    read = read_extracts(table, source=form.source.data, scheme=scheme, today=local_day(moment))
    kept = enter_extracts(db.session, read.extracts, by=signed_in().account_id, now=moment)
    db.session.commit()
    flash(ngettext("%(num)s new extract is kept.", "%(num)s new extracts are kept.", kept))
    return (
        _list(ExtractsFileForm(formdata=None), read.faults)
        if read.faults
        else redirect(url_for("review.extracts"))
    )


def _list(form: ExtractsFileForm, faults: tuple[CellFault, ...] = ()) -> str:
    page, words = page_asked(request.args.get("page", "1")), request.args.get("q", "").strip()[:200]
    if words:
        found = registry_extracts.find(db.session, words, PER_PAGE)
    else:
        found = registry_extracts.latest(db.session, PER_PAGE + 1, (page - 1) * PER_PAGE)
    return render_template(
        "review/extracts.html",
        form=form,
        words=words,
        lines=found[:PER_PAGE],
        total=registry_extracts.count(db.session),
        statuses=_statuses(),
        faults=[(each, gettext(each.message, **each.facts)) for each in faults],
        may_enter=signed_in().can(Permission.ACCEPT),
        before=url_for("review.extracts", page=page - 1) if page > 1 and not words else None,
        after=url_for("review.extracts", page=page + 1) if len(found) > PER_PAGE else None,
    )


@door.route("/extracts/new", methods=["GET", "POST"])
@allow(Permission.ACCEPT)
def enter_extract() -> ResponseReturnValue:
    form = ExtractForm()
    form.scheme.choices = [SelectChoice(each.code, gettext(each.label)) for each in law().identifier_schemes]
    form.status.choices = [SelectChoice(*each) for each in _statuses().items()]
    if form.validate_on_submit():
        kept = enter_extracts(db.session, [form.extract()], by=signed_in().account_id, now=now())
        db.session.commit()
        flash(gettext("The extract is kept.") if kept else gettext("The very same extract is kept already."))
        return redirect(url_for("review.extracts", q=form.number.data))
    return render_template("review/enter_extract.html", form=form)


@door.get("/extracts/<int:extract_id>")
@allow(Permission.REVIEW)
def extract(extract_id: int) -> ResponseReturnValue:
    kept = registry_extracts.one(db.session, extract_id) or abort(404)
    company = companies.find(db.session, kept.extract.scheme, kept.extract.number)
    made = declarations.of_company(db.session, company.id) if company else ()
    latest = made[0] if made else None
    return render_template(
        "review/extract.html",
        kept=kept,
        shown=shown,
        statuses=_statuses(),
        others=[
            each
            for each in registry_extracts.of_company(db.session, kept.extract.scheme, kept.extract.number)
            if each.id != kept.id
        ],
        latest=latest,
        differences=[
            gettext(each.message, **each.facts) for each in differences(kept.extract, latest.answers)
        ]
        if latest
        else [],
        names=accounts.names(db.session, {kept.entered_by} if kept.entered_by else set()),
    )


def _statuses() -> dict[str, str]:
    return {status.value: gettext(words) for status, words in STATUSES.items()}
