"""The public's door itself; every page hangs on it."""

from flask import Blueprint

door = Blueprint("public", __name__)
