"""Whom the person records of a picture speak of, and where else the same people stand: asked for once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from register.graph.picture import Identity
from register.store import identities
from register.store.identities import Claim, person_key_of

#: Month of birth (YYYY-MM) by subject and person key.
Months = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Claims by record id: of some records, and of every other record anywhere of the same people."""

    claims: Mapping[str, Claim] = field(default_factory=dict)

    def of(self, record_ids: Iterable[str]) -> dict[str, Claim]:
        """Give the claims of these records; those of whom nobody has said who they are are left out."""
        return {each: self.claims[each] for each in record_ids if each in self.claims}

    def sharing(self, record_ids: Collection[str]) -> dict[str, frozenset[str]]:
        """Give for each of these records all that speak of the same person, itself among them."""
        together: dict[str, set[str]] = defaultdict(set)
        for record_id, claim in self.claims.items():
            together[claim.public_identifier].add(record_id)
        return {
            each: frozenset(together[claim.public_identifier]) for each, claim in self.of(record_ids).items()
        }

    def subjects(self) -> frozenset[str]:
        """Give the subjects in whose networks all of these people stand."""
        return frozenset(each.subject_record_id for each in self.claims.values())

    def identities(self, record_ids: Iterable[str], months: Months) -> dict[str, Identity]:
        """Give whom the register takes these records for, as `identities.identities_of` does."""
        return {
            record_id: Identity(
                key=each.public_identifier,
                confirmed=each.confirmed_at is not None,
                birth_month=months.get((each.subject_record_id, person_key_of(each))),
            )
            for record_id, each in self.of(record_ids).items()
        }


def known_people(session: Session, record_ids: Collection[str]) -> KnownPeople:
    """Ask for these records and for all others of the same people."""
    return KnownPeople(identities.claims_sharing(session, record_ids))


def with_others(session: Session, known: KnownPeople, record_ids: Collection[str]) -> KnownPeople:
    """Add the claims of more records, without asking where else those people stand."""
    missing = set(record_ids) - known.claims.keys()
    return KnownPeople({**known.claims, **identities.claims_of(session, missing)}) if missing else known
