"""What is declared of a person behind a bidder can hardly be so.

Rule: a named person above a bidder is, on the day, younger than the age of majority or older than the jurisdiction's
    greatest age (Kenya: 18 and 100); or was born after an interest of theirs began; or stands under names that are not
    alike with one identity number.
Why: invented owners, children and the dead are put forward by those who hide.
Source: Open Ownership, guides on verification: values that cannot be; Open Ownership, "Beneficial ownership data in
    procurement" (2021).
Example: Dan has held 40 % of Alfa since May 2022, and was born in 2024.
Left out: people of whom neither day nor month of birth is known; names of which one has all parts of the other, or
    which differ by a letter. Children may lawfully own: this is a question.
"""

from collections.abc import Iterable, Iterator

from register.flags.flag import (
    Finding,
    Flag,
    Severity,
    Strength,
    Unclear,
    declaring,
    of_company,
    proofs_along,
    undeclared,
)
from register.graph.ages import Born
from register.graph.names import alike, folded, nearly_alike
from register.graph.paths import Path, paths_between
from register.graph.picture import Party, Picture, Stake
from register.graph.upstream import people_above, stakes_above
from register.jurisdictions import Jurisdiction
from register.words import N_

TOO_YOUNG = N_("%(person)s, who is behind %(bidder)s, is younger than %(years)s.")
TOO_OLD = N_("%(person)s, who is behind %(bidder)s, would be older than %(years)s.")
BORN_LATER = N_(
    "%(person)s was born after the day on which their interest in %(held)s is said to have begun."
)
OTHER_NAMES = N_(
    "%(person)s, who is behind %(bidder)s, stands with the same identity number under other names: %(others)s."
)
TYPED = N_("The identity number was typed, and nobody has confirmed it yet.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        for person in people_above(picture, company):
            yield from _ages(picture, company, person, law)
            yield from _names(picture, company, person)


def _ages(picture: Picture, company: str, person: Party, law: Jurisdiction) -> Iterator[Finding]:
    born = Born.told(picture.person(person.key).born, person.birth_month)
    if born is None:
        return
    paths = paths_between(picture, person.key, company)
    if born.greatest_age(picture.as_of) < law.majority_age:
        yield _finding(picture, company, person, TOO_YOUNG, paths, years=str(law.majority_age))
    if born.least_age(picture.as_of) > law.flag_rules.oldest:
        yield _finding(picture, company, person, TOO_OLD, paths, years=str(law.flag_rules.oldest))
    for stake in stakes_above(picture, company):
        if stake.holder == person.key and stake.since and stake.since < born.earliest:
            yield _before_birth(picture, company, person, stake)


def _before_birth(picture: Picture, company: str, person: Party, stake: Stake) -> Finding:
    way = (stake, *next(iter(paths_between(picture, stake.held, company, 1)), ()))
    return _finding(picture, company, person, BORN_LATER, (way,), held=picture.name(stake.held))


def _names(picture: Picture, company: str, person: Party) -> Iterator[Finding]:
    known = dict.fromkeys((*person.other_names, *picture.person(person.key).other_names))
    others = [each for each in known if not _one_name(each, person.name)]
    if others:
        paths = paths_between(picture, person.key, company)
        yield _finding(picture, company, person, OTHER_NAMES, paths, others=", ".join(others))


def _one_name(one: str, other: str) -> bool:
    return folded(one) == folded(other) or alike(one, other) or nearly_alike(one, other)


def _finding(
    picture: Picture, company: str, person: Party, sentence: str, paths: tuple[Path, ...], **facts: str
) -> Finding:
    typed = sentence == OTHER_NAMES and bool(person.typed_records)
    return of_company(
        FLAG,
        picture,
        company,
        sentence,
        {"person": person.name, **facts},
        about=(person.key,),
        told_apart=(_KINDS[sentence], facts.get("held", "")),
        strength=Strength.LIKELY if typed else Strength.CERTAIN,
        certainty=TYPED if typed else "",
        proofs=proofs_along(picture, paths, company),
    )


#: Marks by which findings about one person are told apart, whatever their words become.
_KINDS = {TOO_YOUNG: "young", TOO_OLD: "old", BORN_LATER: "born", OTHER_NAMES: "names"}

FLAG = Flag(
    code="implausible-person",
    version=1,
    title=N_("A person can hardly be so"),
    sentence=N_("What is declared of a person behind a bidder can hardly be so."),
    severity=Severity.ASK,
    find=find,
)
