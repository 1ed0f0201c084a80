"""The steps of the declaration, in the order in which they are asked."""

from register.declarations.draft import Draft
from register.web.declare.steps import (
    claims,
    companies,
    company,
    declarant,
    holdings,
    leaders,
    nobody,
    people,
    subcontractors,
    ventures,
)
from register.web.declare.steps.step import Step

JOURNEY: tuple[Step, ...] = (
    company.STEP,
    declarant.STEP,
    people.STEP,
    nobody.STEP,
    companies.STEP,
    holdings.STEP,
    leaders.STEP,
    claims.STEP,
    ventures.STEP,
    subcontractors.STEP,
)


def step_called(slug: str) -> Step | None:
    """The step with this slug in its address."""
    return next((step for step in JOURNEY if step.slug == slug), None)


def steps_for(draft: Draft) -> tuple[Step, ...]:
    """The steps that this declaration needs, in order."""
    return tuple(step for step in JOURNEY if step.applies(draft))
