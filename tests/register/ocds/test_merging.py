"""All releases of one process made one."""

import itertools
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ocdsmerge import Merger

from register.ocds.fault import Notes
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from register.ocds.releases import release_from
from tests.factories.releases import example, party, read, releases, tender, told

FIRST, SECOND, THIRD = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"


def title(release: dict[str, Any]) -> Any:
    return release["tender"]["title"]


def test_the_latest_word_counts_whatever_the_order() -> None:
    story = releases(
        told(at=FIRST, tender={"title": "Roof", "status": "planned"}),
        told(at=SECOND, tender={"title": "Roof and gutters"}),
        told(at=THIRD, tender={"status": "active"}),
    )

    results = {merged(order)[0].text for order in itertools.permutations(story)}

    assert len(results) == 1
    assert json.loads(results.pop())["tender"] == {"title": "Roof and gutters", "status": "active"}


def test_moments_are_compared_as_moments_not_as_letters() -> None:
    earlier = told(at="2026-03-01T10:00:00+03:00", tender={"title": "earlier"})
    later = told(at="2026-03-01T09:00:00Z", tender={"title": "later"})

    compiled, _ = merged(releases(earlier, later))

    assert title(compiled.body) == "later"


def test_releases_without_a_date_come_before_all_others() -> None:
    undated = {"ocid": "ocds-213czf-roof", "tender": {"title": "undated", "id": "T1"}}
    nonsense = told(at="last Tuesday", tender={"title": "nonsense"})

    compiled, faults = merged(releases(undated, told(tender={"title": "dated"}), nonsense))

    assert compiled.body["tender"] == {"id": "T1", "title": "dated"}
    assert faults == ()


def test_members_of_lists_are_merged_by_id_and_null_takes_away() -> None:
    story = releases(
        told(
            at=FIRST,
            awards=[{"id": "a1", "status": "pending", "title": "Roof"}, {"id": "a2", "status": "pending"}],
        ),
        told(at=SECOND, awards=[{"id": "a1", "status": "cancelled", "title": None}]),
    )

    compiled, _ = merged(story)

    assert compiled.body["awards"] == [{"id": "a1", "status": "cancelled"}, {"id": "a2", "status": "pending"}]


def test_additional_numbers_are_replaced_as_a_whole() -> None:
    def numbered(*numbers: str) -> dict[str, Any]:
        more = [{"scheme": "KE-KRA", "id": number} for number in numbers]
        return {**party("Alfa", "1"), "additionalIdentifiers": more}

    compiled, _ = merged(
        releases(told(at=FIRST, parties=[numbered("1", "2")]), told(at=SECOND, parties=[numbered("3")]))
    )

    assert compiled.body["parties"][0]["additionalIdentifiers"] == [{"scheme": "KE-KRA", "id": "3"}]


def test_what_is_of_the_wrong_type_is_not_merged_over_what_is_right() -> None:
    sound = told(at=FIRST, tender={"title": "Roof"})
    broken = told(at=SECOND, tender="cancelled?", parties={"a": 1})
    notes = Notes()
    both = (*releases(sound), release_from(broken, "broken.json", notes))

    compiled, faults = merged(each for each in both if each)

    assert title(compiled.body) == "Roof"
    assert faults == ()


def test_a_release_that_contradicts_the_shape_of_the_earlier_ones_is_left_out_with_a_fault() -> None:
    sound = told(at=FIRST, local={"notes": [{"id": "1"}]}, tender={"title": "Roof"})
    other = told(at=SECOND, local=[{"id": "1", "notes": {"id": "1"}}], tender={"title": "Wall"})
    last = told(at=THIRD, tender={"title": "Door"})

    compiled, faults = merged(releases(sound, other, last))

    assert title(compiled.body) == "Door"
    assert [("list where earlier releases" in fault.sentence, fault.file) for fault in faults] == [
        (True, "story.jsonl line 2")
    ]


def test_money_keeps_its_digits() -> None:
    value = {"amount": 0.1, "currency": "KES"}

    compiled, _ = merged(
        releases(told(at=FIRST, tender={"value": value}), told(at=SECOND, tender={"id": "1"}))
    )

    assert compiled.body["tender"]["value"]["amount"] == Decimal("0.1")
    assert '"amount":0.1' in compiled.text


def test_a_new_stamp_alone_is_no_new_content() -> None:
    first, _ = merged(releases(tender("Alfa", at=FIRST)))
    again, _ = merged(releases(tender("Alfa", at=SECOND)))

    assert first.text != again.text
    assert first.content == again.content


def test_our_short_schema_merges_as_the_whole_schema_does(shared: Path) -> None:
    schema = orjson.loads((shared / "ocds/schema_1_1_5/dereferenced-release-schema.json").read_bytes())
    whole = Merger(schema)
    files = [
        *(shared / "ocds/fictional_example_1_1").rglob("*-00001-0[1-6]-*.json"),
        shared / "ocds/makueni_shape_synthetic/release_package.json",
        shared / "ocds/uk_bluetail_prototype/ocds/ocds_tenderers_package.json",
    ]
    stories = [read(file.read_bytes(), file.name)[0] for file in files]
    stories += [read(example(name), name)[0] for name in ("school_roof.json", "portal_export.json")]
    by_ocid: dict[str, list[Any]] = {}
    for release in itertools.chain.from_iterable(stories):
        by_ocid.setdefault(release.ocid, []).append(release)

    ours = {ocid: orjson.loads(merged(story)[0].text) for ocid, story in by_ocid.items()}

    assert len(by_ocid["ocds-213czf-000-00001"]) == 6
    assert ours == {
        ocid: whole.create_compiled_release([orjson.loads(release.body) for release in story])
        for ocid, story in by_ocid.items()
    }


SMALL = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b", "2026-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "tender",
                    "awards",
                    "parties",
                    "items",
                    "name",
                    "local",
                    "bids",
                    "details",
                    "suppliers",
                ]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["id", "date", "tender", "awards", "parties", "local", "bids"]), SMALL
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_releases_can_stop_the_merge(bodies: list[dict[str, Any]]) -> None:
    story = [release_from({**body, "ocid": "o"}, "x", Notes()) for body in bodies]

    compiled, _ = merged(release for release in story if release)

    assert process_facts(compiled).ocid == "o"


@pytest.mark.parametrize("name", ["school_roof.json", "portal_export.json"])
def test_merging_what_is_merged_already_changes_nothing(name: str) -> None:
    compiled, _ = merged(read(example(name), name)[0])

    again, _ = merged(read(compiled.text.encode(), "compiled.json")[0])

    assert again.content == compiled.content
