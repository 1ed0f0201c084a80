"""Ask to act for a company: find it in the register, or name it anew."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Capacity, CompanyRole
from register.actions.claim_company import (
    AlreadyActsError,
    Asking,
    TooManyClaimsError,
    claim_company,
)
from register.actions.name_company import NamedCompany, NumberMisfitError
from register.exceptions import RegisterError
from register.extensions import db
from register.store import companies, published, published_pages
from register.store.claims import AlreadyAskedError
from register.store.companies import Company, CompanyNotFoundError
from register.web.company.door import ACT, door, law, now
from register.web.company.forms import AskForm, NewCompanyForm
from register.web.guard import allow, signed_in
from register.web.mandate_words import ROLE_HINTS

MOST_FOUND = 20
LOOKED_AT = 200
LONGEST_WORDS = 200


@door.get("/ask")
@allow(ACT)
def ask() -> ResponseReturnValue:
    words = " ".join(request.args.get("q", "")[:LONGEST_WORDS].split())
    return render_template("company/ask.html", words=words, found=_found(words))


def _found(words: str) -> list[Company]:
    """Companies that declared in public, by name or number; a body in another's chain has no people of its own here."""
    if not words:
        return []
    names = published.search(db.session, words, LOOKED_AT, 0).names
    subjects = dict.fromkeys(each.record_id for each in names if each.record_id == each.declaration_subject)
    return [companies.by_subject(db.session, each) for each in list(subjects)[:MOST_FOUND]]


@door.route("/ask/<subject>", methods=["GET", "POST"])
@allow(ACT)
def ask_known(subject: str) -> ResponseReturnValue:
    company, form = _published(subject), AskForm()
    if form.validate_on_submit() and (address := _asked(form, company.id)):
        return redirect(address)
    return _page(form, company)


@door.route("/ask/new", methods=["GET", "POST"])
@allow(ACT)
def ask_new() -> ResponseReturnValue:
    asked = {name: request.args.get(name, "")[:LONGEST_WORDS] for name in ("scheme", "number", "name")}
    form = NewCompanyForm(
        data={"scheme": asked["scheme"], "number": asked["number"], "company_name": asked["name"]}
    )
    if form.validate_on_submit():
        scheme = law().scheme(form.scheme.data) or abort(400)
        named = NamedCompany(scheme, form.number.data, form.company_name.data)
        if address := _asked(form, named):
            return redirect(address)
    return _page(form, None, named=asked["name"])


def _published(subject: str) -> Company:
    if subject not in published_pages.declarers(db.session, {subject}):
        abort(404)
    try:
        return companies.by_subject(db.session, subject)
    except CompanyNotFoundError:
        abort(404)


def _asked(form: AskForm, company: NamedCompany | int) -> str | None:
    """Where the kept claim is shown; None, with what to do, when it cannot be made."""
    asking = Asking(CompanyRole(form.role.data), Capacity(form.capacity.data), form.firm.data or "")
    try:
        made = claim_company(db.session, company, asking, principal=signed_in(), now=now())
    except (AlreadyActsError, AlreadyAskedError, TooManyClaimsError, NumberMisfitError) as refused:
        db.session.rollback()
        _say(form, refused)
        return None
    db.session.commit()
    return url_for("company.request_page", claim_id=made.id)


def _say(form: AskForm, refused: RegisterError) -> None:
    if isinstance(refused, NumberMisfitError) and isinstance(form, NewCompanyForm):
        form.number.errors = [gettext(refused.scheme.hint)]
    elif isinstance(refused, AlreadyActsError):
        form.form_errors.append(gettext("You act for this company already."))
    elif isinstance(refused, AlreadyAskedError):
        form.form_errors.append(gettext("You asked for this company already. The answer is awaited."))
    else:
        form.form_errors.append(
            gettext("You wait for several answers already. Ask for another company when you have them.")
        )


def _page(form: AskForm, company: Company | None, named: str = "") -> ResponseReturnValue:
    page = render_template(
        "company/ask_for.html",
        form=form,
        company=company,
        named=named,
        hints={role.value: gettext(words) for role, words in ROLE_HINTS.items()},
    )
    return page, 422 if form.is_submitted() else 200
