"""From statements and a contracting process to the picture that flags and pages look at."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from bods.codelists import RecordType
from bods.parts import Unspecified
from bods.records import Relationship
from bods.statements import Statement
from register.graph.bidding import own_key, undeclared, with_declaration, with_parties
from register.graph.dossier import BodyDossier, PersonDossier
from register.graph.joining import Joins, plain
from register.graph.lists import Listed, ListKind, Official
from register.graph.picture import Declared, Identity, Party, PartyKind, Picture, Stake
from register.graph.process import Process
from register.graph.reading import Ends, read
from register.graph.seeing import ended_by, known_by, seen_on
from register.ocds.numbers import is_number


def picture_of(
    process: Process,
    statements: Iterable[Statement],
    *,
    identities: Mapping[str, Identity],
    officials: Iterable[Official] = (),
    as_of: date,
    today: date | None = None,
    known: datetime | None = None,
    declared: Mapping[str, Declared] | None = None,
    crosswalk: Mapping[str, str] | None = None,
    listed: Iterable[Listed] = (),
    people: Mapping[str, PersonDossier] | None = None,
    bodies: Mapping[str, BodyDossier] | None = None,
    lists: Iterable[ListKind] = (),
    beside: Iterable[str] = (),
    told_beside: Iterable[Statement] = (),
    joins: Joins | None = None,
) -> Picture:
    """Join one contracting process to the owners of its bidders, as they stood on `as_of`.

    A bid's `party` and the process's winners are the publisher's own ids here; a bidder is a declared company when a
    number (scheme and id) is the same, or when `crosswalk` leads from that id to a record id. A supplier who won
    without a bid on file is to be given as a bid. `identities`, `people`, `bodies` and `declared` are by record id (the
    last two by that of a declaration's subject); `known` leaves out what the register learnt later; `today` is the day of asking,
    `as_of` unless given. `beside` are record ids of companies that do not bid and are looked at for their owners; `told_beside`
    are statements that count in the wider picture alone. `joins` remembers, for other days, whose records are whose.
    """
    made, joins = known_by(statements, known), joins or Joins()
    built = _Building(made, identities, as_of, joins)
    parties_by_number = {
        (plain(scheme), plain(number)): party
        for party in built.parties.values()
        for scheme, number in party.identifiers
        if party.kind is not PartyKind.PERSON and is_number(number)
    }
    crossed = {
        name: built.by_record[each] for name, each in (crosswalk or {}).items() if each in built.by_record
    }
    keys: dict[str, str] = {}
    for bid in process.bids:
        found = parties_by_number.get((plain(bid.scheme), plain(bid.id))) or crossed.get(bid.party)
        party = found or built.parties.get(own_key(bid)) or undeclared(bid)
        built.parties.setdefault(party.key, party)
        keys[bid.party] = party.key
    for winner in (*process.winners, *(award.supplier for award in process.awards)):
        if winner not in keys:
            keys[winner] = f"bid:{winner}"
            built.parties[keys[winner]] = Party(keys[winner], PartyKind.ENTITY, winner)
    days = built.declarations(declared or {})
    bids = tuple(with_declaration(replace(bid, party=keys[bid.party]), days) for bid in process.bids)
    winners = tuple(dict.fromkeys(keys[each] for each in process.winners))
    subjects = tuple(dict.fromkeys((*(bid.party for bid in bids), *winners)))
    seen = built.picture(
        subjects,
        process=replace(
            process,
            bids=bids,
            winners=winners,
            awards=tuple(replace(each, supplier=keys[each.supplier]) for each in process.awards),
            contracts=tuple(with_parties(each, parties_by_number, keys) for each in process.contracts),
            together=tuple(tuple(keys[each] for each in joint if each in keys) for joint in process.together),
        ),
        officials=tuple(officials),
        today=today or as_of,
        declared={key: days[key] for key in subjects if key in days},
        listed=tuple(listed),
        people=built.people(people or {}),
        bodies={
            built.by_record[each].key: body
            for each, body in (bodies or {}).items()
            if each in built.by_record
        },
        lists=frozenset(lists),
    )
    wide = _wide(built, known_by(told_beside, known), identities, joins)
    more = wide.beside(seen, [wide.by_record[each].key for each in beside if each in wide.by_record])
    return seen if more is None else replace(seen, wider=more)


def company_picture(
    subject_record_id: str,
    statements: Iterable[Statement],
    identities: Mapping[str, Identity],
    as_of: date,
    known: datetime | None = None,
    public: bool = False,
) -> Picture:
    """Show who stands behind one company on `as_of`; `subjects` of the picture names its party.

    A public picture joins by what is published only: identifiers, and the register's own identifier of a confirmed
    person.
    """
    built = _Building(known_by(statements, known), {} if public else identities, as_of)
    party = built.party(subject_record_id)
    days = built.declarations({})
    return built.picture(
        (party.key,), today=as_of, declared={party.key: days[party.key]} if party.key in days else {}
    )


def companies_picture(
    subject_record_ids: Iterable[str],
    statements: Iterable[Statement],
    identities: Mapping[str, Identity],
    as_of: date,
) -> Picture:
    """Show who stands behind several companies on `as_of`, for officers; `subjects` are their parties, in this order."""
    built = _Building(known_by(statements, None), identities, as_of)
    keys = tuple(dict.fromkeys(built.party(each).key for each in subject_record_ids))
    days = built.declarations({})
    return built.picture(keys, today=as_of, declared={key: days[key] for key in keys if key in days})


class _Building:
    """A picture in the making: parties and stakes of all statements, before it is cut to what is upstream."""

    def __init__(
        self,
        made: list[Statement],
        identities: Mapping[str, Identity],
        as_of: date,
        joins: Joins | None = None,
    ) -> None:
        self.made, self.as_of = made, as_of
        self.by_record = (joins or Joins()).parties(made, identities)
        self.parties = {party.key: party for party in self.by_record.values()}
        seen = seen_on(made, as_of).values()
        relationships = [each for each in seen if each.statement.record_type is RecordType.RELATIONSHIP]
        self.read = read(relationships, ended_by(made, as_of), self._ends, as_of)

    def party(self, record_id: str) -> Party:
        """Give the party of a record; one that no statement describes is unknown, and nobody else."""
        found = self.by_record.get(record_id)
        if found is None:
            found = Party(record_id, PartyKind.UNKNOWN, "", record_ids=frozenset({record_id}))
            self.by_record[record_id] = self.parties[found.key] = found
        return found

    def _ends(self, record: Relationship, statement: Statement) -> Ends:
        holder = self._end(record.interested_party, f"{statement.record_id}#party")
        held = self._end(record.subject, f"{statement.record_id}#subject")
        return Ends(holder.key, held.key, self.party(statement.declaration_subject).key)

    def _end(self, end: str | Unspecified, key: str) -> Party:
        if isinstance(end, str):
            return self.party(end)
        nobody = Party(key, PartyKind.UNKNOWN, "", unspecified_reason=str(end.reason))
        return self.parties.setdefault(key, nobody)

    def declarations(self, declared: Mapping[str, Declared]) -> dict[str, Declared]:
        """Give each party's declaration that speaks for the day: the last made by then, else the first made later.

        Where nobody says when a declaration was accepted, its first statement does.
        """
        told = dict(declared)
        for statement in self.made:
            subject = statement.declaration_subject
            if subject not in declared:
                first = Declared(statement.day, statement.declaration or "")
                told[subject] = _speaking([first, *([told[subject]] if subject in told else [])], self.as_of)
        days: dict[str, list[Declared]] = {}
        for record_id, each in told.items():
            if record_id in self.by_record:
                days.setdefault(self.by_record[record_id].key, []).append(each)
        return {key: _speaking(each, self.as_of) for key, each in days.items()}

    def people(self, known: Mapping[str, PersonDossier]) -> dict[str, PersonDossier]:
        """Give each person's dossier; what several declarations say of one person is put together."""
        found: dict[str, PersonDossier] = {}
        for record_id, dossier in known.items():
            if record_id in self.by_record:
                key = self.by_record[record_id].key
                found[key] = found[key].with_what(dossier) if key in found else dossier
        return found

    def picture(
        self,
        subjects: tuple[str, ...],
        *,
        today: date,
        declared: Mapping[str, Declared],
        process: Process | None = None,
        officials: tuple[Official, ...] = (),
        listed: tuple[Listed, ...] = (),
        people: Mapping[str, PersonDossier] | None = None,
        bodies: Mapping[str, BodyDossier] | None = None,
        lists: frozenset[ListKind] = frozenset(),
    ) -> Picture:
        """Cut the picture to the subjects and everybody above them."""
        above: dict[str, list[Stake]] = {}
        for stake in self.read.stakes:
            above.setdefault(stake.held, []).append(stake)
        met: dict[str, None] = {}
        kept: list[Stake] = []
        waiting = list(reversed(subjects))
        while waiting:
            key = waiting.pop()
            if key in met:
                continue
            met[key] = None
            kept.extend(above.get(key, ()))
            waiting.extend(stake.holder for stake in reversed(above.get(key, ())))
        return Picture(
            parties={key: self.parties[key] for key in met},
            stakes=tuple(kept),
            as_of=self.as_of,
            today=today,
            process=process,
            officials=officials,
            subjects=subjects,
            declared=declared,
            listed=listed,
            people={key: each for key, each in (people or {}).items() if key in met},
            bodies={key: each for key, each in (bodies or {}).items() if key in met},
            lists=lists,
            otherwise=tuple(each for each in self.read.otherwise if each.held in met),
            claimed=tuple(each for each in self.read.claimed if each.stake.held in met),
        )

    def beside(self, seen: Picture, others: Iterable[str]) -> Picture | None:
        """Give the same picture with other companies and whoever is paid under its contracts; None when there are none."""
        contracts = seen.process.contracts if seen.process else ()
        paid = [each.party for contract in contracts for each in contract.paid if each.party in self.parties]
        subjects = tuple(dict.fromkeys((*seen.subjects, *paid, *others)))
        if subjects == seen.subjects:
            return None
        return self.picture(
            subjects,
            today=seen.today,
            declared=seen.declared,
            process=seen.process,
            officials=seen.officials,
            listed=seen.listed,
            people=seen.people,
            bodies=seen.bodies,
            lists=seen.lists,
        )


def _wide(
    built: _Building, more: list[Statement], identities: Mapping[str, Identity], joins: Joins
) -> _Building:
    """Build again with what is told of companies beside the process; bidders without a declaration stay who they are."""
    if not more:
        return built
    wide = _Building([*built.made, *more], identities, built.as_of, joins)
    for key, party in built.parties.items():
        wide.parties.setdefault(key, party)
    return wide


def _speaking(declarations: list[Declared], as_of: date) -> Declared:
    by_then = [each for each in declarations if each.on <= as_of]
    if by_then:
        return max(by_then, key=lambda each: each.on)
    return min(declarations, key=lambda each: each.on)
