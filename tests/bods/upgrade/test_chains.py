"""Statements that replace each other are one record; where a party changes, one record ends and another begins."""

from typing import Any

from bods.codelists import RecordStatus
from bods.statements import Statement
from bods.upgrade import upgraded
from tests.bods.upgrade.olds import company, link, named, person, told

NEW, UPDATED, CLOSED = RecordStatus.NEW, RecordStatus.UPDATED, RecordStatus.CLOSED


def lives(*olds: dict[str, Any]) -> dict[str, list[tuple[str, RecordStatus | None]]]:
    """Give each record's statements, short, in the order of publication."""
    found: dict[str, list[tuple[str, RecordStatus | None]]] = {}
    for each in upgraded(list(olds)).statements:
        name = "(added)" if _is_added(each) else each.statement_id.strip("-")
        found.setdefault(each.record_id.strip("-"), []).append((name, each.record_status))
    return found


def _is_added(statement: Statement) -> bool:
    return any("Added when" in str(note.description) for note in statement.annotations)


def after(name: str, *replaced: str, make: Any = company, **fields: Any) -> dict[str, Any]:
    return make(
        name, **{"statementDate": "2019-06-01", "replacesStatements": [*map(named, replaced)], **fields}
    )


def test_a_statement_that_replaces_another_is_the_same_record_updated() -> None:
    file = [company(), after("alfa-2", "alfa"), after("alfa-3", "alfa-2", statementDate="2019-07-01")]

    assert lives(*file) == {"alfa": [("alfa", NEW), ("alfa-2", UPDATED), ("alfa-3", UPDATED)]}
    assert told(*file) == set()


def test_the_order_of_the_file_does_not_matter() -> None:
    file = [after("alfa-3", "alfa-2", statementDate="2019-07-01"), after("alfa-2", "alfa"), company()]

    assert lives(*file) == {"alfa": [("alfa", NEW), ("alfa-2", UPDATED), ("alfa-3", UPDATED)]}


def test_a_relationship_names_the_record_whichever_statement_it_named() -> None:
    file = [company(), after("alfa-2", "alfa"), person(), link(subject="alfa-2")]

    statement = upgraded(file).statements[-1]

    assert statement.record.subject == named("alfa")


def test_a_statement_that_names_all_before_it_goes_on_with_their_record() -> None:
    file = [company(), after("alfa-2", "alfa"), after("alfa-3", "alfa", "alfa-2", statementDate="2019-07-01")]

    assert lives(*file) == {"alfa": [("alfa", NEW), ("alfa-2", UPDATED), ("alfa-3", UPDATED)]}


def test_where_a_chain_forks_the_earlier_goes_on_and_the_other_begins_anew() -> None:
    file = [company(), after("north", "alfa", statementDate="2020-01-01"), after("south", "alfa")]

    assert lives(*file) == {"alfa": [("alfa", NEW), ("south", UPDATED)], "north": [("north", NEW)]}
    assert told(*file) == {("/1", "replacesStatements")}


def test_where_chains_merge_the_one_last_spoken_of_goes_on_and_the_others_are_closed() -> None:
    file = [company("north"), company("south", statementDate="2019-02-01"), after("both", "north", "south")]

    assert lives(*file) == {
        "south": [("south", NEW), ("both", UPDATED)],
        "north": [("north", NEW), ("(added)", CLOSED)],
    }
    assert told(*file) == {("/2", "replacesStatements")}


def test_in_a_circle_the_earliest_is_the_first() -> None:
    file = [
        after("one", "three", statementDate="2019-03-01"),
        after("two", "one", statementDate="2019-01-01"),
        after("three", "two", statementDate="2019-02-01"),
    ]

    assert lives(*file) == {"two": [("two", NEW), ("three", UPDATED), ("one", UPDATED)]}
    assert told(*file) == {("/1", "replacesStatements")}


def test_a_statement_that_replaces_itself_is_told() -> None:
    assert lives(after("alfa", "alfa")) == {"alfa": [("alfa", NEW)]}
    assert told(after("alfa", "alfa")) == {("/0", "replacesStatements")}


def test_a_record_that_began_in_another_file_has_the_id_that_it_has_there() -> None:
    file = [after("alfa-2", "alfa"), person(), link(subject="alfa")]

    assert lives(*file)["alfa"] == [("alfa-2", NEW)]
    assert upgraded(file).statements[-1].record.subject == named("alfa")
    assert told(*file) == {("/0", "replacesStatements")}


