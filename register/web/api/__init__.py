"""The door for machines: the public log, page by page; everything else is a public page with .json behind it."""

import orjson
from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import published_log
from register.store.published import PublishedStatement
from register.store.published_log import Redacted
from register.web.guard import allow

door = Blueprint("api", __name__, url_prefix="/api")

#: Entries on one page.
MOST = 500


@door.get("/published.jsonl")
@allow(Permission.READ_PUBLIC)
def entries() -> ResponseReturnValue:
    """Entries of the log after a number, one a line: sequence, salt, leaf hash and the text as published.

    The leaf hash is SHA-256(0x00 || SHA-256(salt || text)), all hexadecimal but the text. An entry that was redacted
    keeps its number and leaf hash and has neither salt nor text; the entry that redacts it has those of the statement as
    it is now.
    """
    after = request.args.get("after", "0")
    if not (after.isascii() and after.isdigit() and len(after) < 16):
        abort(400)
    found = published_log.entries(db.session, int(after), MOST)
    response = Response(b"".join(_line(entry) for entry in found), mimetype="application/jsonl")
    response.headers["Cache-Control"] = "public, max-age=60"
    if len(found) == MOST:
        following = url_for("api.entries", after=found[-1].sequence)
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _line(entry: PublishedStatement | Redacted) -> bytes:
    told = _redaction(entry) if isinstance(entry, Redacted) else _statement(entry)
    return orjson.dumps(told) + b"\n"


def _statement(entry: PublishedStatement) -> dict[str, object]:
    told: dict[str, object] = {"sequence": entry.sequence, "publishedAt": entry.published_at}
    if entry.redacted_by is not None:
        return told | {
            "salt": None,
            "leafHash": entry.first_leaf,
            "text": None,
            "statementId": entry.statement.statement_id,
            "redactedBy": entry.redacted_by,
        }
    return told | {"salt": entry.salt, "leafHash": entry.leaf_hash, "text": entry.text.decode()}


def _redaction(entry: Redacted) -> dict[str, object]:
    redaction, now = entry.redaction, entry.statement
    is_newest = now.redacted_by == entry.sequence
    return {
        "sequence": entry.sequence,
        "publishedAt": redaction.redacted_at,
        "salt": now.salt if is_newest else None,
        "leafHash": redaction.leaf_hash,
        "text": now.text.decode() if is_newest else None,
        "statementId": redaction.statement_id,
        "redacts": redaction.published_sequence,
    } | ({} if is_newest else {"redactedBy": now.redacted_by})
