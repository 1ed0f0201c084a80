from dataclasses import replace
from decimal import Decimal

from bods.listings import PublicListing
from bods.records import Entity
from bods.statements import Statement
from register.graph.building import company_picture
from register.graph.shares import Range
from tests.factories.pictures import CLOSE, Hold, picture, statements_of

ROOF = {"roof": ("alfa", "beta")}


def exactly(percent: int) -> Range:
    return Range(Decimal(percent), Decimal(percent))


def test_what_another_declaration_says_of_a_link_is_kept_and_not_counted() -> None:
    own = Hold("Ana", "kaiti", 60, network="alfa")
    other = Hold("Ana", "kaiti", 40, network="beta")

    seen = picture(own, ("kaiti", "alfa", 70), other, ("kaiti", "beta", 30), bids=ROOF)

    (counted,) = [each for each in seen.stakes if seen.name(each.held) == "Kaiti Ltd"]
    (kept,) = seen.otherwise
    assert {counted.shares, kept.shares} == {exactly(60), exactly(40)}
    assert {seen.name(each.network) for each in (counted, kept)} == {"Alfa Ltd", "Beta Ltd"}


def test_an_indirect_claim_is_kept_beside_the_chain_that_tells_it() -> None:
    chain = (
        Hold("Ana", "kaiti", 60, network="alfa", is_component=True),
        Hold("kaiti", "alfa", 70, is_component=True),
    )
    claim = Hold("Ana", "alfa", 60, indirect=True, components=tuple(each.record_id for each in chain))

    seen = picture(*chain, claim, bids={"roof": ("alfa",)})

    (kept,) = seen.claimed
    assert kept.stake.shares == exactly(60)
    assert kept.components == {each.record_id for each in chain}
    assert len(seen.stakes) == 2


def listed(statement: Statement) -> Statement:
    record = statement.record
    if isinstance(record, Entity) and record.name == "Kaiti Ltd":
        return replace(statement, record=replace(record, public_listing=PublicListing(True)))
    return statement


def test_a_listed_company_is_known_for_one() -> None:
    told = [listed(each) for each in statements_of([("kaiti", "alfa", 60)])]

    seen = company_picture("alfa", told, {}, CLOSE)

    assert [party.name for party in seen.parties.values() if party.listed] == ["Kaiti Ltd"]
