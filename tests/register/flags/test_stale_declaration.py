from dataclasses import replace
from datetime import date

from bods.codelists import RecordStatus
from register.flags.flag import Finding, Severity
from register.flags.stale_declaration import find
from register.graph.dossier import BodyDossier
from register.graph.picture import Declared, Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
OWNS = ("Ana", "alfa", 60)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def said(on: date, **more: object) -> Picture:
    seen = picture(OWNS, bids=ROOF)
    return replace(seen, declared={seen.bidders[0]: Declared(on, "UM-1")}, **more)


def test_a_declaration_older_than_a_year_is_found() -> None:
    (found,) = findings(said(date(2025, 1, 12)))

    assert found.sentence % found.facts == (
        "Alfa Ltd last said who its owners are on 2025-01-12; it was to confirm that by 2026-01-12."
    )
    assert found.severity is Severity.ASK
    assert found.proofs[0].pointers == ("/tender/tenderers/0",)


def test_the_last_day_to_confirm_is_still_in_time() -> None:
    due = KENYA.confirmation_due(date(2025, 1, 12))

    assert findings(said(date(2025, 1, 12), as_of=due)) == []


def test_a_confirmation_makes_a_declaration_new() -> None:
    seen = said(date(2025, 1, 12))

    confirmed = replace(seen, bodies={seen.bidders[0]: BodyDossier(confirmed_on=date(2026, 1, 5))})

    assert findings(confirmed) == []


def test_a_change_told_after_the_days_allowed_is_found() -> None:
    ben = Hold("Ben", "alfa", 40, start=date(2026, 1, 20), declared=date(2026, 3, 20))

    (found,) = findings(picture(OWNS, ben, bids=ROOF))

    assert found.sentence % found.facts == (
        "What Ben has in Alfa Ltd began or changed on 2026-01-20; it was told on 2026-03-20 and was due by 2026-02-03."
    )
    assert found.paths[0][0].late


def test_a_sale_by_somebody_who_was_declared_is_a_change_too() -> None:
    sold = Hold(
        "Ana", "alfa", 35, start=date(2026, 1, 20), declared=date(2026, 3, 20), status=RecordStatus.UPDATED
    )

    (found,) = findings(picture(OWNS, sold, bids=ROOF))

    assert found.facts["since_on"] == "2026-01-20"


def test_a_change_told_in_time_is_left_out() -> None:
    ben = Hold("Ben", "alfa", 40, start=date(2026, 2, 20), declared=date(2026, 3, 4))

    assert findings(picture(OWNS, ben, bids=ROOF)) == []


def test_what_began_before_the_first_declaration_is_no_change() -> None:
    ben = Hold("Ben", "alfa", 40, start=date(2025, 6, 1), declared=date(2026, 3, 20))

    assert findings(picture(OWNS, ben, bids=ROOF)) == []


def test_a_company_that_never_declared_is_left_to_another_flag() -> None:
    assert list(find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)) == []
