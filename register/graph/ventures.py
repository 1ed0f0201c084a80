"""Who bids together for a tender: as the release tells it, and as the bidders' own declarations do."""

from collections.abc import Iterator
from dataclasses import dataclass

from register.declarations.bodies import Number
from register.graph.joining import plain
from register.graph.names import folded
from register.graph.picture import PartyKind, Picture
from register.graph.process import Process
from register.graph.rivals import offers_of
from register.graph.telling import Sentence
from register.words import N_

BY_RELEASE = N_("According to the release these bid together: %(members)s.")
BY_DECLARATION = N_("%(bidder)s declares the joint venture %(venture)s with %(members)s.")
_WORDS = (frozenset({"jv"}), frozenset({"joint", "venture"}), frozenset({"consortium"}))


@dataclass(frozen=True, slots=True)
class Together:
    """A joint bid: its members as party keys, the offer they make together, and who says so.

    `unknown` are partners of whom nobody gives the official number.
    """

    members: tuple[str, ...]
    offers: frozenset[str]
    said: Sentence
    pointers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def joint_bids(picture: Picture) -> tuple[Together, ...]:
    """Give each joint bid once, whoever tells it."""
    if picture.process is None:
        return ()
    found: dict[frozenset[str], Together] = {}
    for each in (*_by_release(picture, picture.process), *_by_declarations(picture, picture.process)):
        found.setdefault(frozenset(each.members), each)
    return tuple(found.values())


def says_joint(name: str) -> bool:
    """Whether a bidder's name says that it is several who bid together."""
    parts = folded(name)
    return any(words <= parts for words in _WORDS)


def for_this(process: Process, tender: str) -> bool:
    """Whether a tender named in a declaration is this one: by its number, its title or its OCID."""
    named = folded(tender)
    return bool(named) and named in [
        folded(each) for each in (process.tender_id, process.title, process.ocid)
    ]


def numbered(picture: Picture, number: Number | None) -> str | None:
    """Give the key of the body of a picture that has an official number."""
    if number is None:
        return None
    wanted = (plain(number.scheme), plain(number.number))
    for party in picture.parties.values():
        known = {(plain(scheme), plain(given)) for scheme, given in party.identifiers}
        if party.kind is PartyKind.ENTITY and wanted in known:
            return party.key
    return None


def _by_release(picture: Picture, process: Process) -> Iterator[Together]:
    for joint in process.together:
        offers = frozenset.intersection(*(offers_of(process, each) for each in joint))
        names = ", ".join(picture.name(each) for each in joint)
        pointers = tuple(sorted(each for each in offers if each.startswith("/")))
        yield Together(joint, offers, Sentence(BY_RELEASE, {"members": names}), pointers)


def _by_declarations(picture: Picture, process: Process) -> Iterator[Together]:
    for bidder in picture.bidders:
        for venture in picture.body(bidder).ventures:
            if not for_this(process, venture.tender):
                continue
            keys = [numbered(picture, partner.number) for partner in venture.partners]
            facts = {
                "bidder": picture.name(bidder),
                "venture": venture.name,
                "members": ", ".join(partner.name for partner in venture.partners),
            }
            yield Together(
                members=tuple(dict.fromkeys((bidder, *(key for key in keys if key)))),
                offers=offers_of(process, bidder),
                said=Sentence(BY_DECLARATION, facts),
                unknown=tuple(each.name for each in venture.partners if each.number is None),
            )
