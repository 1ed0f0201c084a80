from register.graph.clusters import clusters_among
from register.graph.process import Contract, Paid
from tests.factories.pictures import picture

ROOF = {"roof": ("alfa", "beta")}
PAID = Contract("c1", paid=(Paid("sub", "Delta Ltd", "subcontractor", "KE-RCO", "DELTA"),))
HOLDS = (("Ana", "beta", 60), ("Ana", "delta", 70), ("Ben", "alfa", 100))


def test_companies_beside_the_tender_stand_in_the_wider_picture_alone() -> None:
    seen = picture(*HOLDS, bids=ROOF, beside=("delta",))

    assert "Delta Ltd" not in {party.name for party in seen.parties.values()}
    assert seen.wider is not None
    assert [seen.wider.name(each) for each in seen.wider.subjects] == ["Alfa Ltd", "Beta Ltd", "Delta Ltd"]


def test_whoever_is_paid_under_a_contract_stands_beside_the_bidders() -> None:
    seen = picture(*HOLDS, bids=ROOF, contracts=(PAID,))

    assert seen.wider is not None
    clusters = clusters_among(seen.wider, seen.wider.subjects)
    assert [[seen.wider.name(each) for each in cluster.bidders] for cluster in clusters] == [
        ["Alfa Ltd"],
        ["Beta Ltd", "Delta Ltd"],
    ]


def test_without_others_there_is_no_wider_picture() -> None:
    assert picture(*HOLDS, bids=ROOF).wider is None


def test_a_bidder_paid_under_the_release_s_own_name_for_it_is_that_bidder() -> None:
    paid = Contract("c1", paid=(Paid("KE-RCO-beta", "Beta", "payee"),))

    seen = picture(*HOLDS, bids=ROOF, contracts=(paid,))

    assert seen.process is not None
    assert seen.process.contracts[0].paid[0].party == seen.bidders[1]
