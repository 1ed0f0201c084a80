"""Who stands behind a company on a day, line by line: how much, how, since when, through whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from register.graph.condensation import economic_interests
from register.graph.holdings import holdings_of
from register.graph.owners import Owner, owners_of
from register.graph.paths import Path, paths_between
from register.graph.picture import Control, Party, PartyKind, Picture, Stake
from register.graph.shares import HUNDRED, UNSAID, Range, text_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_


class Standing(StrEnum):
    """What a party is to the company: surely an owner, perhaps one, below the threshold, or nobody that is named."""

    IS = "is"
    MAY = "may"
    BELOW = "below"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Behind:
    """One person, or a body with nobody declared above it. `share` counts all chains; None: no shares at all.

    `since` is None when it is not told; `late` and `unsure` speak of the day the picture is seen from.
    """

    party: Party
    standing: Standing
    share: Range | None
    ways: tuple[Sentence, ...]
    through: tuple[str, ...]
    direct: bool
    since: date | None
    late: date | None
    unsure: bool
    statement_ids: tuple[str, ...]


CONTROLS = {
    Control.BOARD: N_("control: may appoint most of the board of %(held)s"),
    Control.INFLUENCE: N_("control: influence over %(held)s"),
    Control.RULES: N_("control: by law or by the articles of %(held)s"),
    Control.TRUST: N_("settlor, trustee or protector of %(held)s"),
    Control.NOMINATOR: N_("stands behind the nominee in %(held)s"),
    Control.NOMINEE: N_("nominee in %(held)s"),
    Control.CONTRACT: N_("rights under a contract in %(held)s"),
    Control.OFFICER: N_("senior manager or director of %(held)s"),
    Control.UNKNOWN: N_("an interest of unknown kind in %(held)s"),
}


def behind(picture: Picture, company: str, law: Jurisdiction) -> tuple[Behind, ...]:
    """Give everybody who stands behind the company: owners first, the largest share first."""
    interests = economic_interests(holdings_of(picture), company)
    owners = {
        owner.party.key: owner
        for owner in owners_of(picture, company, law.owner_threshold, law.control_majority)
    }
    held = {stake.held for stake in picture.stakes}
    ends = [
        party
        for key, party in picture.parties.items()
        if key != company and (party.kind is not PartyKind.ENTITY or key not in held)
    ]
    told = [_told(picture, company, party, interests.get(party.key), owners.get(party.key)) for party in ends]
    return tuple(sorted(told, key=_place))


def _told(picture: Picture, company: str, party: Party, share: Range | None, owner: Owner | None) -> Behind:
    # What is held by shares comes before what is held in another way.
    paths = sorted(paths_between(picture, party.key, company), key=_not_by_shares)
    stakes = [stake for path in paths for stake in path]
    between = dict.fromkeys(picture.name(stake.holder) for path in paths for stake in path[1:])
    starts = [start for path in paths if (start := _since(path))]
    return Behind(
        party=party,
        standing=_standing(party, owner),
        share=share if share is not None and share.high > 0 else None,
        ways=_once(way for path in paths for way in _ways(picture, path)),
        through=tuple(between),
        direct=any(len(path) == 1 and not path[0].indirect for path in paths),
        since=min(starts, default=None),
        late=max((stake.declared_on for stake in stakes if stake.late), default=None),
        unsure=any(stake.held_then is None for stake in stakes),
        statement_ids=tuple(dict.fromkeys(stake.statement_id for stake in stakes)),
    )


def _once(ways: Iterable[Sentence]) -> tuple[Sentence, ...]:
    told: list[Sentence] = []
    for way in ways:
        if way not in told:
            told.append(way)
    return tuple(told)


def _standing(party: Party, owner: Owner | None) -> Standing:
    if party.kind is PartyKind.UNKNOWN:
        return Standing.UNNAMED
    if owner is None:
        return Standing.BELOW
    return Standing.IS if owner.does else Standing.MAY


def _not_by_shares(path: Path) -> bool:
    return any(stake.shares is None for stake in path)


def _since(path: Path) -> date | None:
    """A chain holds since its youngest link does."""
    starts = [stake.since for stake in path]
    return None if None in starts else max(start for start in starts if start)


def _ways(picture: Picture, path: Path) -> Iterator[Sentence]:
    between = ", ".join(picture.name(stake.holder) for stake in path[1:])
    first = path[0]
    if not _not_by_shares(path):
        yield _by_shares(path, between)
    if first.votes is not None and first.votes != first.shares:
        facts = {"share": text_of(first.votes), "held": picture.name(first.held)}
        yield Sentence(N_("%(share)s of the votes in %(held)s"), facts)
    facts = {"held": picture.name(first.held)}
    for control in sorted(first.controls, key=list(Control).index):
        yield Sentence(CONTROLS[control], facts)
    if between and first.shares is not None and _not_by_shares(path):
        yield Sentence(N_("through %(through)s"), {"through": between})


def _by_shares(path: Path, between: str) -> Sentence:
    if len(path) > 1 and any(stake.shares == UNSAID for stake in path):
        return Sentence(N_("shares, through %(through)s; how many is not told"), {"through": between})
    if len(path) > 1:
        steps = " × ".join(_share(stake) for stake in path)
        return Sentence(N_("shares, through %(through)s (%(steps)s)"), {"through": between, "steps": steps})
    if path[0].shares == UNSAID:
        return Sentence(N_("shares; how many is not told"))
    if path[0].indirect:
        return Sentence(N_("shares, indirectly; through whom is not told"))
    return Sentence(N_("shares, directly"))


def _share(stake: Stake) -> str:
    return text_of(stake.shares) if stake.shares else ""


def _place(told: Behind) -> tuple[int, Decimal, Decimal, str, str]:
    low = told.share.low if told.share else Decimal(0)
    high = told.share.high if told.share else Decimal(0)
    return list(Standing).index(told.standing), -low, -high, told.party.name, told.party.key


def unexplained(picture: Picture, company: str) -> Decimal | None:
    """Percent of the shares that nobody is declared to hold; None where the declared shares are no exact figures."""
    shares = [
        holding.shares
        for holding in holdings_of(picture)
        if holding.held == company and holding.shares is not None
    ]
    if not shares or not all(share.exact for share in shares):
        return None
    left = HUNDRED - sum((share.low for share in shares), Decimal(0))
    return left if left > 0 else None


COUNTED = (
    N_("One person stands behind it."),
    N_("Two people stand behind it."),
    N_("Three people stand behind it."),
    N_("Four people stand behind it."),
    N_("Five people stand behind it."),
    N_("Six people stand behind it."),
    N_("Seven people stand behind it."),
    N_("Eight people stand behind it."),
    N_("Nine people stand behind it."),
)


NOBODY_ABOVE = N_("No person is declared above %(names)s.")


def summary(told: Iterable[Behind]) -> tuple[Sentence, ...]:
    """Say in two or three sentences who stands behind a company."""
    everybody = list(told)
    people = [
        each for each in everybody if each.standing is Standing.IS and each.party.kind is PartyKind.PERSON
    ]
    perhaps = [each for each in everybody if each.standing is Standing.MAY]
    said = [_count(len(people))] if people else [_nobody(everybody, perhaps)]
    if people and _tells_most(people[0], everybody, alone=len(people) == 1):
        said.append(_most(people[0], alone=len(people) == 1))
    if people and perhaps:
        said.append(Sentence(N_("%(names)s may be an owner too."), {"names": _names(perhaps)}))
    if people and (bodies := _bodies(everybody)):
        said.append(Sentence(NOBODY_ABOVE, {"names": _names(bodies)}))
    return tuple(said)


def _tells_most(first: Behind, everybody: list[Behind], *, alone: bool) -> bool:
    """Whether the largest share can be told: it is known, and surely larger than any other."""
    if first.share is None or (first.share.low == 0 and first.share.high == HUNDRED):
        return False
    others = [each.share.high for each in everybody if each is not first and each.share is not None]
    return alone or first.share.low > max(others, default=Decimal(0))


def _bodies(everybody: list[Behind]) -> list[Behind]:
    """Bodies that own it, and nobody is declared above them."""
    return [
        each for each in everybody if each.standing is Standing.IS and each.party.kind is PartyKind.ENTITY
    ]


def _count(people: int) -> Sentence:
    if people <= len(COUNTED):
        return Sentence(COUNTED[people - 1])
    return Sentence(N_("%(number)s people stand behind it."), {"number": str(people)})


def _nobody(everybody: list[Behind], perhaps: list[Behind]) -> Sentence:
    if bodies := _bodies(everybody):
        return Sentence(NOBODY_ABOVE, {"names": _names(bodies)})
    if perhaps:
        return Sentence(
            N_("%(names)s may be an owner; the declared ranges leave it open."), {"names": _names(perhaps)}
        )
    return Sentence(N_("No owner is named."))


def _names(told: list[Behind]) -> str:
    return ", ".join(each.party.name for each in told)


def _most(first: Behind, *, alone: bool) -> Sentence:
    facts = {
        "name": first.party.name,
        "share": text_of(first.share) if first.share else "",
        "through": "" if first.direct else ", ".join(first.through),
    }
    if alone and facts["through"]:
        return Sentence(N_("%(name)s holds %(share)s, through %(through)s."), facts)
    if alone:
        return Sentence(N_("%(name)s holds %(share)s."), facts)
    if facts["through"]:
        return Sentence(N_("%(name)s holds most: %(share)s, through %(through)s."), facts)
    return Sentence(N_("%(name)s holds most: %(share)s."), facts)
