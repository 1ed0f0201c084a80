"""Shares as people write them: 25, 25 %, 12,5 or 12.5."""

import re
from decimal import Decimal

from wtforms import StringField

from bods.shares import WHOLE, Share
from register.web.declare.inputs.form import wrong
from register.web.declare.inputs.texts import one_space
from register.words import _

FIGURE = re.compile(r"\d{1,3}([.,]\d{0,8})?|[.,]\d{1,8}")


class PercentField(StringField):
    """A figure in percent, kept as it was typed; `percent` is what it says."""

    def __init__(self, label: object, **more: object) -> None:
        super().__init__(label, filters=[one_space], **more)

    @property
    def percent(self) -> Decimal | None:
        """The figure, when there is one between 0 and 100."""
        text = re.sub(r"[\s%٪％]", "", self.data or "").replace("٫", ".")
        if not FIGURE.fullmatch(text):
            return None
        figure = Decimal("0" + text.replace(",", ".").rstrip("."))
        return figure if figure <= WHOLE else None

    def told(self) -> bool:
        """Whether the figure can be used; says what to do when not."""
        if not (self.data or "").strip():
            return wrong(self, _("Enter the share in percent, for example 25 or 12.5"))
        if self.percent is None:
            return wrong(self, _("Enter a number from 0 to 100, for example 25 or 12.5"))
        return True


def exactly(field: PercentField) -> Share | None:
    """The exact share, or None with the reason beside the field."""
    if not field.told() or field.percent is None:
        return None
    if not field.percent:
        wrong(field, _("Enter more than 0, or pick the answer without a share"))
        return None
    return Share.exactly(field.percent)


def between(low: PercentField, high: PercentField) -> Share | None:
    """The range from one figure to another, or None with the reason beside the field."""
    if not all([low.told(), high.told()]) or low.percent is None or high.percent is None:
        return None
    if not high.percent:
        wrong(high, _("Enter more than 0, or pick the answer without a share"))
        return None
    if low.percent > high.percent:
        wrong(high, _("Enter a figure that is not smaller than the first"))
        return None
    return Share.between(low.percent, high.percent)


def typed(figure: Decimal | None) -> str:
    """A figure as one would type it: 12.5, not 12.500."""
    if figure is None:
        return ""
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
