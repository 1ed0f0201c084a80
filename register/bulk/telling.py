"""What statements and releases tell, as lines: who somebody is, what is held, who bids, who won."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from bods.codelists import RecordStatus
from bods.parts import Unspecified
from bods.records import Entity, Person, Relationship
from bods.statements import Statement
from bods.structures.joint_holdings import is_joint
from register.bulk.engine import Engine
from register.bulk.rows import Rows
from register.graph.joining import marks_of, party_name
from register.graph.picture import Identity
from register.graph.process import Bid, Process
from register.graph.reading import shares_apart
from register.graph.seeing import Seen
from register.ocds.numbers import is_number, plain_number, plain_scheme

RECORD = {
    "record": "VARCHAR",
    "day": "VARCHAR",
    "place": "BIGINT",
    "gone": "BOOLEAN",
    "kind": "VARCHAR",
    "name": "VARCHAR",
    "joint": "BOOLEAN",
}
MARK = {"record": "VARCHAR", "place": "BIGINT", "mark": "VARCHAR"}
SHARE = {
    "record": "VARCHAR",
    "place": "BIGINT",
    "holder": "VARCHAR",
    "held": "VARCHAR",
    "low": "DOUBLE",
    "high": "DOUBLE",
    "far": "BOOLEAN",
}
BID = {"ocid": "VARCHAR", "place": "BIGINT", "label": "VARCHAR", "name": "VARCHAR"}
JOINT = {"ocid": "VARCHAR", "place": "BIGINT", "bid": "BIGINT", "label": "VARCHAR"}
CROSSED = {"mark": "VARCHAR", "record": "VARCHAR"}
AWARD = {"ocid": "VARCHAR", "place": "BIGINT", "award": "VARCHAR", "label": "VARCHAR", "buyer": "VARCHAR", "currency": "VARCHAR", "value": "VARCHAR"}  # fmt: skip


class Owners:
    """Takes in statements, in the order in which they were made; those of later days than `as_of` are passed over."""

    def __init__(self, engine: Engine, as_of: date) -> None:
        self._as_of = as_of
        self._records = Rows(engine, "told_record", RECORD)
        self._marks = Rows(engine, "told_mark", MARK)
        self._shares = Rows(engine, "told_share", SHARE)

    @property
    def count(self) -> int:
        """So many statements were taken in."""
        return self._records.count

    def take(self, statement: Statement, source: str, identity: Identity | None = None) -> None:
        """Take in a statement of a source: record ids mean the same within one source only.

        `identity` is whom the register takes a person's record for.
        """
        if statement.day > self._as_of:
            return
        place, record, key = self._records.count, statement.record, f"{source} {statement.record_id}"
        gone = statement.record_status is RecordStatus.CLOSED
        day = statement.day.isoformat()
        if isinstance(record, Relationship):
            self._records.add(key, day, place, gone, "relationship", "", False)
            if not gone:
                self._hold(statement, record, source, place)
        else:
            joint = isinstance(record, Entity) and is_joint(record)
            self._records.add(key, day, place, gone, _kind(record), party_name(statement), joint)
            for mark in marks_of(statement, identity):
                self._marks.add(key, place, mark_of(mark.scheme, mark.id, person=isinstance(record, Person)))

    def done(self) -> None:
        """Hand over what waits."""
        for rows in (self._records, self._marks, self._shares):
            rows.flush()

    def _hold(self, statement: Statement, record: Relationship, source: str, place: int) -> None:
        key = f"{source} {statement.record_id}"
        holder = _end(record.interested_party, source, f"{key}#party")
        held = _end(record.subject, source, f"{key}#subject")
        for share, far in zip(
            shares_apart(Seen(statement, late=False), self._as_of), (False, True), strict=True
        ):
            if share is not None:
                self._shares.add(
                    key, place, holder, held, float(share.low) / 100, float(share.high) / 100, far
                )


class Contracts:
    """Takes in contracting processes; of `unnumbered` bidders, without an official number, nobody can say who they are."""

    def __init__(self, engine: Engine) -> None:
        self._bids = Rows(engine, "told_bid", BID)
        self._joint = Rows(engine, "told_joint", JOINT)
        self._awards = Rows(engine, "told_award", AWARD)
        self._crossed = Rows(engine, "told_crossed", CROSSED)
        self.unnumbered = 0
        self.count = 0

    def take(
        self, process: Process, crosswalk: Mapping[str, str] = MappingProxyType({}), source: str = ""
    ) -> None:
        """Take in a process; of one that is told again, the last telling counts.

        `crosswalk` leads from the publisher's own id of a bidder to the record of the company that an officer decided it
        to be, of this source; where its number is that of another declared company, the number counts.
        """
        self.count += 1
        labels = self._labels(process.bids, {bid: f"{source} {record}" for bid, record in crosswalk.items()})
        for bid in process.bids:
            if bid.party in labels:
                self._bids.add(process.ocid, self.count, labels[bid.party], bid.name)
            else:
                self.unnumbered += 1
        for number, together in enumerate(process.together):
            for party in together:
                if party in labels:
                    self._joint.add(process.ocid, self.count, number, labels[party])
        for award in process.awards:
            if award.supplier in labels and award.value is not None:
                self._awards.add(
                    process.ocid,
                    self.count,
                    award.id,
                    labels[award.supplier],
                    process.buyer,
                    award.currency,
                    f"{award.value:f}",
                )

    def _labels(self, bids: Iterable[Bid], crossed: Mapping[str, str]) -> dict[str, str]:
        """Under which number, or else record, each bidder is known."""
        labels: dict[str, str] = {}
        for bid in bids:
            record = crossed.get(bid.party)
            if bid.scheme and is_number(bid.id):
                mark = mark_of(bid.scheme, bid.id)
                labels[bid.party] = f"mark {mark}"
                if record:
                    self._crossed.add(mark, record)
            elif record:
                labels[bid.party] = f"record {record}"
        return labels

    def done(self) -> None:
        """Hand over what waits."""
        for rows in (self._bids, self._joint, self._awards, self._crossed):
            rows.flush()


def mark_of(scheme: str, number: str, *, person: bool = False) -> str:
    """Write an official number so that two publishers' spellings meet; a person's and a company's never do."""
    return f"{'person' if person else 'body'} {plain_scheme(scheme)} {plain_number(scheme, number)}"


def _kind(record: Entity | Person) -> str:
    return "person" if isinstance(record, Person) else "body"


def _end(end: str | Unspecified, source: str, nobody: str) -> str:
    return f"{source} {end}" if isinstance(end, str) else nobody