def test_where_the_party_changes_the_relationship_is_closed_and_another_begins() -> None:
    file = [
        company(),
        person(),
        person("ben"),
        link(),
        after("link-2", "link", make=link, party="ben", statementDate="2019-09-09"),
        after("link-3", "link-2", make=link, party="ben", statementDate="2020-01-01"),
    ]

    found = lives(*file)
    closing = next(each for each in upgraded(file).statements if each.record_status is CLOSED)

    assert found["link"] == [("link", NEW), ("(added)", CLOSED)]
    assert found["link-2"] == [("link-2", NEW), ("link-3", UPDATED)]
    assert closing.statement_date == "2019-09-09"
    assert closing.record.interested_party == named("ana")
    assert 32 <= len(closing.statement_id) <= 64
    assert told(*file) == {("/4", "replacesStatements")}


def test_a_party_under_a_later_statement_is_still_the_same_party() -> None:
    file = [
        company(),
        person(),
        after("ana-2", "ana", make=person),
        link(),
        after("link-2", "link", make=link, party="ana-2"),
    ]

    assert lives(*file)["link"] == [("link", NEW), ("link-2", UPDATED)]


def test_a_party_that_comes_to_be_named_is_another_party() -> None:
    nobody = {"unspecified": {"reason": "unknown"}}
    file = [company(), person(), link(interestedParty=nobody), after("link-2", "link", make=link)]

    assert lives(*file)["link"] == [("link", NEW), ("(added)", CLOSED)]
    assert lives(*file)["link-2"] == [("link-2", NEW)]


def test_another_reason_why_nobody_is_named_goes_on_with_the_record() -> None:
    unknown, none = ({"unspecified": {"reason": reason}} for reason in ("unknown", "no-beneficial-owners"))
    file = [
        company(),
        link(interestedParty=unknown),
        after("link-2", "link", make=link, interestedParty=none),
    ]

    assert lives(*file)["link"] == [("link", NEW), ("link-2", UPDATED)]


def test_a_person_that_replaces_a_company_is_another_record() -> None:
    file = [company(), after("ana", "alfa", make=person)]

    assert lives(*file) == {"alfa": [("alfa", NEW), ("(added)", CLOSED)], "ana": [("ana", NEW)]}


def test_an_added_end_says_that_nobody_published_it() -> None:
    closing = upgraded([company(), after("ana", "alfa", make=person)]).statements[-1]

    assert closing.record_status is CLOSED
    assert closing.annotations[0].statement_pointer_target == ""
    assert closing.annotations[0].description == (
        "Added when the file was upgraded to BODS 0.4: a statement about another record has replaced this one."
    )


def test_ended_interests_and_a_dissolved_company_are_facts_and_close_nothing() -> None:
    ended = [{"type": "shareholding", "endDate": "2019-05-05"}]
    file = [
        company(),
        person(),
        link(),
        after("link-2", "link", make=link, interests=ended),
        after("link-3", "link-2", make=link, interests=[], statementDate="2019-08-01"),
        after("alfa-2", "alfa", dissolutionDate="2019-05-31"),
    ]

    statuses = {each.record_status for each in upgraded(file).statements}

    assert statuses == {NEW, UPDATED}


def test_a_replacement_that_speaks_of_an_earlier_day_is_told() -> None:
    file = [company(), after("alfa-2", "alfa", statementDate="2018-01-01")]

    assert lives(*file)["alfa"] == [("alfa", NEW), ("alfa-2", UPDATED)]
    assert told(*file) == {("/1", "replacesStatements")}


def test_names_that_are_no_text_replace_nothing_and_are_told() -> None:
    assert told(company(replacesStatements=[7, None])) == {("/0", "replacesStatements")}
    assert told(company(replacesStatements={})) == {("/0", "replacesStatements")}
    assert lives(company(), company("alfa-2", replacesStatements=named("alfa"))) == {
        "alfa": [("alfa", NEW), ("alfa-2", UPDATED)]
    }


def test_a_record_whose_first_statement_is_left_out_begins_with_its_second() -> None:
    no_json = {1: "one"}
    file = [
        company(ownField=no_json, name=no_json),
        after("alfa-2", "alfa"),
        after("ana", "alfa-2", make=person),
    ]

    assert lives(*file) == {"alfa": [("alfa-2", NEW), ("(added)", CLOSED)], "ana": [("ana", NEW)]}
    assert ("/0", "statementID") in told(*file)
