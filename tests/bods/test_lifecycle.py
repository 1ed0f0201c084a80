"""From one declaration to the next: what is new, what changed, what ended."""

import itertools
from dataclasses import replace

import pytest

from bods.exceptions import (
    PartyChangedError,
    RecordAlreadyClosedError,
    RecordKindChangedError,
    SubjectChangedError,
)
from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.records import Entity
from bods.statements import Statement
from tests.bods.stories import ALFA, ANA, BEN, network, owns, shares


def stamp() -> Stamp:
    numbers = itertools.count(1)
    return Stamp("2024-05-01", "declaration-2", None, lambda: f"{next(numbers):032d}")


def told(statements: tuple[Statement, ...]) -> list[tuple[str, str]]:
    return [(statement.record_id, str(statement.record_status)) for statement in statements]


ALONE = network(ana=ANA, link=owns("ana", "alfa", shares(60)))
CHAIN = network(
    ana=ANA,
    beta=Entity(is_component=True, name="Beta"),
    beta_in_alfa=owns("beta", "alfa", shares(60), is_component=True),
    ana_in_beta=owns("ana", "beta", shares(50), is_component=True),
    ana_in_alfa=owns("ana", "alfa", shares(30), components=("beta", "beta_in_alfa", "ana_in_beta")),
)


def test_a_first_declaration_is_all_new_from_the_subject_on() -> None:
    made = statements_between(None, ALONE, stamp())

    assert told(made) == [("alfa", "new"), ("ana", "new"), ("link", "new")]
    assert {statement.declaration_subject for statement in made} == {"alfa"}
    assert {statement.declaration for statement in made} == {"declaration-2"}
    assert len({statement.statement_id for statement in made}) == 3


def test_only_what_changed_is_stated_again() -> None:
    after = network(ana=ANA, link=owns("ana", "alfa", shares(80)))

    assert told(statements_between(ALONE, after, stamp())) == [("link", "updated")]


def test_a_confirmation_states_the_subject_again() -> None:
    assert told(statements_between(ALONE, ALONE, stamp())) == [("alfa", "updated")]


def test_a_sale_closes_the_old_relationship_before_its_party_leaves() -> None:
    after = network(ben=BEN, bens=owns("ben", "alfa", shares(60)))

    made = statements_between(ALONE, after, stamp())

    assert told(made) == [("ben", "new"), ("link", "closed"), ("bens", "new"), ("ana", "closed")]


def test_a_closing_carries_the_last_known_details() -> None:
    made = statements_between(ALONE, network(), stamp())

    closing = {statement.record_id: statement.record for statement in made}
    assert closing["link"] == ALONE.records["link"]


def test_a_chain_is_stated_again_from_the_changed_component_up() -> None:
    after = Network("alfa", {**CHAIN.records, "beta": Entity(is_component=True, name="Beta Holdings")})

    assert told(statements_between(CHAIN, after, stamp())) == [
        ("beta", "updated"),
        ("ana_in_alfa", "updated"),
    ]


def test_a_component_leaves_before_the_relationship_that_lists_it_is_stated_again() -> None:
    after = network(ana=ANA, ana_in_alfa=owns("ana", "alfa", shares(30)))

    made = statements_between(CHAIN, after, stamp())

    assert told(made) == [
        ("ana_in_beta", "closed"),
        ("beta_in_alfa", "closed"),
        ("beta", "closed"),
        ("ana_in_alfa", "updated"),
    ]


def test_who_shares_a_component_is_stated_again_when_another_lets_go_of_it() -> None:
    shared = {
        **CHAIN.records,
        "ben": BEN,
        "ben_in_beta": owns("ben", "beta", shares(50), is_component=True),
        "ben_in_alfa": owns("ben", "alfa", shares(30), components=("beta", "beta_in_alfa", "ben_in_beta")),
    }

    made = statements_between(Network("alfa", shared), CHAIN, stamp())

    assert told(made) == [
        ("ben_in_beta", "closed"),
        ("ben_in_alfa", "closed"),
        ("ana_in_alfa", "updated"),
        ("ben", "closed"),
    ]


def test_a_network_that_is_gone_is_closed_whole_its_subject_last() -> None:
    made = statements_between(ALONE, Network("alfa", {}), stamp())

    assert told(made) == [("link", "closed"), ("ana", "closed"), ("alfa", "closed")]


def test_a_relationship_keeps_its_parties() -> None:
    after = network(ana=ANA, ben=BEN, link=owns("ben", "alfa", shares(60)))

    with pytest.raises(PartyChangedError) as caught:
        statements_between(ALONE, after, stamp())

    assert caught.value.record_id == "link"


def test_a_closed_record_is_never_opened_again() -> None:
    with pytest.raises(RecordAlreadyClosedError):
        statements_between(network(), ALONE, stamp(), ever_closed={"ana"})


def test_a_record_id_stands_for_one_thing() -> None:
    after = network(ana=Entity(name="Ana Ltd"), link=owns("ana", "alfa", shares(60)))

    with pytest.raises(RecordKindChangedError):
        statements_between(ALONE, after, stamp())


def test_a_network_keeps_its_subject() -> None:
    with pytest.raises(SubjectChangedError):
        statements_between(ALONE, Network("beta", {"beta": replace(ALFA, name="Beta")}), stamp())
