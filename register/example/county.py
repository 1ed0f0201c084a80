"""The whole invented county from one seed: the same seed and day give the same county."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from register.elsewhere.extracts import Extract
from register.elsewhere.lists.line import ListLine
from register.example.cast import Cast
from register.example.releases import package
from register.example.suppliers import Planted, Supplier, others, planted
from register.example.tenders import Tender, tenders
from register.ocds.officials import OfficialLine, RelativeLine

SEED = 2026
SUPPLIERS = 44


@dataclass(frozen=True, slots=True)
class County:
    """Suppliers with their declarations, tenders, releases and officials."""

    today: date
    suppliers: tuple[Supplier, ...]
    planted: Planted
    tenders: tuple[Tender, ...]
    officials: tuple[OfficialLine, ...]
    #: Who is barred from public buying, and who holds a prominent public office.
    debarred: tuple[ListLine, ...] = ()
    exposed: tuple[ListLine, ...] = ()
    #: What the companies' registry says of suppliers.
    extracts: tuple[Extract, ...] = ()

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
    told = stories.dealings
    listed = _officials(cast, stories, made, today)
    extracts = stories.oddities.extracts
    return County(today, suppliers, stories, made, listed, told.debarred, told.exposed, extracts)


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
                one.name, role, body, since, None, None, private.document_scheme, private.document_number,
                _of_family(cast, role, stories),
            )
        )  # fmt: skip
    return (*committee, namesake, *staff)


def _of_family(cast: Cast, role: str, stories: Planted) -> RelativeLine:
    """Somebody of an official's family: of the head of procurement's, one who owns a supplier."""
    if role == "head of procurement":
        return stories.dealings.relative
    child = cast.someone()
    private = child.particulars
    return RelativeLine(child.name, "child", private.document_scheme, private.document_number)
