"""Work out who the owners of one company are as known today, and keep them for questions about the whole register."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.graph.building import company_picture
from register.graph.lasting import lasting_key
from register.graph.owners import Owner, owners_of
from register.graph.picture import Picture
from register.graph.ultimate import ultimate_owners
from register.jurisdictions import Jurisdiction
from register.store import company_material, kept_owners, outbox, owner_changes, owner_generations
from register.store.company_material import CompanyMaterial
from register.store.contracts_held import holds_contract
from register.store.owner_changes import Turn
from register.store.owner_generations import KeptOwner


def keep_owners(session: Session, company: str, *, now: datetime, jurisdiction: Jurisdiction) -> None:
    """Keep the owners of a company (by record id), also in a rebuild that is under way; done twice, nothing differs."""
    owner_generations.take_owners_turn(session)
    keep_in(session, owner_generations.write_to(session), company, now=now, jurisdiction=jurisdiction)


def keep_in(
    session: Session, generations: tuple[int, ...], company: str, *, now: datetime, jurisdiction: Jurisdiction
) -> None:
    """The same, for these generations alone; the caller holds the turn. Those who watch the company are told."""
    known = company_material.of_company(session, company)
    before = kept_owners.owners_of_company(session, company)
    known_before = kept_owners.looked_at(session, company) is not None

    today = jurisdiction.day_of(now)
    owners = tuple(owners_behind(known, today, jurisdiction))
    turns = owner_changes.turned(before, owners) if known_before else ()

    owner_generations.keep(session, generations, company, owners, as_of=today, now=now)
    if turns:
        _note(session, company, turns, now, contracted=holds_contract(session, company, today))


def _note(
    session: Session,
    company: str,
    turns: Iterable[tuple[Turn, KeptOwner]],
    now: datetime,
    *,
    contracted: bool,
) -> None:
    """Keep who came and who went, and leave it to the worker to tell those who watch."""
    if owner_changes.add(session, company, turns, contracted=contracted, now=now):
        told = {"company": company, "contracted": "yes" if contracted else ""}
        outbox.add(session, "watched", f"watched:{company}", told, now=now)


def owners_behind(known: CompanyMaterial, today: date, law: Jurisdiction) -> Iterator[KeptOwner]:
    """Give everybody who is or may be an owner of a company, under a key that is the same for all companies."""
    picture = company_picture(known.subject, known.statements, known.identities, today)
    declared = {each.declaration_subject for each in known.statements}
    for _, kept in owners_in(picture, declared, law):
        yield kept


def owners_in(picture: Picture, declared: set[str], law: Jurisdiction) -> Iterator[tuple[Owner, KeptOwner]]:
    """Give each owner of the company whose picture it is, and as it is kept; `declared` are record ids."""
    asked = (picture, picture.subjects[0], law.owner_threshold, law.control_majority)
    last = {each.party.key for each in ultimate_owners(*asked)}
    for owner in owners_of(*asked):
        kept = KeptOwner(
            key=lasting_key(owner.party, declared),
            kind=owner.party.kind,
            name=owner.party.name,
            economic=owner.economic,
            ways=tuple(basis for basis, _ in owner.controls),
            does=owner.does,
            ultimate=owner.party.key in last,
        )
        yield owner, kept
