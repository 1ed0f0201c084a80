from dataclasses import replace

from register.graph.process import Bid, Process
from register.graph.rivals import competing, offers_counted, rivals

JOINT = Process(
    "ocds-1",
    "roof",
    bids=(
        Bid("alfa", "Alfa", pointer="/bids/details/0"),
        Bid("beta", "Beta", pointer="/bids/details/0"),
        Bid("gamma", "Gamma", pointer="/bids/details/1"),
    ),
)


def test_partners_of_one_offer_do_not_compete() -> None:
    assert not rivals(JOINT, "alfa", "beta")
    assert competing(JOINT, ("alfa", "beta")) == ()
    assert competing(JOINT, ("alfa", "beta", "gamma")) == ("alfa", "beta", "gamma")


def test_a_partner_with_an_offer_of_its_own_competes() -> None:
    alone = replace(JOINT, bids=(*JOINT.bids, Bid("beta", "Beta", pointer="/bids/details/2")))

    assert rivals(alone, "alfa", "beta")


def test_partners_told_together_do_not_compete_whatever_their_pointers() -> None:
    told = Process(
        "ocds-1", "roof", bids=(Bid("alfa", "Alfa"), Bid("beta", "Beta")), together=(("alfa", "beta"),)
    )

    assert not rivals(told, "alfa", "beta")
    assert rivals(replace(told, together=()), "alfa", "beta")


def test_a_joint_offer_counts_once_and_offers_of_one_group_count_once() -> None:
    delta = replace(JOINT, bids=(*JOINT.bids, Bid("delta", "Delta", pointer="/bids/details/2")))

    assert offers_counted(JOINT, ()) == (2, 2)
    assert offers_counted(JOINT, [("alfa", "beta")]) == (2, 2)
    assert offers_counted(delta, [("gamma", "delta")]) == (3, 2)
    assert offers_counted(delta, [("alfa", "gamma"), ("beta", "delta")]) == (3, 1)


def test_what_is_told_together_is_one_offer_whatever_the_pointers() -> None:
    bids = tuple(Bid(each, each, pointer=f"/bids/details/{each}") for each in ("alfa", "beta", "gamma"))
    told = Process("ocds-1", "roof", bids=bids, together=(("alfa", "beta"),))

    assert offers_counted(told, ()) == (2, 2)
    assert offers_counted(told, [("beta", "gamma")]) == (2, 1)
