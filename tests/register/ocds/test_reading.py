"""Files in, releases and faults out, whatever the files hold."""

import gzip
import io
import json
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.ocds.reading import releases_in
from register.ocds.releases import Release
from tests.factories.releases import ROOF, example, party, read, told, written

APOSTROPHES = "'\u2019\u02bc\u02b9\u02bb\u0060\u00b4"


def ocids(source: bytes, file: str = "story.json") -> list[str]:
    return [release.ocid for release in read(source, file)[0]]


@pytest.mark.parametrize(
    "wrapped",
    [
        {"releases": [told("a"), told("b")]},
        [told("a"), told("b")],
        [{"releases": [told("a")]}, {"releases": [told("b")]}],
        {"records": [{"ocid": "a", "releases": [told("a")]}, {"ocid": "b", "releases": [told("b")]}]},
        {"records": [{"ocid": x, "compiledRelease": told(x)} for x in "ab"]},
        [told("a"), {"releases": [told("b")]}],
        [{"ocid": "a", "compiledRelease": told("a"), "releases": [told("a")]}, told("b")],
    ],
    ids=[
        "package",
        "list",
        "list of packages",
        "record package",
        "compiled records",
        "mixture",
        "record and release",
    ],
)
@pytest.mark.parametrize("indent", [None, 2], ids=["on one line", "laid out"])
def test_releases_are_found_in_whatever_they_are_wrapped_in(wrapped: Any, indent: int | None) -> None:
    assert read(json.dumps(wrapped, indent=indent).encode()) == read(json.dumps(wrapped).encode())
    assert ocids(json.dumps(wrapped, indent=indent).encode()) == ["a", "b"]


def test_each_line_of_json_lines_may_hold_another_shape() -> None:
    lines = written(
        told("a"),
        {"releases": [told("b")]},
        {"records": [{"ocid": "c", "releases": [told("c")]}]},
        [told("d")],
    )

    assert ocids(lines) == ["a", "b", "c", "d"]


def test_a_single_release_or_record_is_a_file_of_its_own() -> None:
    assert ocids(json.dumps(told("a"), indent=1).encode()) == ["a"]
    assert ocids(json.dumps({"ocid": "a", "compiledRelease": told("a")}, indent=1).encode()) == ["a"]


def test_a_zipped_file_a_stream_and_a_byte_order_mark_make_no_difference() -> None:
    plain = written(told("a"), told("b"))

    assert ocids(gzip.compress(plain, mtime=0)) == ["a", "b"]
    assert ocids(b"\xef\xbb\xbf" + plain) == ["a", "b"]
    assert [each.ocid for each in releases_in(io.BytesIO(plain), "x") if isinstance(each, Release)] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    "name", ["school_roof.json", "school_roof.jsonl", "school_roof_record.json", "portal_export.json"]
)
def test_our_examples_are_sound(name: str) -> None:
    found, faults = read(example(name), name)

    assert found
    assert faults == []


def test_one_content_in_three_wrappings_has_one_fingerprint_each() -> None:
    prints = [
        sorted(release.content_hash for release in read(example(name), name)[0])
        for name in ("school_roof.json", "school_roof.jsonl", "school_roof_record.json")
    ]

    assert prints[0] == prints[1] == prints[2]


@pytest.mark.parametrize(
    ("name", "place", "words", "sound"),
    [
        ("fault_no_ocid.json", "/releases/0/ocid", "has no ocid", 1),
        ("fault_links_only.json", "/records/0/releases", "only links", 1),
        ("fault_not_ocds.json", "", "not OCDS", 0),
        ("fault_cut_off.json", "/releases/1/awards/0/id", "not JSON", 1),
        ("fault_wrong_types.json", "/releases/0/tender", "should be an object", 2),
    ],
)
def test_each_example_of_a_fault_is_told_by_its_place(name: str, place: str, words: str, sound: int) -> None:
    found, faults = read(example(name), name)

    assert len(found) == sound
    assert any(fault.file == name and fault.place == place and words in fault.sentence for fault in faults)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ('{"ocid":"a"}'.encode("utf-16"), "not written in UTF-8"),
        ('{"ocid":"a"}'.encode("utf-16-be"), "not written in UTF-8"),
        (b"PK\x03\x04zip", "not JSON"),
        (b"<html></html>", "not JSON"),
        (b"5", "should be an object"),
        (b"[]", "not OCDS"),
        (b"{}", "not OCDS"),
        (b'{"releases": []}', "no release in here"),
        (b'{"releases": "x"}', "no release in here"),
        (b'{"records": [{"ocid": "a", "versionedRelease": {}}]}', "only a versioned release"),
        (b"\x1f\x8b\x08", "damaged"),
    ],
)
def test_a_file_without_a_release_says_why(source: bytes, words: str) -> None:
    found, faults = read(source)

    assert found == []
    assert any(words in fault.sentence for fault in faults)


def test_what_can_be_unpacked_of_a_damaged_file_is_read() -> None:
    found, faults = read(gzip.compress(b'{"ocid": "a"}', mtime=0)[:-9])

    assert [release.ocid for release in found] == ["a"]
    assert [("damaged" in fault.sentence, fault.place) for fault in faults] == [(True, "")]


def test_sound_releases_beside_broken_ones_come_through() -> None:
    lines = b'{"ocid": "a"}\n{broken\n\n{"ocid": 5}\n{"ocid": "b"}\n'

    found, faults = read(lines, "story.jsonl")

    assert [release.ocid for release in found] == ["a", "b"]
    assert [fault.place for fault in faults] == ["line 2", "line 4/ocid"]


