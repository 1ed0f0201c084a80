"""A draft as a picture of chains, so that they can be drawn while they are being told."""

from dataclasses import replace
from datetime import date

from register.declarations.draft import SUBJECT, Draft, EntityAnswer, EntityKind
from register.declarations.entity_record import TYPES
from register.declarations.standing import Link, standing
from register.graph.picture import Party, PartyKind, Picture, Stake
from register.graph.reading import CONTROLS, range_of
from register.web.declare.steps.parties import name_of


def picture_of(draft: Draft, today: date) -> Picture:
    """The people, bodies and holdings told so far that lead to the company. Keys are those of the draft."""
    people = [Party(each.key, PartyKind.PERSON, each.full_name) for each in draft.people]
    bodies = [_body(SUBJECT, draft.company, draft.company.name)]
    bodies += [_body(each.key, each, name_of(draft, each.key)) for each in draft.entities]
    told = _leading(draft, today)
    stakes = [_stake(each, today) for each in told]
    drawn = {SUBJECT, *(end for each in told for end in each.key)}
    return Picture(
        parties={party.key: party for party in [*people, *bodies] if party.key in drawn},
        stakes=tuple(stakes),
        as_of=today,
        today=today,
        subjects=(SUBJECT,),
    )


def _leading(draft: Draft, today: date) -> tuple[Link, ...]:
    """What is held on the day and leads to the company; a chain that hangs in the air waits until it is complete."""
    told = tuple(each for each in standing(replace(draft, posts=()), today) if each.interests)
    below, found = {SUBJECT}, 0
    while len(below) > found:
        found = len(below)
        below |= {each.holder for each in told if each.held in below}
    return tuple(each for each in told if each.held in below)


def _body(key: str, answer: EntityAnswer, name: str) -> Party:
    return Party(
        key,
        PartyKind.ENTITY,
        name,
        country=answer.country,
        entity_type=TYPES[answer.kind][0].value,
        joint=answer.kind is EntityKind.JOINT_HOLDING,
    )


def _stake(link: Link, today: date) -> Stake:
    name = f"{link.holder}.{link.held}"
    return Stake(
        holder=link.holder,
        held=link.held,
        record_id=name,
        statement_id=name,
        declared_on=today,
        shares=range_of(link.shares) if link.shares else None,
        votes=range_of(link.votes) if link.votes and link.votes != link.shares else None,
        controls=frozenset(CONTROLS[each] for each in link.kinds if each in CONTROLS),
        since=link.since,
    )
