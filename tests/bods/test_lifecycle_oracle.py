"""Whatever a network goes through, the official checker has nothing to say about the statements that come of it."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bods.codelists import DirectOrIndirect, InterestType, UnspecifiedReason
from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.records import (
    Country,
    Entity,
    Identifier,
    Interest,
    Jurisdiction,
    Name,
    Person,
    Record,
    Relationship,
    Share,
    Unspecified,
)
from bods.statements import Agent, PublicationDetails, Source, Statement
from bods.writing import write_json
from tests.oracle import libcovebods_faults

KENYA = Jurisdiction("Kenya", "KE")


class Life:
    """One company's network, changed at random from declaration to declaration."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # stories, not secrets
        self.count = itertools.count(1)
        self.name = f"n{seed}"
        self.subject = self.fresh("company")
        self.records: dict[str, Record] = {self.subject: self.company(is_component=False)}
        self.closed: set[str] = set()
        for _ in range(self.chance.randrange(1, 4)):
            self.join()

    def fresh(self, kind: str) -> str:
        return f"{self.name}-{kind}-{next(self.count)}"

    def company(self, *, is_component: bool) -> Entity:
        number = next(self.count)
        return Entity(
            is_component=is_component,
            name=f"Company {number} Ltd",
            jurisdiction=KENYA,
            identifiers=(Identifier(id=f"PVT-{number}", scheme="KE-RCO"),),
        )

    def person(self, *, is_component: bool = False) -> Person:
        number = next(self.count)
        return Person(
            is_component=is_component,
            names=(Name(f"Owner {number}"),),
            nationalities=(Country("Kenya", "KE"),),
        )

    def join(self) -> None:
        self.chance.choice(
            [self.join_directly, self.join_through_a_chain, self.join_an_old_chain, self.nobody]
        )()

    def join_directly(self) -> None:
        owner = self.fresh("person")
        self.records[owner] = self.person()
        self.relate(self.subject, owner, direct=DirectOrIndirect.DIRECT)

    def join_through_a_chain(self) -> None:
        components: list[str] = []
        below = self.subject
        for _ in range(self.chance.randrange(1, 4)):
            above = self.fresh("company")
            self.records[above] = self.company(is_component=True)
            components += [above, self.relate(below, above, is_component=True)]
            below = above
        self.end_chain(below, components)

    def join_an_old_chain(self) -> None:
        chains = [record for record in self.records.values() if listed(record)]
        if not chains:
            return self.join_through_a_chain()
        shared = [name for name in listed(self.chance.choice(chains)) if self.between_companies(name)]
        links = [self.records[name] for name in shared if isinstance(self.records[name], Relationship)]
        top = str(links[-1].interested_party) if links else self.subject
        return self.end_chain(top, shared)

    def between_companies(self, name: str) -> bool:
        record = self.records[name]
        party = self.records.get(str(record.interested_party)) if isinstance(record, Relationship) else record
        return isinstance(party, Entity)

    def end_chain(self, top: str, components: list[str]) -> None:
        owner = self.fresh("person")
        self.records[owner] = self.person()
        last = self.relate(top, owner, is_component=True)
        self.relate(self.subject, owner, components=(*components, last), direct=DirectOrIndirect.INDIRECT)

    def nobody(self) -> None:
        reason = Unspecified(UnspecifiedReason.NO_BENEFICIAL_OWNERS)
        self.records[self.fresh("link")] = Relationship(subject=self.subject, interested_party=reason)

    def relate(
        self,
        subject: str,
        party: str,
        *,
        is_component: bool = False,
        components: tuple[str, ...] = (),
        direct: DirectOrIndirect = DirectOrIndirect.DIRECT,
    ) -> str:
        link = self.fresh("link")
        interest = Interest(
            type=InterestType.SHAREHOLDING,
            direct_or_indirect=direct,
            beneficial_ownership_or_control=not is_component,
            share=Share.exactly(Decimal(self.chance.randrange(1, 101))),
            start_date=date(2020, 1, 1),
        )
        self.records[link] = Relationship(
            is_component=is_component,
            subject=subject,
            interested_party=party,
            component_records=components,
            interests=(interest,),
        )
        return link

    def change(self) -> None:
        for _ in range(self.chance.randrange(0, 4)):
            self.chance.choice([self.join, self.rename, self.leave, self.sell, self.shorten])()

    def rename(self) -> None:
        name = self.chance.choice(sorted(self.records))
        record = self.records[name]
        if isinstance(record, Entity):
            self.records[name] = replace(record, name=f"Company {next(self.count)} Ltd")
        elif isinstance(record, Person):
            self.records[name] = replace(record, names=(Name(f"Owner {next(self.count)}"),))

    def sell(self) -> None:
        links = [name for name, record in sorted(self.records.items()) if isinstance(record, Relationship)]
        if not links:
            return
        name = self.chance.choice(links)
        link = self.records[name]
        assert isinstance(link, Relationship)
        interests = tuple(replace(held, share=Share.between(10, 25)) for held in link.interests)
        self.records[name] = replace(link, interests=interests)

    def leave(self) -> None:
        primaries = [name for name, record in sorted(self.records.items()) if is_primary(record)]
        if not primaries:
            return
        del self.records[self.chance.choice(primaries)]
        self.sweep()

    def shorten(self) -> None:
        # An owner in a chain comes to hold directly: the relationship stays, its chain goes.
        chains = [name for name, record in sorted(self.records.items()) if listed(record)]
        if not chains:
            return
        name = self.chance.choice(chains)
        link = self.records[name]
        assert isinstance(link, Relationship)
        self.records[name] = replace(link, component_records=())
        self.sweep()

    def sweep(self) -> None:
        # What no primary relationship needs any more leaves the network.
        primaries = [record for record in self.records.values() if is_primary(record)]
        kept = {self.subject}
        for link in primaries:
            assert isinstance(link, Relationship)
            kept.update(link.component_records)
            kept.update(party for party in (link.subject, link.interested_party) if isinstance(party, str))
        self.records = {
            name: record for name, record in self.records.items() if name in kept or is_primary(record)
        }


