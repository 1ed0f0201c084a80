"""A bidder was founded shortly before the tender closed.

Rule: a bidder was founded less than the jurisdiction's number of days (Kenya: 180) before the tender closed, or after.
Why: a company founded for one tender has done nothing that its bid can be measured by.
Source: World Bank, warning signs of fraud and corruption in procurement: new companies without a record; Open
    Contracting Partnership, "Red flags in public procurement" (2024).
Example: Alfa was founded on 12 January; the tender closed on 27 February.
Left out: companies that are old under another owner; bidders of which nobody told when they were founded, of which it
    could not be judged; processes of which the day of closing is not known are seen from the day of asking.
"""

from collections.abc import Iterable
from datetime import date

from register.flags.flag import Finding, Flag, Kind, Severity, Unclear, of_company, undeclared
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction
from register.words import N_

NEW = N_("%(bidder)s was founded on %(founded_on)s, %(days)s days before %(closed_on)s.")
NOT_YET = N_("%(bidder)s was founded on %(founded_on)s, after %(closed_on)s.")
NOT_TOLD = N_("Nobody told when %(bidder)s was founded.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if picture.process is None:
        return
    yield from undeclared(FLAG.code, picture)
    closed = picture.process.closes or picture.as_of
    for company in picture.subjects:
        founded = picture.parties[company].founded
        if founded is None:
            if company in picture.declared:
                yield Unclear(FLAG.code, company, NOT_TOLD, {"bidder": picture.name(company)})
        elif (closed - founded).days < law.flag_rules.new_company_days:
            yield _finding(picture, company, founded, closed)


def _finding(picture: Picture, company: str, founded: date, closed: date) -> Finding:
    days = (closed - founded).days
    facts = {"founded_on": founded.isoformat(), "closed_on": closed.isoformat(), "days": str(days)}
    return of_company(FLAG, picture, company, NEW if days >= 0 else NOT_YET, facts)


FLAG = Flag(
    code="new-company",
    version=1,
    title=N_("A new company"),
    sentence=N_("A bidder was founded shortly before the tender closed."),
    severity=Severity.CONTEXT,
    find=find,
    kind=Kind.CONTEXT,
)
