"""bar-P3 and bar-P2: what is withheld leaves every public text, and its place in the log stays."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from bods.checks import Severity
from bods.examination import examine
from bods.records import Person
from register.access import Principal
from register.actions.build_downloads import build_downloads
from register.actions.confirm_identity import confirm_identity
from register.actions.decide_proposal import Scene, decide_proposal
from register.actions.propose import propose
from register.actions.propose_protection import END, GRANT, REFUSE, ProtectionMisfitError, propose_protection
from register.actions.withhold_record import SubjectWithheldError
from register.declarations.draft import Draft
from register.four_eyes import Outcome, ProposalKind
from register.models.published import PublishedRow
from register.store import (
    audit,
    identities,
    published,
    published_downloads,
    published_files,
    published_log,
    published_names,
    published_redactions,
    statements,
    withholding,
)
from register.store.engine import session_factory
from register.store.published_leaves import leaf_of
from register.store.published_log import Redacted
from register.store.vault import Vault
from tests.factories.declarations import draft, held, ids, person, private
from tests.factories.declaring import KENYA, NOW, TODAY, Supplier, supplier
from tests.factories.staff import staff

ANA = "Ana Canary Mwikali"
LATER = NOW + timedelta(days=9)
SCENE = Scene(LATER, TODAY + timedelta(days=9), KENYA, ids("scene").__next__)


def told(*shares: int, protection: bool = False) -> Draft:
    story = draft(*(held("ana", share) for share in shares), people=("ana",))
    named = replace(person("ana", ANA), protection=protection)
    return replace(
        story,
        people=(named,),
        particulars={"ana": private("ana", protection_reason="Threatened over a land case.")},
    )


def ana_of(alfa: Supplier) -> str:
    return next(
        each.record_id
        for each in statements.of_subject(alfa.session, alfa.subject)
        if isinstance(each.record, Person)
    )


def decided(
    session: Session, record_id: str, do: str, eyes: tuple[Principal, Principal] | None = None
) -> None:
    first, second = eyes or (staff(session, "rehema"), staff(session, "juma"))
    proposal = propose_protection(
        session, record_id, do, "Threatened; police report seen.", by=first, now=LATER
    )
    decide_proposal(session, proposal.id, Outcome.APPROVED, "I saw it too.", by=second, scene=SCENE)


def redacted(session: Session, record_id: str) -> None:
    what = {"reason": "unknown", "words": ""}
    proposal = propose(
        session,
        ProposalKind.REDACTION,
        record_id,
        what,
        "Named by mistake.",
        by=staff(session, "rehema"),
        now=LATER,
    )
    decide_proposal(
        session, proposal.id, Outcome.APPROVED, "So it is.", by=staff(session, "juma"), scene=SCENE
    )


def lines(session: Session, after: int = 0) -> bytes:
    """All that machines are given of the log, and of the search, after a number."""
    said = [
        each.statement.text + each.statement.salt.encode() if isinstance(each, Redacted) else each.text
        for each in published_log.entries(session, after, 10_000)
    ]
    return b"\n".join(said) + repr(published_names.search(session, ANA)).encode()


def test_bar_p3_two_dated_exports_and_what_is_new_never_reveal_whom_the_register_protects(
    session: Session,
) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    first = published.latest(session)
    alfa.declare(told(70))
    assert first is not None
    assert ANA.encode() in lines(session)

    decided(session, ana_of(alfa), GRANT)

    earlier, whole = (b"".join(published.texts(session)), lines(session))
    assert ANA.encode() not in earlier + whole + lines(session, after=first.sequence)
    assert b"anonymousPerson" in earlier


def test_bar_p3_every_dated_set_is_made_without_them_and_no_older_one_is_kept(
    session: Session, vault: Vault, tmp_path: Path
) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    session.commit()
    data = tmp_path / "data"
    sessions = session_factory(session.get_bind(), vault)
    old = _built(session, sessions, data)

    decided(session, ana_of(alfa), GRANT)
    session.commit()

    assert old.sequence < published_redactions.latest(session), "it is not given out any more"
    new = _built(session, sessions, data)
    assert new.sequence > old.sequence
    assert published_files.edition(data, old.name) is None
    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert ANA.encode() not in kept
    for up_to in range(1, new.sequence + 1):
        assert ANA.encode() not in b"".join(published_downloads.texts_up_to(sessions, up_to))


def _built(session: Session, sessions: sessionmaker[Session], data: Path) -> published_files.Edition:
    built = build_downloads(
        session, sessions, jurisdiction=KENYA, data=data, base_url="https://umiliki.example", now=LATER
    )
    assert built.edition is not None
    return built.edition


def test_the_log_keeps_every_number_and_leaf_and_tells_of_the_redaction(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    before = [each.hex() for each in published.leaves(session)]

    redacted(session, ana_of(alfa))

    after = [each.hex() for each in published.leaves(session)]
    entries = published_log.entries(session, 0, 1000)
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1
    assert [each.sequence for each in entries] == list(range(1, len(after) + 1))
    last = entries[-1]
    assert isinstance(last, Redacted)
    assert last.statement.redacted_by == last.sequence
    assert leaf_of(bytes.fromhex(last.statement.salt), last.statement.text).hex() == after[-1]
    assert last.statement.first_leaf == before[last.redaction.published_sequence - 1]
    assert "published texts redacted" in [each.action for each in audit.newest(session, 5)]


def test_the_same_statement_stands_under_the_same_identifier_and_is_good_bods(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    before = [each.statement.statement_id for each in published.of_subject(session, alfa.subject)]

    decided(session, ana_of(alfa), GRANT)

    after = published.of_subject(session, alfa.subject)
    assert [each.statement.statement_id for each in after][: len(before)] == before
    array = b"[" + b",".join(each.text for each in after) + b"]"
    faults = [each for each in examine(array, today=SCENE.today) if each.severity is Severity.BREAKS]
    assert faults == []
    assert {each.code for each in examine(array, today=SCENE.today)} & {
        "withheld_person_described", "withheld_person_in_history"
    } == set()  # fmt: skip


def test_what_is_declared_later_of_somebody_protected_is_withheld_too(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    decided(session, ana_of(alfa), GRANT)
    alfa.days = 20

    alfa.declare(told(75))

    assert ANA.encode() not in lines(session)


def test_somebody_protected_in_one_company_is_withheld_in_every_other(session: Session) -> None:
    alfa, beta = supplier(session, "alfa"), supplier(session, "beta")
    alfa.declare(told(60))
    beta.declare(told(30))
    for each in (alfa, beta):
        _confirmed(each)
    known = identities.claim_of(session, ana_of(alfa)).public_identifier
    assert known.encode() in lines(session)

    decided(session, ana_of(alfa), GRANT)

    assert ANA.encode() not in lines(session)
    assert known.encode() not in lines(session)


def test_somebody_who_turns_out_to_be_protected_is_withheld_from_then_on(session: Session) -> None:
    alfa, beta = supplier(session, "alfa"), supplier(session, "beta")
    alfa.declare(told(60))
    _confirmed(alfa)
    decided(session, ana_of(alfa), GRANT)
    beta.declare(told(30))
    assert ANA.encode() in lines(session), "nobody has said yet that it is her"

    _confirmed(beta)

    assert ANA.encode() not in lines(session)


def _confirmed(of: Supplier) -> None:
    confirm_identity(
        of.session, ana_of(of), "person", LATER, today=TODAY, jurisdiction=KENYA, new_id=of.new_id
    )


def test_who_asks_for_protection_is_withheld_until_it_is_refused_and_then_named(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60, protection=True))
    assert ANA.encode() not in lines(session)

    decided(session, ana_of(alfa), REFUSE)

    assert ANA.encode() in lines(session)
    assert "refused" in repr(withholding.standing_of(session, [ana_of(alfa)]))


def test_a_refusal_holds_for_the_next_declaration(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60, protection=True))
    decided(session, ana_of(alfa), REFUSE)
    alfa.days = 20

    alfa.declare(told(61, protection=True))

    last = statements.about(session, ana_of(alfa))[-1]
    assert isinstance(last.record, Person)
    assert last.record.names[0].full_name == ANA


def test_a_protection_that_ends_names_the_person_anew_and_rewrites_nothing(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    eyes = staff(session, "rehema"), staff(session, "juma")
    decided(session, ana_of(alfa), GRANT, eyes)
    before = list(published.texts(session))

    decided(session, ana_of(alfa), END, eyes)

    after = list(published.texts(session))
    assert after[: len(before)] == before
    assert ANA.encode() in b"".join(after[len(before) :])


def test_only_what_is_protected_ends(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))

    with pytest.raises(ProtectionMisfitError):
        decided(session, ana_of(alfa), END)


def test_the_company_itself_cannot_be_withheld(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))

    with pytest.raises(SubjectWithheldError):
        redacted(session, alfa.subject)


def test_without_a_redaction_in_the_log_no_published_text_is_replaced(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))

    with pytest.raises(DBAPIError, match="only added to"):
        session.execute(update(PublishedRow).where(PublishedRow.sequence == 1).values(text=b"{}", salt=b"1"))


@pytest.mark.parametrize(
    "change", ["leaf_hash = salt", "statement_id = 'other'", "record_id = 'x'", "text = leaf_hash"]
)
def test_of_what_is_redacted_nothing_but_text_and_salt_is_replaced(session: Session, change: str) -> None:
    alfa = supplier(session)
    alfa.declare(told(60))
    redacted(session, ana_of(alfa))
    number = published_log.entries(session, 0, 1000)[-1].redaction.published_sequence

    with pytest.raises(DBAPIError, match="only added to"):
        session.execute(text(f"UPDATE published SET {change} WHERE sequence = {number}"))


@pytest.mark.parametrize(("born", "is_named"), [(date(2008, 3, 2), True), (date(2008, 3, 3), False)])
def test_bar_p2_a_child_is_withheld_until_the_day_of_majority(
    session: Session, born: date, *, is_named: bool
) -> None:
    alfa = supplier(session)
    story = told(60)

    alfa.declare(replace(story, particulars={"ana": private("ana", birth_date=born)}))

    assert (ANA.encode() in lines(session)) is is_named
    assert (b"interestedPartyExemptFromDisclosure" in lines(session)) is not is_named
    assert born.isoformat().encode() not in lines(session)
