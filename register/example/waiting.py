"""What waits for the county's registrars: invented declarations, a claim, an objection, an extract that disagrees."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from register.declarations.draft import Draft
from register.example import shapes
from register.example.cast import Cast, Someone, Writer
from register.example.county import SEED, County
from register.example.suppliers import Supplier, changed

#: The people of these stories are counted on from here: nobody else has their numbers.
FIRST_PERSON = 5000

QUESTION = (
    "The extract of the companies' registry names Hilda Mwende Kyule as a shareholder with 20 %, and the declaration "
    "does not. Does she still hold shares?"
)
OTHER_QUESTION = "Who appoints the directors since the shares were divided in three?"
ANSWER = "The members do, by simple majority, at the meeting in March of each year. Nobody holds a veto."
WHY_PROTECTED = "She gave evidence in a trial last year and was threatened at her home."
PROTECT = "Seen: the letter of the witness protection office, shown at the counter by the applicant herself."
OBJECTION = "I sold these shares to my brother two years ago. Please take my name out."


@dataclass(frozen=True, slots=True)
class Waiting:
    """Companies that are new to the register, with what they declared, and what happens to those it knows."""

    #: Signed so long ago that a registrar should have decided.
    late: Draft
    #: A question about it was asked, and one about the other was asked and answered.
    asked: Draft
    answered: Draft
    #: A person in it asks for protection.
    protected: Draft
    #: Came on paper.
    paper: Draft
    #: A company that declared before tells of a change, which takes the place of what it said.
    changes: Supplier
    change: Draft
    happened_on: date
    #: A company for which somebody asks to act, and who.
    claimed: Supplier
    claimant: Someone
    #: A company of which one owner objects, and how that owner is reached.
    disputed: Supplier
    objector: Someone
    #: Who holds shares in the company that was asked, as the registry has it, and how many.
    registered: tuple[tuple[str, int], ...]


def waiting(county: County, seed: int = SEED) -> Waiting:
    """Everything that waits; drawn apart from the county, whose own figures it does not touch."""
    cast = Cast(Random(seed + 1), people=FIRST_PERSON, offices=FIRST_PERSON)  # noqa: S311 (a story, not a secret)
    others = county.suppliers[len(county.planted.by_part) :]
    changes = others[1]
    happened_on = county.today - timedelta(days=20)
    late = shapes.sole_owner(cast, cast.company("Kalawa Contractor Company Limited"))
    asked = shapes.ranges(cast, cast.company("Ukia Green Roofs Ltd"))
    return Waiting(
        late=late,
        asked=asked,
        answered=shapes.partners(cast, cast.company("Kee Terraces and Drainage Ltd")),
        protected=_protected(cast),
        paper=shapes.holding_company(cast, cast.company("Nguu Beekeepers Supplies Ltd")),
        changes=changes,
        change=changed(cast, changes.declarations[-1][1], happened_on),
        happened_on=happened_on,
        claimed=others[4],
        claimant=cast.someone("Naomi Mutheu Kyengo"),
        disputed=others[5],
        objector=cast.someone("Elijah Musili Kimanthi"),
        registered=_registered(asked),
    )


def _protected(cast: Cast) -> Draft:
    hidden = cast.someone("Rebecca Ndanu Mwilu")
    writer = Writer.for_company(cast, cast.company("Ilima Safe Water Ltd"), "Dorcas Mbula Wambua")
    hidden = replace(hidden, particulars=replace(hidden.particulars, protection_reason=WHY_PROTECTED))
    key = writer.person(hidden)
    writer.draft = replace(
        writer.draft, people=tuple(replace(each, protection=each.key == key) for each in writer.draft.people)
    )
    since = date(2021, 7, 1)
    return writer.holds(key, 60, since=since).holds(writer.person(cast.someone()), 40, since=since).draft


def _registered(declared: Draft) -> tuple[tuple[str, int], ...]:
    """The registry knows one of the owners with another share, and one whom the declaration does not name."""
    owner, other = declared.people
    return (owner.full_name, 400), (other.full_name, 400), ("Hilda Mwende Kyule", 200)


def scan() -> bytes:
    """A page that stands for a photograph of a paper: PDF, with one line of text."""
    text = b"BT /F1 18 Tf 60 760 Td (Invented paper, for trying the register. Nobody in it is real.) Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    page, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(page))
        page += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    begins = len(page)
    size = len(objects) + 1
    page += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return page + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, begins)
