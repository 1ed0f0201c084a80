from register.screening import DecisionKind, summary
from tests.factories.screened import KENYA, asked, decided, tender


def test_the_line_above_the_matrix_counts() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = summary(seen, found, unclear, {found[0].fingerprint: decided((DecisionKind.DISMISS, "1"))}, KENYA)

    assert (told.bidders, told.clusters, told.to_answer, told.unclear) == (7, 5, len(found) - 1, 1)
