"""A sheet of declarations that came on paper: each company's becomes a paper of its own, whole or not at all."""

import pytest
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.enter_paper import NotForStaffError
from register.actions.enter_papers import OPEN, OVERTAKEN, WRITES_ITSELF, EnteredPapers, enter_papers
from register.elsewhere.batch import papers
from register.elsewhere.batch.papers import PAPER_COLUMNS
from register.store import companies, drafts, paper_entries
from register.store.companies import Company
from tests.factories.acting import KENYA, NOW, somebody
from tests.factories.declarations import draft, held
from tests.factories.declaring import supplier
from tests.factories.sheets import ANA, BEN, BETA, DELTA, as_csv

NAMES = [column.name for column in PAPER_COLUMNS]
SIGNED = {
    "paper": "Form 1142",
    "signed_by": "Wanza Mutiso",
    "signed_as": "director",
    "signed_on": "2026-02-01",
}


@pytest.fixture
def clerk(session: Session) -> Principal:
    return somebody(session, "Charles Musyoka", Role.CLERK)


def sent(session: Session, by: Principal, *rows: dict[str, str]) -> EnteredPapers:
    data = as_csv(*rows, names=NAMES)
    return enter_papers(session, data, principal=by, now=NOW, today=NOW.date(), jurisdiction=KENYA)


def found(session: Session, number: str) -> Company | None:
    return companies.find(session, "KE-RCO", number)


def cells(entered: EnteredPapers) -> list[tuple[int, str]]:
    return [(fault.row, fault.column) for fault in entered.faults]


def test_each_company_of_a_sheet_gets_its_paper_with_the_answers_typed_in(
    session: Session, clerk: Principal
) -> None:
    entered = sent(session, clerk, ANA | SIGNED, DELTA, BEN, BETA | SIGNED | {"signed_on": "1/2/2026"})

    assert (entered.faults, entered.left) == ((), ())
    alfa, beta = entered.made
    assert (alfa.entered_by, alfa.signed_name, str(beta.signed_on)) == (
        clerk.account_id,
        "Wanza Mutiso",
        "2026-02-01",
    )
    kept = drafts.draft(session, alfa.company_id).draft
    assert {each.full_name for each in kept.people} == {"Ana Mwikali", "Ben Musyoka"}
    assert kept.declarant is not None
    assert kept.declarant.name == "Wanza Mutiso"
    assert paper_entries.open_by(session, clerk.account_id) == entered.made


def test_nothing_of_a_company_is_kept_when_one_of_its_cells_is_wrong(
    session: Session, clerk: Principal
) -> None:
    unsigned = {key: text for key, text in SIGNED.items() if key != "signed_by"}

    entered = sent(
        session,
        clerk,
        ANA | unsigned,
        DELTA | {"shares": "x", "signed_as": "secretary"},
        BEN,
        BETA | SIGNED,
    )

    assert cells(entered) == [(2, "signed_by"), (3, "shares"), (3, "signed_as")]
    assert entered.left == ("Alfa Builders Ltd",)
    assert found(session, "PVT-ALFA") is None
    assert [each.company_id for each in entered.made] == [getattr(found(session, "PVT-BETA"), "id", None)]


def test_what_does_not_fit_together_leaves_no_trace_of_the_company(
    session: Session, clerk: Principal
) -> None:
    too_much = ANA | {"name": "Juma Kioko", "document_number": "12345679", "shares": "70", "votes": "70"}

    entered = sent(session, clerk, ANA | SIGNED, too_much)

    assert entered.faults
    assert entered.made == ()
    assert found(session, "PVT-ALFA") is None
    assert paper_entries.open_by(session, clerk.account_id) == ()


def test_a_paper_signed_on_a_day_to_come_is_no_paper(session: Session, clerk: Principal) -> None:
    entered = sent(session, clerk, ANA | SIGNED | {"signed_on": "2027-02-01"}, DELTA, BEN)

    assert cells(entered) == [(2, "signed_on")]


def test_what_the_company_or_a_clerk_has_begun_is_never_overwritten(
    session: Session, clerk: Principal
) -> None:
    alfa = supplier(session)
    alfa.save(draft(held("ana", 60), people=("ana",)))

    entered = sent(session, clerk, ANA | SIGNED, DELTA, BEN, BETA | SIGNED)
    again = sent(session, clerk, BETA | SIGNED)

    assert [fault.message for fault in entered.faults] == [WRITES_ITSELF]
    assert [fault.message for fault in again.faults] == [OPEN]
    assert drafts.draft(session, alfa.company.id).draft.people[0].key == "ana"


def test_a_paper_older_than_what_the_company_declared_is_refused(session: Session, clerk: Principal) -> None:
    alfa = supplier(session)
    alfa.declare(draft(held("ana", 60), people=("ana",)))

    entered = sent(session, clerk, ANA | SIGNED, DELTA, BEN)

    assert [(fault.column, fault.message) for fault in entered.faults] == [("signed_on", OVERTAKEN)]


def test_a_stack_that_nobody_could_look_through_is_sent_in_parts(
    session: Session, clerk: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MOST_PAPERS", 1)

    entered = sent(session, clerk, ANA | SIGNED, DELTA, BEN, BETA | SIGNED)

    assert cells(entered) == [(0, "")]
    assert entered.made == ()


def test_suppliers_enter_no_papers(session: Session) -> None:
    with pytest.raises(NotForStaffError):
        sent(session, somebody(session), ANA | SIGNED)
