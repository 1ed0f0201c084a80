"""Random histories, as wild as files can be, and the plain answer to every question about them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as any_

from bods.codelists import AnnotationMotivation, InterestType, RecordStatus
from bods.records import Entity, Interest, Name, Person, Record, Relationship, Share, record_type_of
from bods.statements import Annotation, PublicationDetails, Statement

DAYS = [date(2024, 1, 1) + timedelta(days=number) for number in range(8)]
#: Days, and moments whose day is another one elsewhere, some of them the same instant.
WHEN = [
    *(day.isoformat() for day in DAYS),
    "2024-01-02T00:30:00+03:00",
    "2024-01-01T21:30:00Z",
    "2024-01-01T23:00:00Z",
    "2024-01-03T23:30:00-05:00",
    "2024-01-04T12:00:00Z",
    "2024-01-04T12:00:00.000001Z",
]
#: Every day and moment worth asking about, and some outside.
ASKED_ON = [date(2023, 12, 31), *DAYS, date(2024, 1, 20)]
ASKED_KNOWN: list[date | datetime | None] = [
    None,
    date(2023, 12, 31),
    *DAYS,
    datetime(2024, 1, 1, 21, 29, 59, tzinfo=UTC),
    datetime(2024, 1, 1, 21, 30, tzinfo=UTC),
    datetime(2024, 1, 4, 12, 0, tzinfo=UTC),
    datetime(2024, 1, 4, 7, 0),  # noqa: DTZ001  # read as UTC
    date(2024, 1, 20),
]

_TYPES = [InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS, None]
_interests = any_.builds(
    Interest,
    type=any_.sampled_from(_TYPES),
    share=any_.none() | any_.sampled_from([Share.exactly(10), Share.between(Decimal(25), Decimal(50))]),
    start_date=any_.none() | any_.sampled_from(DAYS),
    end_date=any_.none() | any_.sampled_from(DAYS),
)
_relationships = any_.builds(
    Relationship,
    subject=any_.sampled_from(["alfa", "beta"]),
    interested_party=any_.sampled_from(["ana", "ben"]),
    interests=any_.lists(_interests, max_size=2).map(tuple),
)
_records: dict[str, any_.SearchStrategy[Record]] = {
    "alfa": any_.sampled_from([Entity(name="Alfa"), Entity(name="Alfa Works"), Entity()]),
    "ana": any_.sampled_from(
        [Person(), Person(names=(Name("Ana"),)), Person(names=(Name("Ana A"), Name("Ana")))]
    ),
    "link": _relationships,
    "other": _relationships,
}
_notes = any_.builds(
    Annotation,
    statement_pointer_target=any_.sampled_from(["", "/recordDetails/interests", "/recordDetails/name"]),
    motivation=any_.sampled_from([AnnotationMotivation.CORRECTING, AnnotationMotivation.COMMENTING]),
)


@any_.composite
def _statements(draw: any_.DrawFn, number: int) -> Statement:
    record_id = draw(any_.sampled_from(sorted(_records)))
    record = draw(_records[record_id])
    published = draw(any_.none() | any_.sampled_from(WHEN))
    # Now and then an identifier is used again: a redaction.
    identifier = draw(any_.sampled_from([number, number, number, number, 0, 1]))
    return Statement(
        statement_id=f"statement-{identifier:05d}".rjust(32, "s"),
        statement_date=draw(any_.sampled_from(WHEN)),
        declaration_subject="alfa",
        record_id=record_id,
        record_type=record_type_of(record),
        record=record,
        record_status=draw(any_.sampled_from([*RecordStatus, None])),
        publication=PublicationDetails(published) if published else None,
        annotations=tuple(draw(any_.lists(_notes, max_size=1))),
    )


@any_.composite
def histories(draw: any_.DrawFn) -> list[Statement]:
    """Statements in any order: corrections, redactions, updates before the first, life after closing, zones mixed."""
    count = draw(any_.integers(min_value=0, max_value=12))
    return [draw(_statements(number)) for number in range(count)]


def instant(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def known_from(statement: Statement) -> datetime:
    told = statement.publication
    return instant(told.publication_date if told else statement.statement_date)


def last_instant(known: date | datetime | None) -> datetime:
    if known is None:
        return datetime.max.replace(tzinfo=UTC)
    if isinstance(known, datetime):
        return known if known.tzinfo else known.replace(tzinfo=UTC)
    return datetime(known.year, known.month, known.day, 23, 59, 59, 999999, tzinfo=UTC)


def standing_texts(statements: list[Statement], known: date | datetime | None) -> list[Statement]:
    """Filter by knowledge; of each statement the text published last, of one moment the later in the list."""
    told = [each for each in statements if known_from(each) <= last_instant(known)]
    texts: dict[str, list[tuple[datetime, int]]] = {}
    for place, each in enumerate(told):
        texts.setdefault(each.statement_id, []).append((known_from(each), place))
    return [each for place, each in enumerate(told) if max(texts[each.statement_id])[1] == place]


def plain_answer(statements: list[Statement], on: date, known: date | datetime | None) -> dict[str, Any]:
    """Filter, sort, and the last one wins: the snapshot as its four mappings, slow and plain."""
    told = standing_texts(statements, known)
    said: dict[str, Any] = {"open": {}, "closed": {}, "later": {}, "ended": {}}
    for record_id in {each.record_id for each in told}:
        words = [each for each in told if each.record_id == record_id]
        words.sort(key=lambda each: (instant(each.statement_date), known_from(each)))
        until_then = [each for each in words if date.fromisoformat(each.statement_date[:10]) <= on]
        afterwards = [each for each in words if each not in until_then]
        if until_then:
            last = until_then[-1]
            said["closed" if last.record_status is RecordStatus.CLOSED else "open"][record_id] = last
        else:
            moment = instant(afterwards[0].statement_date)
            first = [each for each in afterwards if instant(each.statement_date) == moment][-1]
            if first.record_status is not RecordStatus.CLOSED:
                said["later"][record_id] = first
        over = {interest for each in last_of_each_moment(afterwards) for interest in over_by(each, on)}
        if over:
            said["ended"][record_id] = over
    return said


def last_of_each_moment(words: list[Statement]) -> list[Statement]:
    return list({instant(each.statement_date): each for each in words}.values())


def over_by(statement: Statement, on: date) -> set[InterestType | None]:
    if not isinstance(statement.record, Relationship):
        return set()
    interests = statement.record.interests
    over = {each.type for each in interests if each.end_date is not None and each.end_date <= on}
    running = {each.type for each in interests if each.end_date is None or each.end_date > on}
    return over - running
