from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from bods.codelists import InterestType, RecordStatus
from bods.parts import Identifier
from bods.records import Person
from bods.statements import PublicationDetails
from register.graph.building import company_picture, picture_of
from register.graph.picture import Declared, Identity, Joined, PartyKind, Picture
from register.graph.shares import Range
from tests.factories.pictures import (
    CLOSE,
    Hold,
    Told,
    identities_of,
    party_statement,
    picture,
    process_of,
    statements_of,
)

ROOF = {"roof": ("alfa", "beta")}


def company(*holds: Told, key: str = "alfa", as_of: date = CLOSE) -> Picture:
    told = statements_of(holds)
    return company_picture(key, told, identities_of(told), as_of)


def shares_of(seen: Picture) -> dict[tuple[str, str], Range | None]:
    return {(seen.name(each.holder), seen.name(each.held)): each.shares for each in seen.stakes}


def exactly(percent: int) -> Range:
    return Range(Decimal(percent), Decimal(percent))


def test_a_bidder_becomes_a_declared_company_by_its_number() -> None:
    seen = picture(("Ana", "alfa", 60), bids=ROOF, undeclared=("beta",))

    alfa, beta = seen.bidders
    assert seen.parties[alfa].record_ids == {"alfa"}
    assert alfa in seen.declared
    assert beta not in seen.declared


def test_a_bidder_becomes_a_declared_company_by_a_crosswalk_an_officer_confirmed() -> None:
    process = process_of(ROOF)
    unknown = tuple(replace(bid, scheme="", id="") for bid in process.bids)

    seen = picture_of(
        replace(process, bids=unknown),
        statements_of([("Ana", "alfa", 60)]),
        identities={},
        as_of=CLOSE,
        crosswalk={"KE-RCO-alfa": "alfa"},
    )

    assert [seen.parties[each].record_ids for each in seen.bidders] == [{"alfa"}, frozenset()]


def test_those_who_write_that_they_have_no_number_are_not_one() -> None:
    process = process_of(ROOF)
    nameless = tuple(replace(bid, id="n/a") for bid in process.bids)
    mine = party_statement("kaiti", "alfa", CLOSE, Identifier(id="N/A", scheme="KE-RCO"))
    theirs = party_statement("mwala", "beta", CLOSE, Identifier(id="N/A", scheme="KE-RCO"))
    holds = statements_of([("kaiti", "alfa", 60), ("mwala", "beta", 60)])
    told = [each for each in holds if not each.record_id.endswith(("/kaiti", "/mwala"))]

    bidding = picture_of(replace(process, bids=nameless), [*told, mine, theirs], identities={}, as_of=CLOSE)
    owning = picture_of(process, [*told, mine, theirs], identities={}, as_of=CLOSE)

    assert [bidding.parties[each].record_ids for each in bidding.bidders] == [frozenset(), frozenset()]
    assert len({stake.holder for stake in owning.stakes}) == 2


def test_companies_join_by_number_whatever_its_case_and_spaces() -> None:
    mine = party_statement("kaiti", "alfa", CLOSE)
    theirs = party_statement("kaiti", "beta", CLOSE, Identifier(id=" kai ti", scheme="KE-RCO"))
    holds = statements_of([("kaiti", "alfa", 60), ("kaiti", "beta", 60)])
    others = [each for each in holds if not each.record_id.endswith("/kaiti")]

    seen = company_picture("alfa", [*others, mine, theirs], {}, CLOSE)

    (holder,) = {stake.holder for stake in seen.stakes}
    assert seen.parties[holder].record_ids == {"alfa/kaiti", "beta/kaiti"}
    assert seen.parties[holder].joined is Joined.IDENTIFIER


def test_a_like_name_never_joins_two_people() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF, apart=("Ana",))

    assert len({stake.holder for stake in seen.stakes}) == 2


def test_a_typed_identity_joins_for_officers_and_says_so() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF, typed=("Ana",))

    (ana,) = {stake.holder for stake in seen.stakes}
    assert seen.parties[ana].joined is Joined.TYPED


def test_a_public_picture_joins_by_what_is_published_only() -> None:
    holds = [("Ana", "beta", 60), ("beta", "alfa", 50), ("Ana", "alfa", 10)]
    told = statements_of(holds)

    officers = company_picture("alfa", told, identities_of(told), CLOSE)
    public = company_picture("alfa", told, identities_of(told), CLOSE, public=True)

    assert len({stake.holder for stake in officers.stakes}) == 2
    assert len({stake.holder for stake in public.stakes}) == 3


def test_a_confirmed_person_joins_in_public_by_the_registers_own_identifier() -> None:
    own = Identifier(id="p-1", scheme_name="UMILIKI-PERSON")
    told = [
        replace(each, record=replace(each.record, identifiers=(own,)))
        if isinstance(each.record, Person)
        else each
        for each in statements_of([("Ana", "beta", 60), ("beta", "alfa", 50), ("Ana", "alfa", 10)])
    ]

    public = company_picture("alfa", told, {}, CLOSE, public=True)

    (ana,) = [each for each in public.parties.values() if each.kind is PartyKind.PERSON]
    assert ana.joined is Joined.CONFIRMED


