"""A chain of owners as boxes and lines, ready to be written as SVG."""

from collections.abc import Callable, Sequence

from register.graph.choosing import chosen, leading_to, ties_of
from register.graph.layout import Layout
from register.graph.picture import PartyKind, Picture, Stake
from register.graph.shapes import Box, BoxKind, Drawing, Line, LineKind
from register.graph.wording import DrawingWords

__all__ = ["Box", "BoxKind", "Drawing", "DrawingWords", "Line", "LineKind", "chain_drawing", "nowhere"]


def nowhere(key: str) -> str | None:
    """Lead from no box to anywhere."""
    return None


def chain_drawing(
    picture: Picture,
    companies: str | Sequence[str],
    *,
    wide: bool,
    words: DrawingWords | None = None,
    emphasised: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
    href: Callable[[str], str | None] = nowhere,
    id: str = "chain",  # noqa: A002 - what it is called in the page
    title: str = "",
) -> Drawing:
    """Draw who stands behind one company or several, persons above, companies below.

    `wide` is for a page (704 px), else for a telephone (328 px). `emphasised` are ids of stakes to draw thick; with
    `only`, these stakes alone are drawn: the path of a finding. `href` gives the address of a party's page by its key.
    Who holds nothing that leads to the companies, as in a declaration half told, is left out.
    """
    words = words or DrawingWords()
    subjects = [companies] if isinstance(companies, str) else list(companies)
    stakes = leading_to((each for each in picture.stakes if only is None or each.id in only), subjects)
    kept = chosen(picture, subjects, emphasised, stakes)
    hidden = {key for each in stakes for key in (each.holder, each.held)} - kept
    ties = ties_of(stakes, kept, emphasised, words, wide=wide)
    layout = Layout.of(picture, subjects, kept, ties, hidden=len(hidden), wide=wide)
    names = " · ".join(picture.name(each) for each in subjects)
    return Drawing(
        id=id,
        title=title or words.title(names),
        description=described(picture, subjects, stakes, words),
        width=layout.measures.width,
        height=layout.height,
        boxes=tuple(layout.boxes(words, href, whole=only is None)),
        lines=tuple(layout.lines()),
        wide=wide,
    )


def described(picture: Picture, subjects: Sequence[str], stakes: Sequence[Stake], words: DrawingWords) -> str:
    """Tell every line of the drawing in a sentence, folded ones too."""
    said = []
    for stake in stakes:
        ends = picture.name(stake.holder) or words.unnamed(), picture.name(stake.held) or words.unnamed()
        if stake.shares:
            said.append(words.owns(*ends, words.share(stake.shares), indirect=stake.indirect))
        elif stake.votes:
            said.append(words.owns(*ends, words.votes(stake.votes), indirect=stake.indirect))
        said.extend(words.has_say(*ends, each) for each in sorted(stake.controls))
    held = {stake.held for stake in stakes if picture.parties[stake.holder].kind is not PartyKind.UNKNOWN}
    said.extend(words.nobody(picture.name(each)) for each in subjects if each not in held)
    return " ".join(dict.fromkeys(said))
