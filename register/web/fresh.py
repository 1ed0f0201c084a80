"""What weighs most asks again who one is: a signature, a look at private answers."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import ParamSpec

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from register.web.guard import signed_in

P = ParamSpec("P")
#: How long a passphrase given stands for the person at the keyboard.
FRESH = timedelta(minutes=5)


def proved_lately() -> bool:
    """Whether the person asking gave their passphrase (or another proof) within the last five minutes."""
    proved = signed_in().proved_at
    return proved is not None and datetime.now(UTC) - proved <= FRESH


def fresh(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Let a view run for somebody who proved lately who they are; others do so first and come back to the same page."""

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        return view(*args, **kwargs) if proved_lately() else prove_first()

    return asked


def prove_first() -> ResponseReturnValue:
    """Lead to the page that asks for the passphrase, and from there back to the page that was asked for."""
    return redirect(url_for("account.prove_again", next=request.full_path.rstrip("?")), 303)
