"""The line above the matrix: how many bid, how many belong together, and how much is left to answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from register.flags.flag import Finding, Unclear
from register.graph.clusters import clusters_of
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction
from register.screening.decisions import Standing, State
from register.screening.weighing import is_context


@dataclass(frozen=True, slots=True)
class Summary:
    """The line above the matrix. `unclear` are bidders, `questions` what could not be judged about any of them."""

    bidders: int
    clusters: int
    to_answer: int
    unclear: int
    questions: int


def summary(
    picture: Picture,
    findings: Sequence[Finding],
    unclear: Sequence[Unclear],
    standings: Mapping[str, Standing],
    law: Jurisdiction,
) -> Summary:
    """Count what the line above the matrix says; `unclear` are bidders, and the process itself where it is."""
    waiting = [
        each
        for each in findings
        if not is_context(each) and not standings.get(each.fingerprint, Standing(State.OPEN)).answered
    ]
    return Summary(
        bidders=len(picture.bidders),
        clusters=len(clusters_of(picture, law.control_majority)),
        to_answer=len(waiting),
        unclear=len({each.bidder for each in unclear}),
        questions=len({each.code for each in unclear}),
    )
