"""Small stories told as BODS statements and seen as pictures: persons begin with a capital, companies do not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from bods.codelists import DirectOrIndirect, InterestType, RecordStatus, RecordType
from bods.parts import Identifier, Jurisdiction
from bods.records import Entity, Interest, Name, Person, Relationship
from bods.shares import Share
from bods.statements import Statement
from bods.structures.joint_holdings import joint_arrangement
from register.graph.building import picture_of
from register.graph.dossier import BodyDossier, PersonDossier
from register.graph.lists import Listed, ListKind, Official
from register.graph.picture import Identity, Picture
from register.graph.process import Bid, Process

CLOSE = date(2026, 2, 27)
DECLARED = date(2026, 1, 12)
SINCE = date(2022, 5, 4)
#: The body in which several hold something together.
JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Hold:
    """One holder's interests in one company, as that company declares them on `declared`."""

    holder: str
    held: str
    share: Decimal | int | str | tuple[int, int] | None = None
    type: InterestType = InterestType.SHAREHOLDING
    start: date | None = SINCE
    end: date | None = None
    declared: date = DECLARED
    indirect: bool = False
    network: str = ""
    components: tuple[str, ...] = ()
    is_component: bool = False
    status: RecordStatus = RecordStatus.NEW

    @property
    def subject(self) -> str:
        """The company whose declaration says so."""
        return self.network or self.held

    @property
    def record_id(self) -> str:
        return f"{self.subject}/{self.holder}-{self.held}-{self.type}"


Told = Hold | tuple[str, str, int | str | tuple[int, int]] | tuple[str, str, InterestType]


def hold(told: Told) -> Hold:
    """Read `("Ana", "alfa", 60)`, `("Ana", "alfa", (25, 50))` or `("Ana", "alfa", InterestType.NOMINEE)`."""
    if isinstance(told, Hold):
        return told
    holder, held, what = told
    if isinstance(what, InterestType):
        return Hold(holder, held, type=what)
    return Hold(holder, held, what)


def share_of(told: Decimal | int | str | tuple[int, int] | None) -> Share | None:
    if told is None:
        return None
    return Share.between(*told) if isinstance(told, tuple) else Share.exactly(told)


def record_of(name: str, network: str) -> str:
    """Give the record id of a party in one company's declaration; a company is itself in its own."""
    return name if name == network else f"{network}/{name}"


def long_id(*parts: object) -> str:
    return "-".join(str(part) for part in parts).ljust(32, "0")


def party_statement(name: str, network: str, day: date, identifier: Identifier | None = None) -> Statement:
    """State a person or company as one declaration does; a company's number is its name in capitals."""
    record_id = record_of(name, network)
    record: Person | Entity
    if name == JOINT:
        record, kind = joint_arrangement(), RecordType.ENTITY
    elif name[0].isupper():
        record = Person(names=(Name(name),), identifiers=(identifier,) if identifier else ())
        kind = RecordType.PERSON
    else:
        number = identifier or Identifier(id=name.upper(), scheme="KE-RCO")
        record = Entity(
            name=company_name(name), identifiers=(number,), jurisdiction=Jurisdiction("Kenya", "KE")
        )
        kind = RecordType.ENTITY
    return Statement(
        statement_id=long_id(record_id, day),
        statement_date=day.isoformat(),
        declaration_subject=network,
        record_id=record_id,
        record_type=kind,
        record=record,
        record_status=RecordStatus.NEW,
        declaration=f"UM-{network}",
    )


def company_name(name: str) -> str:
    return f"{name.replace('_', ' ').title()} Ltd"


def relationship_statement(told: Hold) -> Statement:
    """State one holder's interest as the company's declaration does."""
    interest = Interest(
        type=told.type,
        direct_or_indirect=DirectOrIndirect.INDIRECT if told.indirect else DirectOrIndirect.DIRECT,
        share=share_of(told.share),
        start_date=told.start,
        end_date=told.end,
    )
    return Statement(
        statement_id=long_id(told.record_id, told.declared),
        statement_date=told.declared.isoformat(),
        declaration_subject=told.subject,
        record_id=told.record_id,
        record_type=RecordType.RELATIONSHIP,
        record=Relationship(
            is_component=told.is_component,
            subject=record_of(told.held, told.subject),
            interested_party=record_of(told.holder, told.subject),
            component_records=told.components,
            interests=(interest,),
        ),
        record_status=told.status,
        declaration=f"UM-{told.subject}",
    )


