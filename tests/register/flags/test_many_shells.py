from register.flags.flag import Finding, Severity, Unclear
from register.flags.many_shells import find
from tests.factories.portfolios import KENYA, Bought, portfolio

SHELLS = ("gravel", "drugs", "meals", "print", "cars", "fences")
HELD = tuple(("Peter", each, 100) for each in SHELLS)


def bought(*classes: str) -> list[Bought]:
    return [
        Bought(f"t-{each}", each, classes=(kind,) if kind else ())
        for each, kind in zip(SHELLS, classes, strict=False)
    ]


def test_one_person_behind_six_suppliers_in_four_lines_is_found() -> None:
    (found,) = find(portfolio(*HELD, bought=bought("11", "85", "50", "50", "25", "11")), KENYA)

    assert isinstance(found, Finding)
    assert found.sentence % found.facts == (
        "Peter stands behind 6 suppliers in 4 unrelated lines of trade: "
        "Gravel Ltd, Drugs Ltd, Meals Ltd, Print Ltd, Cars Ltd, Fences Ltd."
    )
    assert found.details[0].message % found.details[0].facts == "Gravel Ltd won awards of classes 11."
    assert len(found.proofs) == 6
    assert found.severity is Severity.ASK


def test_five_suppliers_are_not_many() -> None:
    assert list(find(portfolio(*HELD, bought=bought("11", "85", "50", "52", "25")), KENYA)) == []


def test_related_lines_are_one() -> None:
    both = [Bought("t-both", "gravel", classes=("11", "85", "50"))]
    related = bought("11", "85", "50", "11", "85", "50")

    assert list(find(portfolio(*HELD, bought=[*related, *both]), KENYA)) == []


def test_two_unrelated_lines_are_not_told() -> None:
    assert list(find(portfolio(*HELD, bought=bought("11", "85", "11", "85", "11", "85")), KENYA)) == []


def test_suppliers_that_only_may_be_the_persons_do_not_count() -> None:
    held = (*HELD[:5], ("Peter", "fences", (5, 20)))

    assert list(find(portfolio(*held, bought=bought("11", "85", "50", "52", "25", "30")), KENYA)) == []


def test_without_classes_it_could_not_be_judged() -> None:
    (answer,) = find(portfolio(*HELD, bought=bought("11", "85", "50", "", "", "")), KENYA)

    assert isinstance(answer, Finding), "three lines are known, and that is enough"
    (answer,) = find(portfolio(*HELD, bought=bought("11", "85", "", "", "", "")), KENYA)
    assert isinstance(answer, Unclear)
    assert answer.facts["owner"] == "Peter"
