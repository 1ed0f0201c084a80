"""A declaration that is too old, or tells of a change too late; and one confirmed in time."""

from collections.abc import Iterator
from datetime import date

from register.graph.dossier import BodyDossier
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "stale-declaration"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield declarations out of date, and some in date."""
    yield _said(seeds, "said long ago", CODE, date(2024, 12, 1), None)
    yield _said(seeds, "said long ago, confirmed since", None, date(2024, 12, 1), date(2025, 11, 1))
    company = seeds.company()
    late = Hold(seeds.person(), company, 40, start=date(2026, 1, 20), declared=date(2026, 3, 20))
    holds = (Hold(seeds.person(), company, 60), late)
    yield tender(
        seeds, CODE, "a change told too late", (company,), *holds, beside=("owner-changed-around-award",)
    )


def _said(seeds: Seeds, story: str, raises: str | None, on: date, confirmed: date | None) -> Planted:
    company = seeds.company()
    return tender(
        seeds,
        raises,
        story,
        (company,),
        Hold(seeds.person(), company, 100, declared=on),
        bodies={company: BodyDossier(confirmed_on=confirmed)},
    )
