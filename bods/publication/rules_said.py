"""The part of the guide that says by which rules was published, and how the data wants to be read."""

from collections.abc import Iterator

from bods.publication.about import About, Rules


def rules(about: About) -> Iterator[str]:
    """Give the sections on what is published, when, and what never is."""
    law = about.rules
    yield from (
        "## What is published, and when",
        "",
        law.who_declares,
        "",
        (
            f"An owner is declared from {law.owner_threshold:f} percent of the shares or votes, held directly or through others, or "
            "for other control."
        ),
        "",
        law.when_published,
        "",
        *(f"- {each}" for each in law.deadlines),
        "",
        "## What is left out, and why",
        "",
        law.why_left_out,
        "",
        *(f"- {each}" for each in law.never_published),
        "",
        *_persons(law),
        "",
    )


def _persons(law: Rules) -> Iterator[str]:
    if law.person_scheme_name is None:
        return
    yield (
        f"Where the identity of a person was confirmed, the person has a number of the publisher's own: an identifier "
        f"with the `schemeName` {law.person_scheme_name} and without a `scheme`. It is the same in every declaration that "
        "names the person, and it is made of no number that the person has elsewhere. Some checkers fault an identifier "
        "without a scheme; the standard's guidance on personal data asks for it."
    )


LIFE = """## The life of a record

A statement is one claim about one record, and it is never changed but for a redaction. `recordId` says which record,
`recordStatus` where the statement stands in the record's life:

- `new`: the first statement about the record.
- `updated`: the record was changed, or it was confirmed as it was. The newest statement counts.
- `closed`: the record left the network of its company. Nothing follows under the same `recordId`; an interest that came
  to an end has an `endDate`, where it was given.

When a relationship passes to another party, its record is closed and a new one is opened. `declaration` is the filing that
brought a statement, and `declarationSubject` the record of the company that it is about. The same company or person has
a record of its own in each declaration: they are one when they share an identifier, with the same scheme and
number, and never because they share a name."""

TWO_TIMES = """## Reading history: two times

Each statement has a day that it speaks of (`statementDate`) and a moment when it was published
(`publicationDetails.publicationDate`). To know how things stood on a day, take for each `recordId` the last statement with a
`statementDate` on or before that day, leave out records whose last statement is `closed`, and of each interest ask whether
it had begun (`startDate`) and not ended (`endDate`: on that day it holds no more). To know how things were known then, leave
out first all statements that were published later. Of two statements about one day the later published one counts: it is
a correction."""

DO_NOT_ADD = """## Shares that must not be added

Who owns a company through others has one primary relationship to it (`isComponent` is false), and the steps of the chain
are relationships and records with `isComponent` true, named in `componentRecords`. Both tell of the same stake: count the
primary relationship or follow the chain, and never add the two. Votes, shares and rights to profit are different things and
are not added either. A share is an exact figure or a range; a range is all that was declared."""


def reading(about: About) -> Iterator[str]:
    """Give the sections on how the data wants to be read."""
    law = about.rules
    yield from (LIFE, "", TWO_TIMES, "", DO_NOT_ADD, "")
    yield from ("## Dates", "", law.dates, "")
    yield from ("## Corrections and redactions", "", law.corrections, "", law.redactions, "")
