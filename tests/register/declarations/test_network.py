"""A declaration drawn as a BODS network: who is primary, who is a component, and what makes an owner."""

from dataclasses import replace
from datetime import date

from bods.codelists import (
    DirectOrIndirect,
    EntitySubtype,
    EntityType,
    InterestType,
    UnspecifiedReason,
)
from bods.network import Network
from bods.records import Entity, Interest, Person, Relationship, Share, Unspecified
from register.declarations.draft import SUBJECT, Draft, EntityKind, IndirectClaim, NoOwner
from register.declarations.network import Past, network_of
from tests.factories.declarations import KENYA, body, draft, held

CHAIN = draft(
    held("ana", 60, "delta", since=date(2020, 5, 1)),
    held("delta", 70, since=date(2021, 6, 1)),
    people=("ana",),
    bodies=("delta",),
)


def drawn(told: Draft, past: Past | None = None) -> Network:
    return network_of(told, "alfa", KENYA, past)


def stake(network: Network, record_id: str) -> Relationship:
    record = network.records[record_id]
    assert isinstance(record, Relationship)
    return record


def interest(network: Network, record_id: str, place: int = 0) -> Interest:
    return stake(network, record_id).interests[place]


def test_a_direct_owner_has_a_primary_relationship() -> None:
    network = drawn(draft(held("ana", 60), people=("ana",)))

    primary = stake(network, "alfa-r-ana")
    assert (primary.is_component, primary.subject, primary.interested_party) == (False, "alfa", "alfa-p-ana")
    assert primary.interests == (
        Interest(InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, True, Share.exactly(60)),
    )


def test_a_person_above_a_company_owns_indirectly_through_components() -> None:
    network = drawn(CHAIN)

    primary = stake(network, "alfa-r-ana")
    assert primary.component_records == ("alfa-e-delta", "alfa-r-delta", "alfa-r-ana-delta")
    assert primary.interests == (
        Interest(
            InterestType.SHAREHOLDING, DirectOrIndirect.INDIRECT, True, Share.exactly(42), date(2021, 6, 1)
        ),
    )
    assert all(network.records[each].is_component for each in primary.component_records)
    link = interest(network, "alfa-r-ana-delta")
    assert (link.beneficial_ownership_or_control, link.direct_or_indirect) == (False, DirectOrIndirect.DIRECT)


def test_one_undated_link_leaves_the_start_of_the_stake_open() -> None:
    told = replace(CHAIN, holdings=(replace(CHAIN.holdings[0], since=None), CHAIN.holdings[1]))

    assert interest(drawn(told), "alfa-r-ana").start_date is None


def test_who_holds_directly_and_through_a_company_has_both_in_one_relationship() -> None:
    told = draft(
        held("ana", 6), held("ana", 10, "delta"), held("delta", 50), people=("ana",), bodies=("delta",)
    )

    network = drawn(told)

    direct, indirect = stake(network, "alfa-r-ana").interests
    assert (direct.share, indirect.share) == (Share.exactly(6), Share.exactly(5))
    # Six and five are eleven: she is an owner by both together.
    assert (direct.beneficial_ownership_or_control, indirect.beneficial_ownership_or_control) == (True, True)


def test_a_small_share_is_told_and_makes_no_owner() -> None:
    network = drawn(draft(held("ana", 60), held("ben", "9.9"), people=("ana", "ben")))

    assert interest(network, "alfa-r-ben").beneficial_ownership_or_control is False


def test_a_director_is_no_owner_and_a_power_over_the_board_makes_one() -> None:
    told = draft(
        held("ana", None, controls=(InterestType.APPOINTMENT_OF_BOARD, InterestType.BOARD_MEMBER)),
        people=("ana",),
    )

    network = drawn(told)

    assert interest(network, "alfa-r-ana", 0).beneficial_ownership_or_control is True
    assert interest(network, "alfa-r-ana", 1).beneficial_ownership_or_control is False


def test_a_listed_company_a_state_body_and_an_unowned_company_stand_at_the_top() -> None:
    reason = NoOwner(UnspecifiedReason.UNKNOWN, "The foreign register is closed.")
    told = draft(
        held("delta", 30),
        held("echo", 30),
        held("fox", 40),
        bodies=(
            body("delta", EntityKind.LISTED),
            body("echo", EntityKind.GOVERNMENT),
            replace(body("fox"), no_holder=reason),
        ),
    )

    network = drawn(told)

    listed, state, fox = (network.records[f"alfa-e-{key}"] for key in ("delta", "echo", "fox"))
    assert isinstance(listed, Entity)
    assert listed.public_listing is not None
    assert listed.public_listing.has_public_listing
    assert isinstance(state, Entity)
    assert state.type is EntityType.STATE_BODY
    assert not fox.is_component
    for key in ("delta", "echo", "fox"):
        assert interest(network, f"alfa-r-{key}").beneficial_ownership_or_control is False
        assert not stake(network, f"alfa-r-{key}").is_component
    nobody = stake(network, "alfa-r-nobody-fox")
    assert nobody.interested_party == Unspecified(
        UnspecifiedReason.UNKNOWN, "The foreign register is closed."
    )
    assert nobody.interests == ()


