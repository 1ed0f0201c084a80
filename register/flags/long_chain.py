"""More bodies stand between a bidder and a person than the jurisdiction's number.

Rule: on the day, a chain of ownership or control from a named person down to a bidder leads through more bodies than the
    jurisdiction's number (Kenya: three). Joint holdings are no bodies of their own. The longest chain of each person counts.
Why: long chains have lawful uses, and make it hard to see who owns.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); the number is the register's own.
Example: Ana owns Upper, which owns Middle, which owns Lower, which owns Base, which owns Alfa: four bodies.
Left out: chains that end in nobody who is named, of which another flag speaks; posts in a body that owns nothing; chains
    that go round in a circle.
"""

from collections.abc import Iterable

from register.flags.flag import (
    Finding,
    Flag,
    Kind,
    Severity,
    Unclear,
    declaring,
    of_company,
    proofs_along,
    undeclared,
)
from register.graph.paths import Path
from register.graph.picture import PartyKind, Picture
from register.graph.upstream import owning_paths, parties_above, people_above
from register.jurisdictions import Jurisdiction
from register.words import N_

LONG = N_("%(count)s bodies stand between %(bidder)s and %(people)s.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        # Fewer bodies than that above it can make no longer chain.
        bodies = [each for each in parties_above(picture, company) if each.kind is not PartyKind.PERSON]
        if len(bodies) <= law.flag_rules.chain_length:
            continue
        longest = {
            person.key: max(paths, key=lambda path: len(_between(picture, path)))
            for person in people_above(picture, company)
            if (paths := owning_paths(picture, person.key, company))
        }
        long = {
            key: path
            for key, path in longest.items()
            if len(_between(picture, path)) > law.flag_rules.chain_length
        }
        if long:
            yield _finding(picture, company, long)


def _between(picture: Picture, path: Path) -> tuple[str, ...]:
    return tuple(stake.holder for stake in path[1:] if not picture.parties[stake.holder].joint)


def _finding(picture: Picture, company: str, long: dict[str, Path]) -> Finding:
    return of_company(
        FLAG,
        picture,
        company,
        LONG,
        {
            "count": str(max(len(_between(picture, path)) for path in long.values())),
            "people": ", ".join(picture.name(each) for each in long),
        },
        about=long,
        proofs=proofs_along(picture, long.values(), company),
    )


FLAG = Flag(
    code="long-chain",
    version=1,
    title=N_("A long chain"),
    sentence=N_("Many bodies stand between a bidder and a person."),
    severity=Severity.CONTEXT,
    find=find,
    kind=Kind.CONTEXT,
)
