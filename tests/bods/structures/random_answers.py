"""Answers by chance: 0 to 30 owners behind one company, all structures mixed."""

from collections.abc import Callable
from datetime import date

from bods.codelists import InterestType
from bods.records import Entity
from bods.structures import (
    Answers,
    Holding,
    JointHolding,
    Nomination,
    NotNamed,
    Part,
    Trust,
    exempt,
    joint_arrangement,
    nomination,
    nominator,
    nominee,
    senior_official,
    trust,
)
from tests.bods.structures.chance import REASONS
from tests.bods.structures.scene import MOST_OWNERS, Scene


def random_answers(seed: int) -> Answers:
    """Give the answers of one first declaration; the same seed, the same answers."""
    return Life(seed).answers()


class Life(Scene):
    """The answers about one company, which change from declaration to declaration."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        wanted = int((MOST_OWNERS + 1) * self.chance.random.random() ** 2.5)
        for _ in range(4 * wanted):
            if len(self.people()) < wanted:
                self.join()
        if not wanted or self.chance.often(0.1):
            self.name_nobody()

    def join(self) -> None:
        ways: list[tuple[Callable[[], object], int]] = [
            (self.own_directly, 8),
            (self.own_through_a_chain, 6),
            (self.branch_a_chain, 4),
            (self.hold_in_trust, 3),
            (self.nominate, 2),
            (self.hold_jointly, 2),
            (self.let_a_state_own, 2),
            (self.close_a_ring, 2),
            (self.cross_hold, 1),
            (self.name_nobody, 1),
            (self.appoint, 1),
        ]
        self.chance.random.choices([way for way, _ in ways], [weight for _, weight in ways])[0]()

    def own_directly(self) -> None:
        self.hold(self.a_person(), self.subject, beneficial=self.chance.often(0.8))

    def own_through_a_chain(self) -> None:
        held = self.below()
        for _ in range(self.chance.random.choice((1, 1, 2, 3, 5))):
            body = self.a_body()
            self.hold(body, held)
            held = body
        self.top(self.a_person(), held)

    def branch_a_chain(self) -> None:
        bodies = self.plain_bodies()[1:]
        if not bodies:
            return self.own_through_a_chain()
        holder = self.a_person() if self.chance.often(0.6) else self.add(self.chance.body())
        for held in self.chance.random.sample(bodies, min(len(bodies), 2)):
            self.hold(holder, held)
        return self.top(
            holder if holder in self.people() else self.a_person(), self.chance.random.choice(bodies)
        )

    def top(self, holder: str, held: str) -> None:
        self.hold(holder, held)
        if self.chance.often(0.85):
            self.own_indirectly(holder)

    def hold_in_trust(self) -> None:
        body = self.add(trust(f"Trust {self.chance.number()}", legal_personality=self.chance.often(0.3)))
        keys = dict.fromkeys(self.a_party() for _ in range(self.chance.random.choice((1, 2, 3, 5))))
        self.arrangements[body] = Trust(body, tuple(Part(key, self.roles()) for key in keys))
        self.hold(body, self.below())
        party = self.chance.random.choice(list(keys))
        if party in self.people() and self.chance.often(0.3):
            self.own_indirectly(party)

    def roles(self) -> tuple:
        kinds = self.chance.random.sample(sorted(Trust.roles), self.chance.random.choice((1, 1, 2)))
        return tuple(self.chance.stake(kind) for kind in kinds)

    def a_party(self) -> str:
        """Who may take part in an arrangement: a person, a company, another arrangement."""
        if self.chance.often(0.8):
            return self.a_person()
        others = [*self.arrangements, self.add(self.chance.company())]
        return self.chance.random.choice(others)

    def nominate(self) -> None:
        body = self.add(nomination(f"Nominee agreement {self.chance.number()}"))
        first, *others = dict.fromkeys((self.a_party(), self.a_person(), self.a_person()))
        since = self.chance.day() if self.chance.often(0.5) else None
        behind = others[: self.chance.random.choice((0, 1, 1, 2))]
        parts = (nominee(first, since, "agent"), *(nominator(key, since) for key in behind))
        self.arrangements[body] = Nomination(body, parts)
        seat = self.chance.stake(
            self.chance.random.choice((InterestType.BOARD_MEMBER, InterestType.SHAREHOLDING))
        )
        held = self.below()
        self.holdings[body, held] = Holding(body, (seat,), held)

    def hold_jointly(self) -> None:
        body = self.add(joint_arrangement())
        members = dict.fromkeys(self.a_party() for _ in range(self.chance.random.choice((2, 2, 3, 4))))
        parts = tuple(Part(key, self.joint_stakes(key)) for key in members)
        self.arrangements[body] = JointHolding(body, parts)
        self.hold(body, self.below())

    def joint_stakes(self, key: str) -> tuple:
        beneficial = key in self.people() and key not in self.indirect
        return (self.chance.stake(InterestType.SHAREHOLDING, beneficial=beneficial),)

    def let_a_state_own(self) -> None:
        body, held = self.add(self.chance.company()), self.below()
        self.hold(body, held)
        holder = self.add(self.chance.state())
        if self.chance.often(0.5):
            return self.hold(holder, self.subject)
        return self.top(holder, body)

    def close_a_ring(self) -> None:
        held = self.chance.random.choice(self.plain_bodies())
        self.hold(self.chance.random.choice([*self.plain_bodies(), self.subject]), held)

    def cross_hold(self) -> None:
        body = self.add(self.chance.company())
        self.hold(body, self.subject)
        self.hold(self.subject, body)

    def name_nobody(self) -> None:
        held = self.below()
        reason = self.chance.random.choice(REASONS)
        if self.parties[held].__class__ is Entity and getattr(self.parties[held], "public_listing", None):
            told = exempt("Listed on an exchange", held)
        else:
            stakes = self.chance.stakes() if self.chance.often(0.2) else ()
            told = NotNamed(reason, held, "In words" if self.chance.often(0.5) else None, stakes)
        self.not_named[held, told.reason] = told

    def appoint(self) -> None:
        official = senior_official(self.a_person(), date(2021, 5, 1))
        self.holdings.setdefault((official.holder, self.subject), official)
