"""Names in the public copy are found however they are spelled."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from register.actions.confirm_identity import confirm_identity
from register.store import identities, published, published_names
from register.store.published_names import fold, grams
from tests.factories.declarations import draft, held, person
from tests.factories.declaring import KENYA, NOW, TODAY, Supplier, supplier

MWIKALI = "Mwĩkali Ndũkũ"
NGANGA = "Ng’ang’a Kariũki"


@pytest.fixture
def alfa(session: Session) -> Supplier:
    made = supplier(session)
    made.declare(
        draft(
            held("mwikali", 60),
            held("nganga", 40),
            people=(person("mwikali", MWIKALI), person("nganga", NGANGA)),
        )
    )
    return made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mwĩkali Ndũkũ", "MWIKALI NDUKU"),
        ("Ng'ang'a", "Ngʼang’a"),
        ("Ng´ang`a", "nganga"),
        ("Kaiti Builders (Kenya) Limited", "KAITI BUILDERS (K) LTD"),
        ("Mutua & Sons Company", "Mutua and Sons Co."),
    ],
)
def test_two_ways_to_write_a_name_fold_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(name=st.text(max_size=60))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_groups_of_three_letters_keep_the_edges_of_words() -> None:
    assert grams("ana b") == {" an", "ana", "na ", " b "}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("mwikali nduku", MWIKALI),
        ("Nduku Mwikali", MWIKALI),
        ("mwikale nduko", MWIKALI),
        ("mwi", MWIKALI),
        ("NGANGA KARIUKI", NGANGA),
        ("Ng'ang'a", NGANGA),
        ("alfa buildrs limited", "Alfa Builders Ltd"),
        ("PVT-ALFA", "Alfa Builders Ltd"),
        ("pvt - alfa", "Alfa Builders Ltd"),
    ],
)
def test_a_name_or_number_is_found(session: Session, alfa: Supplier, words: str, name: str) -> None:
    names, total = published.search(session, words)

    assert names[0].name == name
    assert names[0].declaration_subject == alfa.subject
    assert total >= 1


@pytest.mark.parametrize(
    "words", ["", "   ", "%", "_", "\\", "'; DROP TABLE published; --", "zzzz qqqq", "x" * 5000]
)
def test_what_is_no_name_finds_nothing(session: Session, alfa: Supplier, words: str) -> None:
    assert published.search(session, words) == ((), 0)
    assert alfa.subject in {each.record_id for each in published.companies(session).names}


def test_the_very_name_comes_first_and_pages_follow_each_other(session: Session, alfa: Supplier) -> None:
    for name in ("alfb", "alfc"):
        supplier(session, name).declare(draft(held("ana", 100), people=("ana",)))

    first, total = published.search(session, "Alfa Builders Ltd", limit=1)
    rest, _ = published.search(session, "Alfa Builders Ltd", limit=5, offset=1)

    assert (first[0].name, first[0].score) == ("Alfa Builders Ltd", 100.0)
    assert total == 3
    assert {each.name for each in rest} == {"Alfb Builders Ltd", "Alfc Builders Ltd"}


def test_a_company_is_listed_once_under_its_newest_name_and_found_under_all(
    session: Session, alfa: Supplier
) -> None:
    alfa.company = replace(alfa.company, name="Omega Works Ltd")
    alfa.declare(draft(held("mwikali", 100), people=(person("mwikali", MWIKALI),)))

    listed, total = published.companies(session)
    found, _ = published.search(session, "alfa builders")

    assert ([each.name for each in listed], total) == (["Omega Works Ltd"], 1)
    assert [each.name for each in found] == ["Alfa Builders Ltd"]


def test_a_name_taken_up_again_is_the_newest(session: Session, alfa: Supplier) -> None:
    told = draft(held("mwikali", 100), people=(person("mwikali", MWIKALI),))
    for name in ("Omega Works Ltd", "Alfa Builders Ltd"):
        alfa.company = replace(alfa.company, name=name)
        alfa.declare(told)

    assert [each.name for each in published.companies(session).names] == ["Alfa Builders Ltd"]


def test_a_confirmed_person_is_found_by_the_public_identifier(session: Session, alfa: Supplier) -> None:
    record_id = f"{alfa.subject}-p-mwikali"
    identifier = identities.claim_of(session, record_id).public_identifier
    assert published.records_of_person(session, identifier) == ()

    confirm_identity(session, record_id, "person", NOW, today=TODAY, jurisdiction=KENYA, new_id=alfa.new_id)

    (found,) = published.records_of_person(session, identifier)
    assert (found.name, found.record_id) == (MWIKALI, record_id)
    assert published.search(session, identifier).names[0].record_id == record_id


def test_the_index_can_be_made_anew_from_what_is_published(session: Session, alfa: Supplier) -> None:
    before = published.search(session, "mwikali")

    published_names.clear(session)
    assert published.search(session, "mwikali").total == 0
    for each in published.statements(session):
        published_names.index(session, each)

    assert published.search(session, "mwikali") == before
    assert alfa.subject == before.names[0].declaration_subject
