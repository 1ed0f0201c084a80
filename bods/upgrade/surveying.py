"""What only the whole file can tell, found out before the first statement is upgraded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bods.codelists import RecordType
from bods.upgrade.chains import Chains, chain, close_replaced, earlier_ones
from bods.upgrade.codes import IN_TRUSTS
from bods.upgrade.gathering import Gathered, gathered
from bods.upgrade.loss import Loss, Tell
from bods.upgrade.old import Old
from bods.upgrade.order import Piece, in_order
from bods.upgrade.relationship import described_by
from bods.upgrade.standing_in import StandIns, Tie
from bods.upgrade.statement import Found
from bods.upgrade.subjects import Holdings, subjects


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make, in the order of publication, from what was found; `ending` are the ids of records that are closed."""

    order: Sequence[Piece]
    found: Found
    ending: frozenset[str]


def survey(value: object, tell: Tell, undated: date | None) -> Plan:
    """Look through a parsed file. Time grows with its length alone, however its statements hang together."""
    file = gathered(value, tell)
    chains, record_ids = _chains(file, tell)
    ties = [_tie(old, record_ids) for old in file.olds if old.type is RecordType.RELATIONSHIP]
    found = Found(
        record_ids=record_ids,
        own=chains.own,
        subjects=_subjects(ties, file, chains, tell),
        trusts=frozenset(tie.subject for tie in ties if tie.subject is not None and _is_in_trust(tie.old)),
        twice=_twice(file.olds),
        stand_in=StandIns(file.olds, ties, undated).day_for,
    )
    return Plan(in_order(file, chains), found, frozenset(chains.closings))


def _chains(file: Gathered, tell: Tell) -> tuple[Chains, Mapping[str, str]]:
    """Give the records, and by the id of a statement the record that it describes: first parties, then who ties them."""
    chains = Chains()
    earlier = earlier_ones(file.olds, tell)
    in_use = {statement.record_id for statement in file.today.values()}
    record_ids = {record_id: record_id for record_id in in_use}
    record_ids.update((statement.statement_id, statement.record_id) for statement in file.today.values())

    parties = [old for old in file.olds if old.type is not RecordType.RELATIONSHIP]
    chain(parties, earlier, lambda old: None, in_use, chains, tell)
    _add_records(parties, chains, record_ids)

    def tied(old: Old) -> tuple[str | None, str | None]:
        tie = _tie(old, record_ids)
        return tie.subject, tie.party

    relationships = [old for old in file.olds if old.type is RecordType.RELATIONSHIP]
    chain(relationships, earlier, tied, in_use, chains, tell)
    _add_records(relationships, chains, record_ids)

    close_replaced(file.olds, earlier, chains, tell)
    return chains, record_ids


def _add_records(olds: Sequence[Old], chains: Chains, record_ids: dict[str, str]) -> None:
    for old in olds:
        record_id = chains.own[old.place]
        record_ids.setdefault(old.id, record_id)
        # A record may have the id of a statement that is in another file; others may name that one.
        record_ids.setdefault(record_id, record_id)


def _tie(old: Old, record_ids: Mapping[str, str]) -> Tie:
    subject, party = described_by(old.body.get("subject")), described_by(old.body.get("interestedParty"))
    return Tie(
        old,
        None if subject is None else record_ids.get(subject, subject),
        None if party is None else record_ids.get(party, party),
    )


def _subjects(ties: Sequence[Tie], file: Gathered, chains: Chains, tell: Tell) -> Mapping[str, str]:
    holdings = Holdings()
    for tie in ties:
        if tie.subject is not None:
            holdings.add(tie.subject, tie.party)
    known = {
        statement.record_id: statement.declaration_subject
        for statement in file.today.values()
        if statement.record_type is not RecordType.RELATIONSHIP
    }
    found = subjects(holdings, known)
    of = dict(found.of)
    for tie in ties:
        own = chains.own[tie.old.place]
        near = tie.subject or tie.party
        if near is None:
            tell(
                Loss(
                    f"/{tie.old.place}",
                    "declarationSubject",
                    "The statement names nobody whose network it could be of.",
                )
            )
        of[own] = of.get(near, near) if near is not None else own
    for record_id, path in chains.paths.items():
        of.setdefault(record_id, record_id)
        if record_id in found.chosen:
            tell(
                Loss(
                    f"/{path[0].place}",
                    "declarationSubject",
                    "Chosen among several: it belongs to the networks of more than one company, or to a circle.",
                )
            )
    return of


def _is_in_trust(old: Old) -> bool:
    interests = old.body.get("interests")
    if not isinstance(interests, list):
        return False
    kinds = (interest.get("type") for interest in interests if isinstance(interest, dict))
    return any(isinstance(kind, str) and kind in IN_TRUSTS for kind in kinds)


def _twice(olds: Sequence[Old]) -> frozenset[int]:
    first_with: dict[str, int] = {}
    return frozenset(old.place for old in olds if first_with.setdefault(old.id, old.place) != old.place)
