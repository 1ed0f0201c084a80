"""The whole invented county from one seed: the same seed and day give the same county."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from register.example.cast import Cast
from register.example.releases import package
from register.example.suppliers import Planted, Supplier, others, planted
from register.example.tenders import Tender, tenders
from register.ocds.officials import OfficialLine

SEED = 2026
SUPPLIERS = 40


@dataclass(frozen=True, slots=True)
class County:
    """Suppliers with their declarations, tenders, releases and officials."""

    today: date
    suppliers: tuple[Supplier, ...]
    planted: Planted
    tenders: tuple[Tender, ...]
    officials: tuple[OfficialLine, ...]

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
) -> tuple[OfficialLine, ...]:
    since = today - timedelta(days=400)
    seat = stories.official.particulars
    bids = [tender for tender in made if stories.by_part["committee"] in tender.bidders]
    committee = [
        OfficialLine(
            stories.official.name, "member", "Evaluation committee", tender.opens, None, tender.ocid,
            seat.document_scheme, seat.document_number,
        )
        for tender in bids
    ]  # fmt: skip
    # Somebody else of the same name: another document.
    namesake = OfficialLine(
        stories.namesake.name,
        "head of accounts",
        "County treasury",
        since,
        None,
        None,
        "KEN-IDCARD",
        "98765432",
    )
    staff = []
    for role, body in (
        ("chief officer", "Health Services"),
        ("chief officer", "Roads and Transport"),
        ("head of procurement", "County treasury"),
        ("inspection officer", "Water and Sanitation"),
    ):
        one = cast.someone()
        private = one.particulars
        staff.append(
            OfficialLine(
                one.name, role, body, since, None, None, private.document_scheme, private.document_number
            )
        )
    return (*committee, namesake, *staff)
