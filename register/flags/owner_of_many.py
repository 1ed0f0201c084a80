"""One person owns many suppliers, or one account declares for many.

Rule: a person who is an owner of a bidder is an owner of more suppliers in the whole register than the jurisdiction's
    number (Kenya: five); or the account that signed a bidder's declaration has signed for more companies than another
    number (Kenya: twenty).
Why: a person with many suppliers may bid against themselves, and an agent who declares for many knows little of each.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); the numbers are the register's own.
Example: Ana is an owner of seven suppliers, Alfa among them.
Left out: people who only may be an owner of the bidder; suppliers that are not in the register; companies without a
    declaration, of which it could not be judged.
"""

from collections.abc import Iterable, Iterator

from register.flags.flag import (
    Finding,
    Flag,
    Kind,
    Proof,
    Severity,
    Strength,
    Unclear,
    declaring,
    of_company,
    pointers_to,
    proofs_of,
    undeclared,
)
from register.graph.dossier import ContactKind
from register.graph.owners import Owner, owners_of
from register.graph.picture import PartyKind, Picture
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

OWNS_MANY = N_("%(person)s is an owner of %(count)s suppliers, %(bidder)s among them.")
DECLARES = N_("%(agent)s has signed the declarations of %(count)s companies, %(bidder)s among them.")
SIGNED = N_("%(agent)s signed the declaration %(reference)s.")
TYPED = N_("The identity number was typed, and nobody has confirmed it yet.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        for owner in owners_of(picture, company, law.owner_threshold, law.control_majority):
            if owner.does and owner.party.kind is PartyKind.PERSON:
                yield from _owns(picture, company, owner, law)
        yield from _declares(picture, company, law)


def _owns(picture: Picture, company: str, owner: Owner, law: Jurisdiction) -> Iterator[Finding]:
    count = _suppliers(picture, owner.party.key, law)
    if count > law.flag_rules.suppliers_of_one:
        typed = bool(owner.party.typed_records)
        yield of_company(
            FLAG,
            picture,
            company,
            OWNS_MANY,
            {"person": owner.party.name, "count": str(count)},
            about=(owner.party.key,),
            strength=Strength.LIKELY if typed else Strength.CERTAIN,
            certainty=TYPED if typed else "",
            proofs=proofs_of(picture, owner, company),
        )


def _suppliers(picture: Picture, person: str, law: Jurisdiction) -> int:
    """Count the suppliers of which a person surely is an owner: as the register counted them, or as the picture shows."""
    seen = picture.wider or picture
    shown = [
        company
        for company in seen.subjects
        for owner in owners_of(seen, company, law.owner_threshold, law.control_majority)
        if owner.does and owner.party.key == person
    ]
    return max(picture.person(person).suppliers, len(shown))


def _declares(picture: Picture, company: str, law: Jurisdiction) -> Iterator[Finding]:
    body = picture.body(company)
    if body.declares_for <= law.flag_rules.declared_by_one:
        return
    names = [each for each in body.contacts if each.kind is ContactKind.DECLARANT]
    facts = {
        "agent": names[0].shown if names else body.declarant,
        "reference": names[0].source if names else picture.declared[company].reference,
        "count": str(body.declares_for),
    }
    proof = Proof(Sentence(SIGNED, facts), pointers=pointers_to(picture, company))
    mark = f"declarant:{body.declarant}"
    yield of_company(FLAG, picture, company, DECLARES, facts, told_apart=(mark,), proofs=(proof,))


FLAG = Flag(
    code="owner-of-many",
    version=1,
    title=N_("One person behind many suppliers"),
    sentence=N_("One person owns many suppliers, or declares for many."),
    severity=Severity.CONTEXT,
    find=find,
    kind=Kind.CONTEXT,
)
