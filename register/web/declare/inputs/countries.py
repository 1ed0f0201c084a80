"""Countries: their names in the reader's language, the register's own country first."""

from functools import cache

from babel.core import get_global
from flask_babel import get_locale, gettext
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from register.web.declare.inputs.choices import choices_of, list_field
from register.web.declare.kept import jurisdiction

#: Codes that locales name and that are no country of ISO 3166-1.
NO_COUNTRY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)
#: Where an older three-letter code would be found first.
RENAMED = {"CD": "COD", "FR": "FRA", "TL": "TLS", "YE": "YEM"}


def countries() -> list[SelectChoice]:
    """Code and name of every country, to choose from."""
    names = {code: name for code, name in get_locale().territories.items() if _is_country(code)}
    home = jurisdiction().country_code
    others = sorted((each for each in names.items() if each[0] != home), key=lambda each: each[1].casefold())
    return choices_of([("", gettext("Choose a country")), (home, names[home]), *others])


def country_name(code: str) -> str:
    """A country's name in the reader's language; nothing for no code."""
    return str(get_locale().territories.get(code, code))


def country_field(label: object, missing: object, **more: object) -> SelectField:
    """One country of the world."""
    return list_field(label, countries, missing, **more)


def three_letters(code: str) -> str:
    """The three-letter code of a country: KE gives KEN."""
    return RENAMED.get(code) or _three_letters()[code]


def two_letters(code: str) -> str:
    """The two-letter code for a three-letter one; empty when there is none."""
    return next((two for two, three in _three_letters().items() if code in (three, RENAMED.get(two))), "")


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in NO_COUNTRY


@cache
def _three_letters() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        new[0]: old
        for old, new in sorted(aliases.items())
        if len(old) == 3 and old.isalpha() and len(new) == 1
    }
