"""Show one owner with their companies, the chains to each, and what each won; it saves nothing. Officers' only."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from register.graph.building import companies_picture
from register.graph.lasting import lasting_key
from register.graph.network import Contract, Network, network_of
from register.graph.picture import Picture
from register.store import awards_listed, company_material, kept_owners, sameness_pages
from register.store.awards_listed import AwardLine, Wanted
from register.store.kept_owners import Owned
from register.store.owner_generations import KeptOwner


@dataclass(frozen=True, slots=True)
class OwnedCompany:
    """A company (by record id), what the owner is to it, its party in the picture, and its awards, the latest first."""

    company: str
    name: str
    owner: KeptOwner
    party: str
    awards: tuple[AwardLine, ...]


@dataclass(frozen=True, slots=True)
class OwnerShown:
    """An owner by key: companies surely or perhaps theirs; `network` is None when no picture shows them any more.

    `as_of` is the day for which owners were last worked out and the picture is seen.
    """

    key: str
    name: str
    companies: tuple[OwnedCompany, ...]
    as_of: date
    network: Network | None

    @property
    def sure(self) -> tuple[OwnedCompany, ...]:
        return tuple(each for each in self.companies if each.owner.does)


def owner_network(session: Session, key: str, *, since: date | None, today: date) -> OwnerShown | None:
    """Gather it for an owner at the upper end of chains; None when nobody of that key is one.

    Awards are those in force made from `since`; what is only perhaps theirs has no awards here and is not drawn.
    """
    owned = tuple(each for each in kept_owners.companies_of_owner(session, key) if each.owner.ultimate)
    if not owned:
        return None
    told, identities = company_material.of_companies(session, {each.company for each in owned})
    as_of = kept_owners.last_looked_at(session) or today
    names = sameness_pages.company_names(session, {each.company for each in owned})
    awards = _awards(session, key, owned, since)

    picture = companies_picture([each.company for each in owned], told, identities, as_of)
    parties = {record_id: party.key for party in picture.parties.values() for record_id in party.record_ids}
    companies = tuple(
        OwnedCompany(
            each.company,
            names[each.company],
            each.owner,
            parties.get(each.company, each.company),
            awards.get(each.company, ()),
        )
        for each in owned
    )
    declared = {each.declaration_subject for each in told}
    network = _network(picture, _found(picture, key, declared), companies)

    return OwnerShown(key, owned[0].owner.name, companies, as_of, network)


def _awards(
    session: Session, key: str, owned: tuple[Owned, ...], since: date | None
) -> Mapping[str, tuple[AwardLine, ...]]:
    """The awards behind the owner's value, by the company that won them."""
    numbers = awards_listed.numbers_of(session, {each.company for each in owned if each.owner.does})
    found: dict[str, list[AwardLine]] = defaultdict(list)
    for line in awards_listed.awards(session, Wanted(since=since, owner=key)):
        if (company := numbers.get((line.scheme, line.number))) is not None:
            found[company].append(line)
    return {company: tuple(lines) for company, lines in found.items()}


def _found(picture: Picture, key: str, declared: set[str]) -> str | None:
    parties = (each for each in picture.parties.values() if lasting_key(each, declared) == key)
    return next((each.key for each in parties), None)


def _network(picture: Picture, owner: str | None, companies: tuple[OwnedCompany, ...]) -> Network | None:
    if owner is None:
        return None
    won = {
        each.party: tuple(Contract(line.ocid, line.title, line.part, line.currency) for line in each.awards)
        for each in companies
        if each.owner.does and each.party in picture.parties
    }
    currencies = Counter(line.currency for lines in won.values() for line in lines if line.part is not None)
    currency = min(currencies, key=lambda each: (-currencies[each], each), default="")
    return network_of(picture, owner, won, currency)
