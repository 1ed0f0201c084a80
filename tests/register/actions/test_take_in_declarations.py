"""A file of declarations: all of a company or nothing of it, for the companies of whoever sent it alone."""

from sqlalchemy.orm import Session

from register.actions import take_in_declarations as taking
from register.actions.take_in_declarations import NOT_YOURS, UNDER_WAY, take_in_declarations
from register.models.uploads import BulkUploadRow
from register.store import drafts, outbox, uploads
from register.store.uploads import Upload, UploadState
from tests.factories.declaring import KENYA, NOW, supplier
from tests.factories.sheets import ANA, BEN, BETA, DELTA, as_csv


def send(session: Session, data: bytes, account_id: int, *companies: int) -> Upload:
    kept = uploads.add(session, account_id, "many.csv", data, companies, NOW)
    return again(session, kept)


def again(session: Session, kept: Upload) -> Upload:
    return take_in_declarations(session, kept.id, now=NOW, today=NOW.date(), jurisdiction=KENYA)


def test_a_sound_file_makes_a_draft_and_is_thrown_away(session: Session) -> None:
    alfa = supplier(session)

    done = send(session, as_csv(ANA, DELTA, BEN), alfa.principal.account_id, alfa.company.id)

    assert (done.state, done.faults) == (UploadState.DONE, ())
    kept = drafts.draft(session, alfa.company.id).draft
    assert {each.full_name for each in kept.people} == {"Ana Mwikali", "Ben Musyoka"}
    assert {each.document_number for each in kept.particulars.values()} == {"98765432", "12345678"}
    assert uploads.contents(session, done.id) is None


def test_nothing_of_a_company_is_taken_when_one_of_its_cells_is_wrong(session: Session) -> None:
    alfa = supplier(session)

    done = send(
        session, as_csv(ANA, DELTA | {"shares": "x"}, BEN), alfa.principal.account_id, alfa.company.id
    )

    assert [(fault.row, fault.column) for fault in done.faults] == [(3, "shares")]
    assert not drafts.exists(session, alfa.company.id)


def test_a_holder_of_a_kind_that_there_is_not_is_told_and_nothing_fails(session: Session) -> None:
    alfa = supplier(session)

    done = send(session, as_csv(ANA | {"holder": "ghost"}), alfa.principal.account_id, alfa.company.id)

    assert done.state is UploadState.DONE
    assert (2, "holder") in {(fault.row, fault.column) for fault in done.faults}
    assert not drafts.exists(session, alfa.company.id)


def test_another_s_company_and_one_that_nobody_knows_meet_one_answer(session: Session) -> None:
    alfa = supplier(session)
    theirs = supplier(session, "beta")
    unknown = ANA | {"company_number": "PVT-NOBODY", "company_name": "Nobody Ltd"}

    done = send(session, as_csv(BETA, unknown), alfa.principal.account_id, alfa.company.id, theirs.company.id)

    assert [fault.message for fault in done.faults] == [NOT_YOURS, NOT_YOURS]
    assert not drafts.exists(session, theirs.company.id)


def test_a_declaration_under_way_is_never_overwritten(session: Session) -> None:
    alfa = supplier(session)
    send(session, as_csv(ANA, DELTA, BEN), alfa.principal.account_id, alfa.company.id)
    before = drafts.draft(session, alfa.company.id)

    done = send(session, as_csv(ANA), alfa.principal.account_id, alfa.company.id)

    assert [fault.message for fault in done.faults] == [UNDER_WAY]
    assert drafts.draft(session, alfa.company.id) == before


def test_a_large_file_is_left_to_the_worker_a_portion_at_a_time(session: Session) -> None:
    alfa = supplier(session)
    rows = [ANA | {"company_number": f"PVT-N{number:03}"} for number in range(taking.AT_ONCE + 3)]

    begun = send(session, as_csv(*rows, ANA, DELTA, BEN), alfa.principal.account_id, alfa.company.id)

    assert (begun.state, begun.done, begun.companies) == (UploadState.READING, 25, 29)
    work = outbox.lease_next(session, now=NOW, kinds=(taking.KIND,))
    assert work is not None
    assert work.payload == {"upload": str(begun.id)}
    done = again(session, begun)
    assert (done.state, done.done, len(done.faults)) == (UploadState.DONE, 29, 28)
    assert drafts.exists(session, alfa.company.id)
    assert again(session, done) == done


def test_the_file_is_sealed_while_it_waits_and_no_fault_repeats_it(session: Session) -> None:
    alfa = supplier(session)
    kept = uploads.add(session, alfa.principal.account_id, "many.csv", as_csv(ANA), (), NOW)

    row = session.get(BulkUploadRow, kept.id)
    assert row is not None
    assert row.sealed is not None
    assert b"98765432" not in row.sealed
    again(session, kept)
    session.refresh(row)
    assert row.sealed is None
    assert "98765432" not in row.told
    assert "Plot 7" not in row.told


def test_what_is_no_table_is_refused_with_what_to_do(session: Session) -> None:
    alfa = supplier(session)

    done = send(session, b"PK\x03\x04 broken", alfa.principal.account_id, alfa.company.id)

    assert done.state is UploadState.REFUSED
    assert [fault.row for fault in done.faults] == [0]
