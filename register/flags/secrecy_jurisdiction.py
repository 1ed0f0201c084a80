"""A body of the chain is registered where little can be learnt about owners.

Rule: on the day, the bidder or a body above it by which somebody owns or controls it is registered in a jurisdiction on
    the register's dated list then in force. The home jurisdiction never counts.
Why: what a registry does not tell, a declaration cannot be compared with.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024); Open Ownership, "Beneficial ownership data
    in procurement" (2021). The list is set by the place, with its date and source.
Example: Seychelles-registered Coral Reach owns 30 % of Alfa, and Seychelles is on the list.
Left out: people's nationalities; bodies of which nobody told where they are registered; jurisdictions that the list in
    force on the day did not name.
"""

from collections.abc import Iterable

from register.flags.flag import (
    Finding,
    Flag,
    Kind,
    Proof,
    Severity,
    Unclear,
    declaring,
    of_company,
    pointers_to,
    proofs_along,
    undeclared,
)
from register.graph.picture import Party, PartyKind, Picture
from register.graph.telling import Sentence
from register.graph.upstream import owning_paths, parties_above
from register.jurisdictions import Jurisdiction
from register.jurisdictions.flag_rules import SecrecyList
from register.words import N_

ABOVE = N_("%(body)s, which is behind %(bidder)s, is registered in %(in_country)s.")
ITSELF = N_("%(bidder)s is registered in %(in_country)s.")
ON_THE_LIST = N_("%(in_country)s is on the list of jurisdictions in force since %(listed_on)s: %(source)s.")
NO_LIST = N_("No list of jurisdictions was in force on %(as_of_on)s.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    listed = law.flag_rules.secrecy_on(picture.as_of)
    if listed is None:
        yield Unclear(FLAG.code, "", NO_LIST, {"as_of_on": picture.as_of.isoformat()})
        return
    yield from undeclared(FLAG.code, picture)
    countries = listed.countries - {law.country_code}
    for company in declaring(picture):
        for body in (picture.parties[company], *parties_above(picture, company)):
            there = body.kind is PartyKind.ENTITY and body.country in countries
            if there and (found := _finding(picture, company, body, listed)):
                yield found


def _finding(picture: Picture, company: str, body: Party, listed: SecrecyList) -> Finding | None:
    itself = body.key == company
    paths = owning_paths(picture, body.key, company)
    if not itself and not paths:
        return None
    facts = {
        "body": body.name,
        "in_country": body.country,
        "listed_on": listed.since.isoformat(),
        "source": listed.source,
    }
    on_the_list = Proof(Sentence(ON_THE_LIST, facts), pointers=pointers_to(picture, company))
    return of_company(
        FLAG,
        picture,
        company,
        ITSELF if itself else ABOVE,
        facts,
        about=() if itself else (body.key,),
        proofs=(*proofs_along(picture, paths, company), on_the_list),
    )


FLAG = Flag(
    code="secrecy-jurisdiction",
    version=1,
    title=N_("A body is registered where little can be learnt"),
    sentence=N_("A body of the chain is registered in a jurisdiction on the list in force."),
    severity=Severity.CONTEXT,
    find=find,
    kind=Kind.CONTEXT,
)
