"""Networks are read back as answers, whoever drew them; what answers cannot say is refused."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from bods.codelists import RecordStatus, UnspecifiedReason
from bods.network import Network
from bods.parts import Unspecified
from bods.reading import read_statements
from bods.records import Interest, Record, Relationship
from bods.structures import (
    Holding,
    IndirectHolding,
    JointHolding,
    NotNamed,
    Trust,
    answers_of,
    network_of,
    shares,
)
from bods.structures.exceptions import NotABodyError, UntoldError
from tests.bods.standard import EXAMPLES, good_examples, official_examples
from tests.bods.stories import ANA, BEN, network, owns
from tests.bods.structures.cast import about_alfa


def standing(file: Path) -> Network:
    last = {statement.record_id: statement for statement in read_statements(file)}
    records: dict[str, Record] = {
        record_id: statement.record
        for record_id, statement in last.items()
        if statement.record_status is not RecordStatus.CLOSED
    }
    return Network(next(iter(last.values())).declaration_subject, records)


def drawn_again(files: Iterable[Path]) -> dict[str, bool]:
    told = {}
    for file in files:
        found = standing(file)
        told[file.name] = network_of(answers_of(found), found) == found
    return told


def test_the_standards_examples_and_ours_are_read_and_drawn_again() -> None:
    # In the nominee's example the nominee is a link of the chain: the standard's own keeps them out of it, and so do we.
    files = [file for file in (*good_examples(), *official_examples()) if file.name != "nominee.json"]

    told = drawn_again(files)

    assert len(told) >= 12
    assert [name for name, same in told.items() if not same] == []


def test_a_nominee_who_is_a_link_of_a_chain_is_refused() -> None:
    with pytest.raises(UntoldError) as caught:
        answers_of(standing(EXAMPLES / "nominee.json"))

    assert "cleo-in-deal" in caught.value.record_ids


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("owner_through_a_chain.json", [Holding, Holding, IndirectHolding]),
        ("trust.json", [Holding, IndirectHolding, IndirectHolding, Trust]),
        ("joint_owners.json", [Holding, JointHolding]),
        ("state_owned.json", [Holding, NotNamed]),
    ],
)
def test_each_structure_is_known_again(name: str, kinds: list[type]) -> None:
    answers = answers_of(standing(EXAMPLES / name))

    assert [type(answer) for answer in answers.told] == kinds


def test_a_key_is_read_out_of_the_record_id_it_was_made_into() -> None:
    answers = about_alfa(Holding("ana", (shares(60),)))
    first = network_of(answers)

    again = network_of(answers, closed=first.records.keys() - {"alfa"})

    assert set(again.records) == {"alfa", "alfa-p-ana-2", "alfa-r-ana-2"}
    assert answers_of(again) == answers


def test_two_records_that_would_share_a_key_keep_their_ids() -> None:
    found = network(
        **{"alfa-p-ana": ANA, "alfa-p-ana-2": BEN},
        one=owns("alfa-p-ana", "alfa", Interest()),
        other=owns("alfa-p-ana-2", "alfa", Interest()),
    )

    assert {"alfa-p-ana", "alfa-p-ana-2"} < answers_of(found).parties.keys()


@pytest.mark.parametrize(
    "more",
    [
        Relationship(subject="alfa", interested_party="ana", interests=(Interest(extra={"x:note": "kept"}),)),
        Relationship(subject="alfa", interested_party="ana", extra={"x:note": "kept"}),
        Relationship(subject="alfa", interested_party="ana", component_records=("ana",)),
        Relationship(subject=Unspecified(UnspecifiedReason.UNKNOWN), interested_party="ana"),
        Relationship(
            subject=Unspecified(UnspecifiedReason.UNKNOWN),
            interested_party=Unspecified(UnspecifiedReason.UNKNOWN),
        ),
    ],
)
def test_records_that_say_more_than_answers_can_are_named(more: Relationship) -> None:
    with pytest.raises(UntoldError) as caught:
        answers_of(network(ana=ANA, more=more))

    assert "more" in caught.value.record_ids


def test_a_person_who_is_owned_is_refused() -> None:
    with pytest.raises(NotABodyError):
        answers_of(network(ana=ANA, ben=BEN, link=owns("ana", "ben", Interest())))


def test_a_component_that_is_none_is_named() -> None:
    found = network(ana=ANA, link=replace(owns("ana", "alfa", Interest()), is_component=True))

    with pytest.raises(UntoldError) as caught:
        answers_of(found)

    assert "link" in caught.value.record_ids