def is_primary(record: Record) -> bool:
    return isinstance(record, Relationship) and not record.is_component


def listed(record: Record) -> tuple[str, ...]:
    return record.component_records if isinstance(record, Relationship) else ()


def story(seed: int) -> Iterator[Statement]:
    life = Life(seed)
    before: Network | None = None
    day = date(2020, 1, 1)
    numbers = itertools.count()
    for declaration in range(1, 8):
        after = Network(life.subject, dict(life.records))
        stamp = Stamp(
            statement_date=day.isoformat(),
            declaration=f"{life.name}-declaration-{declaration}",
            source=Source(description="Declared by the company"),
            new_id=lambda: f"{life.name}-statement-{next(numbers):032d}",
        )
        made = statements_between(before, after, stamp, ever_closed=life.closed)
        publication = PublicationDetails(day.isoformat(), publisher=Agent("Register of an example county"))
        yield from (replace(statement, publication=publication) for statement in made)
        life.closed |= (before.records.keys() if before else set()) - after.records.keys()
        before = after
        life.change()
        day += timedelta(days=life.chance.randrange(0, 30))


@pytest.mark.parametrize("first", range(0, 240, 40))
def test_the_official_checker_has_no_complaint_about_any_life_of_a_network(
    first: int, tmp_path: Path
) -> None:
    published = tmp_path / "statements.json"
    statements = [statement for seed in range(first, first + 40) for statement in story(seed)]

    with published.open("wb") as out:
        write_json(statements, out)

    assert {statement.record_status for statement in statements} == {"new", "updated", "closed"}
    assert libcovebods_faults(published) == []
