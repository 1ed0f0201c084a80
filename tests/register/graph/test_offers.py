from decimal import Decimal

from register.graph.offers import gaps, lost, winning_bid, won_together
from register.graph.process import Award, Bid, Process


def bid(party: str, value: int | None, status: str = "valid", currency: str = "KES", at: int = 0) -> Bid:
    priced = None if value is None else Decimal(value)
    return Bid(party, party, value=priced, currency=currency, status=status, pointer=f"/bids/details/{at}")


def test_losing_bids_are_those_of_others_that_were_handed_in() -> None:
    bids = (bid("a", 10), bid("b", 11, "withdrawn"), bid("c", 12, "invited"), bid("d", 13, "disqualified"))

    assert [each.party for each in lost(Process("o", "t", bids=bids, winners=("a",)))] == ["d"]


def test_gaps_are_in_percent_of_the_winner_s_price_and_only_in_its_currency() -> None:
    found = gaps(bid("a", 200), [bid("b", 230), bid("c", 190), bid("d", 210, currency="USD"), bid("e", None)])

    assert [(each.bid.party, each.percent) for each in found] == [("c", Decimal(5)), ("b", Decimal(15))]


def test_of_several_bids_of_the_winner_the_awarded_one_counts() -> None:
    bids = (bid("a", 10), bid("a", 12, at=1))
    process = Process("o", "t", bids=bids, winners=("a",))
    awarded = Process("o", "t", bids=bids, winners=("a",), awards=(Award("1", "a", Decimal(12), "KES"),))

    assert winning_bid(process) == bids[0]
    assert winning_bid(awarded) == bids[1]


def test_partners_win_together_and_winners_of_parts_do_not() -> None:
    joint = (bid("a", 10), bid("b", 10), bid("c", 12, at=1))

    assert won_together(Process("o", "t", bids=joint, winners=("a", "b")))
    assert not won_together(Process("o", "t", bids=joint, winners=("a", "c")))
