"""What keeps answers from becoming records, all of it at once."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from bods.codelists import EntitySubtype, EntityType, InterestType
from bods.records import Entity, Person
from bods.structures.answers import Answer, Answers
from bods.structures.arrangements import Arrangement
from bods.structures.chains import chains
from bods.structures.completing import completed
from bods.structures.exceptions import (
    AnswersError,
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
from bods.structures.identities import NOBODY
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


def problems(answers: Answers) -> tuple[AnswersError, ...]:
    """Give every reason why `network_of` would refuse answers; none: it draws them.

    Each is an error of `bods.structures.exceptions` with the keys it is about as fields. While somebody is named and not
    described, or described and not named, nothing else is asked.
    """
    told = completed(answers)
    return tuple(_about_parties(told)) or tuple(
        chain(
            _repetitions(told),
            *(_in_the_wrong_place(answer, told) for answer in told.told),
            *(_wrong_stakes(answer, told) for answer in told.told),
            _wrong_holders(told),
        )
    )


def _about_parties(answers: Answers) -> Iterator[AnswersError]:
    named = {answers.subject, *chain.from_iterable(map(_named, answers.told))}
    yield from (NotDescribedError(key) for key in sorted(named - answers.parties.keys()))
    yield from (NoPartInItError(key) for key in sorted(answers.parties.keys() - named))
    if isinstance(answers.parties.get(answers.subject), Person):
        yield NotABodyError(answers.subject)


def _named(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Arrangement):
        yield from (answer.body, *(part.party for part in answer.parts))
        return
    if not isinstance(answer, NotNamed):
        yield answer.holder
    if not isinstance(answer, IndirectHolding) and answer.held is not None:
        yield answer.held


def _repetitions(answers: Answers) -> Iterator[AnswersError]:
    yield from _repeated(link.pair for link in answers.links())
    yield from _repeated((each.holder, answers.subject) for each in answers.indirect())
    yield from _repeated((each.reason, each.held or answers.subject) for each in answers.not_named())
    yield from _repeated((each.body,) for each in answers.told if isinstance(each, Arrangement))


def _repeated(found: Iterable[tuple[str, ...]]) -> Iterator[AnswersError]:
    seen: set[tuple[str, ...]] = set()
    for keys in found:
        if keys in seen:
            yield ToldTwiceError(*keys)
        seen.add(keys)


def _in_the_wrong_place(answer: Answer, answers: Answers) -> Iterator[AnswersError]:
    if isinstance(answer, Arrangement):
        yield from _of_another_structure(answer.body, type(answer), answers)
        if not answer.parts:
            yield NothingToldError(answer.body)
    elif isinstance(answer, IndirectHolding):
        if not answer.stakes:
            yield NothingToldError(answer.holder)
    elif isinstance(answer, Holding):
        if answer.holder == (answer.held or answers.subject):
            yield HoldsItselfError(answer.holder)
        yield from _of_another_structure(answer.held or answers.subject, None, answers)
    elif isinstance(answers.parties[answer.held or answers.subject], Person):
        yield NotABodyError(answer.held or answers.subject)


def _of_another_structure(
    held: str, used: type[Arrangement] | None, answers: Answers
) -> Iterator[AnswersError]:
    body = answers.parties[held]
    if isinstance(body, Person):
        yield NotABodyError(held)
    elif (wanted := structure_of(body)) is not used:
        yield OtherStructureError(held, (wanted or Holding).__name__)


def _wrong_stakes(answer: Answer, answers: Answers) -> Iterator[AnswersError]:
    for holder, held, stake in _stakes(answer, answers.subject):
        body = answers.parties[held]
        structure = structure_of(body) if isinstance(body, Entity) else None
        if stake.type not in (structure.roles if structure else {None, *_NOT_OF_ARRANGEMENTS}):
            yield InterestDoesNotFitError(holder or NOBODY, held, stake.type)
        party = None if holder is None else answers.parties[holder]
        if stake.beneficial and not isinstance(party, Person):
            yield NotAPersonError(holder or NOBODY)


def _stakes(answer: Answer, subject: str) -> Iterator[tuple[str | None, str, Stake]]:
    if isinstance(answer, IndirectHolding):
        yield from ((answer.holder, subject, stake) for stake in answer.stakes)
    elif isinstance(answer, NotNamed):
        yield from ((None, answer.held or subject, stake) for stake in answer.stakes)
    else:
        for link in answer.links(subject):
            yield from ((link.holder, link.held, stake) for stake in link.stakes)


def _wrong_holders(answers: Answers) -> Iterator[AnswersError]:
    ways = chains(answers.subject, answers.links())
    ends = {each.holder for each in answers.indirect()}
    for link in ways.links:
        if link.held == answers.subject and link.holder in ends and not link.stakes:
            # One relationship tells both holdings, and would not show this one.
            yield NothingToldError(link.holder)
    within = {key for end in ends for key in ways.between(end)}
    yield from (NotAtTheTopError(key) for key in sorted(ends & within))
