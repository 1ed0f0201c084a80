"""The shape every flag has: what it asks, of whom, and what a finding or a "could not be judged" holds."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum, StrEnum

from register.graph.behind import Behind
from register.graph.explaining import product_of, stands_behind, told
from register.graph.owners import Owner
from register.graph.paths import Path
from register.graph.picture import Picture, Stake
from register.graph.portfolio import Portfolio, PortfolioAward, Together
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

NO_DECLARATION = N_("%(bidder)s has no declaration.")
BEHIND = N_("%(holder)s is an owner of %(held)s.")
IN_POWER = N_("%(holder)s controls %(held)s.")


class Severity(IntEnum):
    """How soon a finding wants an answer; the lowest number comes first."""

    ANSWER_FIRST = 1
    STRONG = 2
    ASK = 3
    CONTEXT = 4


class Kind(StrEnum):
    """Whether a finding is a risk by itself or helps to read the others."""

    RISK = "risk"
    CONTEXT = "context"


class Audience(StrEnum):
    """Who may see a finding."""

    OFFICER = "officer"
    #: Confirmed by two officers, the supplier heard, the award notified.
    PUBLIC_AFTER_DECISION = "public-after-decision"


class Strength(StrEnum):
    """How sure the facts of a finding are."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing a finding rests on: a path of stakes, or a sentence about a list or a release, and where it is written."""

    words: Sentence
    path: tuple[Stake, ...] = ()
    pointers: tuple[str, ...] = ()

    @property
    def statement_ids(self) -> tuple[str, ...]:
        return tuple(stake.statement_id for stake in self.path)


@dataclass(frozen=True, slots=True)
class Finding:
    """A question for a person, with the facts and their proof; never a verdict.

    `fingerprint` stays the same while the flag, the process and the parties do, so that decisions carry over.
    `bidders` and `about` are party keys, `officials` ids of the officials' list; `certainty` is a message or empty.
    """

    code: str
    version: int
    fingerprint: str
    sentence: str
    facts: Mapping[str, str]
    bidders: tuple[str, ...]
    about: tuple[str, ...]
    severity: Severity
    strength: Strength = Strength.CERTAIN
    certainty: str = ""
    proofs: tuple[Proof, ...] = ()
    details: tuple[Sentence, ...] = ()
    officials: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[tuple[Stake, ...], ...]:
        return tuple(proof.path for proof in self.proofs if proof.path)

    @property
    def statement_ids(self) -> tuple[str, ...]:
        """Each statement the finding rests on, once, in the order of the proof."""
        return tuple(dict.fromkeys(each for proof in self.proofs for each in proof.statement_ids))


@dataclass(frozen=True, slots=True)
class Unclear:
    """A flag that could not be judged for one bidder (party key; empty: for the whole process), and why."""

    code: str
    bidder: str
    reason: str
    facts: Mapping[str, str] = field(default_factory=dict)


Find = Callable[[Picture, Jurisdiction], Iterable[Finding | Unclear]]


@dataclass(frozen=True, slots=True)
class Flag:
    """One flag: its file's docstring is the rule; `find` asks it of a picture."""

    code: str
    version: int
    title: str
    sentence: str
    severity: Severity
    find: Find
    kind: Kind = Kind.RISK
    audience: Audience = Audience.OFFICER


FindAcross = Callable[[Portfolio, Jurisdiction], Iterable[Finding | Unclear]]


@dataclass(frozen=True, slots=True)
class PortfolioFlag:
    """One flag that is asked of all tenders together; else as `Flag` is."""

    code: str
    version: int
    title: str
    sentence: str
    severity: Severity
    find: FindAcross
    kind: Kind = Kind.RISK
    audience: Audience = Audience.OFFICER


def fingerprint(code: str, ocid: str, identities: Iterable[str]) -> str:
    """Name a finding by what it is about: the flag, the process (or buyer) and the parties, whatever their order."""
    named = "\n".join((code, ocid, *sorted(set(identities))))
    return hashlib.sha256(named.encode()).hexdigest()[:32]


def undeclared(code: str, picture: Picture) -> Iterator[Unclear]:
    """Say of each bidder without a declaration that the flag could not be judged."""
    for bidder in picture.bidders:
        if bidder not in picture.declared:
            yield Unclear(code, bidder, NO_DECLARATION, {"bidder": picture.name(bidder)})