def test_bytes_that_are_no_letters_cost_their_own_release_alone() -> None:
    package = b'{"releases": [{"ocid": "a", "tender": {"title": "caf\xe9"}}, {"ocid": "b"}]}'

    found, faults = read(package)

    assert [release.ocid for release in found] == ["b"]
    assert [(fault.place, "not UTF-8" in fault.sentence) for fault in faults] == [
        ("/releases/0/tender/title", True)
    ]


def test_nul_characters_are_taken_out_and_told() -> None:
    found, faults = read(b'{"ocid": "a", "tender": {"title": "Ro\\u0000of"}}\n{"oc\x00id": "b"}\n')

    assert [release.ocid for release in found] == ["a", "b"]
    assert '"Roof"' in found[0].body
    assert [fault.place for fault in faults] == ["line 1/tender/title", ""]


def test_a_release_in_which_a_name_stands_twice_is_left_out_and_its_neighbours_are_not() -> None:
    alone, told = read(b'{"ocid": "a", "tender": {"id": "1", "id": "2"}}')
    found, faults = read(
        b'{"releases": [{"ocid": "a"}, {"ocid": "b", "tender": {"items": [{}, {"id": 1, "id": 2}]}}, {"ocid": "c"}]}'
    )

    assert (alone, [fault.place for fault in told]) == ([], ["/tender/id"])
    assert [release.ocid for release in found] == ["a", "c"]
    assert [fault.place for fault in faults] == ["/releases/1/tender/items/1/id"]


def test_a_package_with_two_lists_of_releases_gives_the_members_of_both_and_says_so() -> None:
    found, faults = read(b'{"releases": [{"ocid": "a"}], "version": "1.1", "releases": [{"ocid": "b"}]}')

    assert [release.ocid for release in found] == ["a", "b"]
    assert [(fault.place, "twice" in fault.sentence) for fault in faults] == [("/releases", True)]


def test_endless_nesting_and_endless_numbers_do_no_harm() -> None:
    deep = b'{"ocid": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    long = b'{"ocid": "b", "x": ' + b"9" * 100_000 + b"}"

    found, faults = read(b'{"releases": [' + deep + b"," + long + b', {"ocid": "c"}]}')

    assert [release.ocid for release in found] == ["b", "c"]
    assert {"nested" in fault.sentence or "digits" in fault.sentence for fault in faults} == {True}


def test_numbers_are_exact_to_the_last_digit() -> None:
    found, _ = read(
        b'{"ocid": "a", "x": [0.1, 12345678901234567890.123456789, 480000.0, 99999999999999999999]}'
    )

    assert (
        found[0].body == '{"ocid":"a","x":[0.1,12345678901234567890.123456789,480000,99999999999999999999]}'
    )


@pytest.mark.parametrize(
    "name", [f"Ng{mark}ang{mark}a Ltd" for mark in APOSTROPHES] + ["شركة", "建設公司", "M" * 200]
)
def test_names_come_through_letter_for_letter(name: str) -> None:
    found, faults = read(written(told(parties=[party(name, "1")])))

    assert faults == []
    assert any(each["name"] == name for each in orjson.loads(found[0].body)["parties"])


def test_a_supplier_whom_nothing_describes_is_told_at_his_place() -> None:
    release = told(awards=[{"id": "a1", "status": "active", "suppliers": [{"id": "x", "name": "Beta"}]}])

    found, faults = read(written(release))

    assert [each.ocid for each in found] == [ROOF]
    assert [fault.place for fault in faults] == ["/awards/0/suppliers/0"]


def test_identity_numbers_of_persons_are_never_kept() -> None:
    ana = {
        "id": "KEN-IDCARD-12345678",
        "name": "Ana",
        "identifier": {"scheme": "KEN-IDCARD", "id": "12345678"},
    }
    release = told(parties=[ana], tender={"tenderers": [{"id": "KEN-IDCARD-12345678"}]})

    found, faults = read(written(release))

    assert "12345678" not in found[0].body
    assert not any("12345678" in str(fault) for fault in faults)
    assert any("identity number" in fault.sentence for fault in faults)
    told_twice = orjson.loads(found[0].body)
    assert told_twice["parties"][0]["id"] == told_twice["tender"]["tenderers"][0]["id"]


def test_a_long_list_is_read_a_piece_at_a_time() -> None:
    class Source(io.RawIOBase):
        """Ten thousand releases, made as they are asked for."""

        made = 0

        def read(self, size: int = -1) -> bytes:
            if self.made == 10_000:
                return b""
            self.made += 1
            before = b'{"releases": [' if self.made == 1 else b","
            after = b"]}" if self.made == 10_000 else b""
            return before + orjson.dumps(told(f"p{self.made}", note="x" * 1000)) + after

    source = Source()
    first = next(releases_in(source, "long.json"))  # type: ignore[arg-type]

    assert isinstance(first, Release)
    assert source.made < 5_000


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(source: bytes) -> None:
    found, faults = read(source)

    assert found or faults


NAMES = [
    "ocid",
    "id",
    "date",
    "releases",
    "records",
    "compiledRelease",
    "url",
    "tender",
    "bids",
    "details",
    "tenderers",
    "awards",
    "suppliers",
    "contracts",
    "parties",
    "identifier",
    "scheme",
    "value",
    "amount",
    "currency",
    "status",
    "tenderPeriod",
    "startDate",
    "endDate",
    "contractor",
    "awardID",
    "name",
]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(NAMES),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_no_json_raises(value: Any) -> None:
    found, faults = read(json.dumps(value).encode())

    assert found or faults
