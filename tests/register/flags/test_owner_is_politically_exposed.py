from dataclasses import replace
from datetime import date
from typing import Any

from bods.codelists import InterestType
from register.declarations.persons import Exposure, Tie
from register.flags.flag import Audience, Finding, Severity, Strength, Unclear
from register.flags.owner_is_politically_exposed import FLAG, find
from register.graph.dossier import PersonDossier
from register.graph.lists import Listed, ListKind
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
OWNS: Told = ("Ana Mwende", "alfa", 30)
SEAT = Exposure(Tie.SELF, "member", "County assembly", "KE")
ENTRY = Listed("L1", ListKind.EXPOSED, "Mwende, Ana", date(2026, 1, 5), "list 4")


def seen_with(
    dossier: PersonDossier, *listed: Listed, own: tuple[Told, ...] = (OWNS,), **more: Any
) -> Picture:
    return picture(*own, bids=ROOF, people={"Ana Mwende": dossier}, listed=listed, **more)


def declaring(*offices: Exposure) -> PersonDossier:
    return PersonDossier(exposed=bool(offices), exposures=offices)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_an_owner_who_declares_an_office_is_asked_about() -> None:
    (found,) = findings(seen_with(declaring(SEAT)))

    assert found.sentence % found.facts == (
        "Ana Mwende, at Alfa Ltd, declares to hold or have held a public office."
    )
    assert (found.severity, found.strength) == (Severity.ASK, Strength.CERTAIN)
    assert str(found.proofs[1].words) == (
        "Ana Mwende declares an office of their own: member, County assembly."
    )


def test_an_office_of_family_is_told_apart_from_ones_own() -> None:
    own, tied = findings(seen_with(declaring(SEAT, replace(SEAT, tie=Tie.SPOUSE, official="Ben Musau"))))

    assert "close to somebody in public office" in tied.sentence
    assert own.fingerprint != tied.fingerprint


def test_an_owner_through_a_chain_and_a_manager_are_asked_about() -> None:
    chain: tuple[Told, ...] = (("Ana Mwende", "kaiti", 60), ("kaiti", "alfa", 50))
    runs: tuple[Told, ...] = (("Ana Mwende", "alfa", InterestType.BOARD_CHAIR),)

    assert [len(path) for path in findings(seen_with(declaring(SEAT), own=chain))[0].paths] == [2]
    assert len(findings(seen_with(declaring(SEAT), own=runs))) == 1


def test_an_office_that_had_ended_is_context_and_one_to_come_is_left_out() -> None:
    (ended,) = findings(seen_with(declaring(replace(SEAT, until=date(2022, 8, 9)))))

    assert ended.severity is Severity.CONTEXT
    assert "The office ended on 2022-08-09." in [str(proof.words) for proof in ended.proofs]
    assert findings(seen_with(declaring(replace(SEAT, since=date(2026, 4, 1))))) == []


def test_an_owner_on_a_list_is_found_by_identity_and_asked_about_by_name() -> None:
    (sure,) = findings(seen_with(declaring(), replace(ENTRY, identity="id-Ana Mwende")))
    (like,) = findings(seen_with(declaring(), ENTRY))

    assert sure.strength is Strength.CERTAIN
    assert like.sentence % like.facts == (
        "Ana Mwende, at Alfa Ltd, has a name like Mwende, Ana on a list of those in public office."
    )
    assert like.strength is Strength.POSSIBLE


def test_another_identity_and_a_list_of_the_barred_are_left_out() -> None:
    barred = replace(ENTRY, kind=ListKind.DEBARRED)

    assert findings(seen_with(declaring(), replace(ENTRY, identity="id-other"), barred)) == []


def test_a_small_share_is_not_an_owner() -> None:
    assert findings(seen_with(declaring(SEAT), own=(("Ana Mwende", "alfa", 9),))) == []


def test_an_owner_by_a_range_is_only_perhaps_one() -> None:
    (found,) = findings(seen_with(declaring(SEAT), own=(("Ana Mwende", "alfa", (5, 25)),)))

    assert found.strength is Strength.POSSIBLE
    assert found.certainty == "It is not certain that this person is an owner."


def test_without_an_answer_and_without_a_list_it_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(PersonDossier()), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.facts == {"bidder": "Alfa Ltd"}
    assert list(find(seen_with(PersonDossier(), lists=(ListKind.EXPOSED,)), KENYA)) == []
    assert list(find(seen_with(declaring()), KENYA)) == []


def test_what_is_asked_about_office_is_never_public() -> None:
    assert FLAG.audience is Audience.OFFICER


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(declaring(SEAT), undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Alfa Ltd has no declaration."
