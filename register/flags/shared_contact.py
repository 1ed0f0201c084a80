"""Two bidders for one tender are reached in the same way, or were declared by the same account.

Rule: two or more bidders for a tender have the same telephone number, e-mail address, post office box or street
    address, as their declarations or the release give them, or one account signed the declarations of both. Spaces,
    country codes, case and short forms make no difference.
Why: bidders who share a desk may share a price.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024); World Bank, warning signs of fraud and
    corruption in procurement.
Example: Alfa and Beta both give the number of one office in Wote; both bid for the school roof.
Left out: boxes without the code of their town, addresses that name no more than a town, and partners who only bid
    together; bidders of whom neither telephone, e-mail nor address is known, of whom it could not be judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from register.flags.flag import Finding, Flag, Proof, Severity, Unclear, fingerprint, pointers_to
from register.graph.dossier import Contact, ContactKind
from register.graph.picture import Picture
from register.graph.rivals import competing
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

SHARED: Mapping[ContactKind, str] = {
    ContactKind.PHONE: N_("%(bidders)s share a telephone number: %(contact)s."),
    ContactKind.EMAIL: N_("%(bidders)s share an e-mail address: %(contact)s."),
    ContactKind.POST_BOX: N_("%(bidders)s share a post office box: %(contact)s."),
    ContactKind.STREET: N_("%(bidders)s share an address: %(contact)s."),
    ContactKind.DECLARANT: N_("One account signed the declarations of %(bidders)s: %(contact)s."),
}
GIVES: Mapping[ContactKind, str] = {
    ContactKind.PHONE: N_("%(bidder)s gives the telephone number %(contact)s (%(source)s)."),
    ContactKind.EMAIL: N_("%(bidder)s gives the e-mail address %(contact)s (%(source)s)."),
    ContactKind.POST_BOX: N_("%(bidder)s gives the post office box %(contact)s (%(source)s)."),
    ContactKind.STREET: N_("%(bidder)s gives the address %(contact)s (%(source)s)."),
    ContactKind.DECLARANT: N_("%(contact)s signed the declaration of %(bidder)s (%(source)s)."),
}
UNKNOWN = N_("No telephone number, e-mail or other address of %(bidder)s is known.")

#: Contacts that are one as compared, by the bidder that gives them.
Givers = dict[str, list[Contact]]


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture; it measures by nothing of the law."""
    del law
    if len(picture.bidders) < 2:
        return
    contacts = {bidder: _contacts(picture, bidder) for bidder in picture.bidders}
    for bidder, known in contacts.items():
        if not any(each.kind is not ContactKind.DECLARANT for each in known):
            yield Unclear(FLAG.code, bidder, UNKNOWN, {"bidder": picture.name(bidder)})
    for (kind, bidders), shared in _shared(picture, contacts).items():
        yield _finding(picture, kind, bidders, shared)


def _contacts(picture: Picture, bidder: str) -> tuple[Contact, ...]:
    bids = picture.process.bids if picture.process else ()
    given = [contact for bid in bids if bid.party == bidder for contact in bid.contacts]
    return tuple(dict.fromkeys((*picture.body(bidder).contacts, *given)))


def _shared(
    picture: Picture, contacts: Mapping[str, tuple[Contact, ...]]
) -> dict[tuple[ContactKind, tuple[str, ...]], list[Givers]]:
    """Give by kind and by bidders what they share of that kind."""
    givers: dict[tuple[ContactKind, str], Givers] = defaultdict(dict)
    for bidder, known in contacts.items():
        for contact in known:
            givers[contact.kind, contact.key].setdefault(bidder, []).append(contact)
    shared: dict[tuple[ContactKind, tuple[str, ...]], list[Givers]] = defaultdict(list)
    for (kind, _), given in sorted(givers.items()):
        bidders = competing(picture.process, given)
        if len(bidders) > 1:
            shared[kind, bidders].append({bidder: given[bidder] for bidder in bidders})
    return shared


def _finding(picture: Picture, kind: ContactKind, bidders: tuple[str, ...], shared: list[Givers]) -> Finding:
    shown = dict.fromkeys(given[bidders[0]][0].shown for given in shared)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (*bidders, f"kind:{kind}")),
        sentence=SHARED[kind],
        facts={
            "bidders": ", ".join(picture.name(bidder) for bidder in bidders),
            "contact": "; ".join(shown),
        },
        bidders=bidders,
        about=(),
        severity=FLAG.severity,
        proofs=tuple(proof for given in shared for proof in _proofs(picture, kind, given)),
    )


def _proofs(picture: Picture, kind: ContactKind, given: Givers) -> Iterator[Proof]:
    for bidder, contacts in given.items():
        for contact in contacts:
            facts = {"bidder": picture.name(bidder), "contact": contact.shown, "source": contact.source}
            told = contact.source.startswith("/")
            pointers = (contact.source,) if told else pointers_to(picture, bidder)
            yield Proof(Sentence(GIVES[kind], facts), pointers=pointers)


FLAG = Flag(
    code="shared-contact",
    version=1,
    title=N_("Two bidders share a telephone number or an address"),
    sentence=N_("Bidders give the same telephone number, e-mail or address, or one account signed for them."),
    severity=Severity.ASK,
    find=find,
)
