"""What answers must be like, so that records can be made of them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from bods.codelists import EntitySubtype, EntityType, InterestType
from bods.records import Entity, Person
from bods.structures.answers import Answer, Answers
from bods.structures.arrangements import Arrangement
from bods.structures.chains import Chains
from bods.structures.exceptions import (
    HoldsItselfError,
    InterestDoesNotFitError,
    NoPartInItError,
    NotABodyError,
    NotAPersonError,
    NotAtTheTopError,
    NotDescribedError,
    NothingToldError,
    OtherStructureError,
    ToldTwiceError,
)
from bods.structures.holdings import OF_ARRANGEMENTS, Holding, IndirectHolding
from bods.structures.joint_holdings import JointHolding
from bods.structures.nominations import Nomination
from bods.structures.not_named import NotNamed
from bods.structures.stakes import Stake
from bods.structures.trusts import Trust

Structure: TypeAlias = type[Trust] | type[Nomination] | type[JointHolding]

_BY_SUBTYPE: Mapping[EntitySubtype | None, Structure] = {
    EntitySubtype.TRUST: Trust,
    EntitySubtype.NOMINATION: Nomination,
}
_NOT_OF_ARRANGEMENTS = frozenset(InterestType) - OF_ARRANGEMENTS


def structure_of(body: Entity) -> Structure | None:
    """Say which kind of answer tells who takes part in a body; None: holdings do."""
    if body.subtype in _BY_SUBTYPE:
        return _BY_SUBTYPE[body.subtype]
    return JointHolding if body.type is EntityType.ARRANGEMENT else None


def refuse_impossible(answers: Answers, ways: Chains) -> None:
    """Raise an error of `bods.structures.exceptions` when answers cannot be told; say nothing otherwise."""
    _refuse_unknown_parties(answers)
    _refuse_repetitions(answers)
    for answer in answers.told:
        _refuse_wrong_place(answer, answers)
        for holder, held, stake in _stakes(answer, answers.subject):
            _refuse_wrong_stake(holder, held, stake, answers)
    _refuse_wrong_holders(answers, ways)


def _refuse_unknown_parties(answers: Answers) -> None:
    named = {answers.subject, *chain.from_iterable(map(_named, answers.told))}
    for key in sorted(named - answers.parties.keys()):
        raise NotDescribedError(key)
    for key in sorted(answers.parties.keys() - named):
        raise NoPartInItError(key)
    if isinstance(answers.parties[answers.subject], Person):
        raise NotABodyError(answers.subject)


def _named(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Arrangement):
        yield from (answer.body, *(part.party for part in answer.parts))
        return
    if not isinstance(answer, NotNamed):
        yield answer.holder
    if not isinstance(answer, IndirectHolding) and answer.held is not None:
        yield answer.held


def _refuse_repetitions(answers: Answers) -> None:
    _refuse_repeated(link.pair for link in answers.links())
    _refuse_repeated((each.holder, answers.subject) for each in answers.indirect())
    _refuse_repeated((each.reason, each.held or answers.subject) for each in answers.not_named())
    _refuse_repeated((each.body,) for each in answers.told if isinstance(each, Arrangement))


def _refuse_repeated(found: Iterable[tuple[str, ...]]) -> None:
    seen: set[tuple[str, ...]] = set()
    for keys in found:
        if keys in seen:
            raise ToldTwiceError(*keys)
        seen.add(keys)


def _refuse_wrong_place(answer: Answer, answers: Answers) -> None:
    if isinstance(answer, Arrangement):
        _refuse_wrong_structure(answer.body, type(answer), answers)
        if not answer.parts:
            raise NothingToldError(answer.body)
    elif isinstance(answer, Holding):
        if answer.holder == (answer.held or answers.subject):
            raise HoldsItselfError(answer.holder)
        _refuse_wrong_structure(answer.held or answers.subject, None, answers)
    elif isinstance(answer, IndirectHolding):
        if not answer.stakes:
            raise NothingToldError(answer.holder)
    elif isinstance(answers.parties[answer.held or answers.subject], Person):
        raise NotABodyError(answer.held or answers.subject)


def _refuse_wrong_structure(held: str, used: type[Arrangement] | None, answers: Answers) -> None:
    body = answers.parties[held]
    if isinstance(body, Person):
        raise NotABodyError(held)
    wanted = structure_of(body)
    if wanted is not used:
        raise OtherStructureError(held, (wanted or Holding).__name__)


def _stakes(answer: Answer, subject: str) -> Iterator[tuple[str | None, str, Stake]]:
    if isinstance(answer, IndirectHolding):
        yield from ((answer.holder, subject, stake) for stake in answer.stakes)
    elif isinstance(answer, NotNamed):
        yield from ((None, answer.held or subject, stake) for stake in answer.stakes)
    else:
        for link in answer.links(subject):
            yield from ((link.holder, link.held, stake) for stake in link.stakes)


def _refuse_wrong_stake(holder: str | None, held: str, stake: Stake, answers: Answers) -> None:
    body = answers.parties[held]
    structure = structure_of(body) if isinstance(body, Entity) else None
    fitting = structure.roles if structure else {None, *_NOT_OF_ARRANGEMENTS}
    if stake.type not in fitting:
        raise InterestDoesNotFitError(holder or "nobody", held, stake.type)
    party = None if holder is None else answers.parties[holder]
    if stake.beneficial and not isinstance(party, Person):
        raise NotAPersonError(holder or "nobody")


def _refuse_wrong_holders(answers: Answers, ways: Chains) -> None:
    ends = {each.holder for each in answers.indirect()}
    for link in ways.links:
        if link.held == answers.subject and link.holder in ends and not link.stakes:
            # One relationship tells both holdings, and would not show this one.
            raise NothingToldError(link.holder)
    for end in sorted(ends):
        for key in ways.between(end):
            if key in ends:
                raise NotAtTheTopError(key)
