"""What is typed about a committee: whom to name, and what a member declares."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import gettext
from wtforms.fields import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from register.actions.declare_conflict import Asked, Said
from register.screening.committee import Committee, ConflictKind, Seat
from register.store.accounts import Account
from register.web.day_field import DayField
from register.web.form import RegisterForm
from register.web.ruling import local_today
from register.web.screen.committee_words import COMMITTEES, KINDS, SEATS
from register.web.screen.seen import law
from register.words import _

NO_ACCOUNT = "0"
YES, NO = "yes", "no"
#: An appointment further back is a slip of the pen.
FIRST_YEAR = 1990


def _sensible(day: date) -> object | None:
    return None if day.year >= FIRST_YEAR else _("Check the year.")


def _not_ahead(day: date) -> object | None:
    return _("This day is still to come.") if day > local_today() else _sensible(day)


class NameForm(RegisterForm):
    """Somebody named to a committee: by account, or by name alone."""

    account = SelectField(_("Who"), [InputRequired(_("Choose who it is."))])
    name = StringField(
        _("Name, if they have no account"),
        [Optional(), Length(max=200, message=_("Enter a name of at most 200 letters."))],
    )
    document = SelectField(_("Identity document"), [Optional()])
    number = StringField(
        _("Its number"),
        [Optional(), Length(max=60, message=_("Enter a number of at most 60 letters."))],
        description=_("Kept as a keyed hash alone, to find owners who are the same person."),
    )
    committee = RadioField(_("Committee"), [InputRequired(_("Choose a committee."))])
    seat = RadioField(_("As what"), [InputRequired(_("Choose as what they sit there."))])
    appointed_on = DayField(
        _("Appointed on"), missing=_("Enter the day of the appointment."), check=_sensible
    )
    until = DayField(_("Until"), check=_sensible)

    def __init__(self, staff: Iterable[Account], **more: Any) -> None:  # noqa: ANN401 (as wtforms gives them)
        super().__init__(**more)
        self.account.choices = [
            SelectChoice(NO_ACCOUNT, gettext("Somebody without an account")),
            *(SelectChoice(str(each.id), each.name) for each in staff),
        ]
        self.document.choices = [
            SelectChoice("", gettext("Not known")),
            *(SelectChoice(each.code, gettext(each.label)) for each in law().identity_documents),
        ]
        self.committee.choices = [SelectChoice(each.value, gettext(COMMITTEES[each])) for each in Committee]
        self.seat.choices = [SelectChoice(each.value, gettext(SEATS[each])) for each in Seat]

    @property
    def account_id(self) -> int | None:
        """The account chosen; None for somebody without one."""
        return None if self.account.data == NO_ACCOUNT else int(self.account.data)

    @property
    def scheme(self) -> str:
        """The scheme of the document chosen; empty for none."""
        found = (each.scheme for each in law().identity_documents if each.code == self.document.data)
        return next(found, "")

    def validate(self, extra_validators: object = None) -> bool:
        return all([super().validate(extra_validators), self._named(), self._documented(), self._in_order()])

    def _named(self) -> bool:
        if self.account.data != NO_ACCOUNT or (self.name.data or "").strip():
            return True
        self.name.errors = [*self.name.errors, _("Enter the name of whoever is appointed.")]
        return False

    def _documented(self) -> bool:
        number = (self.number.data or "").strip()
        if bool(self.document.data) is bool(number):
            return True
        self.number.errors = [*self.number.errors, _("Enter both the document and its number, or neither.")]
        return False

    def _in_order(self) -> bool:
        since, until = self.appointed_on.value, self.until.value
        if since is None or until is None or since < until:
            return True
        self.until.form.form_errors.append(_("It ends before it begins."))
        return False


class ConflictForm(RegisterForm):
    """What a member declares. `seen` tells whether it is still what the form was opened for."""

    conflict = RadioField(_("Your declaration"), [InputRequired(_("Choose one of the two."))])
    kind = RadioField(_("What kind of conflict?"), [Optional()])
    words = TextAreaField(
        _("What is it?"),
        [Optional(), Length(max=4000, message=_("Write at most 4,000 letters."))],
    )
    why = TextAreaField(
        _("Why have you none any more?"),
        [Optional(), Length(max=4000, message=_("Write at most 4,000 letters."))],
    )
    seen = HiddenField()

    def __init__(self, asked: Asked, **more: Any) -> None:  # noqa: ANN401 (as wtforms gives them)
        super().__init__(**more)
        self.asked = asked
        self.conflict.choices = [
            SelectChoice(NO, gettext("I have no conflict")),
            SelectChoice(YES, gettext("I have a conflict")),
        ]
        self.kind.choices = [SelectChoice(each.value, gettext(words)) for each, words in KINDS.items()]
        self.seen.data = self.seen.data or asked.seen

    @property
    def said(self) -> Said:
        """What was answered."""
        kind = ConflictKind(self.kind.data) if self.kind.data else None
        conflict = self.conflict.data == YES
        words = self.words.data if conflict else self.why.data
        return Said(conflict, kind, words or "", self.seen.data or "")

    def validate(self, extra_validators: object = None) -> bool:
        return all([super().validate(extra_validators), self._kind_told(), self._words_told()])

    def _kind_told(self) -> bool:
        if self.conflict.data != YES or self.kind.data:
            return True
        self.kind.errors = [*self.kind.errors, _("Choose what kind of conflict it is.")]
        return False

    def _words_told(self) -> bool:
        if self.conflict.data == YES and not (self.words.data or "").strip():
            self.words.errors = [*self.words.errors, _("Write what the conflict is, and with whom.")]
            return False
        if self.conflict.data == NO and self.asked.recused and not (self.why.data or "").strip():
            self.why.errors = [*self.why.errors, _("Say why you have no conflict any more.")]
            return False
        return True

    def moved(self, asked: Asked) -> None:
        """Say that something has changed since the form was opened."""
        self.asked, self.seen.data = asked, asked.seen
        words = _("Something has changed since you opened this page: read it again, then sign.")
        self.form_errors.append(words)


class PaperConflictForm(ConflictForm):
    """The same from a signed paper."""

    on = DayField(_("The day on the paper"), missing=_("Enter the day on the paper."), check=_not_ahead)
