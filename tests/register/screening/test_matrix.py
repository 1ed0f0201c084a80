from dataclasses import replace

from register.screening import DecisionKind, Matrix, letter_of, matrix
from tests.factories.screened import KENYA, asked, decided, tender


def cells(told: Matrix) -> dict[str, dict[str, tuple[str, str, bool]]]:
    return {
        row.name: {
            column.title: (str(cell.text), cell.kind, cell.joined)
            for column, cell in zip(told.columns, row.cells, strict=True)
            if cell
        }
        for cluster in told.clusters
        for row in cluster.rows
    }


def test_the_matrix_groups_bidders_by_cluster_and_ties_those_that_share_an_owner() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = matrix(seen, found, unclear, {}, KENYA)

    assert [[row.name for row in cluster.rows] for cluster in told.clusters] == [
        ["Kilungu Ltd", "Wote Ltd"],
        ["Athi Ltd", "Nzaui Ltd"],
        ["Thange Ltd"],
        ["Emali Ltd"],
        ["Mtito Ltd"],
    ]
    assert [cluster.letter for cluster in told.clusters] == ["A", "B", "C", "D", "E"]
    assert [(column.kind, column.title) for column in told.columns] == [
        ("person", "Mwikali"),
        ("company", "Athi Ltd"),
        ("officials", "Evaluation committee"),
    ]
    assert cells(told) == {
        "Kilungu Ltd": {"Mwikali": ("owns 42\u00a0%", "owns", True)},
        "Wote Ltd": {"Mwikali": ("owns 55\u00a0%", "owns", False)},
        "Athi Ltd": {"Athi Ltd": ("is the owner", "owns", True)},
        "Nzaui Ltd": {"Athi Ltd": ("51\u00a0% owned", "owns", False)},
        "Thange Ltd": {"Evaluation committee": ("owner on the list", "flag", False)},
        "Emali Ltd": {},
        "Mtito Ltd": {},
    }


def test_a_bidder_that_could_not_be_judged_says_why() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = matrix(seen, found, unclear, {}, KENYA)

    assert {each.reason for each in told.clusters[-1].rows[0].unclear} == {"%(bidder)s has no declaration."}


def test_a_dismissed_finding_stays_in_its_place_and_ties_nobody() -> None:
    seen = tender()
    found, unclear = asked(seen)
    dismissed = {each.fingerprint: decided((DecisionKind.DISMISS, "1")) for each in found}

    told = matrix(seen, found, unclear, dismissed, KENYA)

    assert cells(told)["Kilungu Ltd"] == {"Mwikali": ("dismissed", "off", False)}


def test_whom_one_bidder_alone_is_about_links_nobody_and_has_no_column() -> None:
    seen = tender()
    found, unclear = asked(seen)
    alone = [replace(each, bidders=each.bidders[:1]) for each in found if not each.officials]

    told = matrix(seen, alone, unclear, {}, KENYA)

    assert told.columns == ()


def test_letters_go_on_after_z() -> None:
    assert [letter_of(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
