"""Everything that is answered about who owns one subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from bods.records import Entity, Person
from bods.structures.holdings import Holding, IndirectHolding
from bods.structures.joint_holdings import JointHolding
from bods.structures.links import Link
from bods.structures.nominations import Nomination
from bods.structures.not_named import NotNamed
from bods.structures.trusts import Trust

Party: TypeAlias = Entity | Person
Answer: TypeAlias = Holding | IndirectHolding | Trust | Nomination | JointHolding | NotNamed

_ORDER: tuple[type[Answer], ...] = (Holding, IndirectHolding, Trust, Nomination, JointHolding, NotNamed)


@dataclass(frozen=True, slots=True)
class Answers:
    """Who owns or controls a subject, in plain answers.

    `subject` is the key of the body that the answers are about, and its record id. `parties` describes it and everybody
    else by key (`is_component` of these records is drawn, not answered). `told` is what is said of them.

    A key of 1 to 32 small letters and digits stays with its party from one declaration to the next, and record ids are
    made from it; any other text is taken as the record id itself.

    Answers are a set: `told` is put in order (holdings, indirect holdings, trusts, nominations, joint holdings, parties
    that are not named; each by keys), and the subject's key in the place of `held` becomes None. So the same answers
    are equal in whatever order they are given.
    """

    subject: str
    parties: Mapping[str, Party] = field(hash=False)
    told: tuple[Answer, ...] = ()

    def __post_init__(self) -> None:
        parties = {key: _plain(party) for key, party in sorted(self.parties.items())}
        told = sorted((self._settled(answer) for answer in self.told), key=_place)
        object.__setattr__(self, "parties", parties)
        object.__setattr__(self, "told", tuple(told))

    def links(self) -> Iterator[Link]:
        """Give all that is held directly, in the subject and above it."""
        for answer in self.told:
            if not isinstance(answer, IndirectHolding | NotNamed):
                yield from answer.links(self.subject)

    def indirect(self) -> Iterator[IndirectHolding]:
        """Give what is held through others."""
        return (answer for answer in self.told if isinstance(answer, IndirectHolding))

    def not_named(self) -> Iterator[NotNamed]:
        """Give where nobody is named, and why."""
        return (answer for answer in self.told if isinstance(answer, NotNamed))

    def _settled(self, answer: Answer) -> Answer:
        if isinstance(answer, Holding | NotNamed) and answer.held == self.subject:
            return replace(answer, held=None)
        if isinstance(answer, IndirectHolding):
            return replace(answer, stakes=tuple(replace(each, known_direct=True) for each in answer.stakes))
        return answer


def _plain(party: Party) -> Party:
    return replace(party, is_component=False) if party.is_component else party


def _place(answer: Answer) -> tuple[int, str, str, str]:
    rank = _ORDER.index(type(answer))
    if isinstance(answer, Holding):
        return rank, answer.held or "", answer.holder, ""
    if isinstance(answer, IndirectHolding):
        return rank, answer.holder, "", ""
    if isinstance(answer, NotNamed):
        return rank, answer.held or "", answer.reason, answer.description or ""
    return rank, answer.body, "", ""
