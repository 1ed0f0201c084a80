"""A record may become a component of a chain, or stop being one, and the official checker follows."""

import itertools
from pathlib import Path

from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.records import Entity, Record
from bods.statements import Statement
from bods.writing import write_json
from tests.bods.stories import ANA, network, owns, shares
from tests.oracle import libcovebods_faults


def chain(**more: Record) -> Network:
    return network(
        beta=Entity(is_component=True, name="Beta"),
        ana=ANA,
        beta_in_alfa=owns(
            "beta", "alfa", shares(60, beneficial_ownership_or_control=False), is_component=True
        ),
        ana_in_beta=owns("ana", "beta", shares(50, beneficial_ownership_or_control=False), is_component=True),
        ana_in_alfa=owns("ana", "alfa", shares(30), components=("beta", "beta_in_alfa", "ana_in_beta")),
        **more,
    )


def alone(name: str = "Beta") -> Network:
    held = owns("beta", "alfa", shares(60, beneficial_ownership_or_control=False))
    return network(beta=Entity(name=name), beta_alone=held)


def published(*states: Network) -> list[Statement]:
    numbers, made = itertools.count(), list[Statement]()
    for year, (before, after) in enumerate(itertools.pairwise((None, *states)), start=2020):
        assert after is not None
        stamp = Stamp(f"{year}-01-01", None, None, lambda: f"{next(numbers):032d}")
        made += statements_between(before, after, stamp)
    return made


def complaints(statements: list[Statement], file: Path) -> list[str]:
    with file.open("wb") as out:
        write_json(statements, out)
    return [complaint["type"] for complaint in libcovebods_faults(file)]


def test_an_owner_that_becomes_a_link_of_a_chain_is_no_complaint(tmp_path: Path) -> None:
    statements = published(alone(), chain(), chain(other=Entity(name="Other")))

    assert complaints(statements, tmp_path / "became.json") == []


def test_a_link_that_becomes_an_owner_is_no_complaint_on_the_day(tmp_path: Path) -> None:
    statements = published(chain(), alone())

    assert complaints(statements, tmp_path / "stopped.json") == []


def test_the_checker_faults_the_old_chain_when_a_former_link_changes_later(tmp_path: Path) -> None:
    # Known, and said in the lifecycle's own words: the standard allows this, the checker forgets that the chain ended.
    statements = published(chain(), alone(), alone("Beta Holdings"))

    assert complaints(statements, tmp_path / "later.json") == [
        "statement_entity_is_component_not_in_component_details"
    ]
