"""The life of a declaration at the supplier's door: changes, confirmations, corrections, questions, history."""

from flask import Blueprint

from register.web.declare.life import again, answering, changing, history, one

READ, ASK, DO = ["GET"], ["GET", "POST"], ["POST"]


def add_to(door: Blueprint) -> None:
    """Hang the pages on the supplier's door."""
    company = "/<int:company_id>"
    made = f"{company}/declarations/<reference>"
    door.add_url_rule(f"{company}/history", "history", history.history, methods=READ)
    door.add_url_rule(made, "declaration", one.declaration, methods=READ)
    door.add_url_rule(f"{made}/answer", "reply", answering.reply, methods=ASK)
    door.add_url_rule(f"{made}/withdraw", "withdraw", one.withdraw, methods=ASK)
    door.add_url_rule(f"{company}/change", "change", changing.change, methods=ASK)
    door.add_url_rule(f"{company}/cease", "cease", changing.cease, methods=ASK)
    door.add_url_rule(f"{company}/correct", "correct", changing.correct, methods=ASK)
    door.add_url_rule(f"{company}/discard", "discard", changing.discard, methods=ASK)
    door.add_url_rule(f"{company}/confirm", "confirm_unchanged", again.confirm, methods=ASK)
    door.add_url_rule(f"{company}/dissolved", "dissolved", again.dissolved, methods=ASK)
