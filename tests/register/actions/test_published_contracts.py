"""What the start page counts: awards once, winners once, money by currency."""

from datetime import date
from decimal import Decimal

from register.actions.published_contracts import counted
from register.store.published_awards import AwardLine

ALFA, BETA = ("KE-RCO", "PVT-ALFA01"), ("KE-RCO", "PVT-BETA01")


def line(ocid: str, number: tuple[str, str], value: str | None = "100", currency: str = "KES") -> AwardLine:
    amount = None if value is None else Decimal(value)
    return AwardLine(ocid, "a1", *number, amount, currency, date(2026, 3, int(ocid)))


def test_an_award_counts_once_its_suppliers_have_all_declared() -> None:
    shared = [line("1", ALFA), line("1", BETA)]

    half = counted(shared, frozenset({ALFA}))
    whole = counted(shared, frozenset({ALFA, BETA}))

    assert (half.awards, half.waiting, half.value, half.winners, half.declared) == (1, 1, (), 2, 1)
    assert (whole.awards, whole.waiting, whole.value) == (1, 0, (("KES", Decimal(100)),))


def test_money_is_never_added_across_currencies() -> None:
    told = counted(
        [line("1", ALFA), line("2", ALFA, "0.50", "USD"), line("3", ALFA, None)], frozenset({ALFA})
    )

    assert told.value == (("KES", Decimal(100)), ("USD", Decimal("0.50")))
    assert (told.winners, told.since, told.until) == (1, date(2026, 3, 1), date(2026, 3, 3))


def test_a_winner_without_a_number_is_counted_and_waits() -> None:
    told = counted([line("1", ("", "")), line("2", ("", ""))], frozenset())

    assert (told.winners, told.declared, told.waiting) == (2, 0, 2)


def test_without_awards_everything_is_nought() -> None:
    told = counted([], frozenset())

    assert (told.winners, told.awards, told.value, told.since) == (0, 0, (), None)
