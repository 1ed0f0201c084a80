from bods.codelists import InterestType
from register.graph.clusters import ControlCluster, clusters_of
from register.graph.picture import Picture
from tests.factories.pictures import Told, picture

BIDS = {"roof": ("alfa", "beta", "gamma")}


def clusters(*holds: Told) -> tuple[Picture, list[set[str]]]:
    seen = picture(*holds, bids=BIDS)
    return seen, [{seen.name(each) for each in cluster.bidders} for cluster in clusters_of(seen)]


def linking(seen: Picture) -> list[str]:
    return [seen.name(link.controller) for cluster in clusters_of(seen) for link in cluster.links]


def test_one_person_above_two_bidders_makes_them_one_cluster() -> None:
    seen, found = clusters(("Ana", "alfa", 60), ("Ana", "beta", 51))

    assert found == [{"Alfa Ltd", "Beta Ltd"}, {"Gamma Ltd"}]
    assert linking(seen) == ["Ana"]


def test_a_bidder_above_another_makes_one_cluster_and_is_named_before_the_person_above_both() -> None:
    seen, found = clusters(("Ana", "alfa", 100), ("alfa", "beta", 51))

    assert found == [{"Alfa Ltd", "Beta Ltd"}, {"Gamma Ltd"}]
    assert linking(seen) == ["Alfa Ltd"]


def test_a_half_does_not_make_a_cluster() -> None:
    _, found = clusters(("Ana", "alfa", 50), ("Ana", "beta", 100))

    assert len(found) == 3


def test_a_range_makes_a_cluster_only_by_its_lower_end() -> None:
    _, found = clusters(("Ana", "alfa", (45, 75)), ("Ana", "beta", 100), ("Ben", "gamma", 100))

    assert len(found) == 3


def test_links_join_clusters_into_one() -> None:
    _, found = clusters(
        ("Ana", "alfa", 60),
        ("Ana", "beta", 60),
        ("Ben", "beta", InterestType.APPOINTMENT_OF_BOARD),
        ("Ben", "gamma", 60),
    )

    assert found == [{"Alfa Ltd", "Beta Ltd", "Gamma Ltd"}]


def test_a_bidder_alone_has_no_link() -> None:
    seen, _ = clusters(("Ana", "alfa", 60))

    assert all(isinstance(each, ControlCluster) and each.links == () for each in clusters_of(seen))
