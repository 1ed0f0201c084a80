"""Random declarations over every kind of owner, body and arrangement, for the machine to try.

Whatever is not public bears the mark `CANARY`, so that it is found wherever it should not be.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from bods.codelists import InterestType, UnspecifiedReason
from bods.records import Share
from register.declarations.draft import (
    AGREEMENTS,
    SUBJECT,
    Claims,
    Declarant,
    Draft,
    EntityAnswer,
    EntityKind,
    Exposure,
    Group,
    Holding,
    IndirectClaim,
    Listing,
    NoOwner,
    Number,
    Particulars,
    Partner,
    PersonAnswer,
    PersonKind,
    Post,
    PostRole,
    StateBodyKind,
    Subcontractor,
    SubcontractorOwner,
    Term,
    Tie,
    Venture,
)
from tests.factories.declarations import ALFA, body, person

CANARY = "canary-zx9"
PEOPLE = ("ana", "ben", "cate", "dan")
BODIES = ("delta", "echo", "fox", "golf", "hotel")
#: The kinds that a company may be which declares itself; trusts apart.
DECLARING = tuple(kind for kind in EntityKind if kind not in (*AGREEMENTS, EntityKind.TRUST))
_CONTROLS = (
    InterestType.APPOINTMENT_OF_BOARD,
    InterestType.OTHER_INFLUENCE_OR_CONTROL,
    InterestType.RIGHTS_TO_PROFIT_OR_INCOME,
    InterestType.BOARD_CHAIR,
    InterestType.SENIOR_MANAGING_OFFICIAL,
)
_ROLES = {
    EntityKind.TRUST: (
        InterestType.SETTLOR,
        InterestType.TRUSTEE,
        InterestType.PROTECTOR,
        InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
    ),
    EntityKind.NOMINEE_AGREEMENT: (InterestType.NOMINEE, InterestType.NOMINATOR),
}
_DAYS = st.dates(date(2015, 1, 1), date(2025, 12, 31))
_YES = st.booleans()


@st.composite
def shares(draw: st.DrawFn, room: Decimal) -> Share | None:
    """A share whose lower bound fits into the room left, exact or a range, or nothing told."""
    low = Decimal(draw(st.integers(0, int(room * 100)))) / 100
    form = draw(st.sampled_from(("exact", "range", "at most", "untold")))
    if form == "untold":
        return None
    if form == "exact":
        return Share.exactly(low) if low else None
    high = Decimal(draw(st.integers(int(low * 100) + 1, 10_000))) / 100 if low < 100 else None
    if high is None:
        return Share.exactly(low)
    if form == "at most":
        return Share.between(None, high, maximum_excluded=draw(_YES))
    return Share.between(low, high, minimum_excluded=draw(_YES), maximum_excluded=draw(_YES))


@st.composite
def _spans(draw: st.DrawFn) -> tuple[date | None, date | None]:
    """Since and until; an end may lie ahead of the days on which the tests declare."""
    since = draw(st.none() | _DAYS)
    if draw(st.integers(0, 3)):
        return since, None
    first = since or date(2015, 1, 1)
    return since, draw(st.dates(first, date(2026, 1, 9)))


_REASONS = st.builds(
    NoOwner,
    st.sampled_from(list(UnspecifiedReason)),
    st.sampled_from(("", "Asked twice in writing.")),
    st.just(f"{CANARY} Called Grace on two days."),
)


@st.composite
def _holdings(draw: st.DrawFn, people: list[str], kinds: dict[str, EntityKind]) -> list[Holding]:
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from([*people, *kinds]), st.sampled_from([*kinds])),
            unique=True,
            max_size=12,
        )
    )
    room: dict[tuple[str, str], Decimal] = {}
    holdings: list[Holding] = []
    for holder, of in pairs:
        if holder == of:
            continue
        told = []
        for measure in ("shares", "votes"):
            share = draw(shares(room.setdefault((measure, of), Decimal(100))))
            room[measure, of] -= (share.minimum or Decimal(0)) if share else Decimal(0)
            told.append(share)
        controls = draw(st.lists(st.sampled_from(_ROLES.get(kinds[of], _CONTROLS)), unique=True, max_size=2))
        since, until = draw(_spans())
        holdings.append(Holding(holder, of, told[0], told[1], tuple(controls), since, until))
    return [draw(_with_terms(each)) for each in holdings]


@st.composite
def _with_terms(draw: st.DrawFn, holding: Holding) -> Holding:
    """One of its ways to control may have days, words and a share of its own."""
    if not holding.controls or draw(st.integers(0, 2)):
        return holding
    since, until = draw(_spans())
    if holding.until and not (until and since and until >= since):
        since = until = None
    if until is None and holding.until and since:
        since = min(since, holding.until)
    if until and not since and holding.since:
        until = max(until, holding.since)
    share = draw(st.none() | st.just(Share.exactly(25)))
    term = Term(holding.controls[0], since, until, share, draw(st.sampled_from(("", "Under the deed."))))
    return replace(holding, terms=(term,))


@st.composite
def _body(draw: st.DrawFn, key: str, kind: EntityKind) -> EntityAnswer:
    told = body(key, kind, numbered=draw(_YES))
    if kind is EntityKind.LISTED and draw(_YES):
        market = draw(st.sampled_from(("", "XNAI")))
        told = replace(
            told,
            listing=Listing(
                "An Exchange", "KE", "ALFA", market, "XNAI", draw(st.sampled_from(("", "KE0000000001")))
            ),
        )
    if kind is EntityKind.GOVERNMENT:
        told = replace(
            told,
            state_body=draw(st.none() | st.sampled_from(list(StateBodyKind))),
            statute=draw(st.sampled_from(("", "Water Works Act"))),
            enacted=date(2002, 3, 1),
        )
    return replace(
        told,
        no_holder=draw(st.none() | _REASONS),
        more_numbers=draw(st.sampled_from(((), (Number("KE-KRA", "P012345678Z"),)))),
        other_names=draw(st.sampled_from(((), ("Old Name Ltd",)))),
        founded=draw(st.none() | st.just(date(2001, 1, 1))),
        dissolved=draw(st.none() | st.just(date(2025, 6, 1))),
        tax_number=CANARY,
        registered_address=f"{CANARY} street",
        postal_address=CANARY,
        phone=CANARY,
        email=f"{CANARY}@nyumbani.example",
    )


@st.composite
def _person(draw: st.DrawFn, key: str) -> PersonAnswer:
    kind = draw(st.sampled_from((PersonKind.NAMED, PersonKind.NAMED, *PersonKind)))
    told = replace(
        person(key, "The grandchildren of the settlor" if kind is PersonKind.CLASS else ""),
        kind=kind,
        more_nationalities=draw(st.sampled_from(((), ("UG",), ("KE", "TZ")))),
        why=draw(_REASONS) if kind is PersonKind.UNNAMED else None,
    )
    if kind is PersonKind.NAMED and not draw(st.integers(0, 3)):
        return replace(told, full_name=f"{CANARY} {key.title()}", protection=True)
    return told


def everything_private(key: str) -> Particulars:
    """A person of whom every particular is answered, each with the mark."""
    marked = f"{CANARY} {key}"
    return Particulars(
        document_scheme=marked,
        document_number=marked,
        birth_date=date(1977, 7, 17),
        tax_number=marked,
        phone=marked,
        email=marked,
        home_address=marked,
        postal_address=marked,
        business_address=marked,
        occupation=marked,
        exposed=True,
        exposures=(Exposure(Tie.SPOUSE, marked, marked, "KE", marked, date(1977, 7, 17), date(1977, 7, 17)),),
        groups=frozenset(Group),
        disability_number=marked,
        barred=True,
        barred_details=marked,
        protection_reason=marked,
    )


_SAID_OF_ITSELF = {
    "claims": Claims(frozenset({Group.WOMEN}), CANARY, None, barred=False, barred_details=CANARY),
    "ventures": (Venture("v1", CANARY, CANARY, (Partner("v2", CANARY, "KE", Number("KE-RCO", CANARY)),)),),
    "subcontractors": (
        Subcontractor("s1", CANARY, "KE", None, CANARY, CANARY, None, (SubcontractorOwner(CANARY),)),
    ),
}


def lives(most: int = 4) -> st.SearchStrategy[list[Draft]]:
    """Declarations of one company, one after another: a trust stays one, and what is none does not become one."""
    of_trusts = st.lists(drafts((EntityKind.TRUST,)), min_size=1, max_size=most)
    others = st.lists(drafts(), min_size=1, max_size=most)
    return st.one_of(others, others, others, of_trusts)


@st.composite
def drafts(draw: st.DrawFn, company: tuple[EntityKind, ...] = DECLARING) -> Draft:
    """Any declaration: every kind of body, person and arrangement, chains, rings, posts, ends, protection, nobody named."""
    people = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=len(PEOPLE)))
    kinds = draw(
        st.dictionaries(st.sampled_from(BODIES), st.sampled_from(list(EntityKind)), max_size=len(BODIES))
    )
    kinds[SUBJECT] = draw(st.sampled_from(company))
    holders = [*people, *(key for key in kinds if key != SUBJECT)]
    posts = draw(
        st.lists(
            st.builds(
                lambda holder, role, held, days: Post(holder, role, held, "", *days),
                st.sampled_from(holders),
                st.sampled_from(list(PostRole)),
                st.sampled_from([*kinds]),
                _spans(),
            ),
            unique_by=lambda post: post.key,
            max_size=3,
        )
        if holders
        else st.just([])
    )
    claims = draw(
        st.lists(st.builds(IndirectClaim, st.sampled_from(people), shares(Decimal(40))), max_size=1)
        if people
        else st.just([])
    )
    return Draft(
        company=replace(draw(_body(SUBJECT, kinds[SUBJECT])), name=ALFA.name, no_holder=None),
        declarant=Declarant(CANARY, CANARY),
        people=tuple(draw(_person(key)) for key in people),
        entities=tuple(draw(_body(key, kind)) for key, kind in kinds.items() if key != SUBJECT),
        holdings=tuple(draw(_holdings(people, kinds))),
        no_owner=draw(st.none() | _REASONS),
        particulars={key: everything_private(key) for key in people},
        posts=tuple(posts),
        indirect=tuple(claims),
        **_SAID_OF_ITSELF,
    )
