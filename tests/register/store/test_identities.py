"""One person behind many records: found by document, joined in public only once confirmed."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.people import IdentityRow
from register.store import identities
from register.store.identities import BY_THE_PERSON, ClaimNotFoundError
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, supplier


def test_case_spaces_and_dashes_of_a_number_make_no_difference(session: Session) -> None:
    told = identities.document_hash(session, "KEN-PASSPORT", "ak 012-345")

    assert told == identities.document_hash(session, "KEN-PASSPORT", "AK012345")
    assert told != identities.document_hash(session, "KEN-IDCARD", "AK012345")


def test_two_records_of_one_document_share_an_identity(session: Session) -> None:
    identities.claim(session, "alfa-p-ana", "alfa", "hash-1", NOW)
    identities.claim(session, "beta-p-x1", "beta", "hash-1", NOW)
    identities.claim(session, "beta-p-x2", "beta", "hash-2", NOW)

    found = identities.identities_of(session, ["alfa-p-ana", "beta-p-x1", "beta-p-x2", "gama-p-z"])

    assert found["alfa-p-ana"].key == found["beta-p-x1"].key != found["beta-p-x2"].key
    assert not found["alfa-p-ana"].confirmed
    assert set(found) == {"alfa-p-ana", "beta-p-x1", "beta-p-x2"}
    assert identities.companies_sharing(session, "alfa-p-ana") == {"beta"}
    assert identities.subjects_sharing(session, "beta") == {"alfa"}
    assert [each.record_id for each in identities.records_sharing(session, "alfa-p-ana")] == ["beta-p-x1"]
    assert identities.keys_of(session, ["hash-1", "hash-9"]) == {"hash-1": found["alfa-p-ana"].key}


def test_a_claim_is_confirmed_once(session: Session) -> None:
    identities.claim(session, "alfa-p-ana", "alfa", "hash-1", NOW)

    assert identities.confirm(session, "alfa-p-ana", BY_THE_PERSON, NOW)
    assert not identities.confirm(session, "alfa-p-ana", "registrar:7", NOW)

    claim = identities.claim_of(session, "alfa-p-ana")
    assert (claim.confirmed_by, claim.confirmed_at) == (BY_THE_PERSON, NOW)
    assert identities.confirmed_in(session, "alfa") == {"ana": claim.public_identifier}


def test_another_document_undoes_the_confirmation(session: Session) -> None:
    identities.claim(session, "alfa-p-ana", "alfa", "hash-1", NOW)
    identities.confirm(session, "alfa-p-ana", BY_THE_PERSON, NOW)

    assert not identities.claim(session, "alfa-p-ana", "alfa", "hash-1", NOW)
    assert identities.claim(session, "alfa-p-ana", "alfa", "hash-2", NOW)

    assert identities.claim_of(session, "alfa-p-ana").confirmed_at is None


def test_a_record_reused_under_a_number_is_still_the_same_person(session: Session) -> None:
    identities.claim(session, "alfa-p-ana-2", "alfa", "hash-1", NOW)

    assert identities.person_key_of(identities.claim_of(session, "alfa-p-ana-2")) == "ana"


def test_a_record_nobody_spoke_of_has_no_claim(session: Session) -> None:
    with pytest.raises(ClaimNotFoundError):
        identities.claim_of(session, "alfa-p-ana")
    with pytest.raises(ClaimNotFoundError):
        identities.confirm(session, "alfa-p-ana", BY_THE_PERSON, NOW)


def test_officers_learn_the_month_of_birth_and_never_the_day(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(draft(held("ana", 60), people=("ana",)))

    (found,) = identities.identities_of(session, [f"{alfa.subject}-p-ana"]).values()

    assert found.birth_month == "1980-02"


def test_a_public_identifier_says_nothing_of_the_document(session: Session) -> None:
    identities.claim(session, "alfa-p-ana", "alfa", "hash-1", NOW)

    row = session.scalars(select(IdentityRow)).one()

    assert len(row.public_identifier) == 32
    assert row.public_identifier not in row.document_hash
