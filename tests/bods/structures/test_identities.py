"""The same answers have the same record ids; what was closed, or became another thing, has a new one."""

import itertools

from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.structures import (
    Answers,
    Holding,
    IndirectHolding,
    Trust,
    network_of,
    no_owner,
    owner_not_found,
    settlor,
    shares,
)
from tests.bods.structures.cast import CAST, about_alfa, relationships
from tests.bods.test_lifecycle import told

DIRECT = about_alfa(Holding("ana", (shares(60, beneficial=True),)))
CHAIN = about_alfa(
    Holding("beta", (shares(60),)),
    Holding("ana", (shares(50),), held="beta"),
    IndirectHolding("ana", (shares(30, beneficial=True),)),
)


def between(before: Network | None, after: Network, *closed: str) -> list[tuple[str, str]]:
    numbers = itertools.count()
    stamp = Stamp("2024-05-01", None, None, lambda: f"{next(numbers):032d}")
    return told(statements_between(before, after, stamp, ever_closed=closed))


def test_the_same_answers_are_drawn_under_the_same_ids() -> None:
    again = Answers(CHAIN.subject, dict(reversed(CHAIN.parties.items())), tuple(reversed(CHAIN.told)))

    first, second = network_of(CHAIN), network_of(again)

    assert first == second
    assert list(first.records) == list(second.records)


def test_a_later_state_restates_only_what_changed() -> None:
    first = network_of(CHAIN)
    more = about_alfa(
        Holding("beta", (shares(70),)),
        Holding("ana", (shares(50),), held="beta"),
        IndirectHolding("ana", (shares(35, beneficial=True),)),
    )

    assert between(first, network_of(more, first)) == [
        ("alfa-r-beta", "updated"),
        ("alfa-r-ana", "updated"),
    ]


def test_an_owner_who_comes_back_has_a_new_record() -> None:
    first = network_of(DIRECT)
    gone = network_of(about_alfa(), first)
    closed = first.records.keys() - gone.records.keys()

    back = network_of(DIRECT, gone, closed=closed)

    assert between(gone, back, *closed) == [("alfa-p-ana-2", "new"), ("alfa-r-ana-2", "new")]


def test_a_new_record_stays_in_later_declarations() -> None:
    back = network_of(DIRECT, network_of(about_alfa()), closed=("alfa-p-ana", "alfa-r-ana"))

    later = network_of(about_alfa(Holding("ana", (shares(70, beneficial=True),))), back)

    assert set(later.records) == {"alfa", "alfa-p-ana-2", "alfa-r-ana-2"}


def test_a_link_of_a_chain_that_comes_to_stand_by_itself_has_a_new_record() -> None:
    first = network_of(CHAIN)

    after = network_of(about_alfa(Holding("beta", (shares(60),))), first)

    assert set(after.records) == {"alfa", "alfa-e-beta-2", "alfa-r-beta-2"}


def test_a_company_that_becomes_a_link_of_a_chain_keeps_its_record() -> None:
    first = network_of(about_alfa(Holding("beta", (shares(60),))))

    after = network_of(CHAIN, first)

    assert between(first, after) == [
        ("alfa-e-beta", "updated"),
        ("alfa-p-ana", "new"),
        ("alfa-r-beta", "updated"),
        ("alfa-r-ana-beta", "new"),
        ("alfa-r-ana", "new"),
    ]


def test_a_company_that_becomes_a_trust_has_a_new_record() -> None:
    first = network_of(about_alfa(Holding("family", (shares(60),)), family=CAST["beta"]))

    after = network_of(
        about_alfa(Holding("family", (shares(60),)), Trust("family", (settlor("ana"),))), first
    )

    assert "alfa-e-family" not in after.records
    assert "alfa-e-family-2" in after.records


def test_another_reason_is_another_relationship() -> None:
    first = network_of(about_alfa(no_owner()))

    after = network_of(about_alfa(owner_not_found()), first)

    assert between(first, after) == [("alfa-r-nobody", "closed"), ("alfa-r-nobody-2", "new")]


def test_another_order_of_stakes_is_no_change() -> None:
    one, other = shares(60, beneficial=True), shares(5)
    first = network_of(about_alfa(Holding("ana", (one, other))))

    assert network_of(about_alfa(Holding("ana", (other, one))), first) == first


def test_a_key_that_is_no_plain_word_is_the_record_id_itself() -> None:
    answers = Answers(
        "alfa",
        {"alfa": CAST["alfa"], "https://example.org/ana": CAST["ana"]},
        (Holding("https://example.org/ana", (shares(60),)),),
    )

    assert "https://example.org/ana" in network_of(answers).records


def test_ids_never_clash() -> None:
    # Ana-in-beta and "ana-beta" would have one id if it were made from the keys alone.
    answers = Answers(
        "alfa",
        {"alfa": CAST["alfa"], "beta": CAST["beta"], "ana": CAST["ana"], "ana-beta": CAST["ben"]},
        (Holding("ana-beta", (shares(1),)), Holding("ana", (shares(1),), held="beta")),
    )

    assert len(relationships(network_of(answers))) == 2
