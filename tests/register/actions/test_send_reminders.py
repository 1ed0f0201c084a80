"""Suppliers are reminded before each deadline, once each, in their language, by letter and SMS."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from register.actions.ask_clarification import ask_clarification
from register.actions.begin_telling import begin_change, last_standing
from register.actions.send_reminders import remind_to_confirm, send_reminders
from register.actions.sign_as_it_stands import sign_as_it_stands
from register.actions.submit_declaration import Signing
from register.declarations.draft import Declarant
from register.declarations.life import Kind
from register.models.accounts import AccountRow
from register.store import accounts, outbox
from register.store.contacts import Contact, ContactKind
from register.store.declarations import About
from tests.factories.declarations import draft, held
from tests.factories.declaring import BASE, KENYA, NOW, REVIEWED, Supplier, registrar, supplier

TOLD = draft(held("ana", 60), people=("ana",))


def reached(alfa: Supplier, *, phone: str = "") -> None:
    accounts.set_active(alfa.session, alfa.principal.account_id, active=True)
    if phone:
        accounts.set_contact(alfa.session, alfa.principal.account_id, Contact(ContactKind.PHONE, phone))


def on(day: date, hour: int = 6) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def confirm_reminders(session: Session, now: datetime) -> int:
    last, left = remind_to_confirm(session, 0, now=now, jurisdiction=KENYA, base_url=BASE)
    if last is None:
        return left
    return left + remind_to_confirm(session, last, now=now, jurisdiction=KENYA, base_url=BASE)[1]


def told(session: Session, kind: str = "mail") -> list[str]:
    """What was left for the worker by way of reminders, the newest first."""
    return [
        each.payload["text"] for each in outbox.newest(session, (kind,)) if each.key.startswith("reminder|")
    ]


def test_the_yearly_confirmation_is_reminded_of_thirty_seven_and_one_day_before(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)
    due = date(2027, 3, 2)

    left = [confirm_reminders(session, on(due - timedelta(days=days))) for days in range(40, -3, -1)]

    assert [40 - place for place, each in enumerate(left) if each] == [30, 7, 1]
    assert "by 2 March 2027" in told(session)[0]
    assert f"{BASE}/declare/{alfa.company.id}/confirm" in told(session)[0]


def test_the_same_day_twice_reminds_once(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)
    day = on(date(2027, 2, 24))

    first, again = confirm_reminders(session, day), confirm_reminders(session, day)

    assert (first, again) == (1, 0)
    assert len(told(session)) == 1


def test_days_on_which_nothing_ran_are_made_up_by_one_reminder(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)

    left = [
        confirm_reminders(session, on(date(2027, 2, 28))),
        confirm_reminders(session, on(date(2027, 3, 1))),
    ]

    assert left == [1, 1]
    assert len(told(session)) == 2


def test_who_confirmed_is_reminded_a_year_later_and_not_before(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)
    alfa.days = 300
    sign_again(alfa, About(Kind.CONFIRMATION))

    assert confirm_reminders(session, on(date(2027, 2, 24))) == 0
    assert confirm_reminders(session, on(date(2027, 12, 27))) == 1


def test_a_dissolved_company_is_not_reminded(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)
    sign_again(alfa, About(Kind.DISSOLUTION, happened_on=date(2026, 3, 1)))

    assert confirm_reminders(session, on(date(2027, 3, 1))) == 0


def test_a_change_begun_and_not_signed_is_reminded_of_before_its_fourteen_days_are_over(
    session: Session,
) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)
    begin_change(session, alfa.company.id, happened_on=date(2026, 3, 2), now=NOW)
    due = date(2026, 3, 16)

    left = [
        send_reminders(session, now=on(due - timedelta(days=days)), jurisdiction=KENYA, base_url=BASE)
        for days in range(8, -2, -1)
    ]

    assert [8 - place for place, each in enumerate(left) if each] == [8, 7, 1]
    assert "by 16 March 2026" in told(session)[0]


def test_a_question_is_reminded_of_and_an_answered_one_is_not(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)
    reached(alfa)
    reference = alfa.declare(TOLD)
    due = ask_clarification(
        session, reference, "Why?", by=rehema, now=NOW, jurisdiction=REVIEWED, base_url=BASE
    )

    left = send_reminders(session, now=on(due - timedelta(days=7)), jurisdiction=REVIEWED, base_url=BASE)

    assert left == 1
    assert f"/declarations/{reference}/answer" in told(session)[0]


def test_the_day_is_counted_in_nairobi(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    alfa.declare(TOLD)

    eve = confirm_reminders(session, datetime(2027, 1, 30, 20, 59, tzinfo=UTC))
    midnight = confirm_reminders(session, datetime(2027, 1, 30, 21, 0, tzinfo=UTC))

    assert (eve, midnight) == (0, 1)


def test_who_has_a_telephone_gets_a_message_of_one_hundred_and_sixty_letters_at_most(
    session: Session,
) -> None:
    alfa = supplier(session)
    reached(alfa, phone="+254712345678")
    alfa.declare(TOLD)

    confirm_reminders(session, on(date(2027, 3, 1)))

    (message,) = told(session, "sms")
    assert len(message) <= 160
    assert "2 March 2027" in message


def test_each_is_reminded_in_their_own_language(session: Session) -> None:
    alfa = supplier(session)
    reached(alfa)
    session.execute(
        update(AccountRow).where(AccountRow.id == alfa.principal.account_id).values(language="sw")
    )
    session.expire_all()
    alfa.declare(TOLD)

    confirm_reminders(session, on(date(2027, 3, 1)))

    assert "2 Machi 2027" in told(session)[0]


def sign_again(alfa: Supplier, about: About) -> str:
    return sign_as_it_stands(
        alfa.session,
        alfa.company.id,
        about,
        Declarant("Grace Wanza", "director"),
        Signing("again", b"<p>As shown</p>", "Kept.", "1", "en", consent=True),
        last_standing(alfa.session, alfa.company.id).reference,
        principal=alfa.principal,
        now=alfa.now,
        today=alfa.today,
        jurisdiction=alfa.law,
        new_id=alfa.new_id,
        base_url=BASE,
    )
