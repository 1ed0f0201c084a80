"""The sentences above a company's picture say no more than what is declared."""

from datetime import date
from decimal import Decimal

from register.graph.picture import Party, PartyKind
from register.graph.shares import UNSAID, Range
from register.web.public.behind import Behind, Standing, summary


def told(
    name: str,
    share: Range | int | None,
    standing: Standing = Standing.IS,
    kind: PartyKind = PartyKind.PERSON,
    through: tuple[str, ...] = (),
) -> Behind:
    exact = Range(Decimal(share), Decimal(share)) if isinstance(share, int) else share
    return Behind(
        party=Party(name, kind, name),
        standing=standing,
        share=exact,
        ways=(),
        through=through,
        direct=not through,
        since=date(2024, 1, 1),
        late=None,
        unsure=False,
        statement_ids=(),
    )


def said(*everybody: Behind) -> str:
    return " ".join(str(sentence) for sentence in summary(everybody)).replace("\u00a0", " ")


def test_the_largest_owner_is_named_with_the_share_and_the_way() -> None:
    assert said(told("Ana", 42, through=("Kaiti Ltd",)), told("Ben", 28)) == (
        "Two people stand behind it. Ana holds most: 42 %, through Kaiti Ltd."
    )


def test_of_two_who_hold_the_same_nobody_holds_most() -> None:
    assert said(told("Ana", 50), told("Ben", 50)) == "Two people stand behind it."


def test_a_share_that_is_not_told_is_no_figure() -> None:
    assert said(told("Ana", UNSAID)) == "One person stands behind it."


def test_a_range_that_reaches_over_another_is_not_most() -> None:
    wide = Range(Decimal(20), Decimal(60))

    assert said(told("Ana", 30), told("Ben", wide)) == "Two people stand behind it."


def test_a_body_that_ends_the_chain_is_told_beside_the_people() -> None:
    state = told("Water Authority", 80, kind=PartyKind.ENTITY)

    assert said(state, told("Ana", 20)) == (
        "One person stands behind it. Ana holds 20 %. No person is declared above Water Authority."
    )
    assert said(state) == "No person is declared above Water Authority."


def test_who_may_be_an_owner_is_said_to_be_perhaps_one() -> None:
    ben = told("Ben", Range(Decimal(5), Decimal(15)), Standing.MAY)

    assert (
        said(told("Ana", 75), ben) == "One person stands behind it. Ana holds 75 %. Ben may be an owner too."
    )
    assert said(ben) == "Ben may be an owner; the declared ranges leave it open."


def test_where_nobody_is_named_nobody_is_counted() -> None:
    assert said(told("", 100, Standing.UNNAMED, PartyKind.UNKNOWN)) == "No owner is named."


def test_more_people_than_have_a_sentence_are_counted_in_figures() -> None:
    assert said(*(told(f"Owner {number}", 10) for number in range(10))) == "10 people stand behind it."
