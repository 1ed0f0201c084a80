"""An old file as a whole: read by the version of each statement, and whatever is lost is told at its place."""

from datetime import date

from bods.codelists import RecordStatus
from bods.upgrade import Loss, upgraded
from bods.validation import faults
from bods.writing import as_json
from tests.bods.upgrade.olds import company, link, named, new, person, told

TODAY = {
    "statementId": named("beta-of-today"),
    "statementDate": "2024-01-01",
    "declarationSubject": "beta",
    "recordId": "beta",
    "recordType": "entity",
    "recordStatus": "new",
    "recordDetails": {"isComponent": False, "entityType": {"type": "registeredEntity"}, "ownField": 1},
}


def test_an_old_file_becomes_valid_and_in_order_and_nothing_is_lost() -> None:
    upgrade = upgraded(
        [link(interests=[{"type": "shareholding", "share": {"exact": 60}}]), person(), company()]
    )

    assert [statement.record_id.strip("-") for statement in upgrade.statements] == ["ana", "alfa", "link"]
    assert {statement.declaration_subject for statement in upgrade.statements} == {named("alfa")}
    assert {statement.record_status for statement in upgrade.statements} == {RecordStatus.NEW}
    assert faults([as_json(statement) for statement in upgrade.statements]) == []
    assert upgrade.losses == ()


def test_one_statement_alone_is_a_file_too() -> None:
    assert upgraded(company()).statements == upgraded([company()]).statements


def test_a_statement_of_today_passes_through_as_it_is_and_old_ones_may_name_it() -> None:
    upgrade = upgraded([TODAY, person(), link(subject="beta-of-today")])

    written = {statement.statement_id: as_json(statement) for statement in upgrade.statements}
    assert written[TODAY["statementId"]] == TODAY
    assert written[named("link")]["recordDetails"]["subject"] == "beta"
    assert {each["declarationSubject"] for each in written.values()} == {"beta"}


def test_a_file_that_mixes_versions_is_told_where_it_does() -> None:
    first = company(
        publicationDetails={"publicationDate": "2018-01-01", "bodsVersion": "0.3", "publisher": {"name": "R"}}
    )

    losses = [
        loss for loss in upgraded([first, person(), TODAY, link()]).losses if loss.field == "bodsVersion"
    ]

    assert [loss.place for loss in losses] == ["/1", "/2"]
    assert "0.3" in losses[0].sentence
    assert "0.2" in losses[0].sentence


def test_a_statement_of_today_that_is_not_valid_is_left_out_and_told() -> None:
    upgrade = upgraded([{**TODAY, "recordType": "company"}, company()])

    assert [statement.record_id for statement in upgrade.statements] == [named("alfa")]
    assert ("/0", "statementId") in {(loss.place, loss.field) for loss in upgrade.losses}


def test_a_file_of_today_keeps_its_order() -> None:
    second = {
        **TODAY,
        "statementId": named("beta-again"),
        "recordStatus": "closed",
        "statementDate": "2024-02-01",
    }

    statements = upgraded([TODAY, second]).statements

    assert [as_json(statement) for statement in statements] == [TODAY, second]


def test_what_is_no_statement_is_told_at_its_place() -> None:
    values = [
        company(),
        7,
        None,
        [],
        {"statementType": "other"},
        {"statementType": []},
        {**company(), "statementID": 5},
    ]

    upgrade = upgraded(values)

    assert len(upgrade.statements) == 1
    assert [(loss.place, loss.field) for loss in upgrade.losses] == [
        (f"/{place}", "statementType") for place in range(1, 7)
    ]


def test_losses_come_in_the_order_of_the_file() -> None:
    upgrade = upgraded(
        [link(interests=[{"type": "own"}]), person(birthDate="2001-02-03T00:00:00Z"), company(uri="x")]
    )

    assert [loss.place for loss in upgrade.losses] == ["/0/interests/0", "/1", "/2"]
    assert upgrade.losses[1] == Loss(
        "/1", "birthDate", "Written without the time of day: 0.4 wants a date alone here."
    )


