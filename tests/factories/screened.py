"""One tender with a shared owner, an official who owns and a bidder that has not declared; decisions on its findings."""

from datetime import UTC, date, datetime, timedelta

from register.flags import registry
from register.flags.flag import Finding, Unclear
from register.graph.lists import Official
from register.graph.picture import Picture
from register.jurisdictions import load
from register.screening import Decision, DecisionKind, Standing, standing
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
WING = {"wing": ("emali", "kilungu", "wote", "athi", "nzaui", "thange", "mtito")}
STEPHEN = Official(
    "7",
    "Stephen Nzuki",
    "member",
    "Evaluation committee",
    date(2026, 2, 18),
    "letter",
    identity="id-Stephen Nzuki",
)


def decided(*told: tuple[DecisionKind, str]) -> Standing:
    return standing(
        Decision(kind, "visited the office", by, NINE + timedelta(hours=place))
        for place, (kind, by) in enumerate(told)
    )


def tender() -> Picture:
    return picture(
        ("Mwikali", "kaiti", 60),
        ("kaiti", "kilungu", 70),
        ("Mwikali", "wote", 55),
        ("athi", "nzaui", 51),
        ("Stephen Nzuki", "thange", 30),
        ("Faith", "emali", 100),
        bids=WING,
        undeclared=("mtito",),
        officials=(STEPHEN,),
    )


#: The flags that this tender is about; what others ask of it changes with the folder of flags.
ASKED = frozenset({"no-declaration", "one-real-bidder", "owner-is-official", "shared-owner"})


def asked(seen: Picture) -> tuple[list[Finding], list[Unclear]]:
    """Ask the tender's own flags."""
    answers = [each for flag in registry() if flag.code in ASKED for each in flag.find(seen, KENYA)]
    return (
        [each for each in answers if isinstance(each, Finding)],
        [each for each in answers if isinstance(each, Unclear)],
    )
