"""What was signed can be shown again to the letter, by nobody who only has the database, until it is erased."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from register.models.signing import SignedPageRow
from register.store import signed_pages
from register.store.vault import SealBrokenError
from tests.factories.declarations import draft, held
from tests.factories.declaring import supplier

SHOWN = b"<p>What was shown and signed</p>"
TOLD = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))


def test_a_signed_page_is_kept_to_the_letter(session: Session) -> None:
    declaring = supplier(session)
    declaring.save(TOLD)

    reference = declaring.submit()

    assert signed_pages.opened(session, reference) == SHOWN


def test_the_database_alone_does_not_tell_what_was_signed(session: Session) -> None:
    declaring = supplier(session)
    declaring.save(TOLD)
    declaring.submit()

    kept = session.scalars(select(SignedPageRow.sealed)).one()

    assert kept is not None
    assert b"signed" not in kept


def test_a_page_put_under_another_reference_is_not_believed(session: Session) -> None:
    declaring = supplier(session)
    declaring.save(TOLD)
    first = declaring.submit()
    declaring.days += 1
    declaring.save(TOLD)
    second = declaring.submit()
    other = session.get_one(SignedPageRow, first).sealed

    session.execute(update(SignedPageRow).where(SignedPageRow.reference == second).values(sealed=other))
    session.expire_all()

    with pytest.raises(SealBrokenError):
        signed_pages.opened(session, second)


def test_when_somebody_of_a_company_is_erased_its_signed_pages_go_and_others_stay(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    for each in (alfa, beta):
        each.save(TOLD)
    gone, stays = alfa.submit(), beta.submit()

    removed = signed_pages.remove_of(session, alfa.subject, alfa.now)
    session.expire_all()

    assert removed == 1
    assert signed_pages.opened(session, gone) is None
    assert signed_pages.opened(session, stays) == SHOWN
