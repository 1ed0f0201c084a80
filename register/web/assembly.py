"""Builds the application from its settings: database, words, guard and doors."""

from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from zoneinfo import ZoneInfo

from flask import Flask, current_app, g, request, url_for
from flask.json.provider import DefaultJSONProvider
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from register import logs, web
from register.config import Config
from register.extensions import babel, csrf, db
from register.gateways.oidc import provider
from register.jurisdictions import Jurisdiction, load
from register.store import published
from register.store.engine import open_engine, session_factory
from register.store.vault import open_vault
from register.web import errors, gate, guard, headers, static_files, withheld, words
from register.web.ruling import rules_today

PACKAGE = Path(__file__).resolve().parents[1]
BESIDE = PACKAGE.parent / "templates"

#: Languages with a catalogue of their own, in the order of the switch.
LANGUAGES = (("en", "English"), ("sw", "Kiswahili"))


def assemble(config: Config) -> Flask:
    """Make the application and open every door; see `register.create_app`."""
    logs.configure()
    jurisdiction = load(config.jurisdiction)
    vault = open_vault(config.keys, create=True)
    if not config.database_url:
        config.data.mkdir(parents=True, exist_ok=True)
    engine = open_engine(config.url)

    app = Flask(
        "register", template_folder=BESIDE if BESIDE.is_dir() else PACKAGE / "templates", static_folder=None
    )
    app.config.from_mapping(
        _flask_settings(config), SECRET_KEY=vault.cookies.hex(), BABEL_DEFAULT_TIMEZONE=jurisdiction.timezone
    )
    app.extensions |= {
        "config": config,
        "jurisdiction": jurisdiction,
        "engine": engine,
        "oidc": provider(config),
        "sessions": session_factory(engine, vault),
        "vault": vault,
    }
    app.json = _PlainJSON(app)
    babel.init_app(app, locale_selector=locale)
    gate.stand_before(app)
    csrf.init_app(app)
    app.teardown_appcontext(db.close)
    guard.stand_before(app)
    withheld.stand_before(app)
    headers.add_to(app)
    errors.add_to(app)
    words.add_to(app)
    app.context_processor(_shown_on_every_page)
    app.url_map.converters["int"] = _RowNumber
    _open_doors(app)
    if config.proxies:
        stood_before = ProxyFix(
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )
        app.wsgi_app = stood_before  # type: ignore[method-assign]  # Flask's own way to wrap an application
    return app


class _RowNumber(IntegerConverter):
    """A row's number in an address; one that no database counts to is an unknown address, not a fault."""

    def __init__(self, map: Map) -> None:  # noqa: A002 (werkzeug's own word)
        super().__init__(map, max=2**31 - 1)


class _PlainJSON(DefaultJSONProvider):
    ensure_ascii = False
    sort_keys = False


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
        "BABEL_TRANSLATION_DIRECTORIES": str(PACKAGE / "translations"),
        "BABEL_DEFAULT_LOCALE": "en",
    }


def _open_doors(app: Flask) -> None:
    """Every module of `web` with a `door` is one; the demo's outbox opens in the demo alone."""
    for module in iter_modules(web.__path__):
        door = getattr(import_module(f"register.web.{module.name}"), "door", None)
        if door is not None and (door.name != "dev" or app.extensions["config"].demo):
            app.register_blueprint(door)


def locale() -> str:
    """The language of this page: chosen by the reader, else the best their browser asks for."""
    if not request:
        return "en"
    codes = [code for code, _ in LANGUAGES]
    chosen = request.cookies.get("language")
    return chosen if chosen in codes else request.accept_languages.best_match(codes) or "en"


def _shown_on_every_page() -> dict[str, object]:
    jurisdiction: Jurisdiction = current_app.extensions["jurisdiction"]
    alone = "page_stands_alone" in g
    return {
        "jurisdiction": jurisdiction if alone else rules_today(),
        "principal": None if alone else guard.current_principal(),
        "languages": [(code, label, code == locale()) for code, label in LANGUAGES],
        "static_url": static_files.static_url,
        "today": datetime.now(UTC).astimezone(ZoneInfo(jurisdiction.timezone)).date(),
        "latest_entry": None if alone else published.latest(db.session),
        "demo_outbox": url_for("dev.letters") if current_app.extensions["config"].demo else None,
    }
