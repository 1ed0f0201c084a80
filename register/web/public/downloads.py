"""Everything that is published, to take away: what there is, under which rules, and the files with their checksums."""

from collections.abc import Iterator
from hashlib import sha256

from flask import Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue

from bods.exports import Format, formats
from register.access import Permission
from register.extensions import db
from register.store import published, published_downloads
from register.web.guard import allow
from register.web.public.door import door
from register.web.public.known import law, today
from register.web.public.pieces import FRAMINGS


@door.get("/data")
@allow(Permission.READ_PUBLIC)
def downloads() -> ResponseReturnValue:
    latest = published.latest(db.session)
    weight = published_downloads.weight(db.session, latest.sequence if latest else 0)
    return render_template(
        "public/data.html",
        latest=latest,
        counts=published.counts(db.session),
        weight=weight,
        files=[(each, FRAMINGS[each.code].size(weight.statements, weight.octets)) for each in _streamed()],
        law=law(),
        as_of=today(),
    )


@door.get("/data/bods.<code>")
@allow(Permission.READ_PUBLIC)
def everything(code: str) -> ResponseReturnValue:
    """All statements up to a number of the log, streamed; `up_to` defaults to the newest."""
    wanted, up_to = _format(code), _up_to()
    response = Response(
        _file(wanted, up_to),
        mimetype=wanted.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="bods-{up_to}{wanted.suffix}"',
            "X-Log-Sequence": str(up_to),
            # Told beforehand: werkzeug would else join the whole file to measure it.
            "Content-Length": str(_size(wanted, up_to)),
        },
    )
    response.set_etag(f"{wanted.code}-{up_to}")
    return response.make_conditional(request)


@door.get("/data/bods.<code>.sha256")
@allow(Permission.READ_PUBLIC)
def checksum(code: str) -> ResponseReturnValue:
    """The checksum of the same file, as `sha256sum --check` reads it."""
    wanted, up_to = _format(code), _up_to()
    digest = sha256()
    for piece in _file(wanted, up_to):
        digest.update(piece)
    return Response(f"{digest.hexdigest()}  bods-{up_to}{wanted.suffix}\n", mimetype="text/plain")


def _file(wanted: Format, up_to: int) -> Iterator[bytes]:
    sessions = current_app.extensions["sessions"]
    return FRAMINGS[wanted.code].pieces(published_downloads.texts_up_to(sessions, up_to))


def _size(wanted: Format, up_to: int) -> int:
    weight = published_downloads.weight(db.session, up_to)
    return FRAMINGS[wanted.code].size(weight.statements, weight.octets)


def _streamed() -> list[Format]:
    """The formats that can be sent while they are being written."""
    return [each for each in formats() if each.code in FRAMINGS]


def _format(code: str) -> Format:
    return next((each for each in _streamed() if each.code == code), None) or abort(404)


def _up_to() -> int:
    """The number of the log to which the file reaches: the one asked for, or the newest there is."""
    latest = published.latest(db.session)
    newest = latest.sequence if latest else 0
    asked = request.args.get("up_to", newest, type=int)
    return asked if 0 <= asked <= newest else abort(404)
