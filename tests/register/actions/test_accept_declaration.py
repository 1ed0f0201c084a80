"""On acceptance statements are born; a rejected declaration leaves none; rules say when they are public."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from bods.codelists import RecordStatus
from register.actions.accept_declaration import accept_declaration
from register.actions.begin_declaration import begin_declaration
from register.actions.publish_statements import publish_statements
from register.actions.reject_declaration import RejectionReasonMissingError, reject_declaration
from register.jurisdictions import PublicationRule
from register.store import audit, declarations, outbox, published, statements
from register.store.declarations import DeclarationAlreadyDecidedError, DeclarationState
from tests.factories.declarations import body, draft, held
from tests.factories.declaring import BASE, KENYA, NOW, REVIEWED, Supplier, registrar, supplier
from tests.factories.tenders import keep_tender

TOLD = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))
ALONE = draft(held("ana", 100), people=("ana",))
LATER = NOW + timedelta(days=9)


def accept(alfa: Supplier, reference: str) -> int:
    return len(
        accept_declaration(
            alfa.session,
            reference,
            by=registrar(alfa.session),
            now=LATER,
            jurisdiction=alfa.law,
            new_id=alfa.new_id,
            base_url=BASE,
        )
    )


def screened(session: Session) -> set[str]:
    return {work.payload["ocid"] for work in outbox.newest(session, ("screen",))}


def test_a_registrar_accepts_and_the_statements_speak_of_the_day_signed(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference = alfa.declare(TOLD)

    assert accept(alfa, reference) == 6

    told = statements.of_subject(session, alfa.subject)
    assert {each.day for each in told} == {date(2026, 3, 2)}
    assert set(statements.learnt(session, [each.statement_id for each in told]).values()) == {LATER}
    kept = declarations.declaration(session, reference)
    assert (kept.state, kept.decided_at) == (DeclarationState.ACCEPTED, LATER)
    with pytest.raises(DeclarationAlreadyDecidedError):
        accept_declaration(
            session, reference, by=None, now=LATER, jurisdiction=KENYA, new_id=alfa.new_id, base_url=BASE
        )


def test_a_rejected_declaration_leaves_no_statement_and_is_begun_from(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference = alfa.declare(TOLD)

    reject_declaration(session, reference, "Name who holds the rest.", by=registrar(session), now=LATER)

    kept = declarations.declaration(session, reference)
    assert (kept.state, kept.reason) == (DeclarationState.REJECTED, "Name who holds the rest.")
    assert statements.of_subject(session, alfa.subject) == ()
    begun = begin_declaration(session, alfa.company.id, now=LATER, jurisdiction=REVIEWED)
    assert begun.draft.people == TOLD.people


def test_a_rejection_without_a_reason_is_refused(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference = alfa.declare(TOLD)

    with pytest.raises(RejectionReasonMissingError):
        reject_declaration(session, reference, "  ", by=registrar(session), now=LATER)
    assert declarations.declaration(session, reference).state is DeclarationState.SUBMITTED


def test_declaring_again_updates_and_closes_and_rewrites_nothing(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    before = list(published.texts(session))

    reference = alfa.declare(draft(held("ana", 30), held("ben", 70), people=("ana", "ben")))

    born = [each for each in statements.of_subject(session, alfa.subject) if each.declaration == reference]
    statuses = {each.record_id.removeprefix(f"{alfa.subject}-"): each.record_status for each in born}
    assert statuses == {
        "r-ana": RecordStatus.UPDATED,
        "p-ben": RecordStatus.NEW,
        "r-ben": RecordStatus.NEW,
        "e-delta": RecordStatus.CLOSED,
        "r-ana-delta": RecordStatus.CLOSED,
        "r-delta": RecordStatus.CLOSED,
    }
    assert list(published.texts(session))[: len(before)] == before


def test_declaring_the_same_again_confirms_all_that_stands(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    before = statements.of_subject(session, alfa.subject)

    reference = alfa.declare(TOLD)

    born = [each for each in statements.of_subject(session, alfa.subject) if each.declaration == reference]
    assert {each.record_id: each.record for each in born} == {each.record_id: each.record for each in before}
    assert {each.record_status for each in born} == {RecordStatus.UPDATED}


def test_what_is_published_on_award_waits_for_the_award(session: Session) -> None:
    law = replace(KENYA, publication_rule=PublicationRule.ON_AWARD)
    alfa = supplier(session, law=law)
    alfa.declare(TOLD)
    assert published.latest(session) is None

    keep_tender(session, bids={"school-roof": ("pvt-alfa",)}, won=("pvt-alfa",))
    given = publish_statements(session, alfa.subject, jurisdiction=law, now=LATER)

    assert given == tuple(range(1, 7))
    assert publish_statements(session, alfa.subject, jurisdiction=law, now=LATER) == ()


def test_what_is_published_with_consent_waits_for_consent(session: Session) -> None:
    alfa = supplier(session, law=replace(KENYA, publication_rule=PublicationRule.WITH_CONSENT))
    alfa.consent = False
    alfa.declare(ALONE)
    assert published.latest(session) is None

    alfa.consent = True
    alfa.declare(TOLD)

    assert len(published.of_subject(session, alfa.subject)) == len(
        statements.of_subject(session, alfa.subject)
    )


def test_every_tender_that_the_change_bears_on_is_screened_again(session: Session) -> None:
    alfa, beta, gama, delta = (supplier(session, name) for name in ("alfa", "beta", "gama", "delta"))
    # Beta is owned by Gama, Delta by the same Ana (one document), and Omega has nothing to do with any of them.
    beta.declare(draft(held("zoe", 100, "gama"), held("gama", 100), people=("zoe",), bodies=(body("gama"),)))
    delta.declare(ALONE)
    roofs = {
        name: keep_tender(session, bids={f"{name}-roof": (f"pvt-{name}",)})
        for name in ("alfa", "beta", "delta", "omega")
    }
    asked = outbox.lease_next(session, now=LATER, kinds=("screen",))
    assert asked is None

    alfa.declare(draft(held("ana", 100, "gama"), held("gama", 100), people=("ana",), bodies=(body("gama"),)))

    assert screened(session) == {roofs["alfa"], roofs["beta"]} | {roofs["delta"]}
    assert gama.company.number == "PVT-GAMA"


def test_acceptance_and_publication_are_in_the_audit_trail(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference = alfa.declare(TOLD)
    accept(alfa, reference)

    events = [(event.action, event.about) for event in audit.newest(session)]

    assert ("declaration submitted", reference) in events
    assert ("declaration accepted", reference) in events
    assert ("statements published", alfa.subject) in events
    assert list(audit.broken_links(session)) == []
