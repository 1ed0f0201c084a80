"""The worker with a fault planted in it: it marks a letter as sent, commits, and sends it afterwards."""

import time
from collections.abc import Mapping

from sqlalchemy.orm import Session, sessionmaker

from register.commands import work
from register.store import outbox
from wsgi import app

__all__ = ["app"]
#: Seconds between the mark and the letter: long enough to be killed in between.
LATE = 0.2


def marks_first(factory: sessionmaker[Session], doing: Mapping[str, work.Handler]) -> bool:
    """Say that a letter is sent, then send it."""
    taken = work._take(factory, tuple(doing))
    if taken is None:
        return False
    with factory() as session:
        outbox.done(session, taken, now=work._now())
        session.commit()
        time.sleep(LATE)
        doing[taken.kind](session, taken)
    return True


work.do_one = marks_first
