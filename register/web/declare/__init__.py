"""The supplier's door: declaring who owns the company, and the owners' own page."""

from flask import Blueprint
from flask_wtf.csrf import CSRFError

from register.web.declare import asking, beginning, checking, receipt, removing, typed
from register.web.declare.owning import confirm_owner

door = Blueprint("declare", __name__, url_prefix="/declare")

READ, ASK, DO = ["GET"], ["GET", "POST"], ["POST"]

door.add_url_rule("/", "start", beginning.start, methods=READ)
door.add_url_rule("/<int:company_id>/", "tasks", beginning.tasks, methods=READ)
door.add_url_rule("/<int:company_id>/begin", "begin", beginning.begin, methods=DO)
door.add_url_rule("/<int:company_id>/check", "check", checking.check, methods=READ)
door.add_url_rule("/<int:company_id>/sign", "sign", checking.sign, methods=ASK)
door.add_url_rule("/<int:company_id>/done/<reference>", "confirmation", receipt.confirmation, methods=READ)
door.add_url_rule("/<int:company_id>/<slug>/<key>/remove", "remove", removing.remove, methods=ASK)
door.add_url_rule("/<int:company_id>/<slug>", "answer", asking.answer, methods=ASK)
door.add_url_rule("/<int:company_id>/<slug>/<key>", "answer", asking.answer, methods=ASK)
door.add_url_rule("/owner/<secret>", "confirm_owner", confirm_owner, methods=ASK)
door.register_error_handler(CSRFError, typed.page_too_old)
