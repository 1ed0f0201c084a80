"""The list before an award says what is open, and lets a reason count only for what it was given for."""

from dataclasses import replace
from datetime import UTC, datetime

from register.flags.flag import Unclear
from register.screening import DecisionKind
from register.screening.gate import AtGate, GateCheck, GateItem, GateNote, gate
from tests.factories.screened import asked, decided, tender

NOW = datetime(2026, 3, 9, 5, tzinfo=UTC)


def at_gate() -> AtGate:
    """Seven bidders, one of whom has not declared; nothing is decided yet."""
    found, unclear = asked(tender())
    return AtGate(
        tender(), listed=True, asked=True, findings=found, unclear=unclear, standings={}, unmatched=()
    )


def line(seen: AtGate, item: GateItem, *notes: GateNote) -> GateCheck:
    return next(each for each in gate(seen, notes) if each.item is item)


def reason(check: GateCheck) -> GateNote:
    return GateNote(check.item, check.facts, "The winner has declared.", "7", NOW)


def test_a_bidder_that_has_not_declared_is_still_to_come() -> None:
    check = line(at_gate(), GateItem.DECLARED)

    assert (check.open, check.passed) == (("ke-rco:mtito",), False)


def test_findings_are_answered_when_each_is_decided() -> None:
    seen = at_gate()
    dismissed = {each.fingerprint: decided((DecisionKind.DISMISS, "1")) for each in seen.findings}

    assert len(line(seen, GateItem.ANSWERED).open) == len(seen.findings)
    assert line(replace(seen, standings=dismissed), GateItem.ANSWERED).done


def test_a_supplier_who_was_asked_has_not_answered() -> None:
    seen = at_gate()
    waiting = {each.fingerprint: decided((DecisionKind.ASK, "1")) for each in seen.findings}

    assert not line(replace(seen, standings=waiting), GateItem.ANSWERED).done


def test_what_was_never_asked_is_not_done() -> None:
    seen = replace(at_gate(), asked=False, findings=(), unclear=())

    assert not line(seen, GateItem.JUDGED).done
    assert not line(seen, GateItem.ANSWERED).done


def test_a_reason_lets_an_open_line_pass() -> None:
    open_line = line(at_gate(), GateItem.DECLARED)

    check = line(at_gate(), GateItem.DECLARED, reason(open_line))

    assert (check.done, check.passed) == (False, True)


def test_a_reason_counts_no_longer_when_something_else_is_open() -> None:
    given = reason(line(at_gate(), GateItem.JUDGED))
    more = replace(at_gate(), unclear=[*at_gate().unclear, Unclear("another", "", "No list.")])

    assert line(at_gate(), GateItem.JUDGED, given).passed
    assert not line(more, GateItem.JUDGED, given).passed


def test_a_reason_for_one_line_says_nothing_of_another() -> None:
    given = reason(line(at_gate(), GateItem.DECLARED))

    assert not line(at_gate(), GateItem.ANSWERED, given).passed
