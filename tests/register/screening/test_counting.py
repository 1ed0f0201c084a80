"""The line above the matrix counts what waits, and each open question once."""

from dataclasses import replace

from register.flags.flag import Unclear
from register.screening import DecisionKind, summary
from tests.factories.screened import KENYA, asked, decided, tender


def test_the_line_above_the_matrix_counts() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = summary(seen, found, unclear, {found[0].fingerprint: decided((DecisionKind.DISMISS, "1"))}, KENYA)

    assert (told.bidders, told.clusters, told.to_answer, told.unclear) == (7, 5, len(found) - 1, 1)


def test_a_finding_for_context_waits_for_nobody() -> None:
    seen = tender()
    found, _ = asked(seen)

    told = summary(seen, [*found, replace(found[0], code="long-chain")], (), {}, KENYA)

    assert told.to_answer == len(found)


def test_a_question_open_of_three_bidders_is_one_question() -> None:
    unclear = [Unclear("shared-owner", bidder, "No declaration.") for bidder in ("alfa", "beta", "gama")]

    told = summary(tender(), [], unclear, {}, KENYA)

    assert (told.questions, told.unclear) == (1, 3)
