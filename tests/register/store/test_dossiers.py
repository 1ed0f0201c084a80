"""What officers may know of the people and companies behind a tender, beside their stakes."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from bods.codelists import UnspecifiedReason
from register.actions.rebuild_owners import rebuild_owners
from register.declarations.claims import Claims, Contractor
from register.declarations.draft import Post, PostRole
from register.declarations.nobody import NoOwner
from register.declarations.persons import Exposure, Group, Tie
from register.graph.dossier import ContactKind
from register.jurisdictions import load
from register.store import particulars, statements
from register.store.dossiers import Background, background
from register.store.known_people import known_people
from tests.factories.declarations import draft, held, person, private
from tests.factories.declaring import TODAY, Supplier, supplier
from tests.factories.tenders import NOW, keep_owners

SISTER = Exposure(Tie.SIBLING, "Chief officer", "County Government of Mwambani", "KE", "Ruth Mueni")


def told_by(alfa: Supplier, *, share: int = 60) -> None:
    """Alfa declares Ana with everything an officer may know of her, and claims to be a women's business."""
    ana = replace(
        private("ana"),
        birth_date=date(1990, 5, 4),
        exposed=True,
        exposures=(SISTER,),
        groups=frozenset({Group.WOMEN}),
        barred=False,
    )
    told = replace(
        draft(held("ana", share), people=(person("ana", "Ana Mwikali"),)),
        particulars={"ana": ana},
        claims=Claims(groups=frozenset({Group.WOMEN}), contractor=Contractor.CITIZEN),
    )
    alfa.declare(told)


def behind(session: Session, alfa: Supplier) -> Background:
    return behind_subject(session, alfa.subject)


def behind_subject(session: Session, subject: str) -> Background:
    told = statements.of_subject(session, subject)
    people = known_people(session, {each.record_id for each in told})
    return background(session, told, people, particulars.signed_by(session, {subject}))


def test_a_declared_person_brings_what_was_said_of_them_in_private(session: Session) -> None:
    alfa = supplier(session)
    told_by(alfa)

    (ana,) = behind(session, alfa).people(TODAY).values()

    assert (ana.born, ana.exposed, ana.barred) == (date(1990, 5, 4), True, False)
    assert (ana.exposures, ana.groups) == ((SISTER,), frozenset({Group.WOMEN}))


def test_a_company_brings_what_it_claims_and_who_signed(session: Session) -> None:
    alfa = supplier(session)
    told_by(alfa)

    company = behind(session, alfa).bodies(TODAY)[alfa.subject]

    assert company.claims.contractor is Contractor.CITIZEN
    assert (company.confirmed_on, company.declares_for, company.says_none) == (TODAY, 1, False)
    assert [each.shown for each in company.contacts if each.kind is ContactKind.DECLARANT] == ["Grace Wanza"]


def test_another_name_under_the_same_number_is_known_from_another_declaration(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    told_by(alfa)
    beta.declare(
        replace(
            draft(held("ann", 60), people=(person("ann", "Anna Mwikali Ndunda"),)),
            particulars={"ann": replace(private("ann"), document_number=private("ana").document_number)},
        )
    )

    (ana,) = behind(session, alfa).people(TODAY).values()

    assert ana.other_names == ("Anna Mwikali Ndunda",)


def test_each_day_has_the_declaration_that_spoke_for_it(session: Session) -> None:
    alfa = supplier(session)
    told_by(alfa)
    first = alfa.today
    told_by(alfa, share=70)

    known = behind(session, alfa)

    assert known.bodies(first)[alfa.subject].confirmed_on == first
    assert known.bodies(date(2020, 1, 1))[alfa.subject].confirmed_on == TODAY


def test_a_background_never_tells_itself_in_a_log(session: Session) -> None:
    alfa = supplier(session)
    told_by(alfa)

    assert "1990" not in repr(behind(session, alfa))


def test_only_a_company_that_has_no_owner_says_so(session: Session) -> None:
    reasons = (
        UnspecifiedReason.NO_BENEFICIAL_OWNERS,
        UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER,
    )
    alfa, beta = supplier(session), supplier(session, "beta")
    for each, reason in zip((alfa, beta), reasons, strict=True):
        none = NoOwner(reason, "We asked every member", "Letters in January")
        told = draft(people=(person("ana", "Ana Mwikali"),), no_owner=none)
        each.declare(replace(told, posts=(Post("ana", PostRole.SENIOR_MANAGING_OFFICIAL),)))

    said = [behind(session, each).bodies(TODAY)[each.subject].says_none for each in (alfa, beta)]

    assert said == [True, False]


def test_the_suppliers_of_a_person_are_counted_in_the_whole_register(session: Session) -> None:
    keep_owners(session, ("Ana", "alfa", 60), ("Ana", "beta", 60), ("Ana", "gama", 4), ("Ben", "gama", 96))
    for _ in rebuild_owners(session, clock=lambda: NOW, jurisdiction=load("kenya_makueni")):
        session.flush()

    people = behind_subject(session, "alfa").people(TODAY)

    assert [each.suppliers for each in people.values()] == [2]
