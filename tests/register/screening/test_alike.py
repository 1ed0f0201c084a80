"""Who was taken for whom on a list, whatever the tender."""

from dataclasses import replace

from register.flags.flag import Finding, Severity, Strength
from register.screening.alike import matched

LIKE = Finding(
    code="owner-is-official",
    version=1,
    fingerprint="a",
    sentence="",
    facts={
        "person": "Stephen",
        "bidder": "Alfa Ltd",
        "official": "Stephen N.",
        "role": "member",
        "body": "Works",
    },
    bidders=("alfa",),
    about=("stephen",),
    severity=Severity.ASK,
    strength=Strength.POSSIBLE,
)


def test_the_same_person_and_entry_are_one_match_in_every_tender() -> None:
    other = replace(LIKE, fingerprint="b", bidders=("beta",), facts={**LIKE.facts, "bidder": "Beta Ltd"})

    assert matched(LIKE) == matched(other) != ""


def test_another_person_office_or_flag_is_another_match() -> None:
    others = (
        replace(LIKE, about=("grace",)),
        replace(LIKE, facts={**LIKE.facts, "role": "chair"}),
        replace(LIKE, facts={**LIKE.facts, "official": "Stephen M."}),
        replace(LIKE, code="owner-is-family-of-official"),
    )

    assert len({matched(each) for each in (LIKE, *others)}) == 5


def test_what_is_certain_is_no_like_match() -> None:
    assert matched(replace(LIKE, strength=Strength.CERTAIN)) == ""


def test_a_finding_that_rests_on_no_list_is_no_match() -> None:
    assert matched(replace(LIKE, facts={"person": "Stephen"})) == ""


def test_a_bidder_on_a_list_is_told_by_itself() -> None:
    listed = replace(LIKE, code="owner-debarred", about=(), facts={"listed": "Alfa Limited"})

    assert matched(listed) != matched(replace(listed, bidders=("beta",)))
