"""Nobody can hold more than the whole, all owners of one kind together."""

from dataclasses import replace
from datetime import date

from bods.checks.shares_over_100 import find
from bods.codelists import DirectOrIndirect, InterestType, RecordStatus
from bods.records import Interest, Share
from bods.statements import Statement
from tests.bods.stories import owns, shares, statement

INDIRECT = DirectOrIndirect.INDIRECT


def link(
    party: str, *interests: Interest, day: str = "2024-01-01", components: tuple[str, ...] = ()
) -> Statement:
    return statement(f"{party}-in-alfa", owns(party, "alfa", *interests, components=components), day)


def test_shares_that_add_up_to_more_than_the_whole_are_found() -> None:
    ana, ben = link("ana", shares(60)), link("ben", shares("40.5"))

    (finding,) = find([ana, ben])

    assert finding.statement_id == ben.statement_id
    assert "at least 100.5 percent" in finding.sentence
    assert ana.statement_id in finding.sentence
    assert "2024-01-01" in finding.sentence


def test_the_whole_shared_out_is_not_found() -> None:
    assert list(find([link("ana", shares(60)), link("ben", shares(40))])) == []


def test_shares_and_votes_are_not_added_together() -> None:
    votes = shares(60, type=InterestType.VOTING_RIGHTS)

    assert list(find([link("ana", shares(60), votes), link("ben", shares(40))])) == []


def test_a_range_counts_with_its_lower_bound() -> None:
    wide = shares(1, share=Share.between(25, 75))

    assert list(find([link("ana", wide), link("ben", wide), link("cleo", wide)])) == []


def test_components_are_not_added_to_the_stake_that_they_describe() -> None:
    ana = link("ana", shares(60, direct_or_indirect=INDIRECT), components=("beta",))
    beta = statement("beta-in-alfa", owns("beta", "alfa", shares(60), is_component=True))

    assert list(find([beta, ana])) == []


def test_parties_to_one_trust_hold_one_stake() -> None:
    held = shares(70, direct_or_indirect=INDIRECT)

    assert (
        list(find([link("ana", held, components=("trust",)), link("ben", held, components=("trust",))])) == []
    )


def test_a_share_sold_is_not_added_to_the_buyers() -> None:
    ana, ben = link("ana", shares(60)), link("ben", shares(100), day="2024-05-01")
    sold = replace(ana, statement_date="2024-05-01", record_status=RecordStatus.CLOSED)
    ended = link("ana", shares(60, end_date=date(2024, 4, 1)))

    assert list(find([ana, sold, ben])) == []
    assert list(find([ended, ben])) == []


def test_networks_of_two_declarations_are_looked_at_apart() -> None:
    seen_by_beta = replace(link("ana", shares(60)), declaration_subject="beta")

    assert list(find([seen_by_beta, link("ben", shares(60))])) == []


def test_one_excess_is_told_once_however_long_it_lasts() -> None:
    later = statement("cleo", owns("cleo", "beta", shares(5)), "2025-01-01")

    assert len(list(find([link("ana", shares(60)), link("ben", shares(60)), later]))) == 1
