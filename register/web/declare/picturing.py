"""A draft as a picture of chains, so that they can be drawn while they are being told."""

from datetime import date

from register.declarations.draft import SUBJECT, Draft, EntityAnswer, Holding
from register.declarations.entity_record import TYPES
from register.graph.picture import Party, PartyKind, Picture, Stake
from register.graph.reading import CONTROLS, range_of
from register.web.declare.steps.parties import name_of, said


def picture_of(draft: Draft, today: date) -> Picture:
    """The people, bodies and holdings told so far that lead to the company. Keys are those of the draft."""
    people = [Party(each.key, PartyKind.PERSON, each.full_name) for each in draft.people]
    bodies = [_body(SUBJECT, draft.company, draft.company.name)]
    bodies += [_body(each.key, each, name_of(draft, each.key)) for each in draft.entities]
    told = _leading(draft)
    stakes = [_stake(each, today) for each in told]
    drawn = {SUBJECT, *(end for each in told for end in each.key)}
    return Picture(
        parties={party.key: party for party in [*people, *bodies] if party.key in drawn},
        stakes=tuple(stakes),
        as_of=today,
        today=today,
        subjects=(SUBJECT,),
    )


def _leading(draft: Draft) -> tuple[Holding, ...]:
    """What was said and leads to the company; a chain that hangs in the air waits until it is complete."""
    told = tuple(each for each in draft.holdings if said(each))
    below, found = {SUBJECT}, 0
    while len(below) > found:
        found = len(below)
        below |= {each.holder for each in told if each.held in below}
    return tuple(each for each in told if each.held in below)


def _body(key: str, answer: EntityAnswer, name: str) -> Party:
    return Party(key, PartyKind.ENTITY, name, country=answer.country, entity_type=TYPES[answer.kind][0].value)


def _stake(holding: Holding, today: date) -> Stake:
    name = f"{holding.holder}.{holding.held}"
    return Stake(
        holder=holding.holder,
        held=holding.held,
        record_id=name,
        statement_id=name,
        declared_on=today,
        shares=range_of(holding.shares) if holding.shares else None,
        votes=range_of(holding.votes) if holding.votes and holding.votes != holding.shares else None,
        controls=frozenset(CONTROLS[each] for each in holding.controls if each in CONTROLS),
        since=holding.since,
    )
