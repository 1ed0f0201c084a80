"""What is held through others follows from what each of them holds."""

import pytest

from bods.examination import Finding
from tests.bods.checks.raw import Json, entity, owns, person, shares, told

CODE = "indirect_share_disagrees"
PARTIES = [entity(), entity("beta"), entity("gamma"), person(), person("ben")]


def part(party: str, subject: str, *interests: Json, **fields: str) -> Json:
    return owns(party, subject, *interests, fields=fields, isComponent=True)


def whole(
    *interests: Json, through: tuple[str, ...] = ("beta", "ana-in-beta", "beta-in-alfa"), **fields: str
) -> Json:
    return owns("ana", "alfa", *interests, fields=fields, componentRecords=list(through))


def indirect(percent: float | None, **more: object) -> Json:
    return shares(percent, directOrIndirect="indirect", **more)


def between(least: float, most: float) -> Json:
    return {"minimum": least, "exclusiveMaximum": most}


def found(*links: Json, parties: list[Json] = PARTIES) -> list[Finding]:
    return told(CODE, *parties, *links)


CHAIN = (part("ana", "beta", shares(60)), part("beta", "alfa", shares(50)))


def test_a_share_that_the_chain_does_not_give_is_found() -> None:
    ana = whole(indirect(45))

    (finding,) = found(*CHAIN, ana)

    assert finding.statement_id == ana["statementId"]
    assert finding.pointer == "/recordDetails/interests/0/share"
    assert (
        finding.sentence
        == "The indirect shareholding is said to be 45 percent; its components give 30 percent."
    )


@pytest.mark.parametrize("declared", [29.5, 30, 30.5])
def test_a_share_that_the_chain_gives_but_for_rounding_is_not(declared: float) -> None:
    assert found(*CHAIN, whole(indirect(declared))) == []


@pytest.mark.parametrize("declared", [29.4, 30.6])
def test_rounding_explains_half_a_point_and_no_more(declared: float) -> None:
    assert len(found(*CHAIN, whole(indirect(declared)))) == 1


def test_ranges_are_found_only_where_they_cannot_meet() -> None:
    wide = (part("ana", "beta", shares(None, share=between(50, 75))), part("beta", "alfa", shares(50)))

    assert found(*wide, whole(indirect(26))) == []
    assert found(*wide, whole(indirect(None, share=between(10, 25)))) == []
    (finding,) = found(*wide, whole(indirect(None, share=between(40, 60))))
    assert "40 to 60 percent; its components give 25 to 37.5 percent" in finding.sentence


def test_chains_side_by_side_add_up() -> None:
    both = (*CHAIN, part("ana", "gamma", shares(100)), part("gamma", "alfa", shares(20)))
    through = ("ana-in-beta", "beta-in-alfa", "ana-in-gamma", "gamma-in-alfa")

    assert found(*both, whole(indirect(50), through=through)) == []
    assert len(found(*both, whole(indirect(30), through=through))) == 1


def test_a_company_on_two_paths_is_counted_on_each() -> None:
    diamond = (*CHAIN, part("ana", "gamma", shares(40)), part("gamma", "beta", shares(50)))
    through = ("ana-in-beta", "beta-in-alfa", "ana-in-gamma", "gamma-in-beta")

    assert found(*diamond, whole(indirect(40), through=through)) == []
    assert len(found(*diamond, whole(indirect(30), through=through))) == 1


def test_a_longer_chain_is_followed_to_its_end() -> None:
    long = (
        part("ana", "gamma", shares(50)),
        part("gamma", "beta", shares(50)),
        part("beta", "alfa", shares(50)),
    )
    through = ("ana-in-gamma", "gamma-in-beta", "beta-in-alfa")

    assert found(*long, whole(indirect(12.5), through=through)) == []
    assert len(found(*long, whole(indirect(50), through=through))) == 1


def test_only_the_indirect_part_is_compared() -> None:
    assert found(*CHAIN, whole(indirect(30), shares(5))) == []
    (finding,) = found(*CHAIN, whole(shares(5), indirect(45)))
    assert finding.pointer == "/recordDetails/interests/1/share"


