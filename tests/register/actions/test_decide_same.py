"""Deciding that two records are one: identifiers are shared by new statements, and taken back when it was a mistake."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from bods.records import Person
from register.access import Principal
from register.actions.confirm_identity import confirm_identity
from register.actions.decide_same import Deciding, NotDecidedError, RecordUnknownError, decide_same
from register.actions.propose_same import propose_same
from register.actions.raise_flags import picture_on
from register.declarations.statements import Told
from register.elsewhere.likeness import Reason
from register.store import audit, identities, likeness, material, outbox, published, sameness, statements
from register.store.likeness import Kind
from register.store.sameness import Verdict
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import KENYA, NOW, TODAY, Supplier, registrar, supplier
from tests.factories.tenders import keep_tender


def declared(session: Session, company: str, document: str) -> tuple[Supplier, str]:
    """A company whose one owner is called Ana, known by a document; gives her record too."""
    who = supplier(session, company)
    particulars = {"ana": private("ana", document_number=document)}
    told = replace(draft(held("ana", 60), people=("ana",)), particulars=particulars)
    who.declare(told)
    return who, f"{who.subject}-p-ana"


def decide(
    session: Session,
    one: str,
    other: str,
    verdict: Verdict,
    *,
    seen: bool = False,
    who: Principal | None = None,
) -> None:
    decide_same(
        session,
        Deciding(
            Kind.PERSON, one, other, verdict, "Same face, same papers.", "Both originals, at Wote.", seen
        ),
        principal=who or registrar(session),
        now=NOW,
        today=TODAY,
        jurisdiction=KENYA,
        new_id=lambda: str(uuid4()),
    )


def public_identifiers(session: Session, record: str) -> list[str]:
    statement = Told(statements.about(session, record)).open[record]
    assert isinstance(statement.record, Person)
    return [each.id or "" for each in statement.record.identifiers]


def confirm(session: Session, record: str) -> None:
    confirm_identity(
        session,
        record,
        "person",
        NOW,
        today=TODAY,
        jurisdiction=KENYA,
        new_id=lambda: f"confirmed-{record}-00000000000000000000",
    )


def test_confirmed_records_of_one_person_share_an_identifier_by_new_statements(session: Session) -> None:
    alfa, one = declared(session, "alfa", "11111111")
    beta, other = declared(session, "beta", "22222222")
    confirm(session, one)
    confirm(session, other)
    before = statements.about(session, other)

    decide(session, one, other, Verdict.SAME)

    assert public_identifiers(session, one) == public_identifiers(session, other) != []
    assert statements.about(session, other)[: len(before)] == before
    assert len(statements.about(session, other)) == len(before) + 1
    assert identities.subjects_sharing(session, alfa.subject) == {beta.subject}
    assert published.of_subject(session, beta.subject)[-1].statement.record_id == other


def test_undoing_gives_each_its_own_identifier_back(session: Session) -> None:
    alfa, one = declared(session, "alfa", "11111111")
    _, other = declared(session, "beta", "22222222")
    confirm(session, one)
    confirm(session, other)
    own = public_identifiers(session, other)
    who = registrar(session)
    decide(session, one, other, Verdict.SAME, who=who)

    decide(session, one, other, Verdict.UNDONE, who=who)

    assert public_identifiers(session, other) == own
    assert public_identifiers(session, one) != own
    assert identities.subjects_sharing(session, alfa.subject) == frozenset()
    assert [each.verdict for each in sameness.of_pair(session, Kind.PERSON, one, other)] == [
        Verdict.SAME,
        Verdict.UNDONE,
    ]
    with pytest.raises(NotDecidedError):
        decide(session, one, other, Verdict.UNDONE, who=who)


def test_records_that_nobody_confirmed_are_one_to_officers_only(session: Session) -> None:
    _, one = declared(session, "alfa", "11111111")
    _, other = declared(session, "beta", "22222222")

    decide(session, one, other, Verdict.SAME)

    known = identities.identities_of(session, [one, other])
    assert known[one].key == known[other].key
    assert not known[one].confirmed
    assert public_identifiers(session, one) == public_identifiers(session, other) == []


def test_a_registrar_who_saw_both_documents_confirms_both(session: Session) -> None:
    _, one = declared(session, "alfa", "11111111")
    _, other = declared(session, "beta", "22222222")

    decide(session, one, other, Verdict.SAME, seen=True)

    assert public_identifiers(session, one) == public_identifiers(session, other) != []


def test_three_records_decided_in_a_row_are_one_and_part_where_they_were_joined(session: Session) -> None:
    records = [
        declared(session, name, f"{place}" * 8)[1] for place, name in enumerate(("alfa", "beta", "gama"), 1)
    ]
    who = registrar(session)
    decide(session, records[0], records[1], Verdict.SAME, who=who)
    decide(session, records[1], records[2], Verdict.SAME, who=who)

    keys = {each.key for each in identities.identities_of(session, records).values()}
    decide(session, records[0], records[1], Verdict.UNDONE, who=who)

    known = identities.identities_of(session, records)
    assert len(keys) == 1
    assert known[records[1]].key == known[records[2]].key != known[records[0]].key


def test_what_was_decided_different_is_asked_no_more_until_it_is_undone(session: Session) -> None:
    _, one = declared(session, "alfa", "11111111")
    _, other = declared(session, "beta", "22222222")
    propose_same(session, now=NOW)
    asked = likeness.open_questions(session, Kind.PERSON, 10)
    who = registrar(session)

    decide(session, one, other, Verdict.DIFFERENT, who=who)
    propose_same(session, now=NOW)
    decided = likeness.open_questions(session, Kind.PERSON, 10)
    decide(session, one, other, Verdict.UNDONE, who=who)

    assert [(each.one, each.other) for each in asked] == [tuple(sorted((one, other)))]
    assert {Reason.NAME, Reason.BORN, Reason.PIN} <= set(asked[0].reasons)
    assert decided == ()
    assert likeness.count(session, Kind.PERSON) == 1


def test_every_decision_is_in_the_trail_with_its_reason(session: Session) -> None:
    _, one = declared(session, "alfa", "11111111")
    _, other = declared(session, "beta", "22222222")

    decide(session, one, other, Verdict.DIFFERENT)

    entry = audit.newest(session, 1)[0]
    assert entry.action == "person records decided different"
    assert entry.facts["reason"] == "Same face, same papers."


def test_records_that_are_not_there_cannot_be_decided_about(session: Session) -> None:
    _, one = declared(session, "alfa", "11111111")

    with pytest.raises(RecordUnknownError):
        decide(session, one, "um-nobody-p-x", Verdict.SAME)
    assert sameness.of_pair(session, Kind.PERSON, one, "um-nobody-p-x") == ()
    assert not outbox.knows(session, "none")


def test_a_bidder_decided_to_be_a_declared_company_is_seen_with_its_owners_by_officers(
    session: Session,
) -> None:
    alfa, _ = declared(session, "alfa", "11111111")
    ocid = keep_tender(session, bids={"roof": ["alfa"]})
    bidder = "bidder:KE-RCO:ALFA"
    who = registrar(session)
    before = material.of_process(session, ocid)

    decide_company(session, alfa.subject, bidder, Verdict.SAME, who)

    picture = picture_on(material.of_process(session, ocid), TODAY, TODAY)
    assert before.statements == ()
    assert outbox.knows(session, f"screen:{ocid}")
    assert set(picture.declared) == set(picture.bidders)
    assert "Ana" in {party.name for party in picture.parties.values()}
    decide_company(session, alfa.subject, bidder, Verdict.UNDONE, who)
    assert material.of_process(session, ocid).statements == ()


def test_two_records_of_one_company_are_one_party_to_officers(session: Session) -> None:
    alfa, _ = declared(session, "alfa", "11111111")
    beta, _ = declared(session, "beta", "22222222")
    ocid = keep_tender(session, bids={"roof": ["pvt-alfa", "pvt-beta"]})

    decide_company(session, alfa.subject, beta.subject, Verdict.SAME, registrar(session))

    picture = picture_on(material.of_process(session, ocid), TODAY, TODAY)
    assert len(picture.bidders) == 1
    assert picture.parties[picture.bidders[0]].record_ids >= {alfa.subject, beta.subject}


def decide_company(session: Session, one: str, other: str, verdict: Verdict, who: Principal) -> None:
    decide_same(
        session,
        Deciding(Kind.COMPANY, one, other, verdict, "The number on its certificate.", "Seen at Wote."),
        principal=who,
        now=NOW,
        today=TODAY,
        jurisdiction=KENYA,
        new_id=lambda: str(uuid4()),
    )
