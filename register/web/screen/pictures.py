"""The pictures of the officers' pages: the path of a finding, and the owners of one bidder."""

from collections.abc import Callable

from register.graph.drawing import Drawing, chain_drawing, nowhere
from register.graph.picture import Picture
from register.web.findings.pictures import drawing_of, svg_file, words

__all__ = ["drawing_of", "owners_drawings", "svg_file", "words"]


def owners_drawings(
    picture: Picture, company: str, href: Callable[[str], str | None] = nowhere
) -> tuple[Drawing, Drawing]:
    """Draw who stands behind a company, for wide and for narrow places."""
    wide, narrow = (
        chain_drawing(picture, company, wide=each, words=words(), href=href, id="owners")
        for each in (True, False)
    )
    return wide, narrow
