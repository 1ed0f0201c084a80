"""An official number with the register that gives it."""

from collections.abc import Mapping

from register.declarations.draft import Number
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import text_field
from register.web.declare.kept import jurisdiction
from register.words import _

#: No number is known.
NONE = "none"


class Numbered(Answer):
    """A form that asks for the number of a body."""

    register = radio_field(_("Which number does it have?"), [], _("Pick which number the body has"))
    number = text_field(_("The number"), most=100)

    def validate(self, extra_validators: object = None) -> bool:
        """A number has the form that its register gives."""
        good = super().validate(extra_validators)
        if self.register.data in (NONE, None):
            return good
        if not self.number.data:
            return good if self.leaving else wrong(self.number, _("Enter the number"))
        scheme = jurisdiction().scheme(self.register.data)
        if scheme and not scheme.fits(self.number.data):
            return wrong(
                self.number, _("Enter the number as it is on the certificate: %(hint)s", hint=_(scheme.hint))
            )
        return good


def offered(form: Numbered) -> None:
    """Offer the registers of this place."""
    schemes = [(scheme.code, _(scheme.label)) for scheme in jurisdiction().identifier_schemes]
    form.register.choices = choices_of([*schemes, (NONE, _("No number, or I do not know it"))])


def number_of(form: Numbered) -> Number | None:
    """The number, if there is one."""
    known = form.register.data and form.register.data != NONE and form.number.data
    return Number(form.register.data, form.number.data or "") if known else None


def told_number(number: Number | None) -> Mapping[str, object]:
    """The fields for a number that was told before."""
    return {"register": number.scheme if number else NONE, "number": number.number if number else ""}
