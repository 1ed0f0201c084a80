"""Officers who watch a company are told when an owner comes or goes, once, and nothing of who it was."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.keep_owners import keep_owners
from register.actions.rebuild_owners import rebuild_owners
from register.actions.tell_watchers import tell_watchers
from register.jurisdictions import load
from register.store import accounts, companies, outbox, owner_changes, watches
from register.store.accounts import Account
from register.store.owner_changes import Turn
from register.store.watches import CONTRACTORS
from tests.factories.contracted import keep_contract
from tests.factories.people import person
from tests.factories.pictures import Hold
from tests.factories.tenders import NOW
from tests.factories.tenders import keep_owners as declare

KENYA = load("kenya_makueni")
LATER = NOW + timedelta(days=1)
BASE = "https://umiliki.example"


@dataclass
class Office:
    """An officer, and the worker who works out owners and tells whoever watches."""

    session: Session
    officer: Account

    def rebuilt(self) -> None:
        for _ in rebuild_owners(self.session, clock=lambda: NOW, jurisdiction=KENYA):
            self.session.commit()

    def works(self, company: str) -> int:
        """The owners of a company are worked out, those who watch are told; gives how many letters were left."""
        keep_owners(self.session, company, now=LATER, jurisdiction=KENYA)
        waiting = {each.payload["company"]: each for each in outbox.newest(self.session, ("watched",))}
        if company not in waiting:
            return 0
        contracted = bool(waiting[company].payload["contracted"])
        return tell_watchers(self.session, company, contracted=contracted, now=LATER, base_url=BASE)

    def changes(self, company: str) -> list[tuple[Turn, str]]:
        return [(each.turn, each.name) for each in owner_changes.of_companies(self.session, [company], 9)]

    def letters(self) -> list[str]:
        return [each.payload["text"] for each in outbox.newest(self.session, ("mail",))]


@pytest.fixture
def office(session: Session) -> Office:
    """Ana owns Kaiti and Kaiti owns Alfa; Alfa is watched."""
    officer = person(session, Role.OFFICER)
    declare(session, ("Ana", "kaiti", 100), ("kaiti", "alfa", 80), ("Ben", "alfa", 20), ("Cai", "beta", 100))
    there = Office(session, officer)
    there.rebuilt()
    watches.begin(session, officer.id, "alfa", NOW)
    return there


def sold(company: str, percent: int = 50) -> Hold:
    return Hold("Dora", company, percent, declared=date(2026, 3, 2))


def test_who_watches_is_told_that_an_owner_came_and_not_who(office: Office) -> None:
    declare(office.session, sold("alfa"), now=LATER)

    told = office.works("alfa")

    assert told == 1
    assert office.changes("alfa") == [(Turn.CAME, "Dora")]
    (letter,) = office.letters()
    assert f"{BASE}/tenders/watched" in letter
    assert "Dora" not in letter


def test_a_change_far_up_the_chain_is_a_change_of_every_company_below(office: Office) -> None:
    declare(
        office.session,
        Hold("Ana", "kaiti", 100, end=date(2026, 3, 1), declared=date(2026, 3, 2)),
        sold("kaiti", 100),
        now=LATER,
    )

    told = office.works("alfa")

    assert told == 1
    assert sorted(office.changes("alfa")) == [(Turn.CAME, "Dora"), (Turn.WENT, "Ana")]


def test_nobody_is_told_of_companies_they_do_not_watch(office: Office) -> None:
    declare(office.session, sold("beta"), now=LATER)

    assert office.works("beta") == 0
    assert office.changes("beta") == [(Turn.CAME, "Dora")]
    assert office.letters() == []


def test_what_leaves_the_owners_as_they_were_is_no_change(office: Office) -> None:
    declare(office.session, sold("alfa", 2), now=LATER)

    assert office.works("alfa") == office.works("alfa") == 0
    assert office.changes("alfa") == []


def test_a_company_that_is_looked_at_for_the_first_time_has_not_changed(office: Office) -> None:
    declare(office.session, ("Dora", "gama", 100), now=LATER)
    watches.begin(office.session, office.officer.id, "gama", NOW)

    assert office.works("gama") == 0


def test_the_same_change_is_told_once_and_the_next_again(office: Office) -> None:
    declare(office.session, sold("alfa"), now=LATER)
    office.works("alfa")
    office.works("alfa")
    first = len(office.letters())
    declare(
        office.session, Hold("Dora", "alfa", 50, end=date(2026, 3, 3), declared=date(2026, 3, 4)), now=LATER
    )

    office.works("alfa")

    assert first == 1
    assert len(office.letters()) == 2
    assert office.changes("alfa") == [(Turn.WENT, "Dora"), (Turn.CAME, "Dora")]


def test_a_change_found_by_a_rebuild_that_was_killed_is_kept_once(office: Office) -> None:
    declare(office.session, sold("alfa"), now=LATER)
    steps = rebuild_owners(office.session, clock=lambda: LATER, jurisdiction=KENYA)
    next(steps)
    next(steps)

    office.rebuilt()

    assert office.changes("alfa") == [(Turn.CAME, "Dora")]


def test_who_watches_all_contractors_is_told_of_those_with_a_contract_in_force(office: Office) -> None:
    colleague = person(office.session, Role.OFFICER, email="colleague@umiliki.example")
    watches.begin(office.session, colleague.id, CONTRACTORS, NOW)
    keep_contract(office.session, "beta", ends_on=date(2999, 1, 1))
    declare(office.session, sold("beta"), sold("alfa"), now=LATER)

    told = office.works("beta"), office.works("alfa")

    assert told == (1, 1)
    assert [each.company for each in owner_changes.of_contractors(office.session, 9)] == ["beta"]


def test_who_works_here_no_more_or_watches_no_more_is_told_nothing(office: Office) -> None:
    left = person(office.session, Role.OFFICER, email="left@umiliki.example")
    watches.begin(office.session, left.id, "alfa", NOW)
    accounts.set_active(office.session, left.id, active=False)
    watches.end(office.session, office.officer.id, "alfa")
    declare(office.session, sold("alfa"), now=LATER)

    assert office.works("alfa") == 0


def test_a_letter_names_the_company_as_the_register_does(office: Office) -> None:
    kept = companies.create(office.session, name="Zeta Roads Ltd", scheme="KE-RCO", number="ZETA", now=NOW)
    watches.begin(office.session, office.officer.id, kept.subject_record_id, NOW)

    tell_watchers(office.session, kept.subject_record_id, contracted=False, now=LATER, base_url=BASE)

    assert office.letters()[0].startswith("Other people or bodies stand behind Zeta Roads Ltd than before.")
