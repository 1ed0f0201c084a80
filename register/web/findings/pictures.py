"""The picture of a finding: the path that proves it, in one tender or across tenders, on the page and as a file."""

from collections import defaultdict

from flask import Response, render_template
from flask_babel import gettext, ngettext

from register.graph.drawing import Drawing, chain_drawing
from register.graph.network import Contract, network_of
from register.graph.network_drawing import NetworkWords, network_drawing
from register.graph.wording import DrawingWords
from register.store.findings import Kept
from register.web.findings.asking import anchor
from register.web.words import country

#: What a proof points to when a company won something there.
AWARDS = "#/awards/"


def words() -> DrawingWords:
    """The words of a drawing in the reader's language."""
    return DrawingWords(gettext, country)


def drawing_of(kept: Kept, *, wide: bool = False) -> Drawing | None:
    """Draw the path of a finding as it was when it was found; None when it rests on no stake."""
    finding, picture = kept.finding, kept.found.picture
    path = frozenset(stake.id for way in finding.paths for stake in way)
    companies = [each for each in finding.bidders if each in picture.parties]
    if not path or not companies:
        return None
    return chain_drawing(
        picture,
        companies,
        wide=wide,
        words=words(),
        emphasised=path,
        only=path,
        id=f"{anchor(finding.fingerprint)}-picture",
        title=gettext("The path of this finding"),
    )


def across_drawing(kept: Kept, *, wide: bool) -> Drawing | None:
    """Draw a finding across tenders: one owner's companies as a network with what they won, others as chains."""
    upper = {path[0].holder for path in kept.finding.paths}
    if len(upper) != 1:
        return drawing_of(kept, wide=wide)
    won: dict[str, dict[str, Contract]] = defaultdict(dict)
    for proof in kept.finding.proofs:
        for pointer in proof.pointers if proof.path else ():
            ocid, award, _ = pointer.partition(AWARDS)
            won[proof.path[-1].held] |= {pointer: Contract(ocid, "", None)} if award else {}
    network = network_of(
        kept.found.picture, upper.pop(), {key: tuple(each.values()) for key, each in won.items()}, ""
    )
    return network_drawing(
        network,
        wide=wide,
        words=NetworkWords(words(), lambda count, _: ngettext("%(num)s award", "%(num)s awards", count)),
        emphasised=True,
        id=f"{anchor(kept.finding.fingerprint)}-picture",
        title=gettext("The path of this finding"),
    )


def svg_file(drawing: Drawing, name: str) -> Response:
    """A drawing as a file of its own, coloured by attributes since no stylesheet goes with it."""
    answer = Response(render_template("screen/picture.svg", drawing=drawing), mimetype="image/svg+xml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return answer
