"""A person is joined to their other companies in public once they, or a registrar, say that it is them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bods.codelists import RecordStatus, SourceType
from bods.records import Person
from bods.statements import Statement
from register.actions.accept_declaration import accept_declaration
from register.actions.confirm_identity import confirm_identity
from register.actions.send_identity_link import PURPOSE, TOLD, send_identity_link
from register.store import identities, links, outbox, published, statements
from register.store.identities import ClaimNotFoundError
from register.store.links import LinkSpentError
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import BASE, REVIEWED, Supplier, supplier
from tests.oracle import libcovebods_faults, undocumented

STORY = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))


def ana(of: Supplier) -> str:
    return f"{of.subject}-p-ana"


def confirm(of: Supplier, by: str = "person") -> tuple[Statement, ...]:
    return confirm_identity(
        of.session, ana(of), by, of.now, today=of.today, jurisdiction=of.law, new_id=of.new_id
    )


def test_a_confirmed_person_bears_the_public_identifier_from_then_on(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(STORY)

    (made,) = confirm(alfa)

    claim = identities.claim_of(session, ana(alfa))
    assert isinstance(made.record, Person)
    assert (made.record_status, made.record.identifiers[0].id) == (
        RecordStatus.UPDATED,
        claim.public_identifier,
    )
    assert made.record.identifiers[0].scheme is None
    assert published.entry(session, made.statement_id).statement.record == made.record
    assert confirm(alfa) == ()

    alfa.declare(draft(held("ana", 100), people=("ana",)))
    last = statements.about(session, ana(alfa))[-1]
    assert isinstance(last.record, Person)
    assert last.record.identifiers == made.record.identifiers


def test_a_registrars_word_is_marked_as_verified(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(STORY)

    (made,) = confirm(alfa, by="registrar:7")

    assert made.source is not None
    assert made.source.type == (SourceType.VERIFIED,)
    assert identities.claim_of(session, ana(alfa)).confirmed_by == "registrar:7"


def test_two_companies_of_one_confirmed_person_show_one_identifier(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    for each in (alfa, beta):
        each.declare(STORY)
        confirm(each)

    identifier = identities.claim_of(session, ana(alfa)).public_identifier

    found = published.records_of_person(session, identifier)
    assert {each.declaration_subject for each in found} == {alfa.subject, beta.subject}


def test_who_confirms_before_acceptance_is_named_on_acceptance(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference = alfa.declare(STORY)
    assert confirm(alfa) == ()

    born = accept_declaration(
        session, reference, by=None, now=alfa.now, jurisdiction=REVIEWED, new_id=alfa.new_id, base_url=BASE
    )

    (person,) = [each.record for each in born if isinstance(each.record, Person)]
    assert person.identifiers[0].id == identities.claim_of(session, ana(alfa)).public_identifier


def test_another_document_takes_the_identifier_away_again(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(STORY)
    confirm(alfa)

    alfa.declare(replace(STORY, particulars={"ana": private("ana", document_number="11112222")}))

    last = statements.about(session, ana(alfa))[-1].record
    assert isinstance(last, Person)
    assert last.identifiers == ()


def test_the_question_goes_to_where_a_confirmed_person_was_reached_before(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    alfa.declare(STORY)
    confirm(alfa)
    elsewhere = private("ana", email="impostor@canary.example")

    beta.declare(replace(STORY, particulars={"ana": elsewhere}))

    of_beta = [each for each in outbox.newest(session, ("mail",)) if "Beta" in each.payload["text"]]
    found = {each.payload["to"]: secret_in(each.payload["text"]) for each in of_beta}
    assert set(found) == {private("ana").email, elsewhere.email}
    assert links.about(session, found[private("ana").email], PURPOSE, now=beta.now) == ana(beta)
    assert links.about(session, found[elsewhere.email], TOLD, now=beta.now) == ana(beta)
    with pytest.raises(LinkSpentError):
        links.about(session, found[elsewhere.email], PURPOSE, now=beta.now)


def test_who_has_a_telephone_alone_gets_a_message(session: Session) -> None:
    alfa = supplier(session)

    alfa.declare(replace(STORY, particulars={"ana": private("ana", email="")}))

    (message,) = outbox.newest(session, ("sms",))
    assert message.payload["to"] == private("ana").phone
    assert outbox.newest(session, ("mail",)) == ()


def test_a_link_works_once_and_an_older_one_no_longer(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(STORY)
    first = secret_in(outbox.newest(session, ("mail",))[0].payload["text"])
    alfa.days += 1
    send_identity_link(session, ana(alfa), actor="account:1", now=alfa.now, base_url=BASE)
    second = secret_in(outbox.newest(session, ("mail",))[0].payload["text"])

    with pytest.raises(LinkSpentError):
        links.use(session, first, PURPOSE, now=alfa.now)
    assert links.use(session, second, PURPOSE, now=alfa.now) == ana(alfa)
    with pytest.raises(LinkSpentError):
        links.use(session, second, PURPOSE, now=alfa.now)


def secret_in(text: str) -> str:
    return next(word for word in text.split() if word.startswith(BASE)).rpartition("/")[2]


def test_a_confirmed_record_is_asked_no_more(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(STORY)
    confirm(alfa)
    sent = len(outbox.newest(session, ("mail",)))

    send_identity_link(session, ana(alfa), actor="account:1", now=alfa.now, base_url=BASE)

    assert len(outbox.newest(session, ("mail",))) == sent


def test_nobody_can_confirm_what_was_never_claimed(session: Session) -> None:
    alfa = supplier(session)

    with pytest.raises(ClaimNotFoundError):
        confirm(alfa)


def test_the_published_history_is_good_bods_to_the_official_checker(session: Session, tmp_path: Path) -> None:
    alfa = supplier(session)
    for told in (STORY, draft(held("ana", 30), held("ben", 70), people=("ana", "ben")), STORY):
        alfa.declare(told)
        confirm(alfa)
    path = tmp_path / "published.json"
    path.write_text(json.dumps([json.loads(text) for text in published.texts(session)]))

    found = libcovebods_faults(path)

    assert undocumented(found) == []
    assert {each["type"] for each in found} == {"person_identifiers_invalid_composition"}
