from dataclasses import replace
from datetime import date

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.owner_is_official import find
from register.graph.lists import Official
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
STEPHEN = Official(
    id="7",
    name="Stephen Wambua Nzuki",
    role="member",
    body="Evaluation committee",
    list_date=date(2026, 2, 18),
    source="appointment letter",
    since=date(2026, 2, 18),
)
KNOWN = replace(STEPHEN, identity="id-Stephen Nzuki")
OWNS = ("Stephen Nzuki", "alfa", 30)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_an_owner_with_an_officials_identity_comes_first() -> None:
    (found,) = findings(picture(OWNS, bids=ROOF, officials=(KNOWN,)))

    assert found.sentence % found.facts == (
        "Stephen Nzuki is an owner of Alfa Ltd and is on the officials' list: member, Evaluation committee."
    )
    assert (found.severity, found.strength) == (Severity.ANSWER_FIRST, Strength.CERTAIN)
    assert found.officials == ("7",)
    assert len(found.proofs) == 2


def test_a_typed_identity_is_likely_only() -> None:
    (found,) = findings(picture(OWNS, bids=ROOF, officials=(KNOWN,), typed=("Stephen Nzuki",)))

    assert found.strength is Strength.LIKELY


def test_the_same_name_and_month_of_birth_are_strong() -> None:
    official = replace(STEPHEN, birth_month="1980-04")

    (found,) = findings(
        picture(OWNS, bids=ROOF, officials=(official,), birth_months={"Stephen Nzuki": "1980-04"})
    )

    assert (found.severity, found.strength) == (Severity.STRONG, Strength.LIKELY)


def test_a_like_name_alone_is_a_question_and_says_so() -> None:
    (found,) = findings(picture(OWNS, bids=ROOF, officials=(STEPHEN,)))

    assert found.sentence % found.facts == (
        "Stephen Nzuki, of Alfa Ltd, has a name like Stephen Wambua Nzuki on the officials' list:"
        " member, Evaluation committee."
    )
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_a_like_name_with_another_identity_is_another_person() -> None:
    assert findings(picture(OWNS, bids=ROOF, officials=(replace(STEPHEN, identity="id-other"),))) == []


def test_a_like_name_with_another_month_of_birth_is_another_person() -> None:
    official = replace(STEPHEN, birth_month="1991-12")

    assert (
        findings(picture(OWNS, bids=ROOF, officials=(official,), birth_months={"Stephen Nzuki": "1980-04"}))
        == []
    )


def test_an_official_who_had_left_or_serves_another_tender_is_left_out() -> None:
    gone = replace(KNOWN, until=date(2026, 2, 20))
    elsewhere = replace(KNOWN, ocid="ocds-other")

    assert findings(picture(OWNS, bids=ROOF, officials=(gone, elsewhere))) == []


def test_a_small_share_is_not_an_owner() -> None:
    assert findings(picture(("Stephen Nzuki", "alfa", 5), bids=ROOF, officials=(KNOWN,))) == []


def test_a_senior_manager_who_is_an_official_is_found() -> None:
    manages = ("Stephen Nzuki", "alfa", InterestType.SENIOR_MANAGING_OFFICIAL)

    (found,) = findings(picture(manages, bids=ROOF, officials=(KNOWN,)))

    assert "manages Alfa Ltd" in found.sentence % found.facts


def test_an_owner_by_a_range_is_asked_as_a_may() -> None:
    (found,) = findings(picture(("Stephen Nzuki", "alfa", (5, 25)), bids=ROOF, officials=(KNOWN,)))

    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_without_a_list_nothing_could_be_judged() -> None:
    (unclear,) = find(picture(OWNS, bids=ROOF), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.bidder == ""


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    seen = picture(OWNS, bids=ROOF, undeclared=("beta",), officials=(replace(KNOWN, identity="id-other"),))

    (unclear,) = find(seen, KENYA)

    assert isinstance(unclear, Unclear)
    assert seen.name(unclear.bidder) == "Beta Ltd"


def test_a_member_named_to_the_tender_is_told_apart_from_the_list() -> None:
    member = replace(KNOWN, named=True)

    (found,) = findings(picture(OWNS, bids=ROOF, officials=(member,)))

    assert found.sentence % found.facts == (
        "Stephen Nzuki is an owner of Alfa Ltd and sits on a committee of this tender: member, Evaluation committee."
    )
    assert "Named to this tender, appointed" in found.proofs[-1].words.message


def test_named_members_alone_are_no_list() -> None:
    seen = picture(OWNS, bids=ROOF, officials=(replace(KNOWN, named=True),))

    assert [each.reason for each in find(seen, KENYA) if isinstance(each, Unclear) and not each.bidder] == [
        "There is no officials' list for this process."
    ]
