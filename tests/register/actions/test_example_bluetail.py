"""The prototype's tender with five bidders: where its flags mean the same as ours, ours find the same and nothing besides."""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import orjson
import pytest

from bods.records import Person
from bods.statements import Statement
from bods.upgrade import upgraded_statements
from register.actions.raise_flags import Answers, ask
from register.flags import registry
from register.flags.flag import Finding
from register.graph.building import picture_of
from register.graph.lists import Listed, ListKind
from register.graph.picture import Identity, Picture
from register.graph.process import Process
from register.jurisdictions import load
from tests.factories.example_processes import processes

DAY = date(2020, 4, 1)
KENYA = load("kenya_makueni")
#: The example is older than the list of places.
LISTS = tuple(replace(each, since=DAY) for each in KENYA.flag_rules.secrecy)
LAW = replace(KENYA, flag_rules=replace(KENYA.flag_rules, secrecy=LISTS))


def bluetail(folder: Path) -> tuple[Process, list[Statement], dict[str, Identity]]:
    """The tender with five bidders, what each declares, and each person by the national number in the files."""
    (process,) = processes((folder / "ocds/ocds_tenderers_package.json").read_bytes())
    told = [orjson.loads(path.read_bytes()) for path in sorted((folder / "bods/PROC-20-0001").glob("*.json"))]
    statements = [
        each for file in told for each in upgraded_statements(file, lambda _loss: None, undated=DAY)
    ]
    people = {
        each.record_id: Identity(each.record.identifiers[0].id or "", confirmed=True)
        for each in statements
        if isinstance(each.record, Person)
    }
    return process, statements, people


def expected(folder: Path) -> dict[str, set[str]]:
    """Which official numbers the example's own file marks with which of its flags, in this tender."""
    marked: dict[str, set[str]] = {}
    for line in csv.DictReader(io.StringIO((folder / "flags/flag_attachments.csv").read_text())):
        if line["ocid"]:
            marked.setdefault(line["flag_name"], set()).add(line["identifier_id"])
    return marked


def answers(folder: Path) -> tuple[Picture, Answers]:
    process, statements, people = bluetail(folder)
    ministers = expected(folder)["person_id_matches_cabinet_minister"]
    listed = [
        Listed(number, ListKind.EXPOSED, "A minister", DAY, "Cabinet", entity=False, identity=number)
        for number in sorted(ministers)
    ]
    picture = picture_of(
        process, statements, identities=people, as_of=DAY, listed=listed, lists=[ListKind.EXPOSED]
    )
    return picture, ask(registry(), picture, LAW)


def found(answers: Answers, code: str) -> list[Finding]:
    return [each.finding for each in answers.findings if each.finding.code == code]


def numbers(picture: Picture, keys: Iterable[str]) -> set[str]:
    """The official numbers of bodies, and the national numbers of people."""
    return {
        number
        for key in keys
        for number in (
            picture.parties[key].identity or "",
            *(each for _, each in picture.parties[key].identifiers),
        )
        if number
    }


@pytest.fixture(scope="module")
def example(shared: Path) -> tuple[Path, Picture, Answers]:
    folder = shared / "ocds/uk_bluetail_prototype"
    return folder, *answers(folder)


def test_a_person_and_a_company_behind_several_bids_are_found_as_the_example_expects(
    example: tuple[Path, Picture, Answers],
) -> None:
    folder, picture, given = example

    shared_by = found(given, "shared-owner") + found(given, "shared-parent")

    marked = expected(folder)
    both = (
        marked["person_in_multiple_applications_to_tender"]
        | marked["company_in_multiple_applications_to_tender"]
    )
    assert numbers(picture, (key for each in shared_by for key in each.about)) == both
    assert {picture.name(key) for each in shared_by for key in each.bidders} == {
        "Mitchell Systems Ltd.",
        "Gough-Hunt Ltd.",
    }


def test_bodies_of_places_that_tell_little_are_found_as_the_example_expects(
    example: tuple[Path, Picture, Answers],
) -> None:
    folder, picture, given = example

    secret = found(given, "secrecy-jurisdiction")

    # The other body of the example's file declares that it is registered at home: only its address is abroad.
    marked = expected(folder)["company_in_blacklisted_jurisdiction"]
    abroad = {
        number
        for key, party in picture.parties.items()
        if party.country != "GB"
        for number in numbers(picture, [key]) & marked
    }
    assert abroad == {"6213874"}
    assert numbers(picture, (key for each in secret for key in each.about)) == abroad


def test_ministers_behind_a_bid_are_found_by_their_number_as_the_example_expects(
    example: tuple[Path, Picture, Answers],
) -> None:
    folder, picture, given = example

    exposed = found(given, "owner-is-politically-exposed")

    marked = expected(folder)["person_id_matches_cabinet_minister"]
    assert numbers(picture, (key for each in exposed for key in each.about)) == marked
