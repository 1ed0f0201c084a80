"""Companies that own each other in a circle are worth a look."""

from bods.examination import Finding
from tests.bods.checks.raw import Json, entity, owns, person, shares, told

CODE = "ownership_cycle"
PARTIES = [entity(), entity("beta"), entity("gamma"), entity("delta"), person()]


def found(*links: Json) -> list[Finding]:
    return told(CODE, *PARTIES, *links)


def held(party: str, subject: str, *interests: Json, **fields: str) -> Json:
    return owns(party, subject, *interests, fields=fields)


def test_two_companies_that_own_each_other_are_found_where_the_circle_closes() -> None:
    closing = held("alfa", "beta")

    (finding,) = found(held("beta", "alfa"), closing)

    assert finding.statement_id == closing["statementId"]
    assert finding.pointer == "/recordDetails/interestedParty"
    assert "beta, alfa, and again beta" in finding.sentence


def test_a_longer_circle_is_told_with_its_path() -> None:
    (finding,) = found(
        held("beta", "alfa"), held("gamma", "beta"), held("alfa", "gamma"), held("ana", "alfa")
    )

    assert "beta, alfa, gamma, and again beta" in finding.sentence


def test_two_circles_that_touch_are_told_each() -> None:
    assert (
        len(found(held("beta", "alfa"), held("alfa", "beta"), held("gamma", "alfa"), held("alfa", "gamma")))
        == 2
    )


def test_a_chain_and_two_ways_to_one_company_are_no_circle() -> None:
    chain = (held("gamma", "beta"), held("beta", "alfa"), held("ana", "gamma"))

    assert found(*chain, held("gamma", "alfa"), held("delta", "gamma"), held("delta", "alfa")) == []


def test_a_circle_that_was_broken_is_not_found() -> None:
    first, second = held("beta", "alfa"), held("alfa", "beta")
    sold = held("alfa", "beta", statementDate="2024-05-01", recordStatus="closed")
    ended = held("alfa", "beta", shares(20, endDate="2024-01-01"))

    assert found(first, second, sold) == []
    assert found(sold, first, second) == []
    assert found(first, ended) == []


def test_what_gives_no_part_of_a_company_closes_no_circle() -> None:
    board = {"type": "boardMember", "directOrIndirect": "direct"}

    assert found(held("beta", "alfa"), held("alfa", "beta", board, {"directOrIndirect": "unknown"})) == []


def test_a_company_that_owns_itself_is_told_by_another_check() -> None:
    assert found(held("alfa", "alfa"), held("beta", "alfa")) == []


def test_circles_across_two_declarations_are_not_looked_for() -> None:
    assert found(held("beta", "alfa"), held("alfa", "beta", declarationSubject="beta")) == []


def test_a_circle_of_a_thousand_companies_is_told_once_and_shortly() -> None:
    names = [f"firm-{number}" for number in range(1000)]
    links = [held(names[number - 1], name) for number, name in enumerate(names)]

    (finding,) = told(CODE, *map(entity, names), *links)

    assert "992 more" in finding.sentence
    assert len(finding.sentence) < 200


def test_where_everyone_owns_everyone_some_circles_are_told() -> None:
    names = [f"firm-{number}" for number in range(30)]
    links = [held(one, other) for one in names for other in names]

    assert len(told(CODE, *map(entity, names), *links)) == 20
