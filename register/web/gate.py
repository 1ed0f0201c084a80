"""How much a request may bring: asked before any form is read, and before anybody's file is."""

import socket
import threading
from contextlib import suppress
from io import BytesIO
from typing import IO

from flask import Flask, Request, abort, current_app, request

from register.access import Permission, allowed
from register.uploads import LARGEST_PAPER
from register.web.guard import SAFE, current_principal

#: Bytes of a form without files, and what a form with a file may have around it.
FORM = 64 * 1024
FILES, FIELDS = "multipart/form-data", "application/x-www-form-urlencoded"
#: Fields of one form, and names in one address.
MOST_FIELDS = 1000
#: Seconds in which a form must have come, and bytes a second at which a larger body may.
PATIENCE = 25
SLOWEST = 32 * 1024


class InMemoryRequest(Request):
    """A request whose files never touch the disk unsealed."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def stand_before(app: Flask) -> None:
    """Must come before whatever reads a form, the check for forged posts too."""
    app.request_class = InMemoryRequest
    app.before_request(_not_too_much)


def _not_too_much() -> None:
    if request.query_string.count(b"&") >= MOST_FIELDS:
        abort(413)
    if request.method in SAFE:
        return
    if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
        abort(400)  # a body that does not say how long it is
    view = current_app.view_functions.get(request.endpoint or "")
    if request.mimetype == FILES and getattr(view, "takes_files", False) and _may_send(view):
        request.max_content_length = LARGEST_PAPER + FORM
    if (request.content_length or 0) > (request.max_content_length or FORM):
        abort(413)
    body = _read_in_time()
    if request.mimetype == FIELDS and body.count(b"&") >= MOST_FIELDS:
        abort(413)


def _may_send(view: object) -> bool:
    """Only somebody who may open the route may send it much."""
    permission = getattr(view, "permission", None)
    return isinstance(permission, Permission) and allowed(current_principal(), permission)


def _read_in_time() -> bytes:
    """The whole body; one that trickles in is cut off and refused, so that its thread is free again for others."""
    connection = request.environ.get("gunicorn.socket")
    length = request.content_length or 0
    if not isinstance(connection, socket.socket) or not length:
        return request.get_data()
    timer = threading.Timer(PATIENCE + max(0, length - FORM) / SLOWEST, _shut, (connection,))
    timer.daemon = True
    timer.start()
    try:
        return request.get_data()
    finally:
        timer.cancel()


def _shut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RD)
