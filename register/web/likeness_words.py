"""How pages say what two records share."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext

from register.elsewhere.likeness import Reason
from register.words import N_

REASONS: Mapping[Reason, str] = {
    Reason.NAME: N_("the same name"),
    Reason.LIKE_NAME: N_("like names"),
    Reason.BORN: N_("the same date of birth"),
    Reason.PIN: N_("the same tax PIN"),
    Reason.NUMBER: N_("the same official number"),
    Reason.PHONE: N_("the same telephone"),
    Reason.EMAIL: N_("the same e-mail address"),
    Reason.POST_BOX: N_("the same post box"),
    Reason.STREET: N_("the same street address"),
}


def reasons_said(codes: Iterable[Reason]) -> str:
    """What speaks for two being one, in a line."""
    return ", ".join(gettext(REASONS[each]) for each in codes)
