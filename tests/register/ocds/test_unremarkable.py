"""A release about which there is nothing to remark is told as such, and no other."""

import copy
from collections.abc import Iterator
from datetime import UTC, date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as any_

from register.example.county import county
from register.ocds.fault import Notes
from register.ocds.processes import process_told
from register.ocds.soundness import sound
from register.ocds.unremarkable import is_unremarkable
from tests.bods.often import tried
from tests.factories.releases import party, told

RICH = told(
    parties=[
        party("Alfa", "1", roles=["supplier"], contactPoint={"telephone": "1", "email": "a@b.example"}),
        party("Beta", "2", address={"streetAddress": "1 Road", "postalCode": 90300}),
    ],
    buyer={"id": "Alfa", "name": "Alfa"},
    tender={
        "id": "T1",
        "title": "Roof",
        "status": "active",
        "tenderPeriod": {"startDate": "2026-02-01T00:00:00Z", "endDate": "2026-02-20"},
        "tenderers": [{"id": "Alfa"}, {"id": "Beta", "name": "Beta"}],
        "targetGroup": "Women",
        "locations": [{"id": "1", "type": "ward", "description": "Ilima"}],
        "items": [{"id": 1, "classification": {"scheme": "CPV", "id": "45000000"}}],
    },
    bids={
        "details": [
            {
                "id": "b1",
                "status": "valid",
                "date": "2026-02-11T08:00:00+03:00",
                "tenderers": [{"id": "Alfa"}],
                "value": {"amount": Decimal("1.5"), "currency": "KES"},
            }
        ]
    },
    awards=[{"id": "a1", "status": "active", "date": "2026-02-28", "suppliers": [{"id": "Alfa"}]}],
    contracts=[
        {"id": "c1", "awardID": "a1", "status": "active", "value": {"amount": 2, "currency": "KES"}},
        {
            "id": "c2",
            "awardID": "form-7",
            "dateSigned": "2026-03-01",
            "contractor": {"id": "Beta"},
            "period": {"endDate": "2026-12-31T23:59:59Z"},
            "implementation": {
                "transactions": [
                    {"id": 1, "value": {"amount": 1, "currency": "KES"}, "payee": {"id": "Beta"}}
                ]
            },
        },
    ],
)
SPOILT = any_.sampled_from(
    [
        None, "", " ", "x", "x" * 61, "x" * 501, "x" * 2001, "ß" * 55, 0, 1, -1, 10**18, 2**63, True, [], {}, [{}], ["x"], [None],
        {"id": "Alfa"}, {"id": "Gama"}, [{"id": "Alfa"}], [{"id": None}], {"amount": 1}, {"currency": "KES"}, {"amount": None},
        {"amount": Decimal("0.0000001"), "currency": "KES"}, {"amount": -1, "currency": "KES"}, {"scheme": "KE-RCO", "id": "1"},
        {"amount": 1, "currency": "shillings"}, {"id": "1"}, "Alfa", "Gama", "active", "2026-02-30", "2026-02-29", "1900-01-01",
        "2151-01-01", "2026-01-31T25:00:00Z", "2026-04-31", "yesterday", "subcontractor", ["subcontractor"], "a1", "form-8", "men",
        {"startDate": "2026-02-02", "endDate": "2026-02-01"}, {"startDate": "2026-02-01T01:00:00+12:00", "endDate": "2026-02-01"},
    ]
)  # fmt: skip


def remarks(release: dict[str, Any]) -> list[object]:
    """What reading says, step by step, and whether it had to leave anything out."""
    notes = Notes()
    body = sound(release, notes)
    process_told(body, UTC, (), notes)
    return [*notes.met, *([] if repr(body) == repr(release) else ["changed"])]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Everything held by anything: the holder, and the name or position in it."""
    for name, held in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, name
        if isinstance(held, dict | list):
            yield from places(held)


def test_a_whole_story_without_a_fault_is_unremarkable() -> None:
    assert remarks(RICH) == []
    assert is_unremarkable(RICH)


def test_all_releases_of_the_example_county_are_unremarkable() -> None:
    made = county(date(2026, 3, 9)).releases["releases"]

    assert made
    assert all(is_unremarkable(release) for release in made)


def test_whatever_is_changed_at_one_place_is_remarked_upon_if_reading_would() -> None:
    seen = 0
    for number, _ in enumerate(places(RICH)):
        for spoilt in SPOILT.elements:  # type: ignore[attr-defined]  # the examples to draw from
            release = copy.deepcopy(RICH)
            holder, name = list(places(release))[number]
            holder[name] = spoilt
            said = remarks(release)
            seen += bool(said)

            assert not (said and is_unremarkable(release)), (name, spoilt, said)
    assert seen


@tried(200)
@given(any_.data())
def test_whatever_is_changed_is_remarked_upon_if_reading_would(data: any_.DataObject) -> None:
    release = copy.deepcopy(RICH)
    for _ in range(data.draw(any_.integers(1, 3))):
        holder, name = data.draw(any_.sampled_from(list(places(release))))
        if isinstance(holder, dict) and data.draw(any_.booleans()):
            del holder[name]
        else:
            holder[name] = copy.deepcopy(data.draw(SPOILT))

    assert not (is_unremarkable(release) and remarks(release))
