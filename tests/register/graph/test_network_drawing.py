"""The drawing of an owner's network: rows that do not touch, bars that measure value, the same facts in words."""

from decimal import Decimal
from itertools import pairwise

import pytest

from register.graph.measuring import width_of
from register.graph.network_drawing import NetworkWords, network_drawing
from register.graph.shapes import Drawing
from tests.factories.pictures import Told, company_name
from tests.register.graph.test_network import contracts, network

CHAIN: tuple[Told, ...] = (
    ("Ana", "one", 100), ("one", "two", (50, 75)), ("two", "three", 60), ("three", "four", 60),
    ("four", "five", 60), ("five", "six", 60), ("six", "seven", 60), ("seven", "alfa", (10, 25)),
)  # fmt: skip


def words() -> NetworkWords:
    return NetworkWords(won=lambda count, value: f"{count} awards, KSh {value}")


def sixty(*, wide: bool) -> Drawing:
    names = [f"company{place}" for place in range(60)]
    seen = network(
        *(("Ana", each, 100) for each in names),
        won={each: contracts(1000 - place) for place, each in enumerate(names)},
    )
    return network_drawing(seen, wide=wide, words=words())


@pytest.mark.parametrize("wide", [True, False])
def test_every_row_stands_below_the_last_and_inside_the_drawing(wide: bool) -> None:
    seen = network(*CHAIN, won={"alfa": contracts(5_000_000, 700)})
    drawing = network_drawing(seen, wide=wide, words=words())

    boxes = drawing.boxes
    assert all(one.y + one.height < other.y for one, other in pairwise(boxes))
    assert all(box.x >= 0 and box.x + box.width <= drawing.width for box in boxes)
    assert boxes[-1].y + boxes[-1].height <= drawing.height
    assert all(width_of(line) <= box.width for box in boxes for line in box.lines)
    assert all(line.label_x + width_of(line.label) / 2 <= drawing.width for line in drawing.lines)
    assert all(told.x + width_of(told.words) <= drawing.width for told in drawing.amounts)


def test_a_bar_is_as_long_as_the_value_and_has_a_piece_for_each_award() -> None:
    seen = network(
        ("Ana", "alfa", 100), ("Ana", "beta", 100),
        won={"alfa": contracts(300, 100), "beta": contracts(100)},
    )  # fmt: skip

    alfa, beta = network_drawing(seen, wide=True, words=words()).amounts

    lengths = [each.pieces[-1][1] - each.pieces[0][0] for each in (alfa, beta)]
    assert [len(each.pieces) for each in (alfa, beta)] == [2, 1]
    assert lengths[0] == pytest.approx(4 * lengths[1], rel=0.05)


def test_of_many_awards_the_smallest_share_a_piece() -> None:
    seen = network(("Ana", "alfa", 100), won={"alfa": contracts(*range(1, 101))})

    (alfa,) = network_drawing(seen, wide=True, words=words()).amounts

    assert len(alfa.pieces) == 24


@pytest.mark.parametrize("wide", [True, False])
def test_of_sixty_companies_the_lightest_are_counted(wide: bool) -> None:
    drawing = sixty(wide=wide)

    assert len(drawing.boxes) == 40
    assert drawing.boxes[-1].lines == ("and 22 more",)
    assert company_name("company59") in drawing.description


def test_what_is_drawn_is_told_in_words_and_led_on_from() -> None:
    seen = network(("Ana", "alfa", 60), won={"alfa": contracts(900)})

    drawing = network_drawing(
        seen, wide=True, words=words(), awards=lambda key: f"/awards/{key}", title="Ana's companies"
    )

    assert drawing.description == (
        f"Ana owns 60\u00a0% of {company_name('alfa')}. {company_name('alfa')} won: 1 awards, KSh 900."
    )
    assert drawing.amounts[0].href == f"/awards/{seen.branches[0].key}"
    assert drawing.title == "Ana's companies"


def test_without_a_value_there_is_no_bar() -> None:
    seen = network(("Ana", "alfa", 60), won={"alfa": contracts(None)})

    (alfa,) = network_drawing(seen, wide=True, words=words()).amounts

    assert alfa.pieces == ()
    assert alfa.words == f"1 awards, KSh {Decimal(0)}"
