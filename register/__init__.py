"""The register: puts the parts together and decides nothing."""

import os
from pathlib import Path

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from register import commands, web
from register.config import Config, config_from
from register.extensions import babel, csrf, db
from register.jurisdictions import load
from register.store.engine import open_engine, session_factory
from register.store.vault import open_vault

HERE = Path(__file__).resolve().parent
BESIDE = HERE.parent / "templates"


def create_app(config: Config | None = None) -> Flask:
    """Make the register from its settings (by default those of the environment).

    Raises SettingError, KeyFileError or JurisdictionError, each saying what to do.
    """
    config = config or config_from(os.environ)
    vault = open_vault(config.keys, create=True)
    engine = open_engine(_ready(config))

    app = Flask(__name__, template_folder=BESIDE if BESIDE.is_dir() else HERE / "templates")
    app.config.from_mapping(_flask_settings(config), SECRET_KEY=vault.cookies.hex())
    jurisdiction = load(config.jurisdiction)
    app.config["BABEL_DEFAULT_TIMEZONE"] = jurisdiction.timezone
    app.extensions |= {
        "config": config,
        "jurisdiction": jurisdiction,
        "engine": engine,
        "sessions": session_factory(engine, vault),
    }
    app.json = _PlainJSON(app)
    babel.init_app(app, locale_selector=web.locale)
    csrf.init_app(app)
    app.teardown_appcontext(db.close)
    web.open_doors(app)
    commands.add_to(app)
    return app


class _PlainJSON(DefaultJSONProvider):
    ensure_ascii = False
    sort_keys = False


def _ready(config: Config) -> str:
    if not config.database_url:
        config.data.mkdir(parents=True, exist_ok=True)
    return config.url


def _flask_settings(config: Config) -> dict[str, object]:
    return {
        "TRUSTED_HOSTS": [host.strip() for host in config.trusted_hosts.split(",") if host.strip()],
        "MAX_CONTENT_LENGTH": 64 * 1024,
        "MAX_FORM_MEMORY_SIZE": 64 * 1024,
        "MAX_FORM_PARTS": 1000,
        "SESSION_COOKIE_NAME": "__Host-form" if config.secure_cookies else "form",
        "SESSION_COOKIE_SECURE": config.secure_cookies,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": 8 * 3600,
        "BABEL_TRANSLATION_DIRECTORIES": str(HERE / "translations"),
        "BABEL_DEFAULT_LOCALE": "en",
    }
