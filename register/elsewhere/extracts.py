"""An extract of the companies' registry (CR12): who stands in it, and how a declaration differs from it, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rapidfuzz import fuzz

from register.declarations.draft import SUBJECT, Draft, PostRole
from register.words import N_

#: Names at least so alike (0 to 100) are taken for one when an extract is compared: it gives no other mark of a person.
ALIKE = 85
#: Percent by which a share may differ from the extract's before it is told.
TOLERANCE = Decimal("0.5")


class PartyRole(StrEnum):
    """What somebody is in an extract."""

    DIRECTOR = "director"
    SHAREHOLDER = "shareholder"


class CompanyStatus(StrEnum):
    """Whether the registry says that the company lives."""

    ACTIVE = "active"
    DORMANT = "dormant"
    LIQUIDATION = "liquidation"
    STRUCK_OFF = "struck_off"
    DISSOLVED = "dissolved"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """A director, or a shareholder with a number of shares; `number` is a corporate shareholder's own."""

    role: PartyRole
    name: str
    shares: Decimal | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """What the registry said of a company on a day."""

    scheme: str
    number: str
    name: str
    status: CompanyStatus
    extracted_on: date
    source: str
    parties: tuple[Party, ...] = ()

    @property
    def directors(self) -> tuple[Party, ...]:
        return tuple(each for each in self.parties if each.role is PartyRole.DIRECTOR)

    @property
    def shareholders(self) -> tuple[Party, ...]:
        return tuple(each for each in self.parties if each.role is PartyRole.SHAREHOLDER)

    def percent(self, party: Party) -> Decimal | None:
        """A shareholder's part of all shares that the extract tells of, in percent; None when it gives none."""
        whole = sum((each.shares or Decimal(0) for each in self.shareholders), Decimal(0))
        return None if not whole or party.shares is None else 100 * party.shares / whole


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in words: `message` is a msgid with `facts`."""

    message: str
    facts: Mapping[str, str] = field(default_factory=dict)


def differences(extract: Extract, draft: Draft) -> tuple[Difference, ...]:
    """Compare a declaration's answers with an extract. Like names are taken for one: these are questions, not findings."""
    return (
        *_of_company(extract, draft),
        *_of_shareholders(extract, draft),
        *_of_directors(extract, draft),
    )


def _of_company(extract: Extract, draft: Draft) -> Iterator[Difference]:
    if extract.status not in (CompanyStatus.ACTIVE, CompanyStatus.UNKNOWN):
        yield Difference(N_("The registry says that the company is not active."))
    if not _like(extract.name, draft.company.name):
        yield Difference(N_("The registry calls the company %(name)s."), {"name": extract.name})


def _of_shareholders(extract: Extract, draft: Draft) -> Iterator[Difference]:
    declared = {_name(draft, each.holder): each for each in draft.holdings if each.held == SUBJECT}
    met: set[str] = set()
    for party in extract.shareholders:
        found = _among(party.name, declared)
        percent = extract.percent(party)
        facts = {"name": party.name, "share": shown(percent)}
        if found is None:
            yield Difference(
                N_("%(name)s is a shareholder in the registry (%(share)s) and is not declared."), facts
            )
            continue
        met.add(found)
        share = declared[found].shares
        if percent is not None and (share is None or not _within(percent, share.minimum, share.maximum)):
            told = shown(share.minimum if share and share.minimum == share.maximum else None)
            words = N_("%(name)s holds %(share)s in the registry; the declaration says %(declared)s.")
            yield Difference(words, facts | {"declared": told})
    if extract.shareholders:
        for name in sorted(each for each in declared if each not in met and declared[each].shares):
            yield Difference(
                N_("%(name)s is declared as a shareholder and is not in the registry."), {"name": name}
            )


def _of_directors(extract: Extract, draft: Draft) -> Iterator[Difference]:
    posts = {
        _name(draft, each.holder): each.role
        for each in draft.posts
        if each.held == SUBJECT
        and each.role in (PostRole.BOARD_MEMBER, PostRole.BOARD_CHAIR)
        and not each.until
    }
    met = {found for party in extract.directors if (found := _among(party.name, posts))}
    for party in extract.directors:
        if _among(party.name, posts) is None:
            yield Difference(
                N_("%(name)s is a director in the registry and is not declared as one."), {"name": party.name}
            )
    if extract.directors:
        for name in sorted(posts.keys() - met):
            yield Difference(
                N_("%(name)s is declared as a director and is not one in the registry."), {"name": name}
            )


def _within(percent: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low or Decimal(0)) - TOLERANCE <= percent <= (Decimal(100) if high is None else high) + TOLERANCE


def _among(name: str, names: Iterable[str]) -> str | None:
    scored = [(score, each) for each in names if (score := _alike(name, each)) >= ALIKE]
    return max(scored)[1] if scored else None


def _like(one: str, other: str) -> bool:
    return _alike(one, other) >= ALIKE


def _alike(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(_plain(one), _plain(other))


def _plain(name: str) -> str:
    words = "".join(each if each.isalnum() or each == " " else "" for each in name.casefold()).split()
    short = {"limited": "ltd", "company": "co"}
    return " ".join(short.get(word, word) for word in words)


def _name(draft: Draft, key: str) -> str:
    names = {each.key: each.full_name for each in draft.people} | {
        each.key: each.name for each in draft.entities
    }
    return names.get(key, "")


def shown(percent: Decimal | None) -> str:
    """A share in percent as pages show it, to two places; a dash for none."""
    if percent is None:
        return "–"
    return f"{percent.quantize(Decimal('0.01')).normalize():f}\u00a0%"
