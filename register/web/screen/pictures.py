"""The pictures of the officers' pages: the path of a finding, and the owners of one bidder."""

from collections.abc import Callable

from flask import Response, render_template
from flask_babel import get_locale, gettext

from register.graph.drawing import Drawing, chain_drawing, nowhere
from register.graph.picture import Picture
from register.graph.wording import DrawingWords
from register.store.findings import Kept
from register.web.findings.asking import anchor


def words() -> DrawingWords:
    """The words of a drawing in the reader's language."""
    return DrawingWords(gettext, _country)


def _country(code: str) -> str:
    locale = get_locale()
    return str(locale.territories.get(code, code)) if locale else code


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


def owners_drawings(
    picture: Picture, company: str, href: Callable[[str], str | None] = nowhere
) -> tuple[Drawing, Drawing]:
    """Draw who stands behind a company, for wide and for narrow places."""
    wide, narrow = (
        chain_drawing(picture, company, wide=each, words=words(), href=href, id="owners")
        for each in (True, False)
    )
    return wide, narrow


def svg_file(drawing: Drawing, name: str) -> Response:
    """A drawing as a file of its own, coloured by attributes since no stylesheet goes with it."""
    answer = Response(render_template("screen/picture.svg", drawing=drawing), mimetype="image/svg+xml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return answer