def test_a_stake_told_by_its_chain_counts_once() -> None:
    chain = (
        Hold("Ana", "kaiti", 60, network="alfa", is_component=True),
        Hold("kaiti", "alfa", 70, is_component=True),
    )
    primary = Hold("Ana", "alfa", 42, indirect=True, components=tuple(each.record_id for each in chain))

    seen = company(*chain, primary)

    assert shares_of(seen) == {("Ana", "Kaiti Ltd"): exactly(60), ("Kaiti Ltd", "Alfa Ltd"): exactly(70)}


def test_an_indirect_stake_whose_chain_nobody_told_counts_and_is_marked() -> None:
    seen = company(Hold("Ana", "alfa", 42, indirect=True))

    (stake,) = seen.stakes
    assert (stake.shares, stake.indirect) == (exactly(42), True)


def test_an_indirect_stake_counts_when_its_chain_has_ended() -> None:
    chain = (
        Hold("Ana", "kaiti", 60, network="alfa", is_component=True, end=date(2025, 1, 1)),
        Hold("kaiti", "alfa", 70, is_component=True),
    )
    primary = Hold("Ana", "alfa", 42, indirect=True, components=tuple(each.record_id for each in chain))

    seen = company(*chain, primary)

    assert shares_of(seen)["Ana", "Alfa Ltd"] == exactly(42)


def test_one_link_told_by_two_declarations_counts_once_and_the_companys_own_speaks() -> None:
    seen = company(
        Hold("Ana", "kaiti", 60, network="alfa", is_component=True),
        Hold("kaiti", "alfa", 70, is_component=True),
        Hold("Ana", "kaiti", 55),
    )

    assert shares_of(seen)["Ana", "Kaiti Ltd"] == exactly(55)
    assert len(seen.stakes) == 2


def test_an_interest_that_had_ended_does_not_count() -> None:
    seen = company(Hold("Ana", "alfa", 60, end=CLOSE), Hold("Ben", "alfa", 40))

    assert list(shares_of(seen)) == [("Ben", "Alfa Ltd")]


def test_an_end_that_was_told_later_still_ends_the_interest() -> None:
    first = Hold("Ana", "alfa", 60)
    later = replace(first, end=date(2026, 2, 1), declared=date(2026, 3, 20), status=RecordStatus.UPDATED)

    seen = company(first, later)

    assert seen.stakes == ()


def test_a_later_declaration_speaks_for_the_day_when_the_interest_had_begun() -> None:
    seen = company(Hold("Ana", "alfa", 60, declared=date(2026, 3, 5)))

    (stake,) = seen.stakes
    assert (stake.late, stake.held_then) == (True, True)


def test_a_later_declaration_without_a_start_date_leaves_open_whether_it_held() -> None:
    seen = company(Hold("Ana", "alfa", 60, declared=date(2026, 3, 5), start=None))

    (stake,) = seen.stakes
    assert (stake.late, stake.held_then) == (True, None)


def test_an_interest_that_began_later_did_not_hold() -> None:
    assert company(Hold("Ana", "alfa", 60, declared=date(2026, 3, 5), start=date(2026, 3, 1))).stakes == ()


def test_what_the_register_learnt_later_was_not_known() -> None:
    told = [
        replace(each, publication=PublicationDetails("2026-03-10"))
        for each in statements_of([("Ana", "alfa", 60)])
    ]

    then = company_picture("alfa", told, {}, CLOSE, known=datetime(2026, 3, 1, tzinfo=UTC))
    now = company_picture("alfa", told, {}, CLOSE)

    assert (len(then.stakes), len(now.stakes)) == (0, 1)


def test_shares_and_votes_are_told_apart() -> None:
    seen = company(Hold("Ana", "alfa", 60), Hold("Ana", "alfa", 80, type=InterestType.VOTING_RIGHTS))

    assert {(each.shares, each.votes) for each in seen.stakes} == {(exactly(60), None), (None, exactly(80))}


def test_the_declaration_that_speaks_is_the_last_one_by_the_day() -> None:
    process = process_of({"roof": ("alfa",)})
    told = statements_of([("Ana", "alfa", 60)])

    seen = picture_of(
        process,
        told,
        identities={},
        as_of=CLOSE,
        declared={"alfa": Declared(date(2026, 1, 14), "UM-2026-001077")},
    )

    assert seen.process is not None
    assert seen.process.bids[0].declaration == "UM-2026-001077"
    assert seen.process.bids[0].declared_on == date(2026, 1, 14)


def test_the_name_of_a_party_stays_when_an_identity_is_confirmed() -> None:
    told = statements_of([("Ana", "alfa", 60)])

    typed = company_picture("alfa", told, {"alfa/Ana": Identity("id-1", confirmed=False)}, CLOSE)
    confirmed = company_picture("alfa", told, {"alfa/Ana": Identity("id-1", confirmed=True)}, CLOSE)

    assert set(typed.parties) == set(confirmed.parties)
