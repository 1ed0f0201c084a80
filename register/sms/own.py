"""OWN and a company's name or number, or a tender code: who won it, and who stands behind them, as published."""

from register.graph.telling import Sentence
from register.sms.word import Found, Known, KnownAward, Lines, Word
from register.words import N_

#: So many owners are named at most; fewer where they do not fit.
MOST = 3
NOTHING_FOUND = N_("Nothing is published about %(about)s. Check the name, number or tender code.")


def answer(about: str, found: Found) -> tuple[Lines, ...]:
    """Name the largest owners and the day they were declared, or say that nothing is published."""
    if not about:
        return ((Sentence(N_("Send OWN and a company's name or number, or a tender code.")),),)
    if found is None:
        return ((Sentence(NOTHING_FOUND, {"about": about}),),)
    if isinstance(found, KnownAward):
        return tuple((_of_award(found, named),) for named in range(MOST, 0, -1))
    return tuple((_of_company(found, named),) for named in range(MOST, 0, -1))


def _of_company(known: Known, named: int) -> Sentence:
    facts = {"name": known.name, "declared_on": known.declared_on.isoformat()}
    if not known.owners:
        return Sentence(N_("%(name)s names no owner. Declared %(declared_on)s."), facts)
    owners = {"owners": _owners(known, named)}
    return Sentence(N_("%(name)s: %(owners)s. Declared %(declared_on)s."), facts | owners)


def _of_award(award: KnownAward, named: int) -> Sentence:
    if len(award.suppliers) > 1:
        facts = {"tender": award.tender, "names": "; ".join(name for name, _ in award.suppliers)}
        return Sentence(N_("%(tender)s: won by %(names)s. Send OWN and a name for its owners."), facts)
    ((name, known),) = award.suppliers
    facts = {"tender": award.tender, "name": name}
    if known is None:
        return Sentence(N_("%(tender)s: won by %(name)s. It has not declared its owners yet."), facts)
    if not known.owners:
        return Sentence(N_("%(tender)s: won by %(name)s. It names no owner."), facts)
    facts |= {"owners": _owners(known, named), "declared_on": known.declared_on.isoformat()}
    return Sentence(N_("%(tender)s: won by %(name)s. Owners: %(owners)s. Declared %(declared_on)s."), facts)


def _owners(known: Known, named: int) -> str:
    told = ", ".join(f"{owner} {share}".strip() for owner, share in known.owners[:named])
    more = len(known.owners) - named
    return f"{told} +{more}" if more > 0 else told


WORD = Word(
    codes={"en": "OWN", "sw": "MMILIKI"},
    help=N_("OWN and a company or tender code: who owns it"),
    answer=answer,
)
