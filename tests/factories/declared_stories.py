"""Stories of what suppliers declare, one for each kind of owner and for each thing that can become of a declaration.

What each is stated as stands in `tests/examples/stated/<name>.json`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bods.codelists import InterestType, UnspecifiedReason
from bods.records import Share
from register.declarations.ceasing import ceased
from register.declarations.draft import (
    SUBJECT,
    Draft,
    EntityKind,
    IndirectClaim,
    Listing,
    NoOwner,
    PersonAnswer,
    PersonKind,
    Post,
    PostRole,
    StateBodyKind,
    Term,
)
from tests.factories.declarations import ALFA, body, draft, held, person
from tests.factories.filings import Filings, Life

THEN, LAST = date(2026, 3, 2), date(2026, 3, 16)

_HEIRS = PersonAnswer("heirs", "The grandchildren of Ana", "", "", PersonKind.CLASS)
_LOST = PersonAnswer(
    "lost",
    "The second heir",
    "",
    "",
    PersonKind.UNNAMED,
    why=NoOwner(
        UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION,
        "The heir was asked in writing and has not answered.",
        "Two letters to the lawyer of the family",
    ),
)
_BY_LAW = InterestType.CONTROL_BY_LEGAL_FRAMEWORK
_ONE = draft(held("ana", 100, since=date(2020, 5, 1)), people=("ana",))
_TWO = draft(held("ana", 60, since=date(2020, 5, 1)), held("ben", 40), people=("ana", "ben"))
_CHAIN = draft(
    held("ana", 60, "delta", since=date(2020, 5, 1)),
    held("delta", 70, since=date(2021, 6, 1)),
    held("ben", 30),
    people=("ana", "ben"),
    bodies=("delta",),
)
_SIDE_BY_SIDE = draft(
    held("ana", 50, "delta"),
    held("ana", 40, "echo"),
    held("ben", 50, "delta"),
    held("ben", 60, "echo"),
    held("delta", 60),
    held("echo", 40),
    people=("ana", "ben"),
    bodies=("delta", replace(body("echo"), country="UG", scheme="", number="")),
)
_TRUST = draft(
    held("ana", None, "delta", controls=(InterestType.SETTLOR,)),
    held("ben", None, "delta", controls=(InterestType.TRUSTEE,)),
    held("cate", None, "delta", controls=(InterestType.PROTECTOR,)),
    held("heirs", None, "delta", controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,)),
    held("delta", 100, since=date(2022, 2, 1)),
    people=("ana", "ben", "cate", _HEIRS),
    bodies=(replace(body("delta", EntityKind.TRUST, numbered=False), name="The Ana Family Trust"),),
)
_NOMINEE = draft(
    held("ana", None, "deal", controls=(InterestType.NOMINEE,), since=date(2023, 4, 1)),
    held("ben", None, "deal", controls=(InterestType.NOMINATOR,), since=date(2023, 4, 1)),
    held("deal", 80, since=date(2023, 4, 1)),
    held("cate", 20),
    people=("ana", "ben", "cate"),
    bodies=(replace(body("deal", EntityKind.NOMINEE_AGREEMENT, numbered=False), name=""),),
)
_NOMINEE_DIRECTOR = draft(
    held("ana", None, "deal", controls=(InterestType.NOMINEE,)),
    held("ben", None, "deal", controls=(InterestType.NOMINATOR,)),
    held("deal", None, controls=(InterestType.BOARD_MEMBER,)),
    held("cate", 100),
    people=("ana", "ben", "cate"),
    bodies=(replace(body("deal", EntityKind.NOMINEE_AGREEMENT, numbered=False), name=""),),
)
_JOINT = draft(
    held("ana", 50, "pair"),
    held("ben", 50, "pair"),
    held("pair", 12),
    held("cate", 88),
    people=("ana", "ben", "cate"),
    bodies=(replace(body("pair", EntityKind.JOINT_HOLDING, numbered=False), name=""),),
)
_STATE = replace(
    draft(
        held("echo", None, "delta", controls=(_BY_LAW,)),
        held("delta", 100),
        people=("ana",),
        bodies=(
            replace(
                body("delta", EntityKind.GOVERNMENT, numbered=False),
                name="Invented Water Corporation",
                state_body=StateBodyKind.CORPORATION,
                statute="Invented Water Works Act",
                enacted=date(2002, 3, 1),
            ),
            replace(body("echo", EntityKind.STATE, numbered=False), name="Republic of Kenya"),
        ),
        no_owner=NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS, "The state owns all of it."),
    ),
    posts=(Post("ana", PostRole.SENIOR_MANAGING_OFFICIAL),),
)
_LISTED = draft(
    held("delta", 85),
    held("ana", 15),
    people=("ana",),
    bodies=(
        replace(
            body("delta", EntityKind.LISTED),
            listing=Listing(
                "An Invented Exchange",
                "KE",
                "DLTA",
                "XNAI",
                "XNAI",
                "KE0000000001",
                "https://filings.example/delta",
            ),
        ),
    ),
)
_LED = replace(
    _ONE,
    people=(person("ana"), person("ben"), person("cate")),
    posts=(
        Post("ana", PostRole.BOARD_CHAIR, since=date(2020, 5, 1)),
        Post("ben", PostRole.BOARD_MEMBER, since=date(2021, 5, 1)),
        Post("ben", PostRole.SENIOR_MANAGING_OFFICIAL, title="Managing director"),
        Post("cate", PostRole.SECRETARY),
    ),
)
_NO_OWNER = replace(
    draft(people=("ana",), no_owner=NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS, "Fifteen members.")),
    posts=(Post("ana", PostRole.SENIOR_MANAGING_OFFICIAL, title="Manager", since=date(2024, 1, 1)),),
)
_MANY_INTERESTS = draft(
    replace(
        held(
            "ana",
            Share.between(25, 50, maximum_excluded=True),
            votes=60,
            controls=(InterestType.APPOINTMENT_OF_BOARD, InterestType.RIGHTS_TO_PROFIT_OR_INCOME),
            since=date(2020, 5, 1),
        ),
        terms=(
            Term(InterestType.VOTING_RIGHTS, since=date(2021, 1, 1), until=date(2025, 12, 31)),
            Term(
                InterestType.RIGHTS_TO_PROFIT_OR_INCOME,
                share=Share.exactly(30),
                details="Under the deed of 2020",
            ),
        ),
    ),
    held("ben", 50),
    people=("ana", "ben"),
)


def _of_kind(kind: EntityKind, name: str) -> Draft:
    return replace(_TWO, company=replace(ALFA, kind=kind, name=name))


#: First declarations, by the name of their file.
DECLARED: Mapping[str, Draft] = {
    "person": _ONE,
    "two_people": _TWO,
    "chain": _CHAIN,
    "chains_side_by_side": _SIDE_BY_SIDE,
    "indirect_without_chain": replace(
        draft(people=("ana",)), indirect=(IndirectClaim("ana", Share.exactly(30)),)
    ),
    "indirect_share_said": replace(_CHAIN, indirect=(IndirectClaim("ana", Share.between(40, 45)),)),
    "two_nationalities": draft(
        held("ana", 100), people=(replace(person("ana"), more_nationalities=("UG", "TZ")),)
    ),
    "many_interests": _MANY_INTERESTS,
    "trust": _TRUST,
    "declaring_trust": draft(
        held("ana", None, controls=(InterestType.SETTLOR, InterestType.TRUSTEE)),
        held("heirs", None, controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,)),
        people=("ana", _HEIRS),
        company=replace(ALFA, kind=EntityKind.TRUST, name="The Ana Family Trust"),
    ),
    "nominee": _NOMINEE,
    "nominee_director": _NOMINEE_DIRECTOR,
    "joint_holding": _JOINT,
    "state": _STATE,
    "state_agency": draft(
        held("delta", 80),
        held("ana", 20),
        people=("ana",),
        bodies=(
            replace(
                body("delta", EntityKind.GOVERNMENT, numbered=False),
                name="Invented County Development Authority",
                state_body=StateBodyKind.AGENCY,
            ),
        ),
    ),
    "listed_company": _LISTED,
    "partnership": _of_kind(EntityKind.PARTNERSHIP, "Ana and Ben"),
    "limited_liability_partnership": _of_kind(EntityKind.LIMITED_LIABILITY_PARTNERSHIP, "Ana Ben LLP"),
    "sole_trader": replace(_ONE, company=replace(ALFA, kind=EntityKind.SOLE_TRADER, name="Ana's Hardware")),
    "self_help_group": replace(
        _NO_OWNER, company=replace(ALFA, kind=EntityKind.SELF_HELP_GROUP, name="Invented Self-Help Group")
    ),
    "cooperative": replace(
        _NO_OWNER, company=replace(ALFA, kind=EntityKind.COOPERATIVE, name="Invented Farmers Society")
    ),
    "association": replace(
        _NO_OWNER,
        company=replace(
            ALFA,
            kind=EntityKind.ASSOCIATION,
            name="Invented Wells Association",
            scheme="KE-NCB",
            number="OP/1/2",
        ),
    ),
    "no_owner": _NO_OWNER,
    "owner_not_found": draft(
        no_owner=NoOwner(
            UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER,
            "Two shareholders abroad did not reply.",
            "Letters in May and June",
        )
    ),
    "owner_will_not_say": draft(held("ana", 60), held("lost", 40), people=("ana", _LOST)),
    "body_with_nobody_named": draft(
        held("ana", 60),
        held("delta", 40),
        people=("ana",),
        bodies=(
            replace(
                body("delta"),
                no_holder=NoOwner(
                    UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION, "Asked twice."
                ),
            ),
        ),
    ),
    "protection_asked": replace(_TWO, people=(person("ana"), replace(person("ben"), protection=True))),
    "leadership": _LED,
}


def told_of(name: str) -> Filings:
    """All filings of a story."""
    return _LIVES[name].filings if name in _LIVES else Life(DECLARED[name]).filings


_NEW_TRUSTEE = replace(
    _TRUST,
    people=(*_TRUST.people, person("dan")),
    holdings=(
        *ceased(_TRUST, "ben", date(2026, 2, 1)).holdings,
        held("dan", None, "delta", controls=(InterestType.TRUSTEE,), since=date(2026, 2, 1)),
    ),
)
_MISTYPED = replace(_TWO, holdings=(held("ana", 55, since=date(2020, 5, 1)), held("ben", 45)))
_LIVES: Mapping[str, Life] = {
    "owner_joins": Life(_ONE).then(_TWO, THEN),
    "owner_ceases": Life(_TWO).then(ceased(_TWO, "ben", date(2026, 2, 1), SUBJECT), THEN),
    "chain_breaks": Life(_CHAIN).then(ceased(_CHAIN, "ana", date(2026, 2, 1)), THEN),
    "share_changes": Life(_TWO).then(_MISTYPED, THEN),
    "trustee_replaced": Life(_TRUST).then(_NEW_TRUSTEE, THEN),
    "nothing_changed": Life(_CHAIN).confirmed(THEN),
    "corrected": Life(_TWO).corrected(_MISTYPED, "The shares were mistyped.", THEN),
    "corrected_after_confirming": Life(_TWO)
    .confirmed(THEN)
    .corrected(_MISTYPED, "The shares were mistyped.", LAST),
    "forgotten_owner_added": Life(_ONE).corrected(_TWO, "Ben had been forgotten.", THEN),
    "person_protected": Life(_TWO).withheld("alfa-p-ben", THEN),
    "renamed": Life(_ONE).then(
        replace(_ONE, company=replace(ALFA, name="Beta Builders Ltd", other_names=(ALFA.name,))), THEN
    ),
    "dissolved": Life(_CHAIN).dissolved(THEN),
}
STORIES = (*DECLARED, *_LIVES)
