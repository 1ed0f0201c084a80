"""The doors for people and machines: each module with a `door` is one blueprint, and no door leans on another."""

from datetime import UTC, datetime
from importlib import import_module
from pkgutil import iter_modules
from zoneinfo import ZoneInfo

from flask import Flask, current_app, g, request, url_for
from werkzeug.middleware.proxy_fix import ProxyFix

from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import published
from register.web import errors, guard, headers, static_files, words

#: Languages with a catalogue of their own, in the order of the switch.
LANGUAGES = (("en", "English"), ("sw", "Kiswahili"))


def locale() -> str:
    """The language of this page: chosen by the reader, else the best their browser asks for."""
    codes = [code for code, _ in LANGUAGES]
    chosen = request.cookies.get("language") if request else None
    if chosen in codes:
        return str(chosen)
    return (request.accept_languages.best_match(codes) if request else None) or "en"


def open_doors(app: Flask) -> None:
    """Put guard, headers and error pages in place, then the doors themselves."""
    config = app.extensions["config"]
    guard.stand_before(app)
    headers.add_to(app)
    errors.add_to(app)
    words.add_to(app)
    for module in iter_modules(__path__):
        door = getattr(import_module(f"{__name__}.{module.name}"), "door", None)
        if door is not None and (config.demo or door.name != "dev"):
            app.register_blueprint(door)
    app.context_processor(_shown_on_every_page)
    if config.proxies:
        app.wsgi_app = ProxyFix(
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )  # type: ignore[method-assign]


def _shown_on_every_page() -> dict[str, object]:
    jurisdiction: Jurisdiction = current_app.extensions["jurisdiction"]
    return {
        "jurisdiction": jurisdiction,
        "principal": None if "page_stands_alone" in g else guard.current_principal(),
        "languages": [(code, label, code == locale()) for code, label in LANGUAGES],
        "static_url": static_files.static_url,
        "today": datetime.now(UTC).astimezone(ZoneInfo(jurisdiction.timezone)).date(),
        "latest_entry": None if "page_stands_alone" in g else published.latest(db.session),
        "demo_outbox": url_for("dev.letters") if current_app.extensions["config"].demo else None,
    }
