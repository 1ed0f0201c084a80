"""A network holds all it points to, and is published from the parties up."""

import pytest

from bods.exceptions import MissingRecordError
from bods.network import Network
from bods.records import Entity
from tests.bods.stories import ANA, network, owns, shares


def test_each_record_follows_those_it_names() -> None:
    whole = network(
        ana_in_alfa=owns("ana", "alfa", shares(30), components=("beta", "ana_in_beta", "beta_in_alfa")),
        ana_in_beta=owns("ana", "beta", shares(50), is_component=True),
        beta_in_alfa=owns("beta", "alfa", shares(60), is_component=True),
        beta=Entity(is_component=True, name="Beta"),
        ana=ANA,
    )

    order = whole.in_publication_order()

    assert order == ("alfa", "beta", "ana", "ana_in_beta", "beta_in_alfa", "ana_in_alfa")


def test_a_network_that_points_to_a_missing_record_is_refused() -> None:
    with pytest.raises(MissingRecordError) as caught:
        network(link=owns("ana", "alfa"))

    assert (caught.value.record_id, caught.value.named_by) == ("ana", "link")


def test_a_network_that_lists_a_missing_component_is_refused() -> None:
    with pytest.raises(MissingRecordError, match="beta"):
        network(ana=ANA, link=owns("ana", "alfa", components=("beta",)))


def test_a_network_without_its_subject_is_refused() -> None:
    with pytest.raises(MissingRecordError):
        Network("alfa", {"ana": ANA})
