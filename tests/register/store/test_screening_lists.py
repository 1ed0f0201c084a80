"""The list of tenders and the page of a tender agree on what waits for an answer, and on how far a tender is."""

from datetime import date, timedelta
from itertools import product

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.access import Role
from register.flags.flag import Finding, Severity
from register.models.findings import FindingRow
from register.screening import Decision, DecisionKind, standing
from register.store import findings, screening_lists
from register.store.finding_json import proven
from register.store.screening_lists import Counted, Order, Wanted
from register.store.tender_stages import Stage, stage_of
from tests.factories.contracted import keep_contract
from tests.factories.people import person
from tests.factories.pictures import picture
from tests.factories.tenders import NOW, keep_tender

TODAY = date(2026, 3, 9)
SEEN = picture(("Ana", "alfa", 60), bids={"roof": ("alfa",)})


def a_finding(fingerprint: str, severity: Severity = Severity.ASK) -> Finding:
    return Finding("shared-owner", 1, fingerprint, "So.", {}, SEEN.bidders, (), severity)


def test_every_history_of_decisions_waits_in_the_list_as_on_the_page(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa",)})
    officers = [str(person(session, Role.OFFICER, email=f"{n}@umiliki.example").id) for n in range(2)]
    steps = [*product(DecisionKind, officers)]
    histories = {
        f"h{number}": tuple(Decision(kind, "So.", by, NOW) for kind, by in history)
        for number, history in enumerate(
            each for length in range(4) for each in product(steps, repeat=length)
        )
    }
    findings.save(session, ocid, [proven(a_finding(each), SEEN) for each in histories], now=NOW)
    for fingerprint, history in histories.items():
        for decision in history:
            findings.add_decision(session, fingerprint, decision)

    waiting = set(session.scalars(select(FindingRow.fingerprint).where(screening_lists.to_answer())))

    assert len(histories) == 585
    assert waiting == {each for each, history in histories.items() if not standing(history).answered}


def test_what_is_gone_waits_no_more(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa",)})
    findings.save(session, ocid, [proven(a_finding("f1"), SEEN)], now=NOW)
    findings.save(session, ocid, [], now=NOW)

    (line,) = screening_lists.tenders(session, Wanted(TODAY)).lines

    assert line.waiting == {}


def test_findings_are_counted_by_weight(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    kept = [a_finding("f1"), a_finding("f2"), a_finding("f3", Severity.ANSWER_FIRST)]
    findings.save(session, ocid, [proven(each, SEEN) for each in kept], now=NOW)

    page = screening_lists.tenders(session, Wanted(TODAY, to_answer=True))

    (line,) = page.lines
    assert line.waiting == {Severity.ASK: 2, Severity.ANSWER_FIRST: 1}
    assert (line.bidders, page.total, page.with_findings) == (2, 1, 1)


@pytest.mark.parametrize("closes", [None, TODAY - timedelta(1), TODAY, TODAY + timedelta(1)])
@pytest.mark.parametrize("awarded_on", [None, TODAY])
def test_the_filter_by_stage_finds_what_the_line_says(
    session: Session, closes: date | None, awarded_on: date | None
) -> None:
    won = ("alfa",) if awarded_on else ()
    keep_tender(session, bids={"roof": ("alfa",)}, closes=closes, won=won, awarded_on=awarded_on)
    (line,) = screening_lists.tenders(session, Wanted(TODAY)).lines

    found = [stage for stage in Stage if screening_lists.tenders(session, Wanted(TODAY, stage=stage)).lines]

    assert found == [line.stage]


@pytest.mark.parametrize("status", ["active", "pending", "cancelled", "terminated"])
def test_a_tender_whose_contract_stands_is_at_its_last_stage(session: Session, status: str) -> None:
    keep_contract(session, "alfa", status=status)
    (line,) = screening_lists.tenders(session, Wanted(TODAY)).lines

    page = screening_lists.tenders(session, Wanted(TODAY, stage=line.stage))

    assert line.stage is (Stage.CONTRACT if status in ("active", "pending") else Stage.AWARDED)
    assert page.total == len(page.lines) == page.stages[line.stage].total == 1


def test_tenders_are_counted_at_each_stage_with_what_waits(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa",)}, closes=TODAY - timedelta(1))
    keep_tender(session, bids={"well": ("alfa",)}, closes=TODAY - timedelta(1))
    keep_tender(session, bids={"shed": ("alfa",)}, closes=TODAY + timedelta(1))
    findings.save(session, ocid, [proven(a_finding("f1"), SEEN)], now=NOW)

    page = screening_lists.tenders(session, Wanted(TODAY, stage=Stage.OPEN))

    assert page.total == 1
    assert page.stages == {
        Stage.OPEN: Counted(1, 0),
        Stage.CLOSED: Counted(2, 1),
        Stage.AWARDED: Counted(),
        Stage.CONTRACT: Counted(),
    }


def test_tenders_are_found_by_the_flag_that_finds_something(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa",)})
    keep_tender(session, bids={"well": ("alfa",)})
    findings.save(session, ocid, [proven(a_finding("f1"), SEEN)], now=NOW)

    def found(flag: str) -> list[str]:
        return [each.ocid for each in screening_lists.tenders(session, Wanted(TODAY, flag=flag)).lines]

    assert found("shared-owner") == [ocid]
    assert found("no-declaration") == []
    findings.save(session, ocid, [], now=NOW)
    assert found("shared-owner") == []


def test_a_cancelled_tender_takes_no_bids_whenever_it_would_have_closed() -> None:
    assert stage_of("cancelled", TODAY + timedelta(9), None, TODAY) is Stage.CLOSED
    assert stage_of("active", TODAY + timedelta(9), None, TODAY) is Stage.OPEN
    assert stage_of("active", None, None, TODAY) is Stage.OPEN


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [True, False])
def test_each_order_gives_every_tender_once_over_all_pages(
    session: Session, order: Order, descending: bool
) -> None:
    for number in range(7):
        keep_tender(session, bids={f"road-{number}": ("alfa", "beta")[: 1 + number % 2]}, closes=None)
    wanted = Wanted(TODAY, order=order, descending=descending)

    pages = [screening_lists.tenders(session, wanted, page=page, per_page=3) for page in (1, 2, 3)]

    seen = [line.ocid for page in pages for line in page.lines]
    assert len(seen) == len(set(seen)) == 7
    assert pages[0].pages == 3


def test_a_percent_sign_is_looked_for_as_it_is(session: Session) -> None:
    keep_tender(session, bids={"roof": ("alfa",)})

    assert screening_lists.tenders(session, Wanted(TODAY, text="%")).total == 0
    assert screening_lists.tenders(session, Wanted(TODAY, text="_")).total == 0
    assert screening_lists.tenders(session, Wanted(TODAY, text="alfa")).total == 1
