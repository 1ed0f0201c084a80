"""Who and what there is around one company in a story told by chance; the ways in which it grows are another file's."""

from bods.records import Entity, Person
from bods.structures import Answer, Answers, Holding, IndirectHolding, NotNamed, Party
from bods.structures.arrangements import Arrangement
from bods.structures.problems import structure_of
from tests.bods.structures.chance import Chance

MOST_OWNERS = 30


class Scene:
    """The parties around one company, those who left, and what is told of them."""

    def __init__(self, seed: int) -> None:
        self.chance = Chance(seed)
        self.subject = f"n{seed}"
        self.parties: dict[str, Party] = {self.subject: self.chance.subject()}
        self.gone: dict[str, Party] = {}
        self.holdings: dict[tuple[str, str], Holding] = {}
        self.indirect: dict[str, IndirectHolding] = {}
        self.arrangements: dict[str, Arrangement] = {}
        self.not_named: dict[tuple[str, str], NotNamed] = {}

    def people(self) -> set[str]:
        return {key for key, party in self.parties.items() if isinstance(party, Person)}

    def answers(self) -> Answers:
        self.prune()
        told: list[Answer] = [*self.holdings.values(), *self.indirect.values()]
        told += [*self.arrangements.values(), *self.not_named.values()]
        self.chance.random.shuffle(told)
        return Answers(self.subject, dict(self.parties), tuple(told))

    def add(self, party: Party) -> str:
        key = f"{'p' if isinstance(party, Person) else 'e'}{self.chance.number():02d}"
        self.parties[key] = party
        return key

    def a_person(self) -> str:
        known = sorted(self.people())
        if known and (len(known) >= MOST_OWNERS or self.chance.often(0.2)):
            return self.chance.random.choice(known)
        return self.back(Person) or self.add(self.chance.someone())

    def a_body(self) -> str:
        return self.back(Entity) or self.add(self.chance.body())

    def back(self, kind: type[Party]) -> str | None:
        """Somebody who left comes back, under the same key."""
        gone = sorted(key for key, party in self.gone.items() if isinstance(party, kind))
        if not gone or self.chance.often(0.7):
            return None
        key = self.chance.random.choice(gone)
        self.parties[key] = self.gone.pop(key)
        return key

    def prune(self) -> None:
        """Whoever has nothing to do with the company, or not any more, is not told of."""
        named = {self.subject, *self.arrangements, *self.indirect, *(held for held, _ in self.not_named)}
        named.update(key for pair in self.holdings for key in pair)
        named.update(part.party for each in self.arrangements.values() for part in each.parts)
        for key in sorted(self.parties.keys() - named):
            party = self.parties.pop(key)
            if isinstance(party, Person) or structure_of(party) is None:
                self.gone[key] = party

    def plain_bodies(self) -> list[str]:
        """Bodies that holdings may be held in, the subject first: no arrangement, and no top of a chain."""
        return [
            key
            for key, party in self.parties.items()
            if isinstance(party, Entity) and key not in self.arrangements and key not in self.indirect
        ]

    def below(self) -> str:
        """Where a new holding goes: mostly the subject."""
        return self.subject if self.chance.often(0.6) else self.chance.random.choice(self.plain_bodies())

    def hold(self, holder: str, held: str, *, beneficial: bool = False) -> None:
        person = isinstance(self.parties[holder], Person)
        silent = held != self.subject and self.chance.often(0.05)
        stakes = () if silent else self.chance.stakes(beneficial=beneficial and person)
        if holder != held:
            self.holdings.setdefault((holder, held), Holding(holder, stakes, held))

    def own_indirectly(self, holder: str) -> None:
        beneficial = isinstance(self.parties[holder], Person) and self.chance.often(0.9)
        stakes = self.chance.stakes(beneficial=beneficial, direct=False)
        self.indirect[holder] = IndirectHolding(holder, stakes)
