"""The supplier's door: declaring who owns the company, and the owners' own page."""

from flask import Blueprint
from flask_wtf.csrf import CSRFError

from register.web.declare import (
    asking,
    beginning,
    checking,
    invited,
    life,
    many,
    papers,
    receipt,
    removing,
    resuming,
    sharing,
    typed,
    verifying,
)
from register.web.declare.owning import confirm_owner

door = Blueprint("declare", __name__, url_prefix="/declare")

READ, ASK, DO = ["GET"], ["GET", "POST"], ["POST"]

door.add_url_rule("/", "start", beginning.start, methods=READ)
door.add_url_rule("/many", "many", many.many, methods=ASK)
door.add_url_rule("/many/template.<any(xlsx, csv):ending>", "many_template", many.many_template, methods=READ)
door.add_url_rule("/many/<file>", "many_seen", many.many_seen, methods=READ)
door.add_url_rule("/many/<file>/faults.csv", "many_faults", many.many_faults, methods=READ)
door.add_url_rule("/<int:company_id>/", "tasks", beginning.tasks, methods=READ)
door.add_url_rule("/<int:company_id>/begin", "begin", beginning.begin, methods=DO)
door.add_url_rule("/<int:company_id>/send-link", "send_link", resuming.send_link, methods=DO)
door.add_url_rule("/<int:company_id>/check", "check", checking.check, methods=READ)
door.add_url_rule("/<int:company_id>/sign", "sign", checking.sign, methods=ASK)
door.add_url_rule("/<int:company_id>/done/<reference>", "confirmation", receipt.confirmation, methods=READ)
door.add_url_rule(
    "/<int:company_id>/done/<reference>/<any(form, receipt):kind>.pdf", "paper", papers.paper, methods=READ
)
door.add_url_rule("/<int:company_id>/bids", "bids", sharing.bids, methods=ASK)
door.add_url_rule("/<int:company_id>/bids/<code>/revoke", "revoke_code", sharing.revoke_code, methods=DO)
door.add_url_rule("/receipt/<reference>/<mark>", "verify", verifying.verify, methods=READ)
life.add_to(door)
door.add_url_rule("/<int:company_id>/<slug>/<key>/remove", "remove", removing.remove, methods=ASK)
door.add_url_rule("/<int:company_id>/<slug>", "answer", asking.answer, methods=ASK)
door.add_url_rule("/<int:company_id>/<slug>/<key>", "answer", asking.answer, methods=ASK)
door.add_url_rule("/invited/<secret>", "invited", invited.invited, methods=ASK)
door.add_url_rule("/owner/<secret>", "confirm_owner", confirm_owner, methods=ASK)
door.register_error_handler(CSRFError, typed.page_too_old)
