"""Records that look like one: shown side by side with the reasons, decided by a registrar, and undone when wrong."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext
from wtforms.fields import BooleanField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from register.access import Permission
from register.actions.decide_same import Deciding, NotDecidedError, RecordUnknownError, decide_same
from register.extensions import db
from register.store import accounts, likeness, sameness, sameness_pages
from register.store.likeness import BIDDER, Kind
from register.store.sameness import Verdict
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.likeness_words import reasons_said
from register.web.review.door import PER_PAGE, door, law, local_day, new_id, now, page_asked
from register.words import _

LONGEST = 4000


class SameForm(RegisterForm):
    """What is decided of two records, why, and what was seen."""

    verdict = RadioField(_("Decision"), validators=[InputRequired(_("Choose what the two are."))])
    reason = TextAreaField(
        _("Reason"),
        validators=[
            DataRequired(_("Write why, so that others can follow it.")),
            Length(max=LONGEST, message=_("Write at most 4,000 letters.")),
        ],
    )
    evidence = TextAreaField(
        _("What you saw, and where"),
        validators=[Length(max=LONGEST, message=_("Write at most 4,000 letters."))],
    )
    seen = BooleanField(_("I have seen the identity documents of both: join them in public"))

    def validate_evidence(self, field: TextAreaField) -> None:
        if self.verdict.data == Verdict.SAME and not (field.data or "").strip():
            raise ValidationError(_("Write what you saw, where and when."))


@door.get("/same/<any(person, company):kind>")
@allow(Permission.REVIEW)
def alike(kind: str) -> ResponseReturnValue:
    page = page_asked(request.args.get("page", "1"))
    asked = Kind(kind)
    found = likeness.open_questions(db.session, asked, PER_PAGE + 1, (page - 1) * PER_PAGE)
    decided = sameness.standing(db.session, asked, PER_PAGE)
    keys = {key for each in found for key in (each.one, each.other)}
    keys |= {key for each in decided for key in (each.one, each.other)}
    return render_template(
        "review/alike.html",
        kind=kind,
        lines=found[:PER_PAGE],
        decided=decided,
        total=likeness.count(db.session, asked),
        names={key: sameness_pages.name(db.session, asked, key) for key in keys},
        people=accounts.names(db.session, {each.by for each in decided}),
        reasons=reasons_said,
        before=url_for("review.alike", kind=kind, page=page - 1) if page > 1 else None,
        after=url_for("review.alike", kind=kind, page=page + 1) if len(found) > PER_PAGE else None,
    )


@door.get("/same/<any(person, company):kind>/<path:one>/with/<path:other>")
@allow(Permission.REVIEW)
def pair(kind: str, one: str, other: str) -> ResponseReturnValue:
    return _page(Kind(kind), one, other, SameForm())


@door.post("/same/<any(person, company):kind>/<path:one>/with/<path:other>")
@allow(Permission.ACCEPT)
def decide_pair(kind: str, one: str, other: str) -> ResponseReturnValue:
    form, moment = SameForm(), now()
    shown = _page(Kind(kind), one, other, form)
    if not form.validate_on_submit():
        return _page(Kind(kind), one, other, form)
    deciding = Deciding(
        Kind(kind),
        one,
        other,
        Verdict(form.verdict.data),
        form.reason.data,
        form.evidence.data or "",
        bool(form.seen.data),
    )
    try:
        decide_same(
            db.session,
            deciding,
            principal=signed_in(),
            now=moment,
            today=local_day(moment),
            jurisdiction=law(),
            new_id=new_id,
        )
    except (RecordUnknownError, NotDecidedError):
        db.session.rollback()
        return shown
    db.session.commit()
    flash(gettext("Your decision is saved."))
    return redirect(url_for("review.alike", kind=kind))


def _page(kind: Kind, first: str, second: str, form: SameForm) -> str:
    one = sameness_pages.side(db.session, kind, first) or abort(404)
    other = sameness_pages.side(db.session, kind, second) or abort(404)
    decided = sameness.of_pair(db.session, kind, first, second)
    stands = decided[-1].verdict if decided and decided[-1].verdict is not Verdict.UNDONE else None
    form.verdict.choices = _choices(stands)
    question = likeness.one(db.session, kind, first, second)
    return render_template(
        "review/same.html",
        kind=kind.value,
        one=one,
        other=other,
        question=question,
        reasons=reasons_said,
        decided=decided,
        people=accounts.names(db.session, {each.by for each in decided}),
        stands=stands.value if stands else None,
        bidder=first.startswith(BIDDER) or second.startswith(BIDDER),
        countries=get_locale().territories,
        may_decide=signed_in().can(Permission.ACCEPT),
        form=form,
    )


def _choices(stands: Verdict | None) -> list[SelectChoice]:
    choices = {
        Verdict.SAME: _("They are one and the same"),
        Verdict.DIFFERENT: _("They are not the same"),
        Verdict.UNDONE: _("The last decision was wrong: ask again"),
    }
    return [
        SelectChoice(verdict.value, words)
        for verdict, words in choices.items()
        if verdict is not stands and (stands is not None or verdict is not Verdict.UNDONE)
    ]
