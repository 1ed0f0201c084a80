"""A network of records is read back as the answers that it was drawn from."""

from collections import Counter
from collections.abc import Iterator

from bods.codelists import DirectOrIndirect
from bods.network import Network
from bods.parts import Unspecified
from bods.records import Entity, Relationship
from bods.structures.answers import Answer, Answers, Party
from bods.structures.arrangements import Part
from bods.structures.drawing import network_of
from bods.structures.exceptions import UntoldError
from bods.structures.holdings import Holding, IndirectHolding
from bods.structures.identities import key_of
from bods.structures.links import Link
from bods.structures.not_named import NotNamed
from bods.structures.problems import Structure, structure_of
from bods.structures.stakes import stake_of


def answers_of(network: Network) -> Answers:
    """Read the answers that a network tells; `completed(answers)` when `network_of(answers)` drew it.

    Any network that says no more than answers can say may be read, whoever made it: drawn again over itself, the
    answers give the same records under the same ids. A record id that no key was made into is itself the key.

    Raises UntoldError with the records that say more, or another AnswersError when the network is not as the standard
    asks.
    """
    answers = _Telling(network).answers()
    again = network_of(answers, network)
    different = {
        record_id
        for record_id in network.records.keys() | again.records.keys()
        if network.records.get(record_id) != again.records.get(record_id)
    }
    if different:
        raise UntoldError(*sorted(different))
    return answers


class _Telling:
    def __init__(self, network: Network) -> None:
        self.subject = network.subject
        self.records = network.records
        self.keys = _keys(network)

    def answers(self) -> Answers:
        parties: dict[str, Party] = {}
        links: list[Link] = []
        told: list[Answer] = []
        for record_id, record in self.records.items():
            if not isinstance(record, Relationship):
                parties[self.keys[record_id]] = record
            elif isinstance(record.interested_party, Unspecified):
                told.append(self._not_named(record_id, record))
            else:
                links += self._direct(record_id, record, record.interested_party)
                told += self._indirect(record, record.interested_party)
        return Answers(self.subject, parties, (*told, *self._structures(links, parties)))

    def _not_named(self, record_id: str, record: Relationship) -> NotNamed:
        why = record.interested_party
        if not isinstance(why, Unspecified):
            raise UntoldError(record_id)
        stakes = tuple(map(stake_of, record.interests))
        return NotNamed(why.reason, self._held(record_id, record), why.description, stakes)

    def _direct(self, record_id: str, record: Relationship, holder: str) -> Iterator[Link]:
        direct = [
            each for each in record.interests if each.direct_or_indirect is not DirectOrIndirect.INDIRECT
        ]
        if direct or not record.interests:
            yield Link(self.keys[holder], self._held(record_id, record), tuple(map(stake_of, direct)))

    def _indirect(self, record: Relationship, holder: str) -> Iterator[IndirectHolding]:
        indirect = [each for each in record.interests if each.direct_or_indirect is DirectOrIndirect.INDIRECT]
        if indirect:
            yield IndirectHolding(self.keys[holder], tuple(map(stake_of, indirect)))

    def _held(self, record_id: str, record: Relationship) -> str:
        if not isinstance(record.subject, str):
            raise UntoldError(record_id)
        return self.keys[record.subject]

    def _structures(self, links: list[Link], parties: dict[str, Party]) -> Iterator[Answer]:
        taken: dict[str, list[Part]] = {}
        for link in links:
            if self._structure(parties[link.held]) is None:
                yield Holding(link.holder, link.stakes, link.held)
            else:
                taken.setdefault(link.held, []).append(Part(link.holder, link.stakes))
        for key, parts in taken.items():
            structure = self._structure(parties[key])
            if structure is not None:
                yield structure(key, tuple(parts))

    def _structure(self, body: Party) -> Structure | None:
        # Something held in a person is refused when the answers are drawn.
        return structure_of(body) if isinstance(body, Entity) else None


def _keys(network: Network) -> dict[str, str]:
    """Give the key of each party by record id: the one its id was made from, unless two would share it."""
    parties = [
        record_id for record_id, record in network.records.items() if not isinstance(record, Relationship)
    ]
    made = {record_id: key_of(record_id, network.subject) for record_id in parties}
    made[network.subject] = network.subject
    often = Counter(made.values())
    return {record_id: key if often[key] == 1 else record_id for record_id, key in made.items()}
