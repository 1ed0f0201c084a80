"""A bidder, an owner of it, or another company of the same owner is barred from public buying or under sanctions.

Rule: on the day, an entry of a list of those barred from public buying or under sanctions is in force that means the
    bidder, an owner of it, a body through which an owner holds it, or another company of an owner; or the bidder or an
    owner declares to be barred. The same identity or official number is strongest; the same name with the same month of
    birth comes next; a like name alone is a question.
Why: who is barred may not bid, and may not bid through somebody else.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), sections 41 and 55; Open Contracting Partnership, "Red
    flags in public procurement" (2024).
Example: Ana holds 30 % of Alfa and all of Delta, which was barred for three years in January; Alfa bids for the school
    roof.
Left out: entries that had ended or not begun by the day; entries whose number, month of birth or country is another; other
    companies of an owner that never declared to this register; bidders that have no declaration, whose owners could
    not be judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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
from register.graph.explaining import stands_behind
from register.graph.listing import Hit, as_listed, bodies_between, hits_on, on_the_list
from register.graph.lists import ListKind
from register.graph.matching import Sameness
from register.graph.owners import Owner, owners_of
from register.graph.paths import Path
from register.graph.picture import Party, PartyKind, Picture
from register.graph.sisters import Sister, sisters_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

IS_BIDDER = N_("%(bidder)s is on a list of those barred or under sanctions.")
IS_OWNER = N_("%(party)s, an owner of %(bidder)s, is on a list of those barred or under sanctions.")
MAY_BE_OWNER = N_(
    "%(party)s, who may be an owner of %(bidder)s, is on a list of those barred or under sanctions."
)
BETWEEN = N_("%(party)s, through which %(bidder)s is held, is on a list of those barred or under sanctions.")
SISTER = N_(
    "%(party)s, which has an owner in common with %(bidder)s, is on a list of those barred or under sanctions."
)
MAY_BE_SISTER = N_(
    "%(party)s, which may have an owner in common with %(bidder)s, is on a list of those barred or under sanctions."
)
LIKE_NAME = N_(
    "%(party)s, at or behind %(bidder)s, has a name like %(listed)s on a list of those barred or under sanctions."
)
DECLARES = N_("%(party)s, at or behind %(bidder)s, declares to be barred from public buying.")
ITSELF_LIKE = N_("%(bidder)s has a name like %(listed)s on a list of those barred or under sanctions.")
ITSELF_DECLARES = N_("%(bidder)s declares to be barred from public buying.")
NO_LIST = N_("There is no list of those barred from public buying or under sanctions.")
KINDS = (ListKind.DEBARRED, ListKind.SANCTIONED)
WEIGHTS = {
    Sameness.IDENTITY: (Severity.ANSWER_FIRST, Strength.CERTAIN),
    Sameness.TYPED_IDENTITY: (Severity.ANSWER_FIRST, Strength.LIKELY),
    Sameness.NAME_AND_MONTH: (Severity.STRONG, Strength.LIKELY),
    Sameness.NAME: (Severity.ASK, Strength.POSSIBLE),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """Somebody at or behind a bidder, the sentence that says so, and what proves it; `direct`: the bidder or an owner."""

    party: Party
    words: str
    direct: bool
    sure: bool
    about: tuple[str, ...]
    proofs: tuple[Proof, ...] = ()
    details: tuple[Sentence, ...] = ()


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if picture.process is None:
        return
    if not picture.has_list(*KINDS):
        yield Unclear(FLAG.code, "", NO_LIST)
    yield from undeclared(FLAG.code, picture)
    for bidder in picture.subjects:
        for part in _parts(picture, bidder, law):
            yield from (_listed(picture, bidder, part, hit) for hit in hits_on(picture, part.party, KINDS))
            if part.direct and _says_barred(picture, part.party):
                yield _declared(picture, bidder, part)


def _parts(picture: Picture, bidder: str, law: Jurisdiction) -> Iterator[_Part]:
    itself = picture.parties[bidder]
    yield _Part(itself, IS_BIDDER, direct=True, sure=True, about=(), proofs=())
    owners = owners_of(picture, bidder, law.owner_threshold, law.control_majority)
    yield from (_owner(picture, bidder, owner) for owner in owners)
    for body in bodies_between(picture, owners):
        through = next(each for each in owners if any(_leads_through(body, path) for path in each.paths))
        proofs = tuple(proofs_of(picture, through, bidder))
        yield _Part(body, BETWEEN, direct=False, sure=True, about=(body.key,), proofs=proofs)
    for sister in sisters_of(picture, bidder, law.owner_threshold, law.control_majority):
        yield _sister(picture, bidder, sister)


def _leads_through(body: Party, path: Path) -> bool:
    return any(stake.holder == body.key for stake in path)


def _owner(picture: Picture, bidder: str, owner: Owner) -> _Part:
    return _Part(
        owner.party,
        IS_OWNER if owner.does else MAY_BE_OWNER,
        direct=True,
        sure=owner.does,
        about=(owner.party.key,),
        proofs=tuple(proofs_of(picture, owner, bidder)),
        details=stands_behind(picture, owner, bidder),
    )


def _sister(picture: Picture, bidder: str, sister: Sister) -> _Part:
    wider, company = picture.wider or picture, sister.company.key
    return _Part(
        sister.company,
        SISTER if sister.sure else MAY_BE_SISTER,
        direct=False,
        sure=sister.sure,
        about=(sister.above_bidder.party.key, company),
        proofs=(
            *proofs_of(picture, sister.above_bidder, bidder),
            *proofs_of(wider, sister.above_company, company),
        ),
        details=(
            *stands_behind(picture, sister.above_bidder, bidder),
            *stands_behind(wider, sister.above_company, company),
        ),
    )


def _says_barred(picture: Picture, party: Party) -> bool:
    if party.kind is PartyKind.PERSON:
        return picture.person(party.key).barred is True
    return picture.body(party.key).claims.barred is True


def _listed(picture: Picture, bidder: str, part: _Part, hit: Hit) -> Finding:
    severity, strength = WEIGHTS[hit.sameness]
    plain = _plain(picture, bidder, part, f"listed:{hit.entry.id}")
    return replace(
        plain,
        sentence=_like(part) if hit.sameness is Sameness.NAME else part.words,
        facts={**plain.facts, "listed": hit.entry.name},
        severity=max(severity, plain.severity),
        strength=strength if part.sure else Strength.POSSIBLE,
        certainty=hit.certainty,
        proofs=(*part.proofs, Proof(on_the_list(hit.entry), pointers=pointers_to(picture, bidder))),
        details=(*part.details, *as_listed(hit.entry)),
    )


def _like(part: _Part) -> str:
    return LIKE_NAME if part.about else ITSELF_LIKE


def _declared(picture: Picture, bidder: str, part: _Part) -> Finding:
    plain = _plain(picture, bidder, part, "declared")
    said = Sentence(plain.sentence, plain.facts)
    return replace(plain, proofs=(*part.proofs, Proof(said, pointers=pointers_to(picture, bidder))))


def _plain(picture: Picture, bidder: str, part: _Part, by: str) -> Finding:
    """Give what findings about a part have in common; `by` tells two of them apart."""
    severity = FLAG.severity if part.direct else Severity.STRONG
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (bidder, part.party.key, by)),
        sentence=DECLARES if part.about else ITSELF_DECLARES,
        facts={"party": part.party.name, "bidder": picture.name(bidder)},
        bidders=(bidder,),
        about=part.about,
        severity=severity if part.sure else Severity.ASK,
        strength=Strength.CERTAIN if part.sure else Strength.POSSIBLE,
        details=part.details,
    )


FLAG = Flag(
    code="owner-debarred",
    version=1,
    title=N_("Barred from public buying or under sanctions"),
    sentence=N_("A bidder, an owner of it or another company of an owner is barred or under sanctions."),
    severity=Severity.ANSWER_FIRST,
    find=find,
)
