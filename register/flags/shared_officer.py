"""One person runs two bidders for one tender, or runs one and owns another.

Rule: one person is senior manager, director or nominee in a bidder without being its owner, and is senior manager,
    director, nominee or owner of another bidder for the same tender on the day bids closed.
Why: whoever runs two bidders knows both prices before they are handed in.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024); Open Ownership, "Beneficial ownership
    data in procurement" (2021).
Example: Ana is a director of Alfa and of Beta and owns neither; both bid for the school roof.
Left out: posts that had ended by then; owners of both, of whom the flag on shared owners speaks; partners who only bid
    together; directors named in the companies' registry alone; like names; bidders that have no declaration, of whom it
    could not be judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    pointers_to,
    proofs_of,
    undeclared,
)
from register.graph.explaining import stands_behind, told
from register.graph.owners import Owner, owners_of
from register.graph.picture import Control, Joined, Party, PartyKind, Picture, Stake
from register.graph.rivals import competing
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

RUNS = N_("%(person)s has a part in running %(count)s bidders: %(bidders)s.")
RUNS_AND_OWNS = N_("%(person)s has a part in running %(run)s and is an owner of %(owned)s.")
NOT_CONFIRMED = N_("The same identity number was typed for these records, and nobody has confirmed it yet.")
POSTS = frozenset({Control.OFFICER, Control.NOMINEE})


@dataclass(frozen=True, slots=True)
class _Tie:
    """What ties a person to one bidder: posts there, or else that they are its owner."""

    posts: tuple[Stake, ...]
    owner: Owner | None

    @property
    def sure(self) -> bool:
        return self.owner is not None or any(stake.held_then for stake in self.posts)


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if len(picture.bidders) < 2:
        return
    yield from undeclared(FLAG.code, picture)
    for person, ties in _ties(picture, law).items():
        rivals = competing(picture.process, ties)
        counted = {bidder: tie for bidder, tie in ties.items() if bidder in rivals}
        if len(counted) > 1 and any(tie.posts for tie in counted.values()):
            yield _finding(picture, picture.parties[person], counted)


def _ties(picture: Picture, law: Jurisdiction) -> dict[str, dict[str, _Tie]]:
    ties: dict[str, dict[str, _Tie]] = defaultdict(dict)
    for bidder in picture.bidders:
        owners = owners_of(picture, bidder, law.owner_threshold, law.control_majority)
        owning = {each.party.key: each for each in owners if each.does}
        posts = [each for each in picture.stakes if each.held == bidder and each.controls & POSTS]
        for key in dict.fromkeys((*owning, *(stake.holder for stake in posts))):
            if picture.parties[key].kind is PartyKind.PERSON:
                own = tuple(stake for stake in posts if stake.holder == key) if key not in owning else ()
                ties[key][bidder] = _Tie(own, owning.get(key))
    return ties


def _finding(picture: Picture, person: Party, ties: dict[str, _Tie]) -> Finding:
    run = [bidder for bidder, tie in ties.items() if tie.posts]
    owned = [bidder for bidder, tie in ties.items() if tie.owner]
    sure = sum(tie.sure for tie in ties.values()) > 1
    typed = person.joined is Joined.TYPED and bool(person.typed_records)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (person.key, *ties)),
        sentence=RUNS_AND_OWNS if owned else RUNS,
        facts={
            "person": person.name,
            "count": str(len(ties)),
            "bidders": _names(picture, ties),
            "run": _names(picture, run),
            "owned": _names(picture, owned),
        },
        bidders=tuple(ties),
        about=(person.key,),
        severity=FLAG.severity if sure else Severity.ASK,
        strength=_strength(sure=sure, typed=typed),
        certainty=NOT_CONFIRMED if typed else "",
        proofs=tuple(proof for bidder, tie in ties.items() for proof in _proofs(picture, bidder, tie)),
        details=tuple(each for bidder, tie in ties.items() for each in _details(picture, bidder, tie)),
    )


def _names(picture: Picture, keys: Iterable[str]) -> str:
    return ", ".join(picture.name(key) for key in keys)


def _strength(*, sure: bool, typed: bool) -> Strength:
    if not sure:
        return Strength.POSSIBLE
    return Strength.LIKELY if typed else Strength.CERTAIN


def _proofs(picture: Picture, bidder: str, tie: _Tie) -> Iterator[Proof]:
    for stake in tie.posts:
        yield Proof(told(picture, stake)[0], (stake,), pointers_to(picture, bidder))
    if tie.owner:
        yield from proofs_of(picture, tie.owner, bidder)


def _details(picture: Picture, bidder: str, tie: _Tie) -> Iterator[Sentence]:
    for stake in tie.posts:
        yield from told(picture, stake)
    if tie.owner:
        yield from stands_behind(picture, tie.owner, bidder)


FLAG = Flag(
    code="shared-officer",
    version=1,
    title=N_("One person runs two bidders"),
    sentence=N_("One person is manager, director or nominee in a bidder and stands behind another too."),
    severity=Severity.STRONG,
    find=find,
)
