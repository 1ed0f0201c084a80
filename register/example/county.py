"""The whole invented county from one seed: the same seed and day give the same county."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from register.example.cast import Cast
from register.example.releases import package
from register.example.suppliers import Planted, Supplier, others, planted
from register.example.tenders import Tender, tenders

SEED = 2026
SUPPLIERS = 40


@dataclass(frozen=True, slots=True)
class OfficialEntry:
    """A line of the officials' list, as the county would enter it."""

    name: str
    role: str
    body: str
    since: date
    ocid: str = ""
    document_scheme: str = ""
    document_number: str = ""


@dataclass(frozen=True, slots=True)
class County:
    """Suppliers with their declarations, tenders, releases and officials."""

    today: date
    suppliers: tuple[Supplier, ...]
    planted: Planted
    tenders: tuple[Tender, ...]
    officials: tuple[OfficialEntry, ...]

    @property
    def releases(self) -> dict[str, Any]:
        return package(self.tenders, self.today)


def county(today: date, seed: int = SEED) -> County:
    """Make the county as it is on a day."""
    cast = Cast(Random(seed))  # noqa: S311 (a story, not a secret)
    stories = planted(cast, today)
    rest = others(cast, today, SUPPLIERS - len(stories.by_part))
    made = tenders(cast.rng, today, stories, rest)
    suppliers = (*stories.by_part.values(), *rest)
    return County(today, suppliers, stories, made, _officials(cast, stories, made, today))


def _officials(
    cast: Cast, stories: Planted, made: tuple[Tender, ...], today: date
) -> tuple[OfficialEntry, ...]:
    since = today - timedelta(days=400)
    seat = stories.official.particulars
    committees = [tender for tender in made if stories.by_part["committee"] in tender.bidders]
    listed = [
        OfficialEntry(
            stories.official.name, "member", "Evaluation committee", since, tender.ocid,
            seat.document_scheme, seat.document_number,
        )
        for tender in committees
    ]  # fmt: skip
    namesake = OfficialEntry(
        stories.namesake.name, "head of accounts", "County treasury", since, "", "KEN-IDCARD", "98765432"
    )
    staff = [
        OfficialEntry(
            (one := cast.someone()).name, role, body, since, "",
            one.particulars.document_scheme, one.particulars.document_number,
        )
        for role, body in (
            ("chief officer", "Health Services"),
            ("chief officer", "Roads and Transport"),
            ("head of procurement", "County treasury"),
            ("inspection officer", "Water and Sanitation"),
        )
    ]  # fmt: skip
    return (*listed, namesake, *staff)
