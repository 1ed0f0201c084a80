"""What follows from the answers and was not said: that the parties of a trust, and nominators, hold through it."""

from collections.abc import Iterator
from dataclasses import replace

from bods.codelists import InterestType
from bods.records import Person
from bods.structures.answers import Answers
from bods.structures.arrangements import Arrangement, Part
from bods.structures.chains import Chains, chains
from bods.structures.holdings import Holding, IndirectHolding
from bods.structures.nominations import Nomination
from bods.structures.stakes import Stake
from bods.structures.trusts import Trust

#: A seat on the board that a nominee takes is no seat of the nominator's, but influence.
_SEATS = frozenset({InterestType.BOARD_MEMBER, InterestType.BOARD_CHAIR})


def completed(answers: Answers) -> Answers:
    """Add the indirect holdings in the subject that the standard asks for and that nobody told.

    Each party of a trust, and each nominator, that stands at a top (nobody holds it) and reaches the subject through the
    arrangement gets an `IndirectHolding`, unless there is one: the parties of a trust of influence or control; a
    nominator, if it is the only one, of what the arrangement itself holds in the subject, else of influence or control
    as well. Natural persons hold it as beneficial owners. Completing twice changes nothing more.
    Source: BODS 0.4, representing trusts; representing nominee arrangements.
    """
    ways = chains(answers.subject, answers.links())
    told = {answer.holder for answer in answers.indirect()}
    found: dict[str, list[Stake]] = {}
    for arrangement in answers.told:
        if isinstance(arrangement, Arrangement) and _carries(arrangement, ways):
            for part, stakes in _through(arrangement, answers):
                if part.party not in told and not any(link.held == part.party for link in ways.links):
                    found.setdefault(part.party, []).extend(stakes)
    added = (
        IndirectHolding(holder, _held_by(holder, tuple(dict.fromkeys(stakes)), answers))
        for holder, stakes in found.items()
    )
    return replace(answers, told=(*answers.told, *added))


def _carries(arrangement: Arrangement, ways: Chains) -> bool:
    # Who takes part in the subject itself does so directly.
    return arrangement.body != ways.subject and ways.leads(arrangement.body)


def _through(arrangement: Arrangement, answers: Answers) -> Iterator[tuple[Part, tuple[Stake, ...]]]:
    influence = (Stake(InterestType.OTHER_INFLUENCE_OR_CONTROL),)
    if isinstance(arrangement, Trust):
        yield from ((part, influence) for part in arrangement.parts)
    elif isinstance(arrangement, Nomination):
        behind = [part for part in arrangement.parts if _is_nominator(part)]
        held = _mirrored(arrangement.body, answers) if len(behind) == 1 else ()
        yield from ((part, held or influence) for part in behind)


def _is_nominator(part: Part) -> bool:
    return any(stake.type is InterestType.NOMINATOR for stake in part.stakes)


def _mirrored(body: str, answers: Answers) -> tuple[Stake, ...]:
    for answer in answers.told:
        if isinstance(answer, Holding) and answer.holder == body and answer.held is None:
            return tuple(_seen_through(stake) for stake in answer.stakes)
    return ()


def _seen_through(stake: Stake) -> Stake:
    held = InterestType.OTHER_INFLUENCE_OR_CONTROL if stake.type in _SEATS else stake.type
    return replace(stake, type=held, beneficial=False, known_direct=True)


def _held_by(holder: str, stakes: tuple[Stake, ...], answers: Answers) -> tuple[Stake, ...]:
    beneficial = isinstance(answers.parties.get(holder), Person)
    return tuple(replace(stake, beneficial=beneficial) for stake in stakes)
