"""Every answer has a name by which a place says who may see it."""

from dataclasses import replace

from register.declarations.draft import Claims, Group
from register.declarations.field_names import field_names, shown
from tests.factories.declarations import ALFA, draft, held, person


def test_fields_are_named_by_their_shape_and_only_once() -> None:
    names = field_names()

    assert {"person.full_name", "particulars.tax_number", "exposure.tie", "term.share"} <= set(names)
    assert len(names) == len(set(names))
    # What holds further answers is named by theirs.
    assert not {"declaration.people", "person.why", "claims", "declaration.particulars"} & set(names)


def test_what_somebody_may_not_see_is_empty_and_what_frames_it_stays() -> None:
    told = replace(
        draft(held("ana", 60), people=(person("ana"),)),
        claims=Claims(frozenset({Group.WOMEN}), "AGPO-1", barred=False),
        company=replace(ALFA, phone="+254700000000"),
    )

    seen = shown(told, {"person.full_name", "body.name"})

    assert (seen.people[0].full_name, seen.people[0].nationality) == ("Ana", "")
    assert (seen.company.name, seen.company.phone, seen.company.kind) == (ALFA.name, "", ALFA.kind)
    assert (seen.holdings[0].key, seen.holdings[0].shares) == (told.holdings[0].key, None)
    assert (seen.claims.groups, seen.claims.certificate) == (frozenset(), "")
    assert seen.particulars == {}
