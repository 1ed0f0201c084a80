"""The owners of every company, kept: they agree with the picture, follow every change, and are never half old."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bods.codelists import InterestType
from register.actions.keep_owners import keep_owners
from register.actions.rebuild_owners import rebuild_owners
from register.actions.touch_owners import touch_owners
from register.graph.picture import Control, PartyKind
from register.graph.shares import Range
from register.jurisdictions import load
from register.models.kept_owners import KeptOwnerRow
from register.store import kept_owners, outbox, owner_generations
from register.store.engine import session_factory
from register.store.owner_generations import RebuildOvertakenError
from register.store.vault import Vault
from tests.factories.pictures import Hold
from tests.factories.tenders import NOW
from tests.factories.tenders import keep_owners as declare

KENYA = load("kenya_makueni")
LATER = NOW + timedelta(days=1)


def rebuilding(session: Session) -> Iterator[int]:
    for step in rebuild_owners(session, clock=lambda: NOW, jurisdiction=KENYA):
        session.commit()
        yield step


def rebuilt(session: Session) -> int:
    return sum(rebuilding(session))


def sold(company: str) -> Hold:
    """Half of a company, as a later declaration tells it."""
    return Hold("Ben", company, 50, declared=date(2026, 3, 2))


def told(session: Session, company: str) -> dict[str, Range | None]:
    return {each.name: each.economic for each in kept_owners.owners_of_company(session, company)}


def exactly(percent: int | str) -> Range:
    return Range(Decimal(percent), Decimal(percent))


def test_owners_at_the_end_and_on_the_way_are_kept_with_their_shares(session: Session) -> None:
    declare(session, ("Ana", "kaiti", 60), ("Ben", "kaiti", 40), ("kaiti", "alfa", 70), ("Cai", "alfa", 30))

    assert rebuilt(session) == 2
    found = {each.name: each for each in kept_owners.owners_of_company(session, "alfa")}

    assert {name: each.economic for name, each in found.items()} == {
        "Kaiti Ltd": exactly(70), "Ana": exactly(42), "Cai": exactly(30), "Ben": exactly(28),
    }  # fmt: skip
    assert {name for name, each in found.items() if each.ultimate} == {"Ana", "Ben", "Cai"}
    assert found["Kaiti Ltd"].kind is PartyKind.ENTITY
    assert found["Kaiti Ltd"].ways == (Control.MAJORITY,)
    assert all(each.does for each in found.values())


def test_an_owner_leads_to_all_their_companies_whoever_declares_them(session: Session) -> None:
    declare(session, ("Ana", "alfa", 60), ("Ana", "beta", (5, 25)), ("Ana", "gama", 5), ("Ben", "gama", 95))
    rebuilt(session)
    (ana,) = kept_owners.owners_of_company(session, "alfa")

    owned = kept_owners.companies_of_owner(session, ana.key)

    assert [(each.company, each.owner.does) for each in owned] == [("alfa", True), ("beta", False)]
    assert kept_owners.counts_of(session, {ana.key, "nobody"}) == {ana.key: 1}


def test_a_declared_company_on_the_way_is_found_by_its_own_record(session: Session) -> None:
    declare(session, ("Ana", "kaiti", 100), ("kaiti", "alfa", 70), ("kaiti", "beta", 80))
    rebuilt(session)

    owned = kept_owners.companies_of_owner(session, "kaiti")

    assert [each.company for each in owned] == ["alfa", "beta"]


def test_power_without_a_share_is_kept_as_a_way(session: Session) -> None:
    declare(session, ("Ana", "alfa", InterestType.APPOINTMENT_OF_BOARD), ("Ben", "alfa", 100))
    rebuilt(session)

    found = {each.name: each for each in kept_owners.owners_of_company(session, "alfa")}

    assert found["Ana"].ways == (Control.BOARD,)
    assert found["Ana"].economic is None


def test_a_change_touches_the_company_and_those_downstream_and_no_other(session: Session) -> None:
    declare(
        session, ("Ana", "kaiti", 100), ("kaiti", "mwala", 70), ("mwala", "alfa", 70), ("Ana", "beta", 70)
    )

    touched = touch_owners(session, "kaiti", now=NOW)

    assert touched == ("alfa", "kaiti", "mwala")
    waiting = outbox.newest(session, ("owners",))
    assert {each.payload["company"] for each in waiting} == {"alfa", "kaiti", "mwala"}


def test_one_company_is_worked_out_again_without_the_others(session: Session) -> None:
    declare(session, ("Ana", "alfa", 100), ("Ana", "beta", 100))
    rebuilt(session)
    declare(session, sold("alfa"), sold("beta"), now=LATER)

    keep_owners(session, "alfa", now=LATER, jurisdiction=KENYA)

    assert set(told(session, "alfa")) == {"Ana", "Ben"}
    assert set(told(session, "beta")) == {"Ana"}


def test_a_change_during_a_rebuild_is_in_the_old_owners_and_in_the_new(session: Session) -> None:
    declare(session, ("Ana", "alfa", 100))
    rebuilt(session)
    steps = rebuilding(session)
    next(steps)
    next(steps)
    declare(session, sold("alfa"), now=LATER)

    keep_owners(session, "alfa", now=LATER, jurisdiction=KENYA)
    session.commit()
    during = set(told(session, "alfa"))
    list(steps)

    assert during == {"Ana", "Ben"}
    assert set(told(session, "alfa")) == {"Ana", "Ben"}


def test_a_rebuild_that_is_killed_leaves_the_old_owners_whole_and_the_next_clears_it_away(
    engine: Engine, session: Session, vault: Vault
) -> None:
    declare(session, *[("Ana", f"alfa{place}", 100) for place in range(30)])
    rebuilt(session)
    declare(session, *[sold(f"alfa{place}") for place in range(30)], now=LATER)
    session.commit()
    with session_factory(engine, vault)() as killed:
        steps = rebuilding(killed)
        next(steps)
        next(steps)

    seen = [set(told(session, f"alfa{place}")) for place in range(30)]
    rebuilt(session)
    after = [set(told(session, f"alfa{place}")) for place in range(30)]

    assert seen == [{"Ana"}] * 30
    assert after == [{"Ana", "Ben"}] * 30
    row = KeptOwnerRow
    assert session.scalar(select(func.count(row.generation_id.distinct()))) == 1


def test_a_rebuild_that_is_overtaken_says_so_and_changes_nothing(session: Session) -> None:
    declare(session, ("Ana", "alfa", 100))
    first = rebuilding(session)
    next(first)
    rebuilt(session)

    with pytest.raises(RebuildOvertakenError):
        list(first)

    assert set(told(session, "alfa")) == {"Ana"}


def test_a_register_that_was_never_worked_out_has_nobody_half(session: Session) -> None:
    session.execute(owner_generations.OwnerGenerationRow.__table__.delete())
    declare(session, ("Ana", "alfa", 100), ("Ana", "beta", 100))

    keep_owners(session, "alfa", now=NOW, jurisdiction=KENYA)

    assert told(session, "alfa") == {}
    assert kept_owners.looked_at(session, "alfa") is None


def test_a_company_without_owners_was_looked_at(session: Session) -> None:
    declare(session, declared=("alfa",))
    rebuilt(session)

    assert kept_owners.owners_of_company(session, "alfa") == ()
    assert kept_owners.looked_at(session, "alfa") == date(2026, 3, 9)