def test_a_loss_repeats_nothing_of_what_was_written() -> None:
    secret = "K-12345-SECRET"
    files = [
        company(
            uri=secret,
            addresses=[{"type": secret, "country": secret}],
            foundingDate=secret,
            entityType=secret,
        ),
        person(names=[{"type": secret, "givenName": secret}], hasPepStatus=secret, birthDate=secret),
        link(interests=[{"type": secret, "share": {"exact": secret}}], componentStatementIDs=[secret]),
    ]

    sentences = [loss.sentence for loss in upgraded(files).losses]

    assert len(sentences) >= 10
    assert not [sentence for sentence in sentences if secret in sentence]


class TestDays:
    def test_the_day_of_publication_stands_for_a_statement_that_gives_none(self) -> None:
        without = company()
        del without["statementDate"]

        assert new(without)["alfa"]["statementDate"] == "2019-02-01"
        assert told(without) == {("/0", "statementDate")}

    def test_else_the_day_on_which_it_was_retrieved(self) -> None:
        without = company(source={"retrievedAt": "2019-03-04T10:00:00Z"}, statementDate="last week")
        del without["publicationDetails"]

        assert new(without)["alfa"]["statementDate"] == "2019-03-04"

    def test_else_the_first_day_on_which_a_relationship_names_it(self) -> None:
        bare = [
            company(),
            person(),
            link("late", statementDate="2018-05-05"),
            link(statementDate="2018-04-04"),
        ]
        for each in bare:
            del each["publicationDetails"]
        del bare[0]["statementDate"]

        assert new(*bare)["alfa"]["statementDate"] == "2018-04-04"

    def test_else_the_last_day_of_the_file_or_the_one_that_the_caller_gives(self) -> None:
        bare = [company(), company("beta")]
        for each in bare:
            del each["publicationDetails"], each["statementDate"]
        dated = [{**bare[0], "statementDate": "2018-07"}, bare[1]]

        assert [each.statement_date for each in upgraded(dated).statements] == ["2018-07-01", "2018-07-01"]
        assert [each.statement_date for each in upgraded(bare, undated=date(2020, 2, 2)).statements] == [
            "2020-02-02"
        ] * 2
        assert upgraded(bare).statements == ()
        assert told(*bare) == {("/0", "statementID"), ("/1", "statementID")}


class TestIdentifiers:
    def test_a_statement_id_stays(self) -> None:
        assert new(company())["alfa"]["statementId"] == named("alfa")

    def test_one_of_a_length_that_0_4_does_not_allow_is_made_anew_and_stays_the_records(self) -> None:
        long, short = company("a" * 80), person("x", statementID="x")
        tied = link(subject="a" * 80, interestedParty={"describedByPersonStatement": "x"})

        written = new(long, short, tied)

        assert set(written) == {"a" * 80, "x", "link"}
        assert written["link"]["recordDetails"]["subject"] == "a" * 80
        assert written["link"]["recordDetails"]["interestedParty"] == "x"
        assert all(32 <= len(each["statementId"]) <= 64 for each in written.values())
        assert told(long, short, tied) == {("/0", "statementID"), ("/1", "statementID")}

    def test_what_is_said_twice_is_taken_once(self) -> None:
        assert len(upgraded([company(), company()]).statements) == 1
        assert told(company(), company()) == {("/1", "statementID")}

    def test_another_statement_under_the_same_id_is_a_later_one_of_the_record(self) -> None:
        statements = upgraded([company(), company(name="Alfa anew")]).statements

        assert [each.record_status for each in statements] == [RecordStatus.NEW, RecordStatus.UPDATED]
        assert len({each.record_id for each in statements}) == 1
        assert len({each.statement_id for each in statements}) == 2

    def test_an_id_that_stands_for_two_things_gives_two_records(self) -> None:
        statements = upgraded([company("twin"), person("twin")]).statements

        assert len({each.record_id for each in statements}) == 2
        assert ("/1", "statementID") in told(company("twin"), person("twin"))
