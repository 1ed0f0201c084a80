"""Stylesheet, script and arms, under addresses that change with their content so that they can be kept for ever."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, abort, send_from_directory, url_for
from werkzeug.wrappers import Response

from register.access import Permission
from register.web.guard import allow

FOLDER = Path(__file__).resolve().parents[1] / "static"
door = Blueprint("static_files", __name__)


@lru_cache
def _stamp(name: str) -> str:
    return sha256((FOLDER / name).read_bytes()).hexdigest()[:12]


@lru_cache
def _names() -> frozenset[str]:
    return frozenset(each.name for each in FOLDER.iterdir() if each.is_file())


def static_url(name: str) -> str:
    """The address of a file of the stylesheet's folder."""
    return url_for("static_files.file", stamp=_stamp(name), name=name)


@door.get("/files/<stamp>/<name>")
@allow(Permission.READ_PUBLIC)
def file(stamp: str, name: str) -> Response:
    if name not in _names() or stamp != _stamp(name):
        abort(404)
    response = send_from_directory(FOLDER, name)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
