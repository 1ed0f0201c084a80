"""For machines that look after the register: is it alive, is it ready."""

from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DBAPIError

from register.access import Permission
from register.store import schema
from register.web.guard import allow

door = Blueprint("health", __name__)


@door.get("/healthz")
@allow(Permission.READ_PUBLIC)
def alive() -> ResponseReturnValue:
    return jsonify(alive=True)


@door.get("/readyz")
@allow(Permission.READ_PUBLIC)
def ready() -> ResponseReturnValue:
    try:
        current = schema.is_current(current_app.extensions["engine"])
    except DBAPIError:
        current = False
    return jsonify(ready=current), 200 if current else 503
