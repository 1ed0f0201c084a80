"""Bidders and suppliers that belong to no company: found, counted by tender, and the likest company first."""

from sqlalchemy.orm import Session

from register.actions.propose_same import propose_companies
from register.elsewhere.likeness import Reason
from register.models.sameness import CrosswalkRow
from register.ocds.facts import BidStatus
from register.store import companies, contracts, likeness, sameness, sameness_pages, told_process, unmatched
from register.store.likeness import Kind
from tests.factories.declaring import NOW, supplier
from tests.factories.strangers import Stranger, keep_strangers
from tests.factories.tenders import keep_owners, keep_tender

LIKE_ALFA = Stranger("Alfa Builder Ltd", "146001")
BARE = Stranger("Gama Traders")


def names(session: Session, text: str = "") -> list[str]:
    return [each.name for each in unmatched.everybody(session, text)]


def test_a_bidder_whose_number_a_company_has_is_not_among_them(session: Session) -> None:
    companies.create(session, name="Alfa", scheme="KE-RCO", number="ALFA", now=NOW)
    keep_owners(session, ("Ana", "beta", 60))
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta", "delta")}, won=("delta",))

    assert names(session) == ["Delta Ltd"]
    assert [each.name for each in unmatched.in_tenders(session, [ocid])[ocid]] == ["Delta Ltd"]
    assert unmatched.has_company(session, "bidder:KE-RCO:ALFA")
    assert unmatched.has_company(session, "bidder:KE-RCO:BETA")
    assert not unmatched.has_company(session, "bidder:KE-RCO:DELTA")


def test_a_supplier_that_won_without_a_bid_on_file_is_among_them(session: Session) -> None:
    ocid = keep_strangers(session, "roof", won=(LIKE_ALFA, BARE))

    assert names(session) == ["Alfa Builder Ltd", "Gama Traders"]
    assert unmatched.tenders_of(session, LIKE_ALFA.key) == (ocid,)
    assert unmatched.tenders_of(session, BARE.key) == (ocid,)


def test_who_was_only_invited_does_not_take_part(session: Session) -> None:
    keep_strangers(session, "roof", Stranger("Delta Ltd", "D1", status=BidStatus.INVITED))

    assert names(session) == []


def test_one_bidder_in_many_tenders_is_one_line_with_its_tenders_counted(session: Session) -> None:
    keep_strangers(session, "roof", Stranger("Gama Traders"), LIKE_ALFA, won=(LIKE_ALFA,))
    keep_strangers(session, "well", Stranger("GAMA  TRADERS"), Stranger("Alfa Builder Limited", "146001"))
    keep_strangers(session, "road", Stranger("Gama-Traders"))

    found = unmatched.everybody(session)

    assert [(each.name, each.tenders) for each in found] == [("Gama-Traders", 3), ("Alfa Builder Ltd", 2)]
    assert unmatched.names_of(session, LIKE_ALFA.key) == ("Alfa Builder Ltd", "Alfa Builder Limited")


def test_those_with_a_proposal_stand_first_with_the_likest_company(session: Session) -> None:
    alfa = supplier(session, "alfa")
    companies.create(session, name="Alfa Bilder Ltd", scheme="KE-RCO", number="PVT-BILDER", now=NOW)
    keep_strangers(
        session, "roof", Stranger("Aardvark Quarries", "1"), Stranger("Alfa Builder Ltd", "146001")
    )

    propose_companies(session, now=NOW)

    first, second = unmatched.everybody(session)
    assert (first.name, first.proposed, first.proposals) == ("Alfa Builder Ltd", alfa.subject, 2)
    assert (second.name, second.best, second.proposed) == ("Aardvark Quarries", None, "")
    proposed = unmatched.proposals(session, LIKE_ALFA.key)
    assert unmatched.company_of(proposed[0]) == alfa.subject
    assert proposed[0].reasons == (Reason.LIKE_NAME,)


def test_like_bidders_are_not_proposed_for_each_other(session: Session) -> None:
    keep_strangers(session, "roof", LIKE_ALFA, Stranger("Alfa Builders Ltd", "146002"))

    propose_companies(session, now=NOW)

    assert [each.best for each in unmatched.everybody(session)] == [None, None]
    assert unmatched.proposals(session, LIKE_ALFA.key) == ()


def test_they_are_found_by_name_and_by_number_however_written(session: Session) -> None:
    keep_strangers(session, "roof", LIKE_ALFA, BARE)

    assert names(session, "alfa BUILDER") == ["Alfa Builder Ltd"]
    assert names(session, "146 001") == ["Alfa Builder Ltd"]
    assert names(session, "gama") == ["Gama Traders"]
    assert names(session, "—") == names(session, "zeta") == []


