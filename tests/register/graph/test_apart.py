"""Groups of the register: whatever bears on a company is in its group, and nothing else."""

from register.graph.apart import apart
from register.graph.process import Bid, Process
from tests.factories.pictures import identities_of, process_of, statements_of


def subjects(process: Process, crosswalk: dict[str, str] | None = None) -> set[str]:
    """Whose declarations bear on a process, of: Ana's companies, one held through another, and a stranger's."""
    told = statements_of(
        [
            ("Ana", "alfa", 60),
            ("Ana", "beta", 40),
            ("kaiti", "gama", 100),
            ("Juma", "kaiti", 100),
            ("Faith", "delta", 100),
        ]
    )
    groups = apart(told, identities_of(told))
    return {each.declaration_subject for each in groups.about(process, crosswalk or {})}


def test_companies_of_one_owner_and_of_one_chain_are_in_one_group() -> None:
    assert subjects(process_of({"roof": ("alfa",)})) == {"alfa", "beta"}
    assert subjects(process_of({"roof": ("kaiti",)})) == {"kaiti", "gama"}


def test_two_bidders_bring_both_their_groups() -> None:
    assert subjects(process_of({"roof": ("alfa", "delta")})) == {"alfa", "beta", "delta"}


def test_a_bidder_without_a_number_is_found_by_what_was_decided_of_it() -> None:
    process = Process("ocds-1", "Roof", bids=(Bid("7", "Delta"),))

    assert subjects(process) == set()
    assert subjects(process, {"7": "delta"}) == {"delta"}
