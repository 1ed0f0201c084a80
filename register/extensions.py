"""What the doors share: the database session of one request or command, and the translations."""

from flask import current_app, g
from flask_babel import Babel
from flask_wtf import CSRFProtect
from sqlalchemy.orm import Session, sessionmaker

babel = Babel()
csrf = CSRFProtect()


class Database:
    """One session for each request or command, opened at first use and always closed."""

    @property
    def session(self) -> Session:
        if "database_session" not in g:
            factory: sessionmaker[Session] = current_app.extensions["sessions"]
            g.database_session = factory()
        session: Session = g.database_session
        return session

    def close(self, _error: BaseException | None = None) -> None:
        session: Session | None = g.pop("database_session", None)
        if session is not None:
            session.close()


db = Database()