def test_that_nobody_owns_the_company_is_a_relationship_without_interests() -> None:
    network = drawn(draft(no_owner=NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS)))

    nobody = stake(network, "alfa-r-nobody")
    assert nobody.interested_party == Unspecified(UnspecifiedReason.NO_BENEFICIAL_OWNERS)
    assert nobody.interests == ()


def test_whoever_settled_a_trust_controls_what_the_trust_holds() -> None:
    told = draft(
        held("ana", None, "delta", controls=(InterestType.SETTLOR,)),
        held("ben", None, "delta", controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,)),
        held("delta", 40),
        people=("ana", "ben"),
        bodies=(body("delta", EntityKind.TRUST),),
    )

    network = drawn(told)

    trust = network.records["alfa-e-delta"]
    assert isinstance(trust, Entity)
    assert (trust.type, trust.subtype) == (EntityType.ARRANGEMENT, EntitySubtype.TRUST)
    assert interest(network, "alfa-r-ana-delta").type is InterestType.SETTLOR
    for key in ("ana", "ben"):
        told_of = interest(network, f"alfa-r-{key}")
        assert told_of.type is InterestType.OTHER_INFLUENCE_OR_CONTROL
        assert told_of.beneficial_ownership_or_control is True


def test_a_chain_of_majorities_controls_where_the_product_is_small() -> None:
    told = draft(
        held("ana", 51, "delta"),
        held("delta", 51, "echo"),
        held("echo", 20),
        people=("ana",),
        bodies=("delta", "echo"),
    )

    by_share, by_control = stake(drawn(told), "alfa-r-ana").interests

    assert by_share.share == Share.exactly("5.202")
    assert by_share.beneficial_ownership_or_control is False
    assert (by_control.type, by_control.beneficial_ownership_or_control) == (
        InterestType.OTHER_INFLUENCE_OR_CONTROL,
        True,
    )


def test_rings_end_and_their_links_are_components() -> None:
    told = draft(
        held("ana", 50, "delta"),
        held("echo", 50, "delta"),
        held("delta", 100, "echo"),
        held("delta", 100),
        held(SUBJECT, 10, "echo"),
        people=("ana",),
        bodies=("delta", "echo"),
    )

    network = drawn(told)

    primaries = [
        key
        for key, each in network.records.items()
        if isinstance(each, Relationship) and not each.is_component
    ]
    assert primaries == ["alfa-r-ana"]
    assert set(stake(network, "alfa-r-ana").component_records) == {
        key for key, each in network.records.items() if each.is_component
    }


def test_a_confirmed_person_bears_the_registers_identifier_and_no_other() -> None:
    network = drawn(CHAIN, Past(confirmed={"ana": "5f0c"}))

    ana = network.records["alfa-p-ana"]
    assert isinstance(ana, Person)
    assert [(each.id, each.scheme, each.scheme_name) for each in ana.identifiers] == [
        ("5f0c", None, "UMILIKI-PERSON")
    ]


def test_of_a_person_only_name_and_countries_are_told() -> None:
    ana = drawn(CHAIN).records["alfa-p-ana"]

    assert isinstance(ana, Person)
    assert ana == Person(names=ana.names, nationalities=ana.nationalities, addresses=ana.addresses)
    assert ana.nationalities[0].name == "Kenya"
    assert [(each.address, each.country and each.country.code) for each in ana.addresses] == [(None, "KE")]


def test_a_closed_record_is_never_used_again() -> None:
    network = drawn(CHAIN, Past(closed=("alfa-p-ana", "alfa-r-ana", "alfa-r-ana-2")))

    assert "alfa-p-ana-2" in network.records
    assert "alfa-r-ana-3" in network.records
    assert "alfa-e-delta" in network.records


def test_a_body_that_stops_being_a_component_becomes_a_record_of_its_own() -> None:
    alone = draft(
        held("delta", 70), bodies=(replace(body("delta"), no_holder=NoOwner(UnspecifiedReason.UNKNOWN)),)
    )

    network = drawn(alone, Past(records=drawn(CHAIN).records))

    assert "alfa-e-delta" not in network.records
    assert not network.records["alfa-e-delta-2"].is_component


def test_who_says_that_they_hold_through_others_does_so_without_a_chain() -> None:
    told = replace(draft(people=("ana",)), indirect=(IndirectClaim("ana", Share.exactly(30)),))

    network = drawn(told)

    primary = stake(network, "alfa-r-ana")
    assert primary.component_records == ()
    assert primary.interests == (
        Interest(InterestType.SHAREHOLDING, DirectOrIndirect.INDIRECT, True, Share.exactly(30)),
    )


def test_a_range_that_a_chain_gives_is_narrowed_by_what_is_said_and_never_contradicted() -> None:
    chain = draft(
        held("ana", Share.between(50, 75), "delta"), held("delta", 60), people=("ana",), bodies=("delta",)
    )

    narrowed = drawn(replace(chain, indirect=(IndirectClaim("ana", Share.exactly(40)),)))
    contradicted = drawn(replace(chain, indirect=(IndirectClaim("ana", Share.exactly(50)),)))

    assert interest(narrowed, "alfa-r-ana").share == Share.exactly(40)
    assert interest(contradicted, "alfa-r-ana").share == Share.between(30, 45)
