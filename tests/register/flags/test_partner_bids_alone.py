from dataclasses import replace
from datetime import date
from typing import Any

from register.declarations.bodies import Number
from register.declarations.claims import Partner, Venture
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.partner_bids_alone import find
from register.graph.dossier import BodyDossier
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta", "gamma")}


def jointly(*holds: Told, **more: Any) -> Picture:
    """See Alfa and Beta bid together, and Gamma alone."""
    seen = picture(*holds, bids=ROOF, together=(("KE-RCO-alfa", "KE-RCO-beta"),), **more)
    assert seen.process is not None
    alfa, beta, gamma = seen.process.bids
    joint = (replace(alfa, pointer="/bids/details/0"), replace(beta, pointer="/bids/details/0"))
    return replace(seen, process=replace(seen.process, bids=(*joint, gamma)))


def declared(*partners: Partner, tender: str = "Roof") -> dict[str, BodyDossier]:
    return {"alfa": BodyDossier(ventures=(Venture("v1", "Alfa and friends", tender, partners),))}


def partner(name: str, *, numbered: bool = True) -> Partner:
    return Partner("p", f"{name.title()} Ltd", "KE", Number("KE-RCO", name.upper()) if numbered else None)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_a_partner_that_bids_alone_as_well_is_found() -> None:
    seen = jointly(("Ana", "alfa", 60), ("Ben", "beta", 60))
    assert seen.process is not None
    alone = replace(seen.process.bids[1], pointer="/bids/details/2")
    seen = replace(seen, process=replace(seen.process, bids=(*seen.process.bids, alone)))

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Beta Ltd has a part in two bids: with Alfa Ltd, and another."
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert str(found.proofs[0].words) == "According to the release these bid together: Alfa Ltd, Beta Ltd."
    assert found.proofs[0].pointers == ("/bids/details/0",)


def test_an_owner_of_a_partner_who_owns_another_bidder_is_found() -> None:
    (found,) = findings(jointly(("Ana", "kaiti", 80), ("kaiti", "beta", 60), ("Ana", "gamma", 100)))

    assert found.sentence % found.facts == (
        "Beta Ltd bids together with Alfa Ltd and has an owner in common with Gamma Ltd, which bids as well: Ana."
    )
    assert [len(path) for path in found.paths] == [2, 1]


def test_a_partner_that_owns_another_bidder_and_one_owned_by_it_are_found() -> None:
    (owns,) = findings(jointly(("beta", "gamma", 30), ("Ben", "beta", 100)))
    (owned,) = findings(jointly(("gamma", "beta", 30), ("Ben", "gamma", 100)))

    assert owns.sentence % owns.facts == (
        "Beta Ltd bids together with Alfa Ltd and is an owner of Gamma Ltd, which bids as well."
    )
    assert owned.sentence % owned.facts == (
        "Beta Ltd bids together with Alfa Ltd, and its owner Gamma Ltd bids as well."
    )


def test_partners_of_one_owner_who_bid_together_only_are_left_out() -> None:
    assert findings(jointly(("Ana", "alfa", 60), ("Ana", "beta", 60), ("Cyrus", "gamma", 100))) == []


def test_a_small_share_and_one_that_had_ended_are_left_out() -> None:
    ended = Hold("Ana", "gamma", 40, end=date(2026, 1, 31))

    assert findings(jointly(("Ana", "beta", 60), ("Ana", "gamma", 9))) == []
    assert findings(jointly(("Ana", "beta", 60), ended)) == []


def test_a_range_is_asked_as_a_may() -> None:
    (found,) = findings(jointly(("Ana", "beta", 60), ("Ana", "gamma", (5, 25))))

    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)
    assert found.certainty


def test_a_venture_that_a_bidder_declares_for_this_tender_counts() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ben", "beta", 60), bids=ROOF, bodies=declared(partner("beta")))

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Beta Ltd has a part in two bids: with Alfa Ltd, and another."
    assert str(found.proofs[0].words) == "Alfa Ltd declares the joint venture Alfa and friends with Beta Ltd."


def test_a_venture_for_another_tender_or_with_somebody_else_is_left_out() -> None:
    other = picture(("Ana", "alfa", 60), bids=ROOF, bodies=declared(partner("beta"), tender="Borehole"))
    away = picture(("Ana", "alfa", 60), bids=ROOF, bodies=declared(partner("nzaui"), partner("delta")))

    assert findings(other) == []
    assert findings(away) == []


def test_partners_without_a_number_could_not_be_judged() -> None:
    seen = picture(("Ana", "alfa", 60), bids=ROOF, bodies=declared(partner("beta", numbered=False)))

    (unclear,) = find(seen, KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "It is not known with whom Alfa Ltd bids together."


def test_a_bidder_called_a_joint_venture_whose_members_nobody_tells_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids={"roof": ("alfa_joint_venture", "beta")}), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.facts == {"bidder": "Alfa Joint Venture Ltd"}


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(jointly(("Ana", "alfa", 60), undeclared=("gamma",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Gamma Ltd has no declaration."


def test_without_a_joint_bid_there_is_nothing_to_ask() -> None:
    assert list(find(picture(bids=ROOF, undeclared=("beta",)), KENYA)) == []
