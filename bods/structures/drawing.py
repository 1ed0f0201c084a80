"""Answers become a network of records, as the standard's guidance asks."""

from collections import Counter
from collections.abc import Collection, Hashable
from dataclasses import replace
from typing import TypeVar

from bods.network import Network
from bods.parts import Unspecified
from bods.records import Interest, Person, Record, Relationship
from bods.structures.answers import Answers, Party
from bods.structures.chains import chains
from bods.structures.completing import completed
from bods.structures.identities import NOBODY, Identities
from bods.structures.links import Link
from bods.structures.problems import problems
from bods.structures.stakes import direct_interest, indirect_interest

Thing = TypeVar("Thing", bound=Hashable)


def network_of(answers: Answers, before: Network | None = None, *, closed: Collection[str] = ()) -> Network:
    """Draw the network that answers tell of, once they are `completed`.

    `before` is the network as it stands and `closed` the record ids that were ever closed: records that go on keep
    their ids, so that `bods.lifecycle.statements_between` gives what is new, updated and closed. Without them, the same
    answers always give the same ids.

    Each holder through others has one primary relationship with the subject; the bodies and links on its ways are
    components, listed from the subject upwards (or in the order they had before). All else stands by itself.
    Raises the first of `problems(answers)`, an AnswersError, when they contradict themselves or the standard.
    Source: BODS 0.4, representing beneficial owners; record identifiers.
    """
    told = completed(answers)
    for problem in problems(told):
        raise problem
    return _Drawing(told, before, closed).network()


class _Drawing:
    def __init__(self, answers: Answers, before: Network | None, closed: Collection[str]) -> None:
        self.answers = answers
        self.before = before.records if before else {}
        self.identities = Identities(answers.subject, before, closed)
        self.ways = chains(answers.subject, answers.links())
        self.indirect = {each.holder: each for each in answers.indirect()}
        self.bodies = {end: self.ways.between(end) for end in self.indirect}
        self.links = {end: self.ways.components(end) for end in self.indirect}
        self.ids: dict[str, str] = {answers.subject: answers.subject}
        self.records: dict[str, Record] = {answers.subject: answers.parties[answers.subject]}

    def network(self) -> Network:
        self._add_parties()
        within = {link.pair: link for links in self.links.values() for link in links}
        self.link_ids = {pair: self._add_link(link, is_component=True) for pair, link in within.items()}
        for link in self.ways.links:
            primary = link.held == self.answers.subject and link.holder in self.indirect
            if link.pair not in within and not primary:
                self._add_link(link, is_component=False)
        for end in self.indirect:
            self._add_primary(end)
        self._add_not_named()
        return Network(self.answers.subject, self.records)

    def _add_parties(self) -> None:
        within = {key for bodies in self.bodies.values() for key in bodies}
        for key, party in sorted(self.answers.parties.items(), key=self._place):
            if key != self.answers.subject:
                record = replace(party, is_component=key in within)
                self.ids[key] = self.identities.of_party(key, record)
                self.records[self.ids[key]] = record

    def _place(self, described: tuple[str, Party]) -> tuple[bool, int, str]:
        # Bodies come first, those nearest to the subject before the others; then people.
        key, party = described
        far = len(self.ways.levels)
        return isinstance(party, Person), self.ways.levels.get(key, far), key

    def _add_link(self, link: Link, *, is_component: bool) -> str:
        return self._add(
            link.holder,
            link.held,
            Relationship(
                is_component=is_component,
                subject=self.ids[link.held],
                interested_party=self.ids[link.holder],
                interests=tuple(map(direct_interest, link.stakes)),
            ),
        )

    def _add_primary(self, end: str) -> None:
        straight = (link for link in self.ways.links if link.pair == (end, self.answers.subject))
        interests: list[Interest] = [direct_interest(stake) for link in straight for stake in link.stakes]
        interests += map(indirect_interest, self.indirect[end].stakes)
        components = (
            *(self.ids[key] for key in self.bodies[end]),
            *(self.link_ids[link.pair] for link in self.links[end]),
        )
        relationship = Relationship(
            subject=self.answers.subject,
            interested_party=self.ids[end],
            component_records=components,
            interests=tuple(interests),
        )
        self._add(end, self.answers.subject, relationship)

    def _add_not_named(self) -> None:
        for told in self.answers.not_named():
            held = told.held or self.answers.subject
            relationship = Relationship(
                subject=self.ids[held],
                interested_party=Unspecified(told.reason, told.description),
                interests=tuple(map(direct_interest, told.stakes)),
            )
            self._add(NOBODY, held, relationship)

    def _add(self, holder: str, held: str, relationship: Relationship) -> str:
        record_id = self.identities.of_relationship(holder, held, relationship)
        earlier = self.before.get(record_id)
        if isinstance(earlier, Relationship):
            relationship = replace(
                relationship,
                component_records=_as_before(relationship.component_records, earlier.component_records),
                interests=_as_before(relationship.interests, earlier.interests),
            )
        self.records[record_id] = relationship
        return record_id


def _as_before(now: tuple[Thing, ...], before: tuple[Thing, ...]) -> tuple[Thing, ...]:
    # The order of components and of interests means nothing: another order is no update.
    return before if Counter(now) == Counter(before) else now
