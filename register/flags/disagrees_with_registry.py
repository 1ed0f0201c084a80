"""What a company declares differs from the companies' registry.

Rule: by the last extract of the companies' registry on file for a bidder, a shareholder with the owner threshold or more
    is not declared; or a declared shareholder with as much is not in it; or the shares of one differ; or, where the
    declaration names directors, a director of the extract is not among them. All differences are one finding.
Why: one of the two is out of date or untrue, and the company can say which.
Source: Open Ownership, guides on verification: cross-checks against other registers; Open Ownership, "Beneficial ownership
    data in procurement" (2021).
Example: The extract of 20 January says that Faith holds 50 of 100 shares of Alfa, and Alfa does not name her.
Left out: holders who came after the extract's day; shareholders below the threshold; half a percent of rounding; names
    that differ by a letter or a missing part; companies of which no extract is on file.
"""

from collections.abc import Iterable

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Unclear,
    declaring,
    of_company,
    pointers_to,
    proofs_along,
    undeclared,
)
from register.graph.dossier import Registered
from register.graph.picture import Picture
from register.graph.registry import Differing, differences
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

DIFFERS = N_("What %(bidder)s declares differs from the companies' registry: %(count)s differences.")
DIFFERS_ONCE = N_("What %(bidder)s declares differs from the companies' registry in one thing.")
EXTRACT = N_("Extract of the companies' registry of %(extracted_on)s, %(source)s.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        extract = picture.body(company).registered
        if extract is not None:
            found = differences(picture, company, extract, law.owner_threshold)
            if found:
                yield _finding(picture, company, extract, found)


def _finding(picture: Picture, company: str, extract: Registered, found: tuple[Differing, ...]) -> Finding:
    facts = {"extracted_on": extract.on.isoformat(), "source": extract.source}
    paths = ((stake,) for each in found for stake in each.stakes)
    return of_company(
        FLAG,
        picture,
        company,
        DIFFERS if len(found) > 1 else DIFFERS_ONCE,
        {"count": str(len(found))},
        proofs=(
            Proof(Sentence(EXTRACT, facts), pointers=pointers_to(picture, company)),
            *proofs_along(picture, paths, company),
        ),
        details=[each.words for each in found],
    )


FLAG = Flag(
    code="disagrees-with-registry",
    version=1,
    title=N_("The companies' registry says otherwise"),
    sentence=N_("What a company declares differs from the companies' registry."),
    severity=Severity.ASK,
    find=find,
)
