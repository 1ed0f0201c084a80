"""Whose network each statement belongs to."""

from typing import Any

from bods.upgrade import upgraded
from tests.bods.upgrade.olds import company, link, named, person, told


def subjects(*olds: dict[str, Any]) -> dict[str, str]:
    return {
        each.record_id.strip("-"): each.declaration_subject.strip("-")
        for each in upgraded(list(olds)).statements
    }


def holds(name: str, subject: str, holder: str) -> dict[str, Any]:
    return {**link(name, subject=subject), "interestedParty": {"describedByEntityStatement": named(holder)}}


def test_the_subject_is_the_company_that_holds_nothing_itself() -> None:
    file = [person(), company("beta"), company("alfa"), holds("own", "alfa", "beta"), link(subject="beta")]

    assert subjects(*file) == dict.fromkeys(("ana", "beta", "alfa", "own", "link"), "alfa")
    assert told(*file) == set()


def test_who_is_tied_to_nobody_is_the_subject() -> None:
    assert subjects(company(), person()) == {"alfa": "alfa", "ana": "ana"}


def test_two_networks_in_one_file_are_two() -> None:
    file = [
        company(),
        person(),
        link(),
        company("beta"),
        person("ben"),
        link("tie", subject="beta", party="ben"),
    ]

    assert subjects(*file) == {
        "alfa": "alfa",
        "ana": "alfa",
        "link": "alfa",
        "beta": "beta",
        "ben": "beta",
        "tie": "beta",
    }
    assert told(*file) == set()


def test_who_holds_two_companies_belongs_to_the_first_and_it_is_told() -> None:
    file = [company(), company("beta"), person(), link(), link("tie", subject="beta")]

    assert subjects(*file) == {"alfa": "alfa", "beta": "beta", "ana": "alfa", "link": "alfa", "tie": "beta"}
    assert told(*file) == {("/2", "declarationSubject")}


def test_whoever_stands_behind_such_a_holder_is_told_too() -> None:
    file = [company(), company("beta"), company("fund"), person()]
    ties = [holds("a", "alfa", "fund"), holds("b", "beta", "fund"), link(subject="fund")]

    assert subjects(*file, *ties)["ana"] == "alfa"
    assert told(*file, *ties) == {("/2", "declarationSubject"), ("/3", "declarationSubject")}


def test_in_a_circle_the_first_that_is_held_is_the_subject_and_it_is_told() -> None:
    file = [company(), company("beta"), holds("a", "beta", "alfa"), holds("b", "alfa", "beta")]

    assert set(subjects(*file).values()) == {"beta"}
    assert told(*file) == {("/0", "declarationSubject"), ("/1", "declarationSubject")}


def test_a_subject_that_another_file_describes_is_the_subject_all_the_same() -> None:
    file = [person(), link()]

    assert subjects(*file) == {"ana": "alfa", "link": "alfa"}


def test_a_relationship_between_nobody_and_nobody_is_told() -> None:
    nobody = {**link(), "subject": {}, "interestedParty": {}}

    assert subjects(nobody) == {"link": "link"}
    assert ("/0", "declarationSubject") in told(nobody)


def test_a_relationship_of_nobody_belongs_where_its_party_belongs() -> None:
    file = [company(), person(), link(), {**link("tie"), "subject": {}}]

    assert subjects(*file)["tie"] == "alfa"
