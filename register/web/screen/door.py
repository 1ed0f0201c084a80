"""Where the screens of procurement officers hang: under /tenders."""

from flask import Blueprint

door = Blueprint("screen", __name__, url_prefix="/tenders")
