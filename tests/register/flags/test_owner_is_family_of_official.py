from dataclasses import replace
from datetime import date
from typing import Any

from bods.codelists import InterestType
from register.declarations.persons import Exposure, Tie
from register.flags.flag import Audience, Finding, Severity, Strength, Unclear
from register.flags.owner_is_family_of_official import FLAG, find
from register.graph.dossier import PersonDossier
from register.graph.lists import Official, Relative
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
OWNS: Told = ("Ana Mwende", "alfa", 30)
WIFE = Relative("Ana Mwende", Tie.SPOUSE.value, identity="id-Ana Mwende")
BEN = Official(
    "7", "Ben Musau", "member", "Evaluation committee", date(2026, 2, 18), "letter", family=(WIFE,)
)
DECLARED = Exposure(Tie.SPOUSE, "engineer", "Evaluation committee", "KE", "Musau, Ben")


def seen_with(
    *officials: Official, own: tuple[Told, ...] = (OWNS,), says: Exposure | None = None, **more: Any
) -> Picture:
    people = {"Ana Mwende": PersonDossier(exposed=says is not None, exposures=(says,) if says else ())}
    return picture(*own, bids=ROOF, officials=officials, people=people, **more)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def related(**changes: Any) -> Official:
    return replace(BEN, family=(replace(WIFE, **changes),))


def test_family_whom_an_official_names_comes_first() -> None:
    (found,) = findings(seen_with(BEN))

    assert found.sentence % found.facts == (
        "Ana Mwende, at Alfa Ltd, is family of Ben Musau: member, Evaluation committee."
    )
    assert (found.severity, found.strength) == (Severity.ANSWER_FIRST, Strength.CERTAIN)
    assert str(found.details[-1]) == "Ana Mwende is the husband or wife of Ben Musau."
    assert str(found.proofs[-1].words) == (
        "Ben Musau names Ana Mwende as family or close. Officials' list of 2026-02-18, letter."
    )
    assert found.officials == ("7",)


def test_family_above_a_chain_and_family_who_manages_are_found() -> None:
    chain: tuple[Told, ...] = (("Ana Mwende", "kaiti", 60), ("kaiti", "alfa", 50))
    runs: tuple[Told, ...] = (("Ana Mwende", "alfa", InterestType.BOARD_MEMBER),)

    assert [len(path) for path in findings(seen_with(BEN, own=chain))[0].paths] == [2]
    assert len(findings(seen_with(BEN, own=runs))) == 1


def test_name_and_month_are_strong_and_a_name_alone_is_a_question() -> None:
    born = {"Ana Mwende": "1980-04"}
    (strong,) = findings(seen_with(related(identity=None, birth_month="1980-04"), birth_months=born))
    (like,) = findings(seen_with(related(identity=None)))

    assert (strong.severity, strong.strength) == (Severity.STRONG, Strength.LIKELY)
    assert (like.severity, like.strength) == (Severity.ASK, Strength.POSSIBLE)
    assert like.sentence.endswith("Only names are alike.")


def test_another_identity_or_month_of_birth_is_somebody_else() -> None:
    born = {"Ana Mwende": "1980-04"}
    other = related(identity=None, birth_month="1991-12")

    assert findings(seen_with(related(identity="id-other"))) == []
    assert findings(seen_with(other, birth_months=born)) == []


def test_a_business_partner_is_told_apart_and_weighs_less() -> None:
    (found,) = findings(seen_with(related(tie=Tie.BUSINESS_PARTNER.value)))

    assert "is close to" in found.sentence
    assert (found.severity, found.strength) == (Severity.ASK, Strength.CERTAIN)


def test_an_owner_who_declares_an_official_of_the_process_as_family_is_found() -> None:
    (found,) = findings(seen_with(replace(BEN, family=()), says=DECLARED))

    assert (found.severity, found.strength) == (Severity.STRONG, Strength.LIKELY)
    assert str(found.details[-1]) == "Musau, Ben is the husband or wife of Ana Mwende."


def test_a_declared_official_of_another_body_is_a_question() -> None:
    (found,) = findings(seen_with(BEN, own=(OWNS,), says=None))
    (asked,) = findings(seen_with(related(identity="id-other"), says=replace(DECLARED, body="Treasury")))

    assert found.strength is Strength.CERTAIN
    assert (asked.severity, asked.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_what_both_sides_tell_is_one_finding() -> None:
    (found,) = findings(seen_with(BEN, says=DECLARED))

    assert found.strength is Strength.CERTAIN
    assert len(found.proofs) == 3


def test_ones_own_office_and_one_that_had_ended_are_no_family() -> None:
    nobody = related(identity="id-other")

    assert findings(seen_with(nobody, says=replace(DECLARED, tie=Tie.SELF))) == []
    assert findings(seen_with(nobody, says=replace(DECLARED, until=date(2026, 1, 1)))) == []


def test_an_official_who_had_left_or_serves_another_tender_is_left_out() -> None:
    gone, elsewhere = replace(BEN, until=date(2026, 2, 20)), replace(BEN, ocid="ocds-other")

    assert findings(seen_with(gone, elsewhere)) == []


def test_a_small_share_is_not_an_owner() -> None:
    assert findings(seen_with(BEN, own=(("Ana Mwende", "alfa", 5),))) == []


def test_without_a_list_or_without_any_family_on_it_it_could_not_be_judged() -> None:
    reasons = [
        [each.reason for each in find(seen_with(*officials), KENYA) if isinstance(each, Unclear)]
        for officials in ((), (replace(BEN, family=()),))
    ]

    assert reasons == [
        ["There is no officials' list for this process."],
        ["The officials' list names no family of anybody who has a part in this process."],
    ]


def test_what_is_asked_about_family_is_never_public() -> None:
    assert FLAG.audience is Audience.OFFICER


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(BEN, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Alfa Ltd has no declaration."
