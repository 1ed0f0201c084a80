"""A person that is a component is listed by a relationship that follows it.

Why: a component is only there to explain an indirect relationship; one that nobody lists explains nothing.
Source: BODS 0.4; libcovebods 0.16, which wrongly asks for the last statement about the component (here: the first) to
come before the relationship, so that it faults components that are updated later in an append-only history.
"""

from bods.checks.check import NOTHING, ComponentCheck, Found, Problem, Severity
from bods.facts import Component


def find(component: Component) -> Found:
    if component.type != "person" or (component.listed is not None and component.first < component.listed):
        return NOTHING
    return [
        Problem(
            "/recordDetails/isComponent", "This record is a component, and no relationship after it lists it."
        )
    ]


CHECK = ComponentCheck(
    severity=Severity.BREAKS,
    remedy="List the record in componentRecords of the relationship that it explains, and publish that one after it.",
    find=find,
)
