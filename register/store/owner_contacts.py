"""Where a named owner may be reached: as the declarant typed, as confirmed before, as others typed. Told to nobody."""

from sqlalchemy.orm import Session

from register.store import identities, particulars
from register.store.contacts import Contact, ContactKind
from register.store.identities import Claim


def typed(session: Session, claim: Claim) -> tuple[Contact, ...]:
    """What the declaration itself gives, the address before the number."""
    return _of(session, claim)


def on_file(session: Session, claim: Claim) -> tuple[Contact, ...]:
    """What is kept of the same identity where that was confirmed: the first contact of each such record."""
    return _of_others(session, claim, confirmed=True)


def elsewhere(session: Session, claim: Claim) -> tuple[Contact, ...]:
    """What other declarations give of the same document, confirmed by nobody: the first contact of each."""
    return _of_others(session, claim, confirmed=False)


def _of_others(session: Session, claim: Claim, *, confirmed: bool) -> tuple[Contact, ...]:
    found = [
        _of(session, other)[:1]
        for other in identities.records_sharing(session, claim.record_id)
        if (other.confirmed_at is not None) is confirmed
    ]
    return tuple(dict.fromkeys(contact for contacts in found for contact in contacts))


def _of(session: Session, claim: Claim) -> tuple[Contact, ...]:
    private = particulars.last_signed(session, claim.subject_record_id, identities.person_key_of(claim))
    if private is None:
        return ()
    given = ((ContactKind.EMAIL, private.email), (ContactKind.PHONE, private.phone))
    return tuple(Contact(kind, value) for kind, value in given if value)
