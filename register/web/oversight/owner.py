"""One ultimate owner: the companies that are theirs, drawn and listed, and what each of them won."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from register.access import Permission
from register.actions.owner_network import OwnedCompany, OwnerShown, owner_network
from register.extensions import db
from register.graph.drawing import Drawing
from register.graph.explaining import SAYS
from register.graph.network import Network
from register.graph.network_drawing import NetworkWords, network_drawing
from register.graph.telling import Sentence
from register.graph.wording import DrawingWords
from register.web.guard import allow
from register.web.oversight.door import door
from register.web.oversight.measures import YEAR
from register.web.ruling import local_today
from register.web.words import country, money, said


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """A company of the owner in words: what they have of it, through whom, and what it won, with the list behind."""

    name: str
    share: str
    says: tuple[str, ...]
    through: str
    #: How many chains lead to it beside the one that is drawn.
    others: int
    awards: int
    values: tuple[tuple[str, Decimal], ...]
    last_on: date | None
    address: str


@dataclass(frozen=True, slots=True)
class SeenOwner:
    """Everything the page of an owner shows; `perhaps` are companies that may be theirs."""

    owner: OwnerShown
    lines: tuple[CompanyLine, ...]
    perhaps: tuple[CompanyLine, ...]
    #: By currency, what all awards come to, each with an equal part where several won together.
    values: tuple[tuple[str, Decimal], ...]
    awards: int
    wide: Drawing | None
    narrow: Drawing | None


@door.get("/owners/<path:key>")
@allow(Permission.SCREEN)
def owner(key: str) -> ResponseReturnValue:
    whole = request.args.get("since") == "ever"
    since = None if whole else local_today() - YEAR
    found = owner_network(db.session, key, since=since, today=local_today()) or abort(404)
    return render_template("oversight/owner.html", seen=_seen(found, since), since=since)


def _seen(found: OwnerShown, since: date | None) -> SeenOwner:
    lines = sorted((_line(found, each, since) for each in found.sure), key=lambda each: each.name)
    lines.sort(key=lambda each: (-max((value for _, value in each.values), default=Decimal(0)), -each.awards))
    every = [line for each in found.sure for line in each.awards]
    drawn = found.network if found.network and found.network.branches else None
    return SeenOwner(
        owner=found,
        lines=tuple(lines),
        perhaps=tuple(_line(found, each, since) for each in found.companies if not each.owner.does),
        values=_sums((line.currency, line.part) for line in every),
        awards=len({(line.ocid, line.award_id) for line in every}),
        wide=_drawn(found, drawn, since, wide=True) if drawn else None,
        narrow=_drawn(found, drawn, since, wide=False) if drawn else None,
    )


def _line(found: OwnerShown, company: OwnedCompany, since: date | None) -> CompanyLine:
    facts = {"holder": found.name or gettext("Somebody who is not named"), "held": company.name}
    share = company.owner.economic
    others = 0 if found.network is None else sum(
        each.others for each in found.network.branches if each.key == company.party
    )  # fmt: skip
    return CompanyLine(
        name=company.name,
        share=_words().share(share) if share and share.high > 0 else "",
        says=tuple(said(Sentence(SAYS[way], facts)) for way in company.owner.ways),
        through=", ".join(_between(found.network, company.party)) if found.network else "",
        others=others,
        awards=len(company.awards),
        values=_sums((line.currency, line.part) for line in company.awards),
        last_on=max((line.awarded_on for line in company.awards if line.awarded_on), default=None),
        address=_awards(company.company, since),
    )


def _between(network: Network, party: str) -> list[str]:
    """Who stands between the owner and a company on the chain that is drawn, from the owner down."""
    parents = {each.key: each.parent for each in network.branches}
    names: list[str] = []
    above = parents.get(party, network.owner)
    while above != network.owner:
        names.append(network.picture.name(above) or _words().unnamed())
        above = parents[above]
    return names[::-1]


def _sums(parts: Iterable[tuple[str, Decimal | None]]) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = {}
    for currency, part in parts:
        if part is not None:
            sums[currency] = sums.get(currency, Decimal(0)) + part
    return tuple(sorted(sums.items(), key=lambda each: -each[1]))


def _drawn(found: OwnerShown, network: Network, since: date | None, *, wide: bool) -> Drawing:
    companies = {each.party: each.company for each in found.companies}
    currency = network.currency

    def won(count: int, value: Decimal) -> str:
        counted = ngettext("%(num)s award", "%(num)s awards", count)
        return f"{counted}, {money(value, currency or None)}" if value else counted

    def awards(party: str) -> str | None:
        return _awards(companies[party], since) if party in companies else None

    return network_drawing(
        network,
        wide=wide,
        words=NetworkWords(_words(), won),
        awards=awards,
        title=gettext("The companies of %(name)s and what they won", name=found.name or _words().unnamed()),
    )


def _awards(company: str, since: date | None) -> str:
    return url_for("oversight.awards", company=company, since=None if since else "ever")


def _words() -> DrawingWords:
    return DrawingWords(gettext, country)
