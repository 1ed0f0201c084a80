"""The upgrade of old statements: what it costs beyond reading them, and that it grows with the file alone."""

import gc
from collections.abc import Callable
from typing import Any, TypeAlias

from bods.reading import statement_from
from bods.upgrade import upgraded
from bods.writing import as_json
from tests.bench.goals import Goals, seconds

SMALL, LARGE = 10_000, 100_000
#: Microseconds a statement. For notes and faults it is found out where everything went; each fault is told.
MOST, MOST_WITH_NOTES, MOST_WITH_FAULTS = 60, 100, 250
Old: TypeAlias = dict[str, Any]

PUBLISHED = {
    "publicationDate": "2019-02-01",
    "bodsVersion": "0.2",
    "publisher": {"name": "Register of Nzueni"},
    "license": "https://creativecommons.org/publicdomain/zero/1.0/",
}
SOURCE = {
    "type": ["officialRegister"],
    "url": "https://example.org/register",
    "retrievedAt": "2019-07-08T10:37:11Z",
}


def main() -> None:
    goals = Goals("upgrade")
    for title, shape in SHAPES.items():
        measure(goals, title, shape)
    goals.done()


def measure(goals: Goals, title: str, shape: Callable[[int], list[Old]]) -> None:
    small, large = shape(SMALL), shape(LARGE)
    upgraded(small[:100])
    before, after = seconds(lambda: upgraded(small)), seconds(lambda: upgraded(large), 2)
    reading = seconds(read_again(large), 2)
    made = len(upgraded(large).statements)
    beyond = (after - reading) / made * 1_000_000
    print(f"  {title}: {after:.2f} s for {made:,} statements, of which reading {reading:.2f} s")
    goals.at_most(f"{title}: microseconds a statement beyond reading", beyond, EXCUSED.get(title, MOST))
    goals.at_most(f"{title}: time for ten times the statements", after / before, 13)


def read_again(olds: list[Old]) -> Callable[[], object]:
    values = [as_json(statement) for statement in upgraded(olds).statements]

    def read() -> object:
        gc.disable()
        try:
            return [statement_from(value) for value in values]
        finally:
            gc.enable()

    return read


def named(kind: str, number: int) -> str:
    return f"{kind:-<24}{number:010}"


def company(number: int, **fields: Any) -> Old:
    return {
        "statementID": named("company", number),
        "statementType": "entityStatement",
        "statementDate": "2019-01-15",
        "isComponent": False,
        "entityType": "registeredEntity",
        "name": f"Company {number}",
        "incorporatedInJurisdiction": {"code": "KE"},
        "identifiers": [
            {"scheme": "KE-RCO", "id": f"CPR/{number}"},
            {"schemeName": "Own", "id": f"{number}"},
        ],
        "foundingDate": "2010-05-01",
        "addresses": [
            {"type": "registered", "address": f"Plot {number}", "postCode": "90300", "country": "KE"}
        ],
        "publicationDetails": PUBLISHED,
        "source": SOURCE,
        **fields,
    }


def person(number: int) -> Old:
    return {
        "statementID": named("person", number),
        "statementType": "personStatement",
        "statementDate": "2019-01-15",
        "isComponent": False,
        "personType": "knownPerson",
        "names": [{"type": "individual", "fullName": f"Person {number}", "givenName": "Ana"}],
        "nationalities": [{"code": "KE"}],
        "birthDate": "1941-01",
        "addresses": [{"address": f"Box {number}", "country": "KE"}],
        "publicationDetails": PUBLISHED,
        "source": SOURCE,
    }


def link(number: int, subject: str, party: dict[str, str]) -> Old:
    return {
        "statementID": named("link", number),
        "statementType": "ownershipOrControlStatement",
        "statementDate": "2019-01-15",
        "isComponent": False,
        "subject": {"describedByEntityStatement": subject},
        "interestedParty": party,
        "interests": [
            {
                "type": kind,
                "interestLevel": "direct",
                "beneficialOwnershipOrControl": True,
                "share": {"minimum": 75, "maximum": 100, "exclusiveMaximum": False},
                "startDate": "2016-07-30",
            }
            for kind in ("shareholding", "voting-rights")
        ],
        "publicationDetails": PUBLISHED,
        "source": SOURCE,
    }


def register(count: int) -> list[Old]:
    """Companies, each with a person; every third person holds two or more."""
    olds: list[Old] = []
    for number in range(count // 3):
        holder = {"describedByPersonStatement": named("person", number if number % 3 else number // 3)}
        olds += [company(number), person(number), link(number, named("company", number), holder)]
    return olds


def one_long_holding(count: int) -> list[Old]:
    """Each company is held by the next."""
    olds = [company(number) for number in range(count // 2)]
    return olds + [
        link(
            number,
            named("company", number),
            {"describedByEntityStatement": named("company", number + 1)},
        )
        for number in range(count // 2 - 1)
    ]


def one_long_history(count: int) -> list[Old]:
    """Each statement replaces the one before, the last comes first."""
    return [
        company(number, replacesStatements=[named("company", number - 1)])
        for number in reversed(range(count))
    ]


def one_great_fork(count: int) -> list[Old]:
    """All statements replace the first."""
    return [company(number, replacesStatements=[named("company", 0)]) for number in range(count)]


def one_great_circle(count: int) -> list[Old]:
    """Each statement replaces the one before, and the first the last."""
    return [
        company(number, replacesStatements=[named("company", (number - 1) % count)])
        for number in range(count)
    ]


def one_great_merge(count: int) -> list[Old]:
    """The last statement replaces all others, which all end."""
    olds = [company(number) for number in range(count // 2)]
    return [*olds, company(count, replacesStatements=[old["statementID"] for old in olds])]


def every_statement_annotated(count: int) -> list[Old]:
    note = {"statementPointerTarget": "/addresses/0/country", "motivation": "commenting", "description": "d"}
    return [company(number, annotations=[note]) for number in range(count)]


def every_statement_faulty(count: int) -> list[Old]:
    return [company(number, uri="no address", identifiers=[{"id": "7"}]) for number in range(count)]


SHAPES = {
    "a register": register,
    "one long holding": one_long_holding,
    "one long history": one_long_history,
    "one great fork": one_great_fork,
    "one great circle": one_great_circle,
    "one great merge": one_great_merge,
    "every statement annotated": every_statement_annotated,
    "every statement faulty": every_statement_faulty,
}

EXCUSED = {
    "every statement annotated": MOST_WITH_NOTES,
    "every statement faulty": MOST_WITH_FAULTS,
}

if __name__ == "__main__":
    main()
