"""What stands where a bidder and a link meet: a share, control, a place on the list, or how it was answered."""

from collections.abc import Mapping, Sequence
from typing import Literal

from register.flags.flag import Finding, Strength
from register.graph.shares import Range, text_of
from register.graph.telling import Sentence
from register.screening.decisions import Standing, State
from register.screening.shapes import Cell, Column
from register.words import N_

OWNS = N_("owns %(share)s")
MAY_OWN = N_("may own %(share)s")
OWNED = N_("%(share)s owned")
IS_OWNER = N_("is the owner")
CONTROLS = N_("controls")
CONTROLLED = N_("controlled")
ON_THE_LIST = N_("owner on the list")
MANAGER_ON_THE_LIST = N_("manager on the list")
PERHAPS_ON_THE_LIST = N_("perhaps on the list")
DISMISSED = N_("dismissed")
RECUSED = N_("recused")


def cell_of(
    interests: Mapping[str, Range],
    bidder: str,
    column: Column,
    findings: Sequence[Finding],
    standings: Mapping[str, Standing],
) -> Cell | None:
    """Mark what `findings` say ties a bidder to a column; None where they say nothing.

    `interests` are shares in the bidder by the key of whoever has them, `standings` are by fingerprint.
    """
    if not findings:
        return None
    prints = tuple(each.fingerprint for each in findings)
    states = {standings[each].state if each in standings else State.OPEN for each in prints}
    if states <= {State.DISMISSED, State.RECUSED}:
        answer = RECUSED if State.RECUSED in states else DISMISSED
        return Cell(Sentence(answer), "off", joined=False, fingerprints=prints)
    if column.kind == "officials":
        return Cell(Sentence(_on_the_list(findings[0])), "flag", joined=False, fingerprints=prints)
    text, kind = _tie(interests, bidder, column, findings)
    return Cell(text, kind, joined=False, fingerprints=prints)


def _on_the_list(finding: Finding) -> str:
    if finding.strength is Strength.POSSIBLE:
        return PERHAPS_ON_THE_LIST
    return ON_THE_LIST if finding.details else MANAGER_ON_THE_LIST


def _tie(
    interests: Mapping[str, Range], bidder: str, column: Column, findings: Sequence[Finding]
) -> tuple[Sentence, Literal["owns", "controls"]]:
    """Say what the party of a column is to a bidder: a share where there is one, else control."""
    if bidder == column.key:
        return Sentence(IS_OWNER), "owns"
    share = interests.get(column.key)
    if share is None or share.high == 0:
        return Sentence(CONTROLS if column.kind == "person" else CONTROLLED), "controls"
    facts = {"share": text_of(share)}
    if column.kind == "company":
        return Sentence(OWNED, facts), "owns"
    sure = any(each.strength is not Strength.POSSIBLE for each in findings)
    return Sentence(OWNS if sure else MAY_OWN, facts), "owns"
