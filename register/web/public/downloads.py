"""Everything that is published, to take away: what there is, under which rules, and the files with their checksums."""

from collections.abc import Iterator
from hashlib import sha256

from flask import Response, abort, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue

from bods.exports import Format, formats
from bods.publication import DATA, PublishedFile
from register.access import Permission
from register.extensions import db
from register.store import published, published_downloads, published_files, published_redactions
from register.store.published_files import Edition
from register.web.guard import allow
from register.web.public.door import door
from register.web.public.forms import form_of, good_for
from register.web.public.known import law, today
from register.web.public.pieces import FRAMINGS


@door.get("/data")
@allow(Permission.READ_PUBLIC)
def downloads() -> ResponseReturnValue:
    latest = published.latest(db.session)
    weight = published_downloads.weight(db.session, latest.sequence if latest else 0)
    edition = _given_out(published_files.CURRENT)
    return render_template(
        "public/data.html",
        latest=latest,
        counts=published.counts(db.session),
        weight=weight,
        edition=edition,
        forms=[form_of(each) for each in edition.publication.files] if edition else [],
        streamed=[
            (
                each,
                good_for(each.code, each.title),
                FRAMINGS[each.code].size(weight.statements, weight.octets),
            )
            for each in _streamed()
        ],
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
    response.set_etag(f"{wanted.code}-{up_to}-{published_redactions.latest(db.session)}")
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


@door.get("/data/files/<edition>/<name>")
@allow(Permission.READ_PUBLIC)
def made(edition: str, name: str) -> ResponseReturnValue:
    """A file of an edition that was made before; `current` stands for the newest."""
    known = _given_out(edition) or abort(404)
    path = published_files.file_in(known, name) or abort(404)
    data = next((each for each in known.publication.files if each.name == name), None)
    response = send_file(
        path,
        mimetype=_media_type(name, data),
        as_attachment=data is not None,
        download_name=name,
        etag=data.sha256 if data else True,
    )
    response.headers["X-Log-Sequence"] = str(known.sequence)
    return response


def _given_out(name: str) -> Edition | None:
    """An edition, unless something was redacted since it was made: it may hold what is withheld now."""
    known = published_files.edition(current_app.extensions["config"].data, name)
    if known is None or known.sequence < published_redactions.latest(db.session):
        return None
    return known


def _media_type(name: str, data: PublishedFile | None) -> str:
    """What the browser is told of a file; guide and checksums are to be read there."""
    if data is not None:
        return data.media_type
    return "application/json" if name == DATA else "text/plain"


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
