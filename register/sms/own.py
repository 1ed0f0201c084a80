"""OWN and a company's name or number: who stands behind it, as published."""

from register.graph.telling import Sentence
from register.sms.word import Known, Word
from register.words import N_

#: So many owners fit beside a name in one message.
MOST = 3


def answer(about: str, known: Known | None) -> Sentence:
    """Name the largest owners and the day they were declared, or say that nothing is published."""
    if not about:
        return Sentence(N_("Send OWN and a company's name or number, for example OWN Kilungu Builders."))
    if known is None:
        return Sentence(N_("No company called %(about)s has published its owners."), {"about": about})
    if not known.owners:
        return Sentence(
            N_("%(name)s names no owner. Declared %(declared_on)s."),
            {"name": known.name, "declared_on": known.declared_on.isoformat()},
        )
    named = ", ".join(f"{owner} {share}".strip() for owner, share in known.owners[:MOST])
    more = len(known.owners) - MOST
    return Sentence(
        N_("%(name)s: %(owners)s. Declared %(declared_on)s."),
        {
            "name": known.name,
            "owners": f"{named} +{more}" if more > 0 else named,
            "declared_on": known.declared_on.isoformat(),
        },
    )


WORD = Word(codes=("OWN", "MMILIKI"), help=N_("OWN and a company: who owns it"), answer=answer)
