"""A company stays the kind of body it was stated as, where the standard takes the two for different things."""

from dataclasses import replace

import pytest

from register.declarations.draft import EntityKind
from register.declarations.entity_record import entity_record
from register.declarations.gaps_in_kind import kind_gaps
from tests.factories.declarations import ALFA

TRUST = replace(ALFA, kind=EntityKind.TRUST)


def test_a_trust_does_not_become_a_company_and_says_what_to_do() -> None:
    (gap,) = kind_gaps(entity_record(TRUST), ALFA)

    assert gap.blocks
    assert "Tell that the trust has ceased" in gap.message % gap.facts


def test_a_company_does_not_become_a_trust() -> None:
    (gap,) = kind_gaps(entity_record(ALFA), TRUST)

    assert "enter the trust under its own number" in gap.message % gap.facts


@pytest.mark.parametrize("kind", [EntityKind.LISTED, EntityKind.PARTNERSHIP, EntityKind.GOVERNMENT])
def test_another_kind_of_company_goes_on(kind: EntityKind) -> None:
    assert list(kind_gaps(entity_record(ALFA), replace(ALFA, kind=kind))) == []


def test_nothing_stands_against_a_first_declaration_or_the_same_again() -> None:
    assert list(kind_gaps(None, TRUST)) == []
    assert list(kind_gaps(entity_record(TRUST), TRUST)) == []
