"""Nobody can hold more than the whole, all owners of one kind together."""

from bods.examination import Finding
from tests.bods.checks.raw import Json, entity, owns, person, shares, told

CODE = "shares_over_100"
PARTIES = [entity(), entity("beta"), entity("gamma"), person(), person("ben"), person("cleo")]


def found(*links: Json) -> list[Finding]:
    return told(CODE, *PARTIES, *links)


def link(
    party: str, *interests: Json, day: str = "2024-01-01", status: str = "new", **details: object
) -> Json:
    fields = {"statementDate": day, "recordStatus": status}
    return owns(party, "alfa", *interests, fields=fields, **details)


def between(least: float, most: float, **more: object) -> Json:
    return shares(None, share={"minimum": least, "maximum": most}, **more)


def indirect(percent: float) -> Json:
    return shares(percent, directOrIndirect="indirect")


def test_shares_that_add_up_to_more_than_the_whole_are_found() -> None:
    ana, ben = link("ana", shares(60)), link("ben", shares(40.5))

    (finding,) = found(ana, ben)

    assert finding.statement_id == ben["statementId"]
    assert finding.pointer == "/recordDetails/interests"
    assert "at least 100.5 percent" in finding.sentence
    assert ana["statementId"] in finding.sentence
    assert "2024-01-01" in finding.sentence


def test_the_whole_shared_out_is_not_found_though_binary_fractions_add_up_to_more() -> None:
    assert 56.1 + 33.2 + 10.7 > 100

    assert found(link("ana", shares(56.1)), link("ben", shares(33.2)), link("cleo", shares(10.7))) == []


def test_one_relationship_may_say_too_much_by_itself() -> None:
    (finding,) = found(link("ana", shares(60), shares(50)))

    assert "at least 110 percent." in finding.sentence


def test_shares_and_votes_are_not_added_together() -> None:
    votes = shares(60, type="votingRights")

    assert found(link("ana", shares(60), votes), link("ben", shares(40))) == []


def test_a_range_counts_with_its_lower_bound() -> None:
    wide = between(25, 75)
    more = shares(None, share={"exclusiveMinimum": 50, "maximum": 75})

    assert found(link("ana", wide), link("ben", wide), link("cleo", wide)) == []
    assert len(found(link("ana", more), link("ben", between(50.1, 60)))) == 1


def test_components_are_not_added_to_the_stake_that_they_describe() -> None:
    beta = link("beta", shares(60), isComponent=True)

    assert found(beta, link("ana", indirect(60), componentRecords=["beta", "beta-in-alfa"])) == []


def test_components_are_added_to_each_other() -> None:
    assert (
        len(found(link("beta", shares(60), isComponent=True), link("gamma", shares(60), isComponent=True)))
        == 1
    )


def test_parties_to_one_trust_hold_one_stake() -> None:
    assert (
        found(
            link("ana", indirect(70), componentRecords=["gamma"]),
            link("ben", indirect(70), componentRecords=["gamma"]),
        )
        == []
    )


def test_what_a_person_holds_through_others_is_added_to_what_another_holds() -> None:
    assert len(found(link("ana", indirect(70)), link("ben", shares(40)))) == 1
    assert len(found(link("ana", indirect(70), componentRecords=["beta"]), link("ben", indirect(40)))) == 1


def test_what_a_company_holds_may_be_what_a_person_holds_through_it() -> None:
    assert found(link("beta", shares(75)), link("ana", indirect(75))) == []
    assert found(link("beta", indirect(75)), link("ana", indirect(75))) == []
    assert len(found(link("beta", shares(75)), link("ana", shares(30)))) == 1


def test_a_share_sold_is_not_added_to_the_buyers() -> None:
    ana, ben = link("ana", shares(60)), link("ben", shares(100), day="2024-05-01")
    sold = link("ana", shares(60), day="2024-05-01", status="closed")
    ended = link("ana", shares(60, endDate="2024-04-01"))

    assert found(ana, sold, ben) == []
    assert found(ben, sold, ana) == []
    assert found(ended, ben) == []


def test_a_share_that_begins_later_is_added_later() -> None:
    begun = shares(60, startDate="2024-06-01")
    later = link("cleo", shares(None), day="2024-07-01")

    assert found(link("ana", shares(60)), link("ben", begun)) == []
    assert [
        "2024-07-01" in each.sentence for each in found(link("ana", shares(60)), link("ben", begun), later)
    ] == [True]


def test_a_share_that_is_said_again_is_not_added_to_itself() -> None:
    again = link("ana", shares(60), day="2024-05-01", status="updated")

    assert found(link("ana", shares(60)), again, link("ben", shares(40))) == []


def test_of_two_statements_of_one_day_the_later_counts() -> None:
    morning = link("ana", shares(90), day="2024-05-01T08:00:00Z")
    noon = link("ana", shares(60), day="2024-05-01T12:00:00Z", status="updated")

    assert found(link("ben", shares(40)), noon, morning) == []


def test_networks_of_two_declarations_are_looked_at_apart() -> None:
    seen_by_beta = link("ana", shares(60)) | {"declarationSubject": "beta"}

    assert found(seen_by_beta, link("ben", shares(60))) == []


def test_one_excess_is_told_once_however_long_it_lasts() -> None:
    again = link("ana", shares(70), day="2025-01-01", status="updated")

    assert len(found(link("ana", shares(60)), link("ben", shares(60)), again)) == 1


def test_an_excess_that_ended_and_came_back_is_told_again() -> None:
    less = link("ana", shares(30), day="2025-01-01", status="updated")
    more = link("ana", shares(70), day="2026-01-01", status="updated")

    assert len(found(link("ana", shares(60)), link("ben", shares(60)), less, more)) == 2


def test_many_owners_do_not_make_a_long_sentence() -> None:
    (finding,) = found(*(link(f"owner-{number}", shares(30)) for number in range(50)))

    assert "and 44 more" in finding.sentence
    assert len(finding.sentence) < 500


def test_a_figure_that_is_no_share_does_not_count() -> None:
    assert found(link("ana", shares(4000)), link("ben", shares(-70)), link("cleo", shares(60))) == []
