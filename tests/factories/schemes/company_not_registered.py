"""Bidders with a number that no register gives, or that no longer exist; and others."""

from collections.abc import Iterator
from datetime import date

from register.graph.dossier import BodyDossier, Registered
from tests.factories.pictures import DECLARED
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "company-not-registered"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield numbers and states of bidders."""
    for number, raises in (
        (("PORTAL", "17"), CODE),
        (("KE-RCO", "N/A!"), CODE),
        (("KE-KRA", "P012345678Z"), None),
    ):
        company = seeds.company()
        parties = {company: {"identifiers": (number,)}}
        yield tender(
            seeds, raises, f"the number {number}", (company,), *seeds.owned(company), parties=parties
        )
    for status, raises in (("dissolved", CODE), ("active", None)):
        company = seeds.company()
        extract = Registered(company, status, date(2026, 1, 20), "CR12")
        bodies = {company: BodyDossier(registered=extract, confirmed_on=DECLARED)}
        yield tender(
            seeds, raises, f"a company that is {status}", (company,), *seeds.owned(company), bodies=bodies
        )