def test_the_network_counts_as_it_stands_by_the_last_statements() -> None:
    less = part("ana", "beta", shares(20), statementDate="2024-06-01", recordStatus="updated")
    said_again = whole(indirect(10), statementDate="2024-06-01", recordStatus="updated")

    assert found(*CHAIN, whole(indirect(30)), less, said_again) == []
    assert found(said_again, less, *CHAIN, whole(indirect(30))) == []
    assert len(found(*CHAIN, whole(indirect(30)), less)) == 1


def test_a_chain_that_was_closed_or_has_ended_or_does_not_reach_is_silent() -> None:
    ana, beta = CHAIN
    closed = part("beta", "alfa", shares(50), statementDate="2024-06-01", recordStatus="closed")
    ended = part("beta", "alfa", shares(50, endDate="2023-06-01"))

    assert found(ana, beta, whole(indirect(90)), closed) == []
    assert found(ana, ended, whole(indirect(90))) == []
    assert found(ana, beta, whole(indirect(90), through=("beta", "beta-in-alfa"))) == []


def test_a_relationship_that_was_closed_is_not_asked() -> None:
    closed = whole(indirect(90), statementDate="2024-06-01", recordStatus="closed")

    assert found(*CHAIN, whole(indirect(90)), closed) == []


@pytest.mark.parametrize(
    "unsure",
    [
        shares(None),
        {"type": "votingRights", "share": {"exact": 50}},
        {"directOrIndirect": "unknown"},
        indirect(50),
    ],
    ids=["no share", "another kind", "no kind", "indirect itself"],
)
def test_a_part_whose_share_is_not_known_could_be_anything(unsure: Json) -> None:
    assert found(CHAIN[0], part("beta", "alfa", unsure), whole(indirect(90))) == []


def test_a_claim_that_is_not_sure_to_be_indirect_or_names_no_share_is_not_asked() -> None:
    unclear = shares(90, directOrIndirect="unknown")

    assert found(*CHAIN, whole(unclear)) == []
    assert found(*CHAIN, whole(indirect(90), unclear)) == []
    assert found(*CHAIN, whole(indirect(None))) == []
    assert found(*CHAIN, whole(indirect(90, endDate="2023-01-01"))) == []


def test_votes_do_not_multiply() -> None:
    votes = (
        part("ana", "beta", shares(60, type="votingRights")),
        part("beta", "alfa", shares(50, type="votingRights")),
    )

    assert found(*votes, whole(indirect(50, type="votingRights"))) == []


@pytest.mark.parametrize(
    "kind",
    [
        {"type": "arrangement"},
        {"type": "arrangement", "subtype": "nomination"},
        {"type": "legalEntity", "subtype": "trust"},
    ],
)
def test_a_share_of_a_trust_or_a_joint_holding_is_another_thing(kind: Json) -> None:
    parties = [entity(), entity("beta", entityType=kind), person()]

    assert found(*CHAIN, whole(indirect(90)), parties=parties) == []


def test_a_chain_that_goes_in_a_circle_is_silent() -> None:
    circle = (*CHAIN, part("beta", "gamma", shares(10)), part("gamma", "beta", shares(10)))
    through = ("ana-in-beta", "beta-in-alfa", "beta-in-gamma", "gamma-in-beta")

    assert found(*circle, whole(indirect(90), through=through)) == []


def test_a_side_branch_that_leads_elsewhere_does_not_matter() -> None:
    aside = (*CHAIN, part("ana", "gamma", shares(None)))
    through = ("ana-in-beta", "beta-in-alfa", "ana-in-gamma")

    assert found(*aside, whole(indirect(30), through=through)) == []
    assert len(found(*aside, whole(indirect(90), through=through))) == 1


def test_two_holdings_of_one_company_in_another_add_up() -> None:
    more = owns("ana", "beta", shares(20), record_id="more", isComponent=True)
    through = ("ana-in-beta", "beta-in-alfa", "more")

    assert found(*CHAIN, more, whole(indirect(40), through=through)) == []
    assert len(found(*CHAIN, more, whole(indirect(10), through=through))) == 1


def test_a_part_that_is_direct_leaves_open_what_the_indirect_share_counts() -> None:
    direct = owns("ana", "alfa", shares(10), record_id="direct", isComponent=True)

    assert found(*CHAIN, direct, whole(indirect(40), through=("ana-in-beta", "beta-in-alfa", "direct"))) == []
