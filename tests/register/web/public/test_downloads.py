"""Everything to take away: the published bytes, streamed, with a checksum that fits."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from flask import Response
from flask.testing import FlaskClient

from bods.exports import formats
from bods.publication import DATA, GUIDE, SUMS, PublishedFile
from register.extensions import db
from register.store import companies, published, published_downloads, published_files
from register.store.published_files import Edition
from register.web.public.forms import _LEAVES_OUT, form_of, good_for
from register.web.public.pieces import FRAMINGS, IN_A_PIECE
from tests.factories.page import Page
from tests.register.web.public.conftest import Small


def texts(small: Small, up_to: int | None = None) -> list[bytes]:
    with small.app.app_context():
        return list(published.texts(db.session))[:up_to]


@pytest.mark.parametrize("code", sorted(FRAMINGS))
def test_a_file_holds_the_published_texts_byte_for_byte(client: FlaskClient, small: Small, code: str) -> None:
    (wanted,) = [each for each in formats() if each.code == code]
    file = BytesIO()
    wanted.write(texts(small), file)

    answer = client.get(f"/data/bods.{code}")

    assert answer.data == file.getvalue()
    assert answer.mimetype == wanted.media_type
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert answer.headers["X-Log-Sequence"] == str(len(texts(small)))


@pytest.mark.parametrize("code", sorted(FRAMINGS))
def test_the_checksum_is_that_of_the_file_under_its_name(
    client: FlaskClient, small: Small, code: str
) -> None:
    file = client.get(f"/data/bods.{code}?up_to=5")
    digest, name = client.get(f"/data/bods.{code}.sha256?up_to=5").text.split()

    assert digest == sha256(file.data).hexdigest()
    assert name in file.headers["Content-Disposition"]


def test_the_file_up_to_a_number_stays_the_same(client: FlaskClient, small: Small) -> None:
    assert client.get("/data/bods.jsonl?up_to=3").data == b"\n".join(texts(small, 3)) + b"\n"
    assert client.get("/data/bods.jsonl?up_to=99999").status_code == 404
    assert client.get("/data/bods.xyz").status_code == 404


def test_the_file_is_streamed_and_not_asked_for_twice(client: FlaskClient, small: Small) -> None:
    with small.app.test_request_context("/data/bods.json"):
        small.app.preprocess_request()
        raw = small.app.make_response(small.app.dispatch_request())
        streamed = isinstance(raw, Response) and isinstance(raw.response, Iterator) and raw.is_streamed
        raw.close()

    assert streamed

    etag = client.get("/data/bods.json").headers["ETag"]
    assert client.get("/data/bods.json", headers={"If-None-Match": etag}).status_code == 304


def test_a_slow_reader_keeps_nobody_from_writing(client: FlaskClient, small: Small) -> None:
    answer = client.get("/data/bods.jsonl", buffered=False)
    pieces = answer.iter_encoded()
    next(pieces)

    with small.app.app_context():
        company = companies.create(
            db.session, name="Gama Ltd", scheme="KE-RCO", number="PVT-GAMA01", now=datetime.now(UTC)
        )
        db.session.commit()

    assert company.name == "Gama Ltd"
    assert b"".join(pieces).endswith(b"\n")
    answer.close()


def test_the_page_tells_the_sizes_of_the_files_as_they_are(client: FlaskClient, small: Small) -> None:
    page = Page(client.get("/data").text)
    with small.app.app_context():
        weight = published_downloads.weight(db.session, len(texts(small)))

    for code, framing in FRAMINGS.items():
        assert framing.size(weight.statements, weight.octets) == len(client.get(f"/data/bods.{code}").data)
        assert f"bods.{code}?up_to={weight.statements}" in page.source


def test_made_files_are_listed_with_size_day_checksum_and_what_they_leave_out(
    client: FlaskClient, small: Small
) -> None:
    build(small)

    page = Page(client.get("/data").text)

    known = newest(small)
    for file in known.publication.files:
        assert f"/data/files/{known.name}/{file.name}" in page.source
        assert file.sha256 in page.source
    for name in (DATA, GUIDE, SUMS):
        assert f"/data/files/{known.name}/{name}" in page.source
    assert page.source.count("each record stands as it was stated last") == 1
    assert f"made on {known.publication.made_at.astimezone(ZoneInfo('Africa/Nairobi')).day}" in page.source


def test_every_form_has_words_of_ours(small: Small) -> None:
    with small.app.test_request_context():
        unsaid = {
            each.code
            for each in formats()
            if good_for(each.code, "nothing is said") == "nothing is said"
            or form_of(PublishedFile("", each.code, "", "", 0, "", each.leaves_out)).leaves_out
            not in {None, _LEAVES_OUT.get(each.code)}
        }

    assert unsaid == set()


def test_a_made_file_is_sent_as_it_lies_there(client: FlaskClient, small: Small) -> None:
    build(small)
    known = newest(small)

    for file in known.publication.files:
        answer = client.get(f"/data/files/{known.name}/{file.name}", buffered=True)
        assert sha256(answer.data).hexdigest() == file.sha256
        assert answer.mimetype == file.media_type
        assert answer.headers["Content-Disposition"] == f"attachment; filename={file.name}"
        assert answer.headers["Content-Length"] == str(file.octets)
        assert answer.headers["Cache-Control"] == "public, max-age=60"
        assert answer.headers["X-Log-Sequence"] == str(known.sequence)
        etag = {"If-None-Match": answer.headers["ETag"]}
        again = client.get(f"/data/files/{known.name}/{file.name}", headers=etag, buffered=True)
        assert again.status_code == 304


def test_a_broken_download_can_be_taken_up_where_it_broke(client: FlaskClient, small: Small) -> None:
    build(small)
    whole = client.get("/data/files/current/bods.jsonl", buffered=True).data

    rest = client.get("/data/files/current/bods.jsonl", headers={"Range": "bytes=100-"}, buffered=True)

    assert (rest.status_code, rest.data) == (206, whole[100:])


def test_guide_description_and_checksums_are_read_in_the_browser(client: FlaskClient, small: Small) -> None:
    build(small)

    for name, kind in ((GUIDE, "text/plain"), (SUMS, "text/plain"), (DATA, "application/json")):
        answer = client.get(f"/data/files/current/{name}", buffered=True)
        assert answer.mimetype == kind
        assert answer.headers["Content-Disposition"].startswith("inline")
        answer.data.decode("utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "current/nothing.csv",
        "7000/bods.csv",
        "../bods.csv",
        "current/..%2f.building",
        "%2e%2e/umiliki.db",
        "current/",
    ],
)
def test_nothing_else_is_sent(client: FlaskClient, small: Small, address: str) -> None:
    build(small)

    assert client.get(f"/data/files/{address}").status_code == 404


def build(small: Small) -> None:
    said = small.app.test_cli_runner().invoke(args=["build-downloads"], catch_exceptions=False)
    assert said.exit_code == 0, said.output


def newest(small: Small) -> Edition:
    known = published_files.newest(small.app.extensions["config"].data)
    assert known is not None
    return known


@pytest.mark.parametrize("number", [0, 1, IN_A_PIECE - 1, IN_A_PIECE, IN_A_PIECE + 1, 3 * IN_A_PIECE])
@pytest.mark.parametrize("code", sorted(FRAMINGS))
def test_pieces_come_to_the_very_file_and_to_its_size(code: str, number: int) -> None:
    many = [b'{"n":%d}' % each for each in range(number)]
    (wanted,) = [each for each in formats() if each.code == code]
    file = BytesIO()
    wanted.write(many, file)

    pieces = list(FRAMINGS[code].pieces(many))

    assert b"".join(pieces) == file.getvalue()
    assert FRAMINGS[code].size(number, sum(map(len, many))) == len(file.getvalue())
    assert len(pieces) <= number // IN_A_PIECE + 2


def test_a_statement_can_be_checked_against_its_leaf_in_the_log(client: FlaskClient, small: Small) -> None:
    with small.app.app_context():
        latest = published.latest(db.session)
    assert latest is not None

    answer = client.get(f"/statements/{latest.statement_id}.json")

    salt = bytes.fromhex(answer.headers["X-Log-Salt"])
    leaf = sha256(b"\x00" + sha256(salt + answer.data).digest()).hexdigest()
    assert leaf == latest.leaf_hash == answer.headers["X-Log-Leaf-Hash"]
    assert leaf in client.get(f"/statements/{latest.statement_id}").text
