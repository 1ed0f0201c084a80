"""A bidder's number is missing or cannot be, or the company no longer exists.

Rule: none of a bidder's numbers is of a scheme that the jurisdiction knows (or, of a foreign company, names a register
    at all) and written as that scheme writes numbers; or on the day the company was dissolved, by its own declaration or
    by the last extract of the companies' registry on file.
Why: what is on no register cannot be held to a contract, and nobody can look up who owns it.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), section 55: a bidder has the capacity to contract; Open
    Contracting Partnership, "Red flags in public procurement" (2024).
Example: The release gives Alfa the number "N/A".
Left out: extracts made after the day; companies in liquidation or dormant, which still exist; whether a well-written
    number was ever given, which only the registry can tell.
"""

import re
from collections.abc import Iterable, Iterator

from register.flags.flag import Finding, Flag, Proof, Severity, Unclear, of_company, pointers_to
from register.graph.picture import Party, Picture
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

MISSING = N_("No registration number of %(bidder)s is known.")
MALFORMED = N_("%(number)s, the number of %(bidder)s, is not written as numbers of %(scheme)s are.")
UNKNOWN = N_("%(number)s, the number of %(bidder)s, is of no register that is known (%(scheme)s).")
DISSOLVED = N_("%(bidder)s was dissolved on %(dissolved_on)s, by its own declaration.")
NOT_LIVING = N_("The companies' registry says that %(bidder)s was dissolved or struck off.")
EXTRACT = N_("Extract of the companies' registry of %(extracted_on)s, %(source)s.")
#: An org-id code: the country and the register that gives the number.
_ORG_ID = re.compile(r"[A-Z]{2}-[A-Z0-9_]+")
OVER = frozenset({"dissolved", "struck_off"})


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    for company in picture.subjects:
        yield from _number(picture, picture.parties[company], law)
        yield from _dissolved(picture, picture.parties[company])


def _number(picture: Picture, company: Party, law: Jurisdiction) -> Iterator[Finding]:
    faults = [_fault(company, scheme, number, law) for scheme, number in company.identifiers]
    if all(faults):
        scheme, number = next(iter(company.identifiers), ("", ""))
        facts = {"scheme": scheme, "number": number}
        sentence = faults[0] if faults and faults[0] else MISSING
        yield of_company(FLAG, picture, company.key, sentence, facts, told_apart=("number",))


def _fault(company: Party, scheme: str, number: str, law: Jurisdiction) -> str:
    """Say what is wrong with a number; nothing where it is well written."""
    known = law.scheme(scheme.upper())
    if known is not None:
        return "" if known.fits(number) else MALFORMED
    foreign = company.country not in ("", law.country_code)
    return "" if foreign and _ORG_ID.fullmatch(scheme.upper()) and number.strip() else UNKNOWN


def _dissolved(picture: Picture, company: Party) -> Iterator[Finding]:
    if company.dissolved and company.dissolved <= picture.as_of:
        facts = {"dissolved_on": company.dissolved.isoformat()}
        yield of_company(FLAG, picture, company.key, DISSOLVED, facts, told_apart=("dissolved",))
        return
    extract = picture.body(company.key).registered
    if extract and extract.status in OVER and extract.on <= picture.as_of:
        facts = {"extracted_on": extract.on.isoformat(), "source": extract.source}
        proof = Proof(Sentence(EXTRACT, facts), pointers=pointers_to(picture, company.key))
        yield of_company(
            FLAG, picture, company.key, NOT_LIVING, facts, told_apart=("dissolved",), proofs=(proof,)
        )


FLAG = Flag(
    code="company-not-registered",
    version=1,
    title=N_("A bidder may not be registered"),
    sentence=N_("A bidder's number is missing or cannot be, or the company no longer exists."),
    severity=Severity.STRONG,
    find=find,
)
