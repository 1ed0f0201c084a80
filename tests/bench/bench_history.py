"""A network of a hundred statements as it stood on a day: against reading the same statements, and in milliseconds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random
from time import perf_counter

import orjson

from bods.codelists import DirectOrIndirect, InterestType
from bods.history import History, Snapshot, differences, snapshot, snapshot_of_texts
from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.parts import Address, Agent, Country, Identifier, Jurisdiction, Source
from bods.reading import statement_from
from bods.records import Entity, Interest, Name, Person, Record, Relationship, Share
from bods.statements import PublicationDetails, Statement
from bods.writing import as_bytes
from tests.bench.goals import Goals

MANY = 100
KENYA = Country("Kenya", "KE")
FIRST = date(2020, 1, 6)
PUBLISHER = Agent("Example register", "https://register.example/")


def evolving(least: int, seed: int = 7) -> list[Statement]:
    """The statements of one company over the years: owners come and go, shares change, nothing changes at times."""
    random, numbers = Random(seed), count(1)
    before: Network | None = None
    records: dict[str, Record] = {"alfa": company()}
    made: list[Statement] = []
    day = FIRST
    while len(made) < least:
        records = changed(records, random, numbers)
        after = Network("alfa", records)
        stamp = Stamp(day.isoformat(), f"UM-{day:%Y-%m}", Source(type=("selfDeclaration",)), lambda: f"bench-{next(numbers):032d}")  # fmt: skip  # type: ignore[arg-type]
        published = PublicationDetails((day + timedelta(days=2)).isoformat(), publisher=PUBLISHER)
        made += [replace(each, publication=published) for each in statements_between(before, after, stamp)]
        before, day = after, day + timedelta(days=90)
    return made[:least]


def company() -> Entity:
    address = Address(address="P.O. Box 12, Wote", post_code="90300", country=KENYA)
    return Entity(
        name="Alfa Works Ltd",
        jurisdiction=Jurisdiction("Kenya", "KE"),
        identifiers=(Identifier("PVT-1", "KE-RCO", "Registrar of Companies"),),
        founding_date=date(2012, 5, 3),
        addresses=(address,),
    )


def changed(records: dict[str, Record], random: Random, numbers: "count[int]") -> dict[str, Record]:
    """A network one quarter later: one owner leaves, two come, some shares change."""
    links = [key for key, record in records.items() if isinstance(record, Relationship)]
    gone = random.choice(links) if len(links) > 3 else None
    left = records[gone].interested_party if gone else None  # type: ignore[union-attr]  # a relationship
    now = {key: record for key, record in records.items() if key not in {gone, left}}
    for key in random.sample(links, len(links) // 2):
        if isinstance(link := now.get(key), Relationship):
            now[key] = replace(link, interests=(stake(random.randint(1, 60)),))
    for _ in range(2):
        number = next(numbers)
        now[f"ana-{number}"] = Person(
            names=(Name(f"Ana Example {number}"),), nationalities=(KENYA,), birth_date="1980-05"
        )
        now[f"link-{number}"] = Relationship(
            subject="alfa", interested_party=f"ana-{number}", interests=(stake(random.randint(1, 60)),)
        )
    return now


def stake(percent: int) -> Interest:
    return Interest(
        type=InterestType.SHAREHOLDING,
        direct_or_indirect=DirectOrIndirect.DIRECT,
        beneficial_ownership_or_control=True,
        share=Share.exactly(Decimal(percent)),
        start_date=date(2019, 3, 1),
    )


def told(seen: Snapshot) -> object:
    """Everything a snapshot can be asked."""
    held = [seen.holds(record_id) for record_id, _ in seen.relationships()]
    return held, seen.missing(), seen.declared_after(), seen.status_unknown()


def milliseconds(work: Callable[[], object], times: int = 300) -> float:
    """The best of many runs; these are too short for a clock of CPU time."""
    best = float("inf")
    for _ in range(times):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best * 1000


def main() -> None:
    texts = [as_bytes(statement) for statement in evolving(MANY)]
    statements = [statement_from(orjson.loads(text)) for text in texts]
    last = statements[-1].day
    days = [FIRST + timedelta(days=number * (last - FIRST).days // 10) for number in range(11)]
    middle, known = days[7], days[9]
    goals = Goals("history")

    reading = milliseconds(lambda: [statement_from(orjson.loads(text)) for text in texts])
    bare = milliseconds(lambda: snapshot(statements, middle, known))
    whole = milliseconds(lambda: told(snapshot(statements, middle, known)))
    raw = milliseconds(lambda: told(snapshot_of_texts(texts, middle, known)))
    index = milliseconds(lambda: History(statements))
    history = History(statements)
    one = milliseconds(lambda: [history.at(on, by) for on in days for by in days]) / len(days) ** 2
    apart = milliseconds(lambda: differences(history.at(days[3]), history.at(days[9])))
    lives = milliseconds(lambda: [history.timeline(record_id) for record_id in history.records()])
    print(
        f"{len(statements)} statements about {len(history.records())} records; "
        f"{len(snapshot(statements, middle, known).open)} open on the day asked about\n"
        f"  reading {reading:.3f} ms; snapshot {bare:.3f} ms, with every interest and gap {whole:.3f} ms; "
        f"from texts {raw:.3f} ms\n"
        f"  index {index:.3f} ms, then {one:.3f} ms a question; differences {apart:.3f} ms; all timelines {lives:.3f} ms"
    )
    goals.at_most("milliseconds for a snapshot of 100 statements, everything asked", whole, 2)
    goals.at_most("milliseconds for the same from published texts", raw, 2)
    goals.at_most("a snapshot, everything asked, against reading the same statements", whole / reading, 0.25)
    goals.at_most("a snapshot from texts against reading them all", raw / reading, 1)
    goals.at_most("a question to the index against a snapshot made for it alone", one / bare, 1)
    long = evolving(20 * MANY)
    grown = milliseconds(lambda: snapshot(long, middle, known), times=20)
    goals.at_most(
        "time at twenty times the statements, against twenty times the time", grown / (20 * bare), 2
    )
    goals.done()


if __name__ == "__main__":
    main()
