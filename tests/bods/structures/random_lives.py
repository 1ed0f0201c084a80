"""What becomes of answers in time: holders come, change, leave and come back, and at last the company may be gone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.records import Entity, Name, Person
from bods.statements import Agent, PublicationDetails, Source, Statement
from bods.structures import Answers, Holding, network_of
from tests.bods.structures.random_answers import Life


@dataclass(frozen=True)
class Told:
    """One declaration: the answers (None when the company is gone), the network drawn, the statements it made."""

    answers: Answers | None
    network: Network
    statements: tuple[Statement, ...]


def declarations(seed: int) -> Iterator[Told]:
    """Give one to five declarations about one company, each over the one before."""
    life = _Changing(seed)
    before: Network | None = None
    closed: set[str] = set()
    day, made = date(2020, 1, 1), 0
    for number in range(1, life.chance.random.choice((1, 2, 3, 4, 5)) + 1):
        ends = number > 2 and life.chance.often(0.1)
        answers = None if ends else life.answers()
        after = network_of(answers, before, closed=closed) if answers else Network(life.subject, {})
        ids = (f"{life.subject}-statement-{each:032d}" for each in range(made, 100_000))
        stamp = Stamp(
            day.isoformat(), f"{life.subject}-declaration-{number}", Source(), lambda ids=ids: next(ids)
        )
        statements = statements_between(before, after, stamp, ever_closed=closed)
        yield Told(answers, after, tuple(_published(each, day) for each in statements))
        if ends:
            return
        made += len(statements)
        closed |= (before.records.keys() if before else set()) - after.records.keys()
        before = after
        life.change()
        day += timedelta(days=life.chance.random.randrange(300))


def _published(statement: Statement, day: date) -> Statement:
    details = PublicationDetails(day.isoformat(), publisher=Agent("Register of an example county"))
    return replace(statement, publication=details)


class _Changing(Life):
    def change(self) -> None:
        """Let up to four things happen; nothing at all is a confirmation."""
        ways = (self.join, self.sell, self.rename, self.leave, self.dissolve, self.disclaim, self.disclose)
        for _ in range(self.chance.random.choice((0, 1, 1, 2, 3, 4))):
            self.chance.random.choice(ways)()

    def sell(self) -> None:
        """Somebody holds more, or less, or otherwise than before."""
        held = [
            pair for pair, each in self.holdings.items() if each.stakes and pair[0] not in self.arrangements
        ]
        if held:
            pair = self.chance.random.choice(held)
            self.holdings[pair] = Holding(pair[0], self.chance.stakes(), pair[1])
        if self.indirect:
            self.own_indirectly(self.chance.random.choice(sorted(self.indirect)))

    def rename(self) -> None:
        key = self.chance.random.choice(sorted(self.parties))
        party, number = self.parties[key], self.chance.number()
        if isinstance(party, Entity) and party.name:
            self.parties[key] = replace(party, name=f"Renamed {number} Ltd")
        elif isinstance(party, Person) and party.names:
            self.parties[key] = replace(
                party, names=(Name(f"Renamed {number}"),), political_exposure=self.chance.exposure()
            )

    def leave(self) -> None:
        """An owner leaves."""
        people = sorted(self.people())
        if people:
            self.remove(self.chance.random.choice(people))

    def dissolve(self) -> None:
        """A body is no more; who held through it may stand above nothing."""
        bodies = [key for key, party in sorted(self.parties.items()) if isinstance(party, Entity)]
        bodies.remove(self.subject)
        if bodies:
            self.remove(self.chance.random.choice(bodies))

    def disclaim(self) -> None:
        """Somebody is no holder through others any more; bodies between may come to stand by themselves."""
        if self.indirect:
            del self.indirect[self.chance.random.choice(sorted(self.indirect))]
        self.prune()

    def disclose(self) -> None:
        """Nobody is left unnamed."""
        self.not_named.clear()
        self.prune()

    def remove(self, gone: str) -> None:
        self.indirect.pop(gone, None)
        self.holdings = {pair: each for pair, each in self.holdings.items() if gone not in pair}
        self.not_named = {place: each for place, each in self.not_named.items() if place[0] != gone}
        empty = [key for key in self.arrangements if key == gone or not self.without(gone, key)]
        for key in empty:
            del self.arrangements[key]
        for key, arrangement in self.arrangements.items():
            self.arrangements[key] = replace(arrangement, parts=self.without(gone, key))
        for key in empty:
            if key != gone:
                self.remove(key)
        self.prune()

    def without(self, gone: str, body: str) -> tuple:
        return tuple(part for part in self.arrangements[body].parts if part.party != gone)
