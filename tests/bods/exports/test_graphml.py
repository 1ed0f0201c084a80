"""Records as a graph that other tools read: nodes, edges, typed attributes, and text that any XML reader takes."""

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bods.codelists import DirectOrIndirect, InterestType, RecordStatus, UnspecifiedReason
from bods.exports.graphml import FORMAT, write
from bods.parts import Identifier, Jurisdiction, Unspecified
from bods.reading import read_statements
from bods.records import Entity, Interest, Name, Person, Share
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.standard import good_examples
from tests.bods.stories import ALFA, ANA, BEN, owns, shares, statement


def graph(*statements: Statement) -> nx.MultiDiGraph:
    return read_back(map(as_bytes, statements))


def read_back(texts: Iterable[bytes]) -> nx.MultiDiGraph:
    out = io.BytesIO()
    write(texts, out)
    return nx.read_graphml(io.BytesIO(out.getvalue()), force_multigraph=True)


def test_a_relationship_is_an_edge_from_the_owner_to_the_owned() -> None:
    held = shares("33.3", share=Share.between("33.3", 50, minimum_excluded=True), end_date=date(2024, 5, 1))
    votes = Interest(type=InterestType.VOTING_RIGHTS, share=Share.exactly(40), start_date=date(2019, 1, 1))
    seen = graph(
        statement("alfa", ALFA), statement("ana", ANA), statement("link", owns("ana", "alfa", held, votes))
    )

    ((owner, owned, key, told),) = seen.edges(keys=True, data=True)

    assert (owner, owned, key) == ("ana", "alfa", "link")
    assert told["label"] == "Shares; Voting rights"
    assert told["interestTypes"] == "shareholding; votingRights"
    assert (told["shareMinimum"], told["shareMaximum"]) == (33.3, 50.0)
    assert (told["shareMinimumExcluded"], told["shareMaximumExcluded"]) == (True, False)
    assert (told["votesMinimum"], told["votesMaximum"]) == (40.0, 40.0)
    assert (told["startDate"], told.get("endDate")) == ("2019-01-01", None)
    assert told["directOrIndirect"] == DirectOrIndirect.DIRECT
    assert (told["beneficialOwnershipOrControl"], told["isComponent"]) == (True, False)
    assert (told["recordStatus"], told["statementDate"]) == ("new", "2024-01-01")
    assert '"exclusiveMinimum":33.3' in told["interests"]


def test_a_node_tells_who_and_what_it_is() -> None:
    alfa = replace(
        ALFA, identifiers=(Identifier("PVT-1", "KE-RCO"),), jurisdiction=Jurisdiction("Kenya", "KE")
    )
    seen = graph(statement("alfa", alfa), statement("ana", replace(ANA, birth_date="1980-03")))

    assert seen.nodes["alfa"]["label"] == "Alfa Works Ltd"
    assert seen.nodes["alfa"]["identifiers"] == "KE-RCO:PVT-1"
    assert seen.nodes["alfa"]["jurisdiction"] == "KE"
    assert seen.nodes["alfa"]["entityType"] == "registeredEntity"
    assert (seen.nodes["ana"]["kind"], seen.nodes["ana"]["birthDate"]) == ("person", "1980-03")


def test_two_holdings_of_one_kind_give_no_figure_that_nobody_stated() -> None:
    seen = graph(
        statement("alfa", ALFA),
        statement("ana", ANA),
        statement("link", owns("ana", "alfa", shares(10), shares(20))),
    )

    ((_, _, told),) = seen.edges(data=True)

    assert "shareMinimum" not in told
    assert told["interests"].count("shareholding") == 2


def test_the_last_statement_of_a_record_is_the_one_that_is_drawn() -> None:
    first = statement("ana", ANA, "2024-01-01", published="2024-01-02")
    corrected = replace(first, record=Person(names=(Name("Ana Correct"),)), statement_id="c" * 32)
    corrected = replace(corrected, publication=replace(first.publication, publication_date="2024-02-01"))
    closed = statement("ben", BEN, "2024-03-01", status=RecordStatus.CLOSED)

    seen = graph(closed, corrected, first, statement("ben", BEN, "2024-01-01"))

    assert seen.nodes["ana"]["label"] == "Ana Correct"
    assert seen.nodes["ben"]["recordStatus"] == "closed"


def test_parties_that_are_not_named_are_nodes_of_their_own() -> None:
    nobody = Unspecified(UnspecifiedReason.NO_BENEFICIAL_OWNERS)
    seen = graph(
        statement("alfa", ALFA),
        statement("one", replace(owns("x", "alfa"), interested_party=nobody)),
        statement("two", replace(owns("x", "alfa"), interested_party=nobody)),
        statement("three", owns("gone", "alfa")),
        statement("four", owns("gone", "alfa")),
    )

    kinds = sorted(kind for _, kind in seen.nodes(data="kind"))
    assert kinds == ["entity", "missing", "unspecified", "unspecified"]
    assert seen.nodes["one_source"]["unspecifiedReason"] == "noBeneficialOwners"
    assert seen.number_of_edges() == 4


def test_names_of_records_that_no_xml_id_may_have_stay_apart() -> None:
    ids = ["a b", "a_b", "a_x20_b", "a/b", "ä", "", "<&>"]

    seen = graph(*(statement(each, ALFA) for each in ids))

    assert sorted(told for _, told in seen.nodes(data="recordId")) == sorted(ids)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_but_for_what_xml_forbids(name: str) -> None:
    seen = graph(statement("alfa", Entity(name=name)))

    kept = seen.nodes["alfa"]["name"]
    assert len(kept) == len(name)
    assert all(there in (given, "\ufffd") for there, given in zip(kept, name, strict=True))
    assert {given for there, given in zip(kept, name, strict=True) if there != given} <= _no_xml()


def _no_xml() -> set[str]:
    return {chr(each) for each in (*range(32), 0xFFFE, 0xFFFF)} - set("\t\n\r")


@pytest.mark.parametrize("example", good_examples(), ids=lambda path: path.stem)
def test_every_record_of_an_example_is_there(example: Path) -> None:
    statements = list(read_statements(example))

    seen = graph(*statements)

    records = {said.record_id: said.record_type for said in statements}
    edges = [each for each, kind in records.items() if kind == "relationship"]
    assert sorted(told for *_, told in seen.edges(data="recordId")) == sorted(edges)
    assert {told for _, told in seen.nodes(data="recordId") if told} == set(records) - set(edges)


def test_shares_are_exact_figures_in_the_text() -> None:
    out = io.BytesIO()
    held = shares(1, share=Share.exactly(Decimal("0.0000001")))

    write(map(as_bytes, (statement("link", owns("a", "b", held)),)), out)

    assert b'<data key="edge.shareMinimum">0.0000001</data>' in out.getvalue()


def test_what_the_form_leaves_out_stands_in_the_file() -> None:
    out = io.BytesIO()

    write([], out)

    assert FORMAT.leaves_out
    assert FORMAT.leaves_out in out.getvalue().decode()
    assert nx.read_graphml(io.BytesIO(out.getvalue())).number_of_nodes() == 0