def proofs_of(picture: Picture, owner: Owner, bidder: str) -> Iterator[Proof]:
    """Give every chain that makes `owner` an owner of `bidder`, with what it comes to and where the bid is."""
    said = stands_behind(picture, owner, bidder)
    chains = dict.fromkeys((*owner.paths, *(path for _, path in owner.controls)))
    for path in chains:
        yield Proof(product_of(path) or said[0], path, pointers_to(picture, bidder))


def proofs_along(picture: Picture, paths: Iterable[Path], bidder: str) -> Iterator[Proof]:
    """Give each of these chains with what it comes to, and where the bid is."""
    for path in paths:
        yield Proof(product_of(path) or told(picture, path[-1])[0], path, pointers_to(picture, bidder))


def declaring(picture: Picture) -> tuple[str, ...]:
    """Give the companies of a picture that have declared, in their order."""
    return tuple(each for each in picture.subjects if each in picture.declared)


def of_company(
    flag: Flag,
    picture: Picture,
    company: str,
    sentence: str,
    facts: Mapping[str, str],
    *,
    about: Iterable[str] = (),
    told_apart: Iterable[str] = (),
    proofs: Iterable[Proof] = (),
    details: Iterable[Sentence] = (),
    severity: Severity | None = None,
    strength: Strength = Strength.CERTAIN,
    certainty: str = "",
) -> Finding:
    """Make a finding about one company; `about` and `told_apart` tell it from others of the same flag and company.

    `facts` need not name the company as %(bidder)s. Without proofs of its own it points to the bid.
    """
    ocid = picture.process.ocid if picture.process else ""
    keys = tuple(dict.fromkeys(about))
    whole = {"bidder": picture.name(company), **facts}
    return Finding(
        code=flag.code,
        version=flag.version,
        fingerprint=fingerprint(flag.code, ocid, (company, *keys, *told_apart)),
        sentence=sentence,
        facts=whole,
        bidders=(company,),
        about=keys,
        severity=flag.severity if severity is None else severity,
        strength=strength,
        certainty=certainty,
        proofs=tuple(proofs) or (Proof(Sentence(sentence, whole), pointers=pointers_to(picture, company)),),
        details=tuple(details),
    )


def proofs_behind(picture: Picture, behind: Behind, bidder: str) -> Iterator[Proof]:
    """Give what shows that a person owns a bidder or, when they do not, what shows that they run it."""
    if behind.owner:
        yield from proofs_of(picture, behind.owner, bidder)
        return
    for stake in behind.manages:
        yield Proof(told(picture, stake)[0], (stake,), pointers_to(picture, bidder))


def pointers_to(picture: Picture, bidder: str) -> tuple[str, ...]:
    """Give the places of the release that name a bidder."""
    bids = picture.process.bids if picture.process else ()
    return tuple(bid.pointer for bid in bids if bid.party == bidder and bid.pointer)


def proofs_across(portfolio: Portfolio, key: str, awards: Iterable[PortfolioAward]) -> Iterator[Proof]:
    """Give the strongest chain from one owner to each supplier of these awards, once, and the awards it won."""
    chains: dict[Path, list[str]] = {}
    for award in awards:
        for hand in award.hands:
            if hand.key == key and hand.path:
                chains.setdefault(hand.path, []).append(pointer_to(award))
    for path, pointers in chains.items():
        facts = {"holder": portfolio.name(key), "held": portfolio.name(path[-1].held)}
        yield Proof(product_of(path) or Sentence(BEHIND, facts), path, tuple(dict.fromkeys(pointers)))


def proofs_together(portfolio: Portfolio, meetings: Iterable[Together]) -> Iterator[Proof]:
    """Give every chain that had bidders in one hand, once, and the tender in which it did first."""
    chains: dict[Path, str] = {}
    for met in meetings:
        for path in met.paths:
            chains.setdefault(path, met.ocid)
    for path, ocid in chains.items():
        facts = {"holder": portfolio.name(path[0].holder), "held": portfolio.name(path[-1].held)}
        yield Proof(product_of(path) or Sentence(IN_POWER, facts), path, (ocid,))


def pointer_to(award: PortfolioAward) -> str:
    """Say where an award stands: its process and its own number."""
    return f"{award.ocid}#/awards/{award.award_id}"


def money_fact(amount: Decimal, currency: str) -> str:
    """Write an amount as a fact whose name ends in `_money`: `1250000 KES`."""
    return f"{amount.quantize(Decimal('0.01')).normalize():f} {currency}".strip()
