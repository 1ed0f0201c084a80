"""Old statements come out in the order that 0.4 asks for."""

from typing import Any

from bods.upgrade import upgraded
from tests.bods.upgrade.olds import company, link, named, person


def order(*olds: dict[str, Any]) -> list[str]:
    return [each.statement_id.strip("-") for each in upgraded(list(olds)).statements]


def test_parties_come_first_then_components_then_what_they_make_up() -> None:
    whole = link("whole", componentStatementIDs=[named("part")])

    assert order(whole, link("part", isComponent=True), person(), company()) == [
        "ana",
        "alfa",
        "part",
        "whole",
    ]


def test_within_that_the_order_of_the_file_stays() -> None:
    assert order(company("c"), person("b"), company("a")) == ["c", "b", "a"]


def test_what_replaces_comes_after_what_it_replaces_in_the_places_that_both_had() -> None:
    later, other = company("alfa-2", replacesStatements=[named("alfa")]), company("beta")

    assert order(later, other, company()) == ["alfa", "beta", "alfa-2"]


def test_a_record_that_is_a_component_for_a_time_keeps_its_order() -> None:
    later = link("link-2", isComponent=True, replacesStatements=[named("link")])
    whole = link("whole", componentStatementIDs=[named("link-2")])

    assert order(company(), person(), whole, link(), later) == ["alfa", "ana", "link", "link-2", "whole"]


def test_a_relationship_ends_before_the_one_that_replaces_it_begins_and_a_party_ends_last() -> None:
    file = [
        company(),
        company("beta"),
        person(),
        person("ben"),
        link(),
        link("link-2", party="ben", statementDate="2019-09-09", replacesStatements=[named("link")]),
        company("both", statementDate="2020-01-01", replacesStatements=[named("alfa"), named("beta")]),
    ]

    records = [(each.record_id.strip("-"), str(each.record_status)) for each in upgraded(file).statements]

    assert records[-4:] == [("link", "new"), ("link", "closed"), ("link-2", "new"), ("alfa", "closed")]
    assert ("beta", "updated") in records