def statements_of(holds: Iterable[Told], declared: Iterable[str] = ()) -> list[Statement]:
    """State every hold, and every party in each declaration that names it; `declared` companies declare nobody."""
    parties: dict[str, Statement] = {}
    relationships: list[Statement] = []
    for told in map(hold, holds):
        for name in (told.subject, told.held, told.holder):
            parties.setdefault(
                record_of(name, told.subject), party_statement(name, told.subject, told.declared)
            )
        relationships.append(relationship_statement(told))
    for name in declared:
        parties.setdefault(name, party_statement(name, name, DECLARED))
    return [*parties.values(), *relationships]


def identities_of(
    statements: Sequence[Statement], typed: Iterable[str] = (), apart: Iterable[str] = ()
) -> dict[str, Identity]:
    """Know each person by name, confirmed; only typed for `typed`, not at all for `apart`."""
    known: dict[str, Identity] = {}
    for statement in statements:
        if isinstance(statement.record, Person):
            name = statement.record.names[0].full_name
            if name not in set(apart):
                known[statement.record_id] = Identity(f"id-{name}", confirmed=name not in set(typed))
    return known


def process_of(bids: Mapping[str, Sequence[str]], won: Sequence[str] = ()) -> Process:
    """Give the one tender of the story and its bidders; `won` are those that got the award."""
    (title, bidders), *_ = bids.items()
    return Process(
        ocid=f"ocds-story-{title}",
        title=title,
        buyer="County works department",
        closes=CLOSE,
        bids=tuple(
            Bid(
                f"KE-RCO-{each}",
                company_name(each),
                "KE-RCO",
                each.upper(),
                pointer=f"/tender/tenderers/{place}",
            )
            for place, each in enumerate(bidders)
        ),
        winners=tuple(f"KE-RCO-{each}" for each in won),
    )


def picture(
    *holds: Told,
    bids: Mapping[str, Sequence[str]],
    won: Sequence[str] = (),
    undeclared: Sequence[str] = (),
    typed: Iterable[str] = (),
    apart: Iterable[str] = (),
    birth_months: Mapping[str, str] | None = None,
    officials: Sequence[Official] = (),
    listed: Sequence[Listed] = (),
    people: Mapping[str, PersonDossier] | None = None,
    bodies: Mapping[str, BodyDossier] | None = None,
    lists: Sequence[ListKind] = (),
    beside: Sequence[str] = (),
    as_of: date = CLOSE,
    today: date | None = None,
    **process: Any,
) -> Picture:
    """See a story: who holds what, who bids, and who of them has not declared. All others have.

    `people` and `bodies` are by name, companies `beside` do not bid; whatever else is given is so of the process, as in `closes=`.
    """
    (bidders,) = bids.values()
    told = [each for each in map(hold, holds) if each.subject not in undeclared]
    statements = statements_of(told, [each for each in bidders if each not in undeclared])
    identities = identities_of(statements, typed, apart)
    for record_id, known in identities.items():
        month = (birth_months or {}).get(known.key.removeprefix("id-"))
        identities[record_id] = replace(known, birth_month=month)
    return picture_of(
        replace(process_of(bids, won), **process),
        statements,
        identities=identities,
        officials=officials,
        as_of=as_of,
        today=today,
        listed=listed,
        people={
            record_id: people[name]
            for record_id, name in names_of(statements).items()
            if people and name in people
        },
        bodies=bodies or {},
        lists=lists,
        beside=beside,
    )


def jointly(*holds: Told, bids: Mapping[str, Sequence[str]], partners: Sequence[str], **more: Any) -> Picture:
    """See a story in which these bidders make one bid together, and the others one each."""
    seen = picture(*holds, bids=bids, together=(tuple(f"KE-RCO-{each}" for each in partners),), **more)
    assert seen.process is not None
    made = tuple(
        replace(bid, pointer="/bids/details/90") if bid.id.lower() in partners else bid
        for bid in seen.process.bids
    )
    return replace(seen, process=replace(seen.process, bids=made))


def names_of(statements: Sequence[Statement]) -> dict[str, str]:
    """Give the name of each person record."""
    return {
        each.record_id: each.record.names[0].full_name
        for each in statements
        if isinstance(each.record, Person)
    }
