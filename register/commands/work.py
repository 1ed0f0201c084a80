"""`flask work`: does what was left in the outbox: letters, SMS, contracting processes to look at again."""

import signal
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

import click
import structlog
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from register.actions.change_contact import apply_contact_change
from register.actions.send_letter import send_letter
from register.actions.send_sms import send_sms
from register.gateways.choosing import sms_gateway
from register.gateways.mail import mailer
from register.gateways.sms import NeverSentError
from register.store import outbox, published_rules, sent_codes, throttles
from register.store.engine import reading
from register.store.outbox import Work

log = structlog.get_logger("register")

Handler = Callable[[Session, Work], None]
#: Seconds between two looks when nothing waits, and when the database does not answer.
REST = 0.5
LONG_REST = 5
TIDY_EVERY = timedelta(hours=1)


def handlers(app: Flask) -> Mapping[str, Handler]:
    """Who does which kind of work. What a handler writes is committed together with the work being done."""
    letters, messages = mailer(app.extensions["config"]), sms_gateway(app.extensions["config"])
    place = app.extensions["jurisdiction"]

    def screen(session: Session, work: Work) -> None:
        # Imported at the first use: a worker of letters alone starts without the graph.
        from register.actions.publish_awarded import publish_awarded
        from register.actions.raise_flags import raise_flags

        now = _now()
        law = published_rules.rules_at(session, place, now)
        publish_awarded(session, work.payload["ocid"], jurisdiction=law, now=now)
        raise_flags(session, work.payload["ocid"], now=now, jurisdiction=law)

    def take_in(session: Session, work: Work) -> None:
        from register.actions.take_in_declarations import take_in_declarations

        now = _now()
        law = published_rules.rules_at(session, place, now)
        upload = int(work.payload["upload"])
        take_in_declarations(session, upload, now=now, today=law.day_of(now), jurisdiction=law)

    def owners(session: Session, work: Work) -> None:
        from register.actions.keep_owners import keep_owners

        now = _now()
        law = published_rules.rules_at(session, place, now)
        keep_owners(session, work.payload["company"], now=now, jurisdiction=law)

    def take_in_contracts(session: Session, work: Work) -> None:
        from register.commands.running.sent_contracts import go_on

        go_on(session, work, published_rules.rules_at(session, place, _now()))

    def look_for_likes(session: Session, _work: Work) -> None:
        from register.actions.propose_same import propose_companies

        propose_companies(session, now=_now())

    def watched(session: Session, work: Work) -> None:
        from register.actions.tell_watchers import tell_watchers

        tell_watchers(
            session,
            work.payload["company"],
            contracted=bool(work.payload["contracted"]),
            now=_now(),
            base_url=app.extensions["config"].base_url,
        )

    return {
        "alike": look_for_likes,
        "contracts": take_in_contracts,
        "declarations": take_in,
        "contact": lambda session, work: apply_contact_change(session, work.payload, now=_now()),
        "owners": owners,
        "mail": lambda _session, work: send_letter(letters, work),
        "sms": lambda _session, work: send_sms(messages, work, now=_now()),
        "screen": screen,
        "watched": watched,
    }


def do_one(factory: sessionmaker[Session], doing: Mapping[str, Handler]) -> bool:
    """Do the oldest piece of work, if any; says whether there was one. A failure is noted by its kind only."""
    work = _take(factory, tuple(doing))
    if work is None:
        return False
    with factory() as session:
        try:
            doing[work.kind](session, work)
            outbox.done(session, work, now=_now())
            session.commit()
        except Exception as error:  # noqa: BLE001 (whatever fails in one piece must not stop the next)
            session.rollback()
            failure = type(error).__name__
            note = outbox.give_up if isinstance(error, NeverSentError) else outbox.failed
            note(session, work, failure, now=_now())
            session.commit()
            log.warning("work failed", work=work.kind, attempts=work.attempts, failure=failure)
    return True


def _take(factory: sessionmaker[Session], kinds: tuple[str, ...]) -> Work | None:
    with factory() as session:
        if not outbox.waits(reading(session), now=_now(), kinds=kinds):
            return None
        session.rollback()
        work = outbox.lease_next(session, now=_now(), kinds=kinds)
        session.commit()
        return work


def _tidy(factory: sessionmaker[Session]) -> None:
    with factory() as session:
        throttles.forget_old(session, now=_now())
        sent_codes.forget_old(session, now=_now())
        session.commit()


def _now() -> datetime:
    return datetime.now(UTC)


def work_until(
    told_to_stop: threading.Event,
    factory: sessionmaker[Session],
    doing: Mapping[str, Handler],
    *,
    until_empty: bool,
) -> int:
    """Work until told to stop, or until nothing waits; returns how many pieces were done or tried."""
    tried, tidied = 0, _now() - TIDY_EVERY
    while not told_to_stop.is_set():
        try:
            if do_one(factory, doing):
                tried += 1
                continue
            if until_empty:
                break
            if _now() - tidied >= TIDY_EVERY:
                _tidy(factory)
                tidied = _now()
            told_to_stop.wait(REST)
        except OperationalError as error:
            if until_empty:
                raise
            log.warning("no database", failure=type(error).__name__)
            told_to_stop.wait(LONG_REST)
    return tried


@click.command("work")
@click.option("--once", is_flag=True, help="Do one piece of work, if any, and leave.")
@click.option("--until-empty", is_flag=True, help="Leave when nothing waits.")
@with_appcontext
def command(once: bool, until_empty: bool) -> None:
    """Send letters and SMS and look again at what changed, until told to stop."""
    factory = current_app.extensions["sessions"]
    doing = handlers(current_app)
    if once:
        click.echo("Did one piece of work." if do_one(factory, doing) else "Nothing waits.")
        return
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        # The piece in hand is finished first.
        signal.signal(number, lambda _number, _frame: told_to_stop.set())
    tried = work_until(told_to_stop, factory, doing, until_empty=until_empty)
    click.echo(f"Pieces of work done or tried: {tried}.")
