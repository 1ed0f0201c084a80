"""Whether a company that was stated as a trust is now told as a company, or the other way round.

Source: BODS 0.4, record identifiers and information updates: the record of a declaration's subject is the same in all that
is ever stated of it. A settlor stands in a trust alone, so that what was stated before would be faulted by what comes.
"""

from collections.abc import Iterator

from bods.codelists import EntitySubtype
from bods.records import Entity
from register.declarations.draft import EntityAnswer
from register.declarations.entity_record import TYPES
from register.declarations.gap import Gap, Part
from register.words import N_


def kind_gaps(stated: Entity | None, company: EntityAnswer) -> Iterator[Gap]:
    """Set the kind told now against the record as it was last stated; None: nothing was stated yet."""
    if stated is None:
        return
    was, now = stated.subtype is EntitySubtype.TRUST, TYPES[company.kind][1] is EntitySubtype.TRUST
    facts = {"name": stated.name or company.name}
    if was and not now:
        message = N_(
            "%(name)s was declared as a trust, and a trust does not become a company: the law takes them for two. Tell that "
            "the trust has ceased, and ask the registrar to enter the company under its own number."
        )
        yield Gap(Part.COMPANY, message, facts=facts)
    if now and not was:
        message = N_(
            "%(name)s was declared before, and not as a trust: the law takes the two for different bodies. Tell that it "
            "has ceased, and ask the registrar to enter the trust under its own number."
        )
        yield Gap(Part.COMPANY, message, facts=facts)
