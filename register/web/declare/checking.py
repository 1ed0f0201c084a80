"""Checking all answers, and signing them as they were shown."""

import hmac
import secrets
from hashlib import sha256

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from register.access import Permission, Principal
from register.actions.stated_kind import stated_kind
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.gaps import DeclarationIncompleteError, Gap
from register.extensions import db
from register.jurisdictions import PublicationRule
from register.store import declarations, drafts, evidence, filings, paper_entries
from register.store.drafts import DraftChangedElsewhereError, DraftNotFoundError
from register.web.declare import notice
from register.web.declare.answers_shown import answers_of
from register.web.declare.kept import (
    Kept,
    base_url,
    jurisdiction,
    kept,
    may_sign,
    new_id,
    now,
    own_company,
    paper_under_way,
    reading_draft,
    today,
)
from register.web.declare.lacking import complete, gaps_of, lacks
from register.web.declare.life.told import purpose
from register.web.declare.sign_form import PaperSignForm, SignForm
from register.web.declare.twice import leads_to_the_paper
from register.web.fresh import prove_first, proved_lately
from register.web.guard import allow, signed_in


@allow(Permission.ANSWER)
@reading_draft
def check(on: Kept) -> ResponseReturnValue:
    """All answers with the way to change each, what is missing, and the way on to signing."""
    found = _found(on)
    return render_template(
        "declare/check.html",
        on=on,
        answers=answers_of(on.company.id, on.draft, private=signed_in().may_write(on.company.id)),
        may_write=signed_in().may_write(on.company.id),
        may_sign=may_sign(on.company.id),
        lacks=lacks(on.company.id, on.draft, found),
        ready=complete(on.draft, found),
    )


@leads_to_the_paper
@allow(Permission.ANSWER)
def sign(company_id: int) -> ResponseReturnValue:
    """Sign what was shown. The same submission sent twice is one declaration."""
    company = own_company(company_id, _may_sign)
    if request.method == "POST" and (made := _made_by(company_id)):
        return redirect(_receipt(company_id, made))
    if not drafts.exists(db.session, company_id):
        return redirect(url_for("declare.tasks", company_id=company_id))
    on = kept(company)
    if not complete(on.draft, _found(on)):
        return redirect(url_for("declare.check", company_id=company_id))
    if not proved_lately():
        return prove_first()
    entry = paper_entries.open_for(db.session, company_id)
    if entry is not None and not evidence.count(db.session, entry.about):
        flash(gettext("Hand in a scan or photograph of the paper first."))
        return redirect(url_for("review.paper", paper_id=entry.id))
    form = PaperSignForm() if entry else SignForm()
    form.signer = signed_in().name if entry else _declarant(on)
    form.on_paper = entry.signed_name if entry else ""
    form.asks_consent = jurisdiction().publication_rule is PublicationRule.WITH_CONSENT
    shown = _shown(on)
    if not form.is_submitted():
        form.submission_key.data = secrets.token_urlsafe(24)
        return _page(on, form, shown)
    return _signed(on, form, shown)


def _found(on: Kept) -> tuple[Gap, ...]:
    """Everything that is missing or contradictory, in the draft and against what was stated before."""
    return (*stated_kind(db.session, on.company, on.draft.company), *gaps_of(on.draft))


def _may_sign(_reader: Principal, company_id: int) -> bool:
    return may_sign(company_id) and paper_under_way(company_id) is None


def _declarant(on: Kept) -> str:
    return on.draft.declarant.name if on.draft.declarant else ""


def _signed(on: Kept, form: SignForm, shown: str) -> ResponseReturnValue:
    """What comes of a signature: the receipt, or the page again with what to do."""
    good = form.validate()
    if not hmac.compare_digest(form.seen.data or "", _seal(shown)):
        return _page(on, form, shown, changed=True), 409
    if not good:
        return _page(on, form, shown), 422
    try:
        reference = _submit(on, form, shown)
    except DraftChangedElsewhereError:
        db.session.rollback()
        again = kept(on.company)
        return _page(again, form, _shown(again), changed=True), 409
    except DraftNotFoundError:
        db.session.rollback()
        return redirect(url_for("declare.tasks", company_id=on.company.id))
    except DeclarationIncompleteError as lacking:
        db.session.rollback()
        for gap in lacking.gaps:
            flash(gettext(gap.message) % gap.facts)
        return redirect(url_for("declare.check", company_id=on.company.id))
    if (paper := filings.of(db.session, reference).paper) is not None:
        flash(gettext("The declaration is with the registrar: %(reference)s.", reference=reference))
        return redirect(url_for("review.paper", paper_id=paper.id))
    return redirect(_receipt(on.company.id, reference))


def _made_by(company_id: int) -> str | None:
    """The declaration that this very submission made when it was sent before."""
    key = request.form.get("submission_key", "")
    # Before anything is checked: what no page of ours gave is nobody's key.
    made = declarations.by_submission(db.session, key) if key and key.isprintable() else None
    return made.reference if made and made.company_id == company_id else None


def _submit(on: Kept, form: SignForm, shown: str) -> str:
    reference = submit_declaration(
        db.session,
        on.company.id,
        Signing(
            submission_key=form.submission_key.data or secrets.token_urlsafe(24),
            shown=shown.encode(),
            notice="\n\n".join(notice.notice(jurisdiction())),
            notice_version=notice.VERSION,
            language=str(get_locale()),
            consent=bool(form.consent.data) and form.asks_consent,
        ),
        on.version,
        principal=signed_in(),
        now=now(),
        today=today(),
        jurisdiction=jurisdiction(),
        new_id=new_id,
        base_url=base_url(),
    )
    db.session.commit()
    return reference


def _shown(on: Kept) -> str:
    """What is signed: the notice and all answers, as the page gives them."""
    return render_template("declare/signed.html", **_to_sign(on))


def _to_sign(on: Kept) -> dict[str, object]:
    return {
        "notice": notice.notice(jurisdiction()),
        "notice_version": notice.VERSION,
        "answers": answers_of(on.company.id, on.draft),
        "purpose": purpose(on.about),
    }


def _seal(shown: str) -> str:
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, shown.encode(), sha256).hexdigest()


def _page(on: Kept, form: SignForm, shown: str, *, changed: bool = False) -> str:
    form.seen.data = _seal(shown)
    return render_template("declare/sign.html", on=on, form=form, changed=changed, **_to_sign(on))


def _receipt(company_id: int, reference: str) -> str:
    return url_for("declare.confirmation", company_id=company_id, reference=reference)