def test_a_bidder_decided_to_be_a_company_is_among_them_no_more(session: Session) -> None:
    alfa = supplier(session, "alfa")
    ocid = keep_strangers(session, "roof", LIKE_ALFA, BARE, Stranger("Delta"))
    for scheme, number, folded in (("X-PORTAL", "146001", ""), ("", "", "gama traders")):
        session.add(CrosswalkRow(scheme=scheme, number=number, folded=folded, subject_record_id=alfa.subject))
    session.flush()

    assert names(session) == ["Delta"]
    assert [each.name for each in unmatched.in_tenders(session, [ocid])[ocid]] == ["Delta"]


def test_who_writes_that_there_is_no_number_is_known_by_name_alone(session: Session) -> None:
    alfa = supplier(session, "alfa")
    companies.create(session, name="Nobody Ltd", scheme="X-PORTAL", number="N/A", now=NOW)
    one, other = Stranger("Alfa Builders Ltd", "N/A"), Stranger("Zeta Quarries", "N/A")
    ocid = keep_strangers(session, "roof", one, other)
    propose_companies(session, now=NOW)

    found = unmatched.everybody(session)

    key = "bidder::alfa builders ltd"
    assert [(each.name, each.key, each.number) for each in found] == [
        ("Alfa Builders Ltd", key, ""),
        ("Zeta Quarries", "bidder::zeta quarries", ""),
    ]
    assert found[0].proposed == alfa.subject
    assert unmatched.tenders_of(session, key) == (ocid,)
    assert likeness.processes_named(session, ["zeta quarries"]) == (ocid,)


def test_joining_one_who_writes_that_there_is_no_number_joins_no_other(session: Session) -> None:
    alfa = supplier(session, "alfa")
    who = Stranger("Alfa Builders Ltd", "N/A", phone="0712 345 678")
    ocid = keep_strangers(session, "roof", who, Stranger("Zeta Quarries", "N/A"))
    key = "bidder::alfa builders ltd"
    session.add(
        CrosswalkRow(scheme="", number="", folded="alfa builders ltd", subject_record_id=alfa.subject)
    )
    session.flush()

    crossed = sameness.crossed(session, told_process.process_of(contracts.process(session, ocid)).bids)

    assert list(crossed.values()) == [alfa.subject]
    assert names(session) == ["Zeta Quarries"]
    assert sameness_pages.company_names(session, [key]) == {key: "Alfa Builders Ltd"}
    assert [each.phone for each in unmatched.reaches_of(session, key)] == ["0712 345 678"]


def test_a_tender_whose_bidders_all_belong_to_companies_is_left_out(session: Session) -> None:
    companies.create(session, name="Alfa", scheme="KE-RCO", number="ALFA", now=NOW)
    whole = keep_tender(session, bids={"roof": ("alfa",)})
    apart = keep_strangers(session, "well", BARE)

    assert set(unmatched.in_tenders(session, [whole, apart])) == {apart}
    assert unmatched.in_tenders(session, []) == {}


def test_an_officer_looks_for_a_company_by_words_of_its_name_or_its_number(session: Session) -> None:
    alfa = supplier(session, "alfa")
    supplier(session, "beta")

    by_words = unmatched.companies_called(session, "ltd ALFA")
    by_number = unmatched.companies_called(session, "pvt-al")

    assert [each.subject for each in by_words] == [each.subject for each in by_number] == [alfa.subject]
    assert len(unmatched.companies_called(session, "builders")) == 2
    assert unmatched.companies_called(session, "100%") == unmatched.companies_called(session, " ") == ()


def test_how_a_bidder_may_be_reached_is_told_once_each_way(session: Session) -> None:
    told = Stranger("Gama Traders", phone="0712 345 678", address="Plot 4, Market Road, Wote")
    keep_strangers(session, "roof", told, Stranger("Delta", phone="0700 000 000"))
    keep_strangers(session, "well", told)

    assert unmatched.reaches_of(session, told.key) == (
        unmatched.Reach("0712 345 678", "", "Plot 4, Market Road, Wote"),
    )


def test_companies_and_bidders_are_called_by_name_many_at_once(session: Session) -> None:
    alfa = supplier(session, "alfa")
    keep_strangers(session, "roof", BARE, won=(LIKE_ALFA,))
    keys = {alfa.subject, BARE.key, LIKE_ALFA.key, "bidder:X-PORTAL:9", "bidder::gone"}

    called = sameness_pages.company_names(session, keys)

    assert called == {
        alfa.subject: "Alfa Builders Ltd",
        BARE.key: "Gama Traders",
        LIKE_ALFA.key: "Alfa Builder Ltd",
        "bidder:X-PORTAL:9": "9",
        "bidder::gone": "gone",
    }
    assert called[alfa.subject] == sameness_pages.name(session, Kind.COMPANY, alfa.subject)
