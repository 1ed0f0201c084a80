"""What is left before the award, as a list with a form for the reason why something open does not stop it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from flask import abort
from flask_babel import gettext
from wtforms.fields import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length

from register.actions.note_gate import GateMovedError, note_gate
from register.extensions import db
from register.graph.picture import Picture
from register.screening.committee import Stand
from register.screening.gate import NOBODY, GateCheck, GateItem
from register.store.contracts import ProcessUnknownError
from register.web.form import RegisterForm
from register.web.guard import signed_in
from register.web.ruling import rules_today
from register.web.words import day
from register.words import N_, _

LONGEST_REASON = 4000
WORDS: Mapping[GateItem, str] = {
    GateItem.LISTED: N_("There is an officials’ list"),
    GateItem.ON_FILE: N_("Every bidder belongs to a company of the register"),
    GateItem.DECLARED: N_("Every bidder has declared"),
    GateItem.JUDGED: N_("Every question could be judged"),
    GateItem.ANSWERED: N_("Every finding is answered"),
    GateItem.COMMITTEE: N_("Every committee member has declared"),
}
#: What is open of a committee member.
OF_MEMBER: Mapping[Stand, str] = {
    Stand.WAITING: N_("%(name)s has not declared yet"),
    Stand.RECUSED: N_("%(name)s has a conflict and takes no part: name a replacement"),
    Stand.TO_CONFIRM: N_("%(name)s has not confirmed it since the bidders are known"),
}
#: Stand for a line that nothing can be counted of yet.
WHOLE = frozenset({"list", "asked", NOBODY})


class NoteForm(RegisterForm):
    """Why something open does not stop the award. `facts` is what was open before the officer's eyes."""

    reason = TextAreaField(
        _("Reason"),
        validators=[
            DataRequired(_("Write why it does not stop the award, and on what you rely.")),
            Length(max=LONGEST_REASON, message=_("Write at most 4,000 letters.")),
        ],
    )
    facts = HiddenField()

    @classmethod
    def about(cls, item: GateItem) -> "NoteForm":
        """The form of one line, filled with what was sent if anything was."""
        return cls(prefix=f"gate-{item.value}")


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """One line in words; `left` says how much is to do, `form` is None where nothing is to be said."""

    item: str
    words: str
    more: str
    done: bool
    left: str
    reason: str = ""
    by: str = ""
    at: datetime | None = None
    form: NoteForm | None = None
    #: A question that stops nothing.
    asks: bool = False

    @property
    def passed(self) -> bool:
        return self.done or self.asks or bool(self.reason)

    @property
    def refused(self) -> bool:
        """Whether a reason was sent and must be put right."""
        return self.form is not None and bool(self.form.errors or self.form.form_errors)


def shown_gate(
    checks: Sequence[GateCheck],
    picture: Picture,
    names: Mapping[int, str],
    *,
    listed: date | None,
    may_note: bool,
    refused: NoteForm | None = None,
    seats: Mapping[int, str] | None = None,
) -> tuple[ShownCheck, ...]:
    """Put the list into words; `seats` names committee members by the number of the seat."""
    shown = tuple(_shown(each, picture, names, listed, may_note, refused) for each in checks)
    return tuple(
        replace(each, more=_of_committee(check, seats or {})) if check.item is GateItem.COMMITTEE else each
        for check, each in zip(checks, shown, strict=True)
    )


def _shown(
    check: GateCheck,
    picture: Picture,
    names: Mapping[int, str],
    listed: date | None,
    may_note: bool,
    refused: NoteForm | None,
) -> ShownCheck:
    note = check.note
    return ShownCheck(
        item=check.item.value,
        words=gettext(WORDS[check.item]),
        more=_more(check, picture, listed),
        done=check.done,
        left=_left(check),
        reason=note.reason if note else "",
        by=names.get(int(note.by), "") if note else "",
        at=note.at if note else None,
        form=_form(check, refused) if may_note and not check.passed else None,
        asks=check.asks,
    )


def _left(check: GateCheck) -> str:
    if check.asks:
        return gettext("A question")
    if WHOLE.issuperset(check.open):
        return gettext("Not yet")
    return gettext("%(num)s to go", num=len(check.open))


def _of_committee(check: GateCheck, seats: Mapping[int, str]) -> str:
    if check.open == (NOBODY,):
        return gettext("No committee has been named")
    told = []
    for each in check.open:
        stands, _colon, number = each.partition(":")
        told.append(gettext(OF_MEMBER[Stand(stands)], name=seats.get(int(number), "")))
    return "; ".join(told)


def _form(check: GateCheck, refused: NoteForm | None) -> NoteForm:
    form = NoteForm.about(check.item)
    if refused is not None and refused.reason.name == form.reason.name:
        form = refused
    form.facts.data = check.facts
    return form


def _more(check: GateCheck, picture: Picture, listed: date | None) -> str:
    if check.item is GateItem.LISTED:
        return gettext("Of %(date)s", date=day(listed)) if listed else gettext("Nobody has entered one yet")
    if check.item is GateItem.DECLARED:
        return "; ".join(picture.name(each) for each in check.open)
    return "; ".join(check.open) if check.item is GateItem.ON_FILE else ""


def kept(ocid: str, item: GateItem, form: NoteForm) -> bool:
    """Keep the reason of a form; False when it must be looked at again, and the form says why."""
    try:
        note_gate(
            db.session,
            ocid,
            item,
            form.facts.data or "",
            form.reason.data,
            principal=signed_in(),
            now=datetime.now(UTC),
            jurisdiction=rules_today(),
        )
    except ProcessUnknownError:
        abort(404)
    except GateMovedError:
        words = _(
            "What is open has changed while you were writing: see the list, and save again if it still holds."
        )
        form.form_errors.append(words)
        return False
    db.session.commit()
    return True
