from dataclasses import replace
from datetime import date
from typing import Any

from register.declarations.claims import Claims
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.owner_debarred import find
from register.graph.dossier import BodyDossier, PersonDossier
from register.graph.lists import Listed, ListKind
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import CLOSE, Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
OWNS = (("Ana Mwende", "alfa", 30), ("Ben Musau", "beta", 100))
ANA = Listed(
    "L1",
    ListKind.DEBARRED,
    "Ana Mwende",
    date(2026, 1, 5),
    "notice 12",
    identity="id-Ana Mwende",
    by="Board",
    since=date(2025, 12, 1),
    until=date(2028, 12, 1),
)
DELTA = Listed(
    "L2", ListKind.SANCTIONED, "Delta Limited", date(2026, 1, 5), "notice 13", numbers=(("KE-RCO", "DELTA"),)
)


def seen_with(*listed: Listed, holds: tuple[Told, ...] = OWNS, **more: Any) -> Picture:
    return picture(*holds, bids=ROOF, listed=listed, lists=(ListKind.DEBARRED,), **more)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_a_barred_bidder_comes_first() -> None:
    (found,) = findings(seen_with(replace(DELTA, numbers=(("KE-RCO", "ALFA"),))))

    assert found.sentence % found.facts == "Alfa Ltd is on a list of those barred or under sanctions."
    assert (found.severity, found.strength) == (Severity.ANSWER_FIRST, Strength.CERTAIN)
    assert str(found.proofs[-1].words) == (
        "Delta Limited is on the list of those under sanctions of 2026-01-05, notice 13."
    )


def test_a_barred_owner_is_found_through_a_chain_with_the_path() -> None:
    chain = (("Ana Mwende", "kaiti", 60), ("kaiti", "alfa", 50))

    (found,) = findings(seen_with(ANA, holds=chain))

    assert found.sentence % found.facts == (
        "Ana Mwende, an owner of Alfa Ltd, is on a list of those barred or under sanctions."
    )
    assert (found.severity, found.strength) == (Severity.ANSWER_FIRST, Strength.CERTAIN)
    assert [len(path) for path in found.paths] == [2]
    assert "According to the list it ends on 2028-12-01." in map(str, found.details)


def test_a_barred_body_between_a_bidder_and_its_owner_is_found() -> None:
    chain = (
        ("Ana Mwende", "delta", 100),
        ("delta", "kaiti", 100),
        ("kaiti", "alfa", 9),
        ("Ana Mwende", "alfa", 5),
    )

    (found,) = findings(seen_with(DELTA, holds=chain))

    assert found.facts["party"] == "Delta Ltd"
    assert found.sentence.startswith("%(party)s, through which")
    assert found.severity is Severity.STRONG


def test_another_company_of_the_same_owner_is_found_with_both_chains() -> None:
    (found,) = findings(seen_with(DELTA, holds=(*OWNS, ("Ana Mwende", "delta", 100)), beside=("delta",)))

    assert found.sentence % found.facts == (
        "Delta Ltd, which has an owner in common with Alfa Ltd, is on a list of those barred or under sanctions."
    )
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert len(found.paths) == 2


def test_a_company_of_somebody_else_and_a_small_share_in_one_are_left_out() -> None:
    others = (*OWNS, ("Cyrus Kilonzo", "delta", 91), ("Ana Mwende", "delta", 9))

    assert findings(seen_with(DELTA, holds=others, beside=("delta",))) == []


def test_an_entry_that_had_ended_or_not_begun_is_left_out() -> None:
    ended, later = replace(ANA, until=CLOSE), replace(ANA, since=date(2026, 3, 1))

    assert findings(seen_with(ended, later)) == []


def test_a_list_of_those_in_office_bars_nobody() -> None:
    assert findings(seen_with(replace(ANA, kind=ListKind.EXPOSED))) == []


def test_a_small_share_is_not_an_owner() -> None:
    assert findings(seen_with(ANA, holds=(("Ana Mwende", "alfa", 9),))) == []


def test_a_like_name_alone_is_a_question() -> None:
    (found,) = findings(seen_with(replace(ANA, name="Mwende, Ana Wambua", identity=None)))

    assert found.sentence % found.facts == (
        "Ana Mwende, at or behind Alfa Ltd, has a name like Mwende, Ana Wambua on a list of those barred or under"
        " sanctions."
    )
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_another_identity_or_number_is_another_party() -> None:
    other = replace(DELTA, name="Alfa Ltd")

    assert findings(seen_with(replace(ANA, identity="id-other"), other)) == []


def test_an_owner_by_a_range_is_asked_as_a_may() -> None:
    (found,) = findings(seen_with(ANA, holds=(("Ana Mwende", "alfa", (5, 25)),)))

    assert "may be an owner" in found.sentence
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_who_declares_to_be_barred_is_found_without_any_list() -> None:
    seen = picture(
        *OWNS,
        bids=ROOF,
        people={"Ana Mwende": PersonDossier(barred=True)},
        bodies={"beta": BodyDossier(claims=Claims(barred=True))},
    )

    answers = list(find(seen, KENYA))

    assert [each.sentence % each.facts for each in answers if isinstance(each, Finding)] == [
        "Ana Mwende, at or behind Alfa Ltd, declares to be barred from public buying.",
        "Beta Ltd declares to be barred from public buying.",
    ]
    assert [each.reason for each in answers if isinstance(each, Unclear)] == [
        "There is no list of those barred from public buying or under sanctions."
    ]


def test_the_finding_is_the_same_when_a_share_changes() -> None:
    ended = Hold("Ana Mwende", "alfa", 55)

    (one,), (other,) = findings(seen_with(ANA)), findings(seen_with(ANA, holds=(ended,)))

    assert one.fingerprint == other.fingerprint


def test_a_bidder_without_a_declaration_could_not_be_judged_and_is_looked_up_itself() -> None:
    listed = replace(DELTA, numbers=(("KE-RCO", "BETA"),))

    answers = list(find(seen_with(listed, undeclared=("beta",)), KENYA))

    assert [type(each) for each in answers] == [Unclear, Finding]
