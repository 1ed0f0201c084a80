from dataclasses import replace
from datetime import date, timedelta

from register.flags.flag import Finding, Kind, Severity, Unclear
from register.flags.new_company import FLAG, find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import CLOSE, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}


def founded(on: date | None, **more: object) -> Picture:
    seen = picture(("Ana", "alfa", 60), bids=ROOF, **more)
    (alfa,) = seen.bidders
    return replace(seen, parties={**seen.parties, alfa: replace(seen.parties[alfa], founded=on)})


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_a_company_founded_shortly_before_the_close_is_told() -> None:
    (found,) = findings(founded(date(2026, 1, 12)))

    assert found.sentence % found.facts == "Alfa Ltd was founded on 2026-01-12, 46 days before 2026-02-27."
    assert (found.severity, FLAG.kind) == (Severity.CONTEXT, Kind.CONTEXT)
    assert found.proofs[0].pointers == ("/tender/tenderers/0",)


def test_a_company_is_new_for_less_than_the_days_the_place_sets() -> None:
    assert findings(founded(CLOSE - timedelta(days=180))) == []
    assert len(findings(founded(CLOSE - timedelta(days=179)))) == 1


def test_the_close_counts_whatever_the_day_that_is_looked_at() -> None:
    seen = founded(CLOSE - timedelta(days=179), as_of=CLOSE + timedelta(days=60))

    assert findings(seen)[0].facts["days"] == "179"


def test_a_company_founded_after_the_close_is_told_so() -> None:
    (found,) = findings(founded(CLOSE + timedelta(days=1)))

    assert found.sentence % found.facts == "Alfa Ltd was founded on 2026-02-28, after 2026-02-27."


def test_a_company_that_did_not_tell_when_it_was_founded_could_not_be_judged() -> None:
    (unclear,) = find(founded(None), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Nobody told when Alfa Ltd was founded."


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Alfa Ltd has no declaration."
