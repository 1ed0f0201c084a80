"""Countries: typed with suggestions, read by name or code in the reader's language, the register's own country first."""

from functools import cache
from typing import Any

from babel.core import get_global
from flask_babel import get_locale
from wtforms import StringField
from wtforms.validators import ValidationError

from register.store.published_names import fold
from register.web.declare.inputs.form import Needed
from register.web.declare.kept import jurisdiction
from register.words import _

#: Codes that locales name and that are no country of ISO 3166-1.
NO_COUNTRY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)
#: Where an older three-letter code would be found first.
RENAMED = {"CD": "COD", "FR": "FRA", "TL": "TLS", "YE": "YEM"}


class CountryField(StringField):
    """One country of the world: `data` is its two-letter code, or what was typed while it is no country's name."""

    def __init__(self, label: object, missing: object, **more: Any) -> None:  # noqa: ANN401
        super().__init__(label, validators=[Needed(missing)], **more)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read a name, however it is accented and capitalised, or a code."""
        typed = " ".join(valuelist[0].split()) if valuelist else ""
        self.data = code_of(typed) or typed

    def _value(self) -> str:
        return country_name(self.data or "")

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401
        """What is no country's name is refused with what to do."""
        if self.data and self.data not in names():
            raise ValidationError(
                _("Pick a country from the list, for example %(country)s", country=home_name())
            )


class CountriesField(StringField):
    """Several countries, parted by commas: `codes` are those that were told, each once; none is allowed."""

    def _value(self) -> str:
        return ", ".join(country_name(each) for each in self._parts())

    def _parts(self) -> list[str]:
        return [each for each in (" ".join(part.split()) for part in (self.data or "").split(",")) if each]

    @property
    def codes(self) -> tuple[str, ...]:
        """The two-letter codes of the countries told."""
        return tuple(dict.fromkeys(code for each in self._parts() if (code := code_of(each))))

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401
        """What is no country's name is refused with what to do."""
        unknown = [each for each in self._parts() if not code_of(each)]
        if unknown:
            raise ValidationError(
                _("Write names of countries, parted by commas, for example %(country)s", country=home_name())
            )


def names() -> dict[str, str]:
    """Code and name of every country in the reader's language, the register's own first, then by name."""
    found = {code: name for code, name in get_locale().territories.items() if _is_country(code)}
    home = jurisdiction().country_code
    others = sorted((each for each in found.items() if each[0] != home), key=lambda each: each[1].casefold())
    return {home: found[home], **dict(others)}


def home_name() -> str:
    """The register's own country."""
    return country_name(jurisdiction().country_code)


def code_of(typed: str) -> str:
    """The code of a country that was typed by name or code; empty when there is none."""
    known = names()
    if typed.upper() in known:
        return typed.upper()
    sought = fold(typed)
    return next((code for code, name in known.items() if sought and fold(name) == sought), "")


def country_name(code: str) -> str:
    """A country's name in the reader's language; nothing for no code."""
    return str(get_locale().territories.get(code, code))


def country_field(label: object, missing: object, **more: object) -> CountryField:
    """One country of the world."""
    return CountryField(label, missing, **more)


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
