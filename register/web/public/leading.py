"""Where a name on a page or in a picture leads: to the person's page, the company's page, or nowhere."""

from flask import url_for
from flask_babel import get_locale, gettext

from register.graph.picture import Party, PartyKind, Picture
from register.graph.wording import DrawingWords
from register.web.public.door import door
from register.web.public.known import law


def person_identifier(party: Party) -> str | None:
    """The register's own identifier of a person whose identity was confirmed; None for anyone else."""
    if party.kind is not PartyKind.PERSON:
        return None
    scheme = law().person_identifier_scheme_name
    return next((number for name, number in party.identifiers if name == scheme), None)


class Leading:
    """The addresses of the parties of one picture; `declarers` are the record ids of companies that have a page."""

    def __init__(self, picture: Picture, declarers: frozenset[str]) -> None:
        self._picture, self._declarers = picture, declarers

    def __call__(self, key: str) -> str | None:
        """The address of a party's page, by its key in the picture."""
        party = self._picture.parties[key]
        identifier = person_identifier(party)
        if identifier:
            return url_for("public.person", identifier=identifier)
        if key in self._picture.subjects:
            return None
        subject = min(party.record_ids & self._declarers, default=None)
        return url_for("public.company", subject=subject) if subject else None


def words() -> DrawingWords:
    """The words of a picture, in the reader's language."""
    return DrawingWords(gettext, country_name)


@door.app_template_filter("country_name")
def country_name(code: str | None) -> str:
    """A country by its two-letter code, in the reader's language."""
    locale = get_locale()
    return (locale.territories.get(code.upper(), code) if locale and code else code) or ""
