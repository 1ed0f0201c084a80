"""A bidder was founded around a debarment by the owners of the debarred company.

Rule: an owner of the bidder is an owner of a company that is barred from public buying on the day, and the bidder was
    founded no more than the jurisdiction's number of months before or after the debarment began. The same official
    number is strongest; a like name of the company alone is a question.
Why: owners of a barred company may go on bidding under a new name.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), section 41; Open Ownership, "Beneficial ownership data in
    procurement" (2021).
Example: Delta was barred in January 2025; its owner Ana founded Alfa in May 2025, and Alfa bids for the school roof.
Left out: debarments that had ended by the day; owners who had left the barred company by then; barred companies that
    never declared to this register; bidders that have no declaration. Where the day of founding or of the debarment is
    not known it could not be judged.
"""

from collections.abc import Iterable
from datetime import date

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    pointers_to,
    proofs_of,
    undeclared,
)
from register.graph.explaining import stands_behind
from register.graph.listing import Hit, as_listed, hits_on, on_the_list
from register.graph.lists import ListKind
from register.graph.matching import Sameness
from register.graph.picture import Picture
from register.graph.sisters import Sister, sisters_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

SUCCESSOR = N_(
    "%(bidder)s was founded on %(founded_on)s and has an owner in common with %(debarred)s, which was barred from"
    " public buying on %(barred_on)s."
)
MAY_SUCCEED = N_(
    "%(bidder)s was founded on %(founded_on)s and may have an owner in common with %(debarred)s, of which the name is"
    " like that of a company barred from public buying on %(barred_on)s."
)
FOUNDED = N_("%(bidder)s was founded on %(founded_on)s.")
DAY_UNKNOWN = N_(
    "%(bidder)s has an owner in common with %(debarred)s, which is barred from public buying; the day on which the one"
    " was founded or the other was barred is not known."
)
NO_LIST = N_("There is no list of those barred from public buying.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if picture.process is None:
        return
    if not picture.has_list(ListKind.DEBARRED):
        yield Unclear(FLAG.code, "", NO_LIST)
        return
    yield from undeclared(FLAG.code, picture)
    for bidder in picture.subjects:
        founded = picture.parties[bidder].founded
        for sister in sisters_of(picture, bidder, law.owner_threshold, law.control_majority):
            for hit in hits_on(picture, sister.company, (ListKind.DEBARRED,)):
                barred = hit.entry.since
                if founded is None or barred is None:
                    facts = {"bidder": picture.name(bidder), "debarred": sister.company.name}
                    yield Unclear(FLAG.code, bidder, DAY_UNKNOWN, facts)
                elif _within(founded, barred, law.flag_rules.successor_months):
                    yield _finding(picture, bidder, sister, hit, (founded, barred))


def _within(one: date, other: date, months: int) -> bool:
    """Whether two days are no more than so many calendar months apart."""
    first, last = sorted((one, other))
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole < months or (whole == months and last.day <= first.day)


def _finding(picture: Picture, bidder: str, sister: Sister, hit: Hit, days: tuple[date, date]) -> Finding:
    founded, barred = (day.isoformat() for day in days)
    sure = sister.sure and hit.sameness is Sameness.IDENTITY
    wider, company = picture.wider or picture, sister.company.key
    facts = {
        "bidder": picture.name(bidder),
        "founded_on": founded,
        "debarred": sister.company.name,
        "barred_on": barred,
    }
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (bidder, company, f"listed:{hit.entry.id}")),
        sentence=SUCCESSOR if sure else MAY_SUCCEED,
        facts=facts,
        bidders=(bidder,),
        about=(sister.above_bidder.party.key, company),
        severity=FLAG.severity if sure else Severity.ASK,
        strength=Strength.CERTAIN if sure else Strength.POSSIBLE,
        certainty=hit.certainty,
        proofs=(
            *proofs_of(picture, sister.above_bidder, bidder),
            *proofs_of(wider, sister.above_company, company),
            Proof(Sentence(FOUNDED, facts), pointers=pointers_to(picture, bidder)),
            Proof(on_the_list(hit.entry)),
        ),
        details=(
            *stands_behind(picture, sister.above_bidder, bidder),
            *stands_behind(wider, sister.above_company, company),
            *as_listed(hit.entry),
        ),
    )


FLAG = Flag(
    code="successor-of-debarred",
    version=1,
    title=N_("A bidder may succeed a barred company"),
    sentence=N_("A bidder was founded around a debarment by the owners of the barred company."),
    severity=Severity.STRONG,
    find=find,
)
