"""A person who is withheld does not stand behind a company in the chain that anybody can look up.

Why: other registers may name the owner of that company, and who reads both knows whom this one protects.
Source: BODS 0.4, `anonymousPerson` and `anonymousEntity`; Open Ownership, data-standard issue 5, on redaction that leaks
by combination. The official checker does not ask. A registered entity is one that a public register knows by a number;
the declaration's own subject is left out, since it has to be named.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    party = link.party_kind
    if party is None or party.person_type != "anonymousPerson" or not link.is_component:
        return NOTHING
    company = link.subject_kind
    if company is None or company.entity_type != "registeredEntity" or link.subject == link.network:
        return NOTHING
    return [
        Problem(
            "/recordDetails/subject",
            f"The person {link.party} is withheld, and holds an interest in {link.subject}, a registered entity.",
        )
    ]


CHECK = LinkCheck(
    severity=Severity.LOOK,
    remedy="Withhold the company too (entity type anonymousEntity) if its owners can be looked up elsewhere.",
    find=find,
)
