"""What changed on a day: a part that is another than before began on the day of the change, unless the answer says when."""

from dataclasses import replace
from datetime import date

from bods.codelists import InterestType
from register.declarations.draft import Draft, Holding, Term


def changed_on(before: Draft, after: Draft, day: date) -> Draft:
    """Give answers in which the parts that differ from those before, under the same first day, begin on a day.

    Parts are shares and votes. What began on that day or later, what is new, and ways of control keep their days.
    """
    held = {each.key: each for each in before.holdings}
    return replace(
        after,
        holdings=tuple(
            _dated(held[each.key], each, day) if each.key in held else each for each in after.holdings
        ),
    )


def _dated(before: Holding, after: Holding, day: date) -> Holding:
    changed = {
        kind
        for kind, was, part in (
            (InterestType.SHAREHOLDING, before.shares, after.shares),
            (InterestType.VOTING_RIGHTS, before.votes, after.votes),
        )
        if None not in (was, part)
        and was != part
        and _same_first_day(before.term(kind), after.term(kind), day)
    }
    if not changed:
        return after
    if changed == set(after.interests) and after.until is None:
        terms = tuple(replace(each, since=None) for each in after.terms)
        return replace(after, since=day, terms=tuple(each for each in terms if each != Term(each.interest)))
    own = {each.interest: each for each in after.terms}
    dated = {kind: replace(own.get(kind, Term(kind)), since=day) for kind in changed}
    return replace(after, terms=tuple((own | dated).values()))


def _same_first_day(before: Term, after: Term, day: date) -> bool:
    return before.since == after.since and (after.since is None or after.since < day)
