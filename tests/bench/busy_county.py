"""Fill an empty register with a county after years of work, to look at its screens at that size.

    python -m tests.bench.busy_county --data FOLDER [--tenders 1000] [--suppliers 600]

Everything goes through the register's own actions. The ready-made people of the demo can sign in to it:
`UMILIKI_DEMO=yes UMILIKI_SECURE_COOKIES=no UMILIKI_DATA=FOLDER flask --app wsgi run`.
"""

import time
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from register import create_app
from register.actions.load_example import load_example
from register.config import Config
from register.extensions import db
from register.gateways.viruses import scanner
from register.store import schema
from tests.factories.busy_county import Sizes, busy_county


def filled(folder: Path, sizes: Sizes) -> Flask:
    """The application of a register that is filled."""
    config = Config(data=folder, secure_cookies=False, demo=True)
    app = create_app(config)
    schema.upgrade(app.extensions["engine"])
    jurisdiction, now = app.extensions["jurisdiction"], datetime.now(UTC)
    county = busy_county(jurisdiction.day_of(now), sizes)
    with app.app_context():
        load_example(
            db.session, county, data=folder, scanner=scanner(config), jurisdiction=jurisdiction, now=now
        )
        db.session.commit()
    return app


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tenders", type=int, default=Sizes().tenders)
    parser.add_argument("--suppliers", type=int, default=Sizes().suppliers)
    asked = parser.parse_args()
    asked.data.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    filled(asked.data, Sizes(asked.tenders, asked.suppliers))
    print(f"{asked.tenders} tenders of {asked.suppliers} suppliers in {time.monotonic() - start:.0f} s.")


if __name__ == "__main__":
    main()
