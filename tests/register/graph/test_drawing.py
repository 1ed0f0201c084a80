"""Drawings: nothing overlaps, nothing leaves the page, and the same facts stand in words."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bods.codelists import InterestType
from register.graph.building import company_picture
from register.graph.drawing import Box, Drawing, Line, chain_drawing
from register.graph.measuring import width_of
from register.graph.picture import Picture
from tests.factories.pictures import CLOSE, Hold, Told, identities_of, picture, statements_of

KILUNGU: tuple[Told, ...] = (
    ("Mwĩkali Ndũku Mutiso", "kaiti_holdings", 60),
    ("Joseph Ng’ang’a Kariũki", "kaiti_holdings", 40),
    ("kaiti_holdings", "alfa", 70),
    ("Faith Mumbua Musyoka", "alfa", 20),
    Hold("Peter Mutua Kioko", "alfa", type=InterestType.APPOINTMENT_OF_BOARD, indirect=True),
)
SIXTY: tuple[Told, ...] = tuple((f"Person Number {place}", "alfa", 1) for place in range(60))
CIRCLE: tuple[Told, ...] = (
    ("beta", "alfa", 60),
    ("alfa", "beta", 40),
    ("Ana", "beta", 60),
    ("alfa", "alfa", 5),
)


def company(*holds: Told) -> Picture:
    told = statements_of(holds)
    return company_picture("alfa", told, identities_of(told), CLOSE)


def drawn(*holds: Told, wide: bool = True) -> Drawing:
    seen = company(*holds)
    return chain_drawing(seen, seen.subjects[0], wide=wide)


def overlapping(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    above = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not beside and not above


def faults(drawing: Drawing) -> list[str]:
    """Everything that would spoil a drawing: boxes on boxes, text or lines outside, lines through boxes."""
    found = [f"{a.lines} on {b.lines}" for a, b in combinations(drawing.boxes, 2) if overlapping(a, b)]
    for box in drawing.boxes:
        if box.x < 0 or box.x + box.width > drawing.width or box.y + box.height > drawing.height:
            found.append(f"{box.lines} leaves the page")
        found.extend(f"{line} leaves its box" for line in box.lines if width_of(line) > box.width - 4)
    for line in drawing.lines:
        half = width_of(line.label) / 2
        if line.label_x - half < 0 or line.label_x + half > drawing.width:
            found.append(f"label {line.label} leaves the page")
        found.extend(
            f"label {line.label} on {box.lines}"
            for box in drawing.boxes
            if within(line.label_x, line.label_y - 5, box)
        )
        found.extend(f"line through {box.lines}" for box in drawing.boxes if crosses(line.path, box))
    labels = [line for line in drawing.lines if line.label]
    found.extend(f"label {a.label} on {b.label}" for a, b in combinations(labels, 2) if touching(a, b))
    return found


def touching(one: Line, other: Line) -> bool:
    room = (width_of(one.label) + width_of(other.label)) / 2
    return abs(one.label_y - other.label_y) < 12 and abs(one.label_x - other.label_x) < room


def within(x: float, y: float, box: Box) -> bool:
    return box.x + 1 < x < box.x + box.width - 1 and box.y + 1 < y < box.y + box.height - 1


def crosses(path: str, box: Box) -> bool:
    numbers = [float(each) for each in re.findall(r"-?\d+\.?\d*", path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    for (x1, y1), (x2, y2) in pairwise(points):
        if any(within(x1 + (x2 - x1) * step / 20, y1 + (y2 - y1) * step / 20, box) for step in range(21)):
            return True
    return False


@pytest.mark.parametrize("wide", [True, False])
@pytest.mark.parametrize("holds", [KILUNGU, SIXTY, CIRCLE])
def test_nothing_overlaps_and_nothing_leaves_the_page(holds: tuple[Told, ...], wide: bool) -> None:
    assert faults(drawn(*holds, wide=wide)) == []


@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 60)), max_size=30),
    st.booleans(),
)
@settings(deadline=None, max_examples=80)
def test_whatever_holds_whatever_nothing_overlaps(ties: list[tuple[int, int, int]], wide: bool) -> None:
    def name(place: int) -> str:
        return (
            "alfa" if place == 0 else f"Person {place} Wambua" if place > 6 else f"company_{place}_supplies"
        )

    holds: dict[tuple[str, str], Told] = {
        (name(upper), name(lower)): (name(upper), name(lower), share)
        for upper, lower, share in ties
        if lower <= 6
    }

    assert faults(drawn(("Ana", "alfa", 10), *holds.values(), wide=wide)) == []


def test_persons_stand_above_and_the_company_below_takes_the_whole_width() -> None:
    boxes = {" ".join(box.lines): box for box in drawn(*KILUNGU).boxes}

    assert len({box.y for box in boxes.values() if box.kind == "person"}) == 1
    assert boxes["Alfa Ltd"].kind == "subject"
    assert boxes["Alfa Ltd"].width == 702
    assert boxes["Alfa Ltd"].note == "90\u00a0% explained"


def test_at_most_four_boxes_stand_in_a_row_and_three_on_a_telephone() -> None:
    for wide, most in ((True, 4), (False, 3)):
        rows = [box.y for box in drawn(*SIXTY, wide=wide).boxes]

        assert max(rows.count(each) for each in rows) <= most


def test_above_forty_boxes_the_lightest_are_folded_and_told_in_words() -> None:
    drawing = drawn(*SIXTY)

    assert len(drawing.boxes) <= 40
    assert any("and 22 more" in box.lines for box in drawing.boxes)
    assert "Person Number 59 owns" in drawing.description


def test_a_path_of_a_finding_draws_its_two_bidders_side_by_side_and_nothing_else() -> None:
    seen = picture(
        ("Ana", "kaiti", 60),
        ("kaiti", "alfa", 70),
        ("Ana", "beta", 55),
        ("Ben", "beta", 45),
        bids={"roof": ("alfa", "beta")},
    )
    path = frozenset(each.id for each in seen.stakes if "Ben" not in each.id)

    drawing = chain_drawing(seen, seen.bidders, wide=False, emphasised=path, only=path)

    subjects = [box for box in drawing.boxes if box.kind == "subject"]
    assert len({box.y for box in subjects}) == 1
    assert sorted(" ".join(box.lines) for box in drawing.boxes) == [
        "Alfa Ltd",
        "Ana",
        "Beta Ltd",
        "Kaiti Ltd",
    ]
    assert all(line.emphasised for line in drawing.lines)
    assert faults(drawing) == []


@pytest.mark.parametrize("wide", [True, False])
def test_a_body_that_does_not_lead_to_the_company_is_left_out(wide: bool) -> None:
    seen = picture(
        ("Ana", "alfa", 60),
        ("Ben", "kaiti", 100),
        ("kaiti", "beta", 45),
        ("alfa", "gamma", 30),
        bids={"roof": ("alfa", "beta", "gamma")},
    )

    drawing = chain_drawing(seen, seen.bidders[0], wide=wide)

    assert sorted(" ".join(box.lines) for box in drawing.boxes) == ["Alfa Ltd", "Ana"]
    assert drawing.description == "Ana owns 60\u00a0% of Alfa Ltd."
    assert faults(drawing) == []


def test_control_is_drawn_apart_from_owning_and_dashed_when_indirect() -> None:
    (line,) = [each for each in drawn(*KILUNGU).lines if each.kind == "controls"]

    assert (line.label, line.indirect) == ("most of the board", True)


def test_a_name_of_a_hundred_and_twenty_letters_is_cut_in_the_box_and_whole_in_words() -> None:
    name = ("Wilhelmina-Alexandrina " * 6)[:120].strip()

    drawing = drawn((name, "alfa", 100), wide=False)

    (box,) = [each for each in drawing.boxes if each.kind == "person"]
    assert len(box.lines) == 3
    assert box.lines[-1].endswith("…")
    assert name in drawing.description


def test_each_line_ends_in_an_arrow_at_what_is_held() -> None:
    drawing = drawn(("Ana", "alfa", 60))

    (line,) = drawing.lines
    (subject,) = [box for box in drawing.boxes if box.kind == "subject"]
    assert line.head.startswith(f"M352.0 {subject.y:.1f}l")
    assert line.label == "60\u00a0%"


def test_a_company_of_which_nobody_is_named_says_so() -> None:
    told = statements_of([], declared=("alfa",))
    seen = company_picture("alfa", told, {}, CLOSE)

    drawing = chain_drawing(seen, seen.subjects[0], wide=True)

    assert drawing.lines == ()
    assert drawing.description == "Nobody is named as an owner of Alfa Ltd."


def test_boxes_lead_to_pages_but_the_pages_own_company_does_not() -> None:
    seen = company(("Ana", "alfa", 60))

    drawing = chain_drawing(seen, seen.subjects[0], wide=True, href=lambda key: f"/party/{key}")

    assert {box.kind: bool(box.href) for box in drawing.boxes} == {"person": True, "subject": False}
