"""The ledger remembers of each record what the end of the file will ask, in memory or in files alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bods.facts import Kind
from bods.facts.ledger import Ledger

COMPANY = ("entity", "registeredEntity", None, None)
PERSON = ("person", None, None, "knownPerson")
LINK = ("relationship", None, None, None)


def ledger_of(*statements: tuple[str, tuple[str | None, ...], str, str | None]) -> Ledger:
    ledger = Ledger()
    for order, (record_id, kind, date, status) in enumerate(statements, start=1):
        ledger.enter(record_id, ledger.code_of(kind), order, date, status)
    return ledger


def test_a_record_is_known_by_its_last_statement() -> None:
    ledger = ledger_of(("alfa", COMPANY, "2024-01-01", "new"), ("alfa", PERSON, "2024-02-01", "updated"))

    assert ledger.known("alfa") == Kind(*PERSON)
    assert ledger.known("beta") is None


def test_a_life_of_new_updates_and_one_closure_is_nothing_unusual() -> None:
    ledger = ledger_of(
        ("alfa", COMPANY, "2024-01-01", "new"),
        ("beta", COMPANY, "2024-01-01", "new"),
        ("alfa", COMPANY, "2024-02-01", "updated"),
        ("alfa", COMPANY, "2024-02-01", "closed"),
    )

    assert list(ledger.unusual()) == []


@pytest.mark.parametrize(
    ("lives", "first", "last"),
    [
        (["updated"], "updated", "updated"),
        (["new", "new"], "new", "new"),
        (["new", "closed", "updated"], "new", "updated"),
        (["new", "closed", "closed"], "new", "closed"),
        ([None], None, None),
    ],
)
def test_any_other_life_is_unusual(lives: list[str | None], first: str | None, last: str | None) -> None:
    ledger = ledger_of(
        *(("alfa", COMPANY, f"2024-01-{day:02d}", status) for day, status in enumerate(lives, 1))
    )

    (series,) = ledger.unusual()

    assert (series.record_id, series.first, series.last) == ("alfa", first, last)


def test_the_order_is_that_of_the_dates_wherever_the_statements_stand() -> None:
    ledger = ledger_of(("alfa", COMPANY, "2024-02-01", "updated"), ("alfa", COMPANY, "2024-01-01", "new"))

    assert list(ledger.unusual()) == []


def test_a_component_is_odd_unless_a_relationship_after_it_lists_it() -> None:
    ledger = Ledger()
    for order, record_id in enumerate(["early", "link", "late"], start=1):
        ledger.enter(record_id, ledger.code_of(LINK), order, "2024-01-01", "new")
    ledger.enter_components(1, ["early", "late"])

    assert ledger.odd_component(0) is None
    late = ledger.odd_component(2)
    assert late is not None
    assert (late.first, late.listed) == (3, 2)


entries = st.lists(
    st.tuples(
        st.integers(0, 30).map("record-{}".format),
        st.sampled_from([COMPANY, PERSON, LINK, (None,) * 4]),
        st.dates().map(str),
        st.sampled_from(["new", "updated", "closed", None]),
        st.lists(st.integers(0, 40).map("record-{}".format), max_size=3),
    ),
    max_size=60,
)


@given(entries)
def test_what_is_spilled_to_files_is_what_would_be_in_memory(statements: list[tuple]) -> None:
    held, spilled = Ledger(), Ledger()
    spilled._grow()
    spilled._spill(dict(spilled._rows))
    ties: set[tuple[int, str, str | None]] = set()
    for ledger in (held, spilled):
        for order, (record_id, kind, date, status, components) in enumerate(statements, start=1):
            row = ledger.enter(record_id, ledger.code_of(kind), order, date, status)
            party = components[0] if components else None
            ledger.enter_components(row, components)
            ledger.enter_parties(row, record_id, party)
            ties.add((row, record_id, party))

    assert list(held.unusual()) == list(spilled.unusual())
    for record_id in {entry[0] for entry in statements}:
        assert held.known(record_id) == spilled.known(record_id)
        assert held.subject(record_id) == spilled.subject(record_id)
    for row, subject, party in ties:
        assert held.odd_component(row) == spilled.odd_component(row)
        kinds_and_places = held.parties(row, subject, party)
        assert kinds_and_places == spilled.parties(row, subject, party)
        assert kinds_and_places[:2] == (held.known(subject), held.known(party) if party else None)
    spilled.close()
