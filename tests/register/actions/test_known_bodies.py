"""A company is found by name or number in what the register has published, and nothing else of it is told."""

from dataclasses import replace

from sqlalchemy.orm import Session

from register.actions.known_bodies import known_bodies
from register.declarations.draft import EntityKind
from tests.factories.declarations import body, draft, held
from tests.factories.declaring import REVIEWED, supplier


def test_a_body_is_found_by_its_name_however_it_is_spelled(session: Session) -> None:
    beta = supplier(session, "beta")
    kaiti = replace(body("kaiti"), kind=EntityKind.GOVERNMENT, name="Kaiti Ng’ang’a Holdings Ltd")
    beta.declare(draft(held("kaiti", 100), bodies=(kaiti,)))

    (found,) = known_bodies(session, "KAITI NGANGA HOLDINGS")

    assert (found.name, found.kind, found.country) == (kaiti.name, EntityKind.GOVERNMENT, "KE")
    assert (found.scheme, found.number, found.declares) == ("KE-RCO", "PVT-KAITI", False)


def test_a_body_is_found_by_its_number(session: Session) -> None:
    supplier(session, "beta").declare(draft(held("ana", 100), people=("ana",)))

    (found,) = known_bodies(session, "pvt-beta")

    assert found.name == "Beta Builders Ltd"
    assert found.declares


def test_who_is_named_in_two_declarations_is_found_once(session: Session) -> None:
    for name in ("beta", "gamma"):
        supplier(session, name).declare(
            draft(held("kaiti", 100), bodies=(body("kaiti", EntityKind.GOVERNMENT),))
        )

    assert [each.number for each in known_bodies(session, "Kaiti Holdings")] == ["PVT-KAITI"]


def test_what_is_not_published_is_not_found(session: Session) -> None:
    waiting = supplier(session, "beta", REVIEWED)
    waiting.declare(draft(held("kaiti", 100), bodies=(body("kaiti", EntityKind.GOVERNMENT),)))

    assert known_bodies(session, "Kaiti Holdings") == ()
    assert known_bodies(session, "Beta Builders") == ()


def test_people_are_never_found(session: Session) -> None:
    supplier(session, "beta").declare(draft(held("ana", 100), people=("ana",)))

    assert known_bodies(session, "Ana") == ()
