from typing import Any

from register.declarations.bodies import Number
from register.declarations.claims import Subcontractor
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.losing_bidder_subcontracted import find
from register.graph.dossier import BodyDossier
from register.graph.picture import Picture
from register.graph.process import Contract, Paid
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
OWNS: tuple[Told, ...] = (("Ana", "alfa", 60), ("Ben", "beta", 60))


def paid(name: str, *, part: str = "subcontractor", numbered: bool = True) -> Contract:
    entry = Paid(
        f"party-{name}",
        f"{name.title()} Ltd",
        part,
        scheme="KE-RCO" if numbered else "",
        id=name.upper() if numbered else "",
        pointer="/contracts/0/relatedParties/0",
    )
    return Contract("c1", paid=(entry,))


def seen_with(*contracts: Contract, holds: tuple[Told, ...] = OWNS, **more: Any) -> Picture:
    return picture(*holds, bids=ROOF, won=more.pop("won", ("alfa",)), contracts=contracts, **more)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_a_loser_that_is_hired_is_found() -> None:
    (found,) = findings(seen_with(paid("beta")))

    assert found.sentence % found.facts == "Beta Ltd bid and lost, and is hired or paid under the contract."
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert str(found.proofs[0].words) == "According to the release Beta Ltd is a subcontractor."
    assert found.proofs[0].pointers == ("/contracts/0/relatedParties/0",)


def test_a_company_of_the_losers_cluster_that_is_paid_is_found_with_the_paths() -> None:
    holds = (*OWNS, ("Ben", "kaiti", 80), ("kaiti", "delta", 70))

    (found,) = findings(seen_with(paid("delta", part="payee"), holds=holds))

    assert found.sentence % found.facts == (
        "Delta Ltd, in one cluster with Beta Ltd, which bid and lost, is hired or paid under the contract."
    )
    assert sorted(len(path) for path in found.paths) == [1, 2]
    assert str(found.proofs[0].words) == "According to the release Delta Ltd is paid."


def test_a_company_half_owned_and_somebody_elses_are_left_out() -> None:
    half = (*OWNS, ("Ben", "delta", 50))

    assert findings(seen_with(paid("delta"), holds=half)) == []
    assert findings(seen_with(paid("delta"), holds=(*OWNS, ("Cyrus", "delta", 100)))) == []


def test_the_winner_itself_is_paid_by_right() -> None:
    assert list(find(seen_with(paid("alfa", part="payee")), KENYA)) == []


def test_a_like_name_without_a_number_is_a_question() -> None:
    seen = seen_with(paid("beta", numbered=False))

    (found,) = findings(seen)

    assert found.sentence % found.facts == (
        "Beta Ltd, hired or paid under the contract, has a name like Beta Ltd, which bid and lost."
    )
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_a_subcontractor_that_the_winner_declares_for_this_tender_counts() -> None:
    def declaring(tender: str) -> dict[str, BodyDossier]:
        hired = Subcontractor("s1", "Beta Ltd", "KE", Number("KE-RCO", "BETA"), tender)
        return {"alfa": BodyDossier(subcontractors=(hired,))}

    (found,) = findings(seen_with(bodies=declaring("roof")))

    assert str(found.proofs[0].words) == "Alfa Ltd declares to hire Beta Ltd."
    assert findings(seen_with(bodies=declaring("borehole"))) == []


def test_hired_and_paid_twice_is_one_finding() -> None:
    assert len(findings(seen_with(paid("beta"), paid("beta", part="payee")))) == 1


def test_nothing_is_asked_before_somebody_won_or_while_nobody_is_hired() -> None:
    assert list(find(seen_with(paid("beta"), won=()), KENYA)) == []
    assert list(find(seen_with(undeclared=("beta",)), KENYA)) == []


def test_of_a_loser_without_a_declaration_the_cluster_could_not_be_judged() -> None:
    answers = list(find(seen_with(paid("beta"), undeclared=("beta",)), KENYA))

    assert [type(each) for each in answers] == [Unclear, Finding]
