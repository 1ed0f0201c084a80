"""The door for machines: the public log, page by page; everything else is a public page with .json behind it."""

import orjson
from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import published
from register.store.published import PublishedStatement
from register.web.guard import allow

door = Blueprint("api", __name__, url_prefix="/api")

#: Entries on one page.
MOST = 500


@door.get("/published.jsonl")
@allow(Permission.READ_PUBLIC)
def entries() -> ResponseReturnValue:
    """Entries of the log after a number, one a line: sequence, salt, leaf hash and the text as published.

    The leaf hash is SHA-256(0x00 || SHA-256(salt || text)), all hexadecimal but the text.
    """
    after = request.args.get("after", "0")
    if not (after.isascii() and after.isdigit() and len(after) < 16):
        abort(400)
    found = published.entries(db.session, int(after), MOST)
    response = Response(b"".join(_line(entry) for entry in found), mimetype="application/jsonl")
    response.headers["Cache-Control"] = "public, max-age=60"
    if len(found) == MOST:
        following = url_for("api.entries", after=found[-1].sequence)
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _line(entry: PublishedStatement) -> bytes:
    return (
        orjson.dumps(
            {
                "sequence": entry.sequence,
                "publishedAt": entry.published_at,
                "salt": entry.salt,
                "leafHash": entry.leaf_hash,
                "text": entry.text.decode(),
            }
        )
        + b"\n"
    )
