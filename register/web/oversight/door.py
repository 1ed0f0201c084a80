"""Where the screens of oversight hang: under /oversight."""

from flask import Blueprint

door = Blueprint("oversight", __name__, url_prefix="/oversight")
