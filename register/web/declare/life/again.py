"""Signing what stands once more: nothing changed, or the company was dissolved. One page each."""

import secrets
from dataclasses import replace
from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from register.access import Permission
from register.actions.begin_telling import last_standing
from register.actions.sign_as_it_stands import (
    DeclarationWaitsError,
    OtherDeclarationStandsError,
    sign_as_it_stands,
)
from register.actions.submit_declaration import Signing
from register.declarations.ceasing import carried_on
from register.declarations.draft import Declarant, Draft
from register.declarations.life import STANDING, Kind
from register.extensions import db
from register.store import declarations
from register.store.companies import Company
from register.store.declarations import About, StoredDeclaration
from register.web.declare import notice
from register.web.declare.answers_shown import Answers, Section, answers_of
from register.web.declare.inputs.days import typed
from register.web.declare.kept import base_url, jurisdiction, new_id, now, own_company, today
from register.web.declare.life.forms import AgainForm, DissolvedForm
from register.web.declare.life.told import confirmation_due
from register.web.fresh import prove_first, proved_lately
from register.web.guard import allow, signed_in


@allow(Permission.ANSWER)
def confirm(company_id: int) -> ResponseReturnValue:
    """All that stands, on one page, and the signature that nothing changed."""
    return _again(company_id, AgainForm(), Kind.CONFIRMATION, "declare/life/confirm.html")


@allow(Permission.ANSWER)
def dissolved(company_id: int) -> ResponseReturnValue:
    """The day on which the company ended, and the signature."""
    form = DissolvedForm(data={"happened_on": typed(_asked_day())})
    return _again(company_id, form, Kind.DISSOLUTION, "declare/life/dissolved.html")


def _again(company_id: int, form: AgainForm, kind: Kind, template: str) -> ResponseReturnValue:
    company = own_company(company_id)
    if request.method == "POST" and (made := _made_by(company_id, form)):
        return redirect(_receipt(company_id, made))
    stands = declarations.last(db.session, company_id, *STANDING)
    if stands is None or stands.about.kind is Kind.DISSOLUTION:
        flash(gettext("Nothing is declared that could be confirmed."))
        return redirect(url_for("declare.tasks", company_id=company_id))
    if not proved_lately():
        return prove_first()
    form.signer = signed_in().name
    if not form.is_submitted():
        form.submission_key.data = secrets.token_urlsafe(24)
        return _page(template, company, stands, form)
    return _signed(company, stands, form, kind, template)


def _signed(
    company: Company, stands: StoredDeclaration, form: AgainForm, kind: Kind, template: str
) -> ResponseReturnValue:
    """What comes of a signature: the receipt, or the page again with what stands now."""
    good = form.validate()
    if form.seen.data != stands.reference:
        return _page(template, company, stands, form, changed=True), 409
    if not good:
        return _page(template, company, stands, form), 422
    try:
        reference = _sign(company, stands, form, _about(kind, form))
    except DeclarationWaitsError:
        db.session.rollback()
        flash(gettext("A declaration of the company is being checked. Wait until it is decided."))
        return redirect(url_for("declare.tasks", company_id=company.id))
    except OtherDeclarationStandsError:
        db.session.rollback()
        now_stands = last_standing(db.session, company.id)
        return _page(template, company, now_stands, form, changed=True), 409
    return redirect(_receipt(company.id, reference))


def _made_by(company_id: int, form: AgainForm) -> str | None:
    key = form.submission_key.data or ""
    # Before anything is checked: what no page of ours gave is nobody's key.
    made = declarations.by_submission(db.session, key) if key and key.isprintable() else None
    return made.reference if made and made.company_id == company_id else None


def _about(kind: Kind, form: AgainForm) -> About:
    return About(kind, happened_on=form.happened_on.value if isinstance(form, DissolvedForm) else None)


def _sign(company: Company, stands: StoredDeclaration, form: AgainForm, about: About) -> str:
    reference = sign_as_it_stands(
        db.session,
        company.id,
        about,
        Declarant(form.signer, form.capacity.data or ""),
        Signing(
            submission_key=form.submission_key.data or secrets.token_urlsafe(24),
            shown=render_template(
                "declare/life/signed_again.html", about=about, **_shown(company, stands)
            ).encode(),
            notice="\n\n".join(notice.notice(jurisdiction())),
            notice_version=notice.VERSION,
            language=str(get_locale()),
            consent=stands.signature.consent_to_publish,
        ),
        stands.reference,
        principal=signed_in(),
        now=now(),
        today=today(),
        jurisdiction=jurisdiction(),
        new_id=new_id,
        base_url=base_url(),
    )
    db.session.commit()
    return reference


def _shown(company: Company, stands: StoredDeclaration) -> dict[str, object]:
    told = declarations.particulars_of(db.session, stands.reference)
    return {
        "notice": notice.notice(jurisdiction()),
        "notice_version": notice.VERSION,
        "answers": _as_it_stands(company.id, carried_on(told, stands.statement_date)),
        "stands": stands,
    }


def _as_it_stands(company_id: int, told: Draft) -> Answers:
    """The answers without who declared them then, and without ways to change them."""
    answers = answers_of(company_id, told)
    sums = tuple(
        replace(each, links=tuple((name, share, None) for name, share, _ in each.links))
        for each in answers.show.sums
    )
    return replace(
        answers,
        about=_fixed(answers.about[:1]),
        people=_fixed(answers.people),
        bodies=_fixed(answers.bodies),
        more=_fixed(answers.more),
        no_owner=replace(answers.no_owner, change="") if answers.no_owner else None,
        show=replace(answers.show, sums=sums),
        change_holdings="",
    )


def _fixed(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(replace(each, change="") for each in sections)


def _page(
    template: str, company: Company, stands: StoredDeclaration, form: AgainForm, *, changed: bool = False
) -> str:
    form.seen.data = stands.reference
    due = confirmation_due(company.id)
    told = _shown(company, stands)
    return render_template(template, company=company, form=form, due=due, changed=changed, **told)


def _receipt(company_id: int, reference: str) -> str:
    return url_for("declare.confirmation", company_id=company_id, reference=reference)


def _asked_day() -> date | None:
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
