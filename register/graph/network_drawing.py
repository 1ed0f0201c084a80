"""The network of one owner drawn as a tree that reads from top to bottom, with a bar for what each company won."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from register.graph.choosing import LEGIBLE, line_words
from register.graph.drawing import nowhere
from register.graph.measuring import broken, width_of
from register.graph.network import Branch, Network
from register.graph.picture import PartyKind
from register.graph.shapes import Amount, Box, BoxKind, Drawing, Line, LineKind
from register.graph.wording import DrawingWords
from register.words import N_

EDGE = 2.0
PADDING = 9.0
STEP = 17.0
#: From the left of a box to the line that runs down from it, and the room above a box for the words on its line.
TRUNK, ROOM = 12.0, 26.0
#: Chains that go deeper are drawn no further to the right.
DEEPEST = 6
#: So many contracts have a piece of the bar each; the smallest of more share one.
PIECES = 24
GAP = 2.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things stand in a drawing of this width; `bars` is where they begin, None: below each box."""

    width: float
    indent: float
    boxes_end: float
    bars: float | None


WIDE = Measures(704, 40, 452, 468)
SMALL = Measures(328, 30, 326, None)


@dataclass(frozen=True, slots=True)
class NetworkWords:
    """The words beside those of every drawing: `won` tells contracts and their value, `money` an amount."""

    common: DrawingWords = field(default_factory=DrawingWords)
    #: How many contracts, and what they come to, in the reader's language.
    won: Callable[[int, Decimal], str] = lambda count, value: f"{count}: {value}"

    def sentence(self, name: str, count: int, value: Decimal) -> str:
        """Give what a company won as a sentence."""
        words = self.common.translate(N_("%(company)s won: %(won)s."))
        return words % {"company": name, "won": self.won(count, value)}


def network_drawing(
    network: Network,
    *,
    wide: bool,
    words: NetworkWords,
    href: Callable[[str], str | None] = nowhere,
    awards: Callable[[str], str | None] = nowhere,
    emphasised: bool = False,
    id: str = "network",  # noqa: A002 - what it is called in the page
    title: str = "",
) -> Drawing:
    """Draw the network for a page (704 px) or a telephone (328 px); above forty companies the lightest are counted.

    `href` gives the address of a party's page by its key, `awards` that of the list of what it won. `emphasised`: the
    whole network is the path of a finding.
    """
    drawn = _Drawn(network, WIDE if wide else SMALL, words, href, awards)
    kept = _kept(network.branches)
    drawn.owner()
    for branch in kept:
        drawn.branch(branch)
    if left := len(network.branches) - len(kept):
        drawn.more(left)
    return Drawing(
        id=id,
        title=title or network.picture.name(network.owner),
        description=" ".join(_described(network, words)),
        width=drawn.measures.width,
        height=drawn.bottom + EDGE,
        boxes=tuple(drawn.boxes),
        lines=tuple(replace(each, emphasised=emphasised) for each in drawn.lines),
        wide=wide,
        amounts=tuple(drawn.amounts),
    )


def _kept(branches: Sequence[Branch]) -> Sequence[Branch]:
    """Give the first that are legible: each stands after the one it hangs on, so none loses its place."""
    return branches if len(branches) < LEGIBLE else branches[: LEGIBLE - 2]


def _described(network: Network, words: NetworkWords) -> Iterator[str]:
    name = network.picture.name
    for each in network.branches:
        ends = name(each.parent) or words.common.unnamed(), name(each.key) or words.common.unnamed()
        if each.stake is not None and each.stake.shares:
            share = words.common.share(each.stake.shares)
            yield words.common.owns(*ends, share, indirect=each.stake.indirect)
        elif each.stake is not None:
            yield from (words.common.has_say(*ends, control) for control in sorted(each.stake.controls))
        if each.contracts:
            yield words.sentence(ends[1], len(each.contracts), each.won(network.currency))


class _Drawn:
    """The drawing in the making: one row after the other, each below the last."""

    def __init__(
        self,
        network: Network,
        measures: Measures,
        words: NetworkWords,
        href: Callable[[str], str | None],
        awards: Callable[[str], str | None],
    ) -> None:
        self.network, self.measures, self.words, self.href, self.awards = (
            network,
            measures,
            words,
            href,
            awards,
        )
        self.boxes: list[Box] = []
        self.lines: list[Line] = []
        self.amounts: list[Amount] = []
        self.bottom = EDGE
        #: Where the last line from each party ends, and the middle of the box that it leads to.
        self.placed: dict[str, Box] = {}
        self.most = max((each.won(network.currency) for each in network.branches), default=Decimal(0))

    def owner(self) -> None:
        key = self.network.owner
        person = self.network.picture.parties[key].kind is PartyKind.PERSON
        self._box(key, EDGE, self._name(key), "person" if person else "company", None)

    def branch(self, branch: Branch) -> None:
        left = EDGE + self.measures.indent * min(branch.depth, DEEPEST)
        top = self.bottom
        self.bottom += ROOM
        kind: BoxKind = "subject" if branch.supplier else "company"
        box = self._box(branch.key, left, self._name(branch.key), kind, self.href(branch.key))
        self._line(branch, top, box)
        if branch.contracts:
            self._amount(branch, box)

    def more(self, count: int) -> None:
        self.bottom += ROOM / 2
        words = self.words.common.more(count)
        left = EDGE + self.measures.indent
        self.boxes.append(
            Box(left, self.bottom, self.measures.boxes_end - left, 36, "unknown", (words,), "", None)
        )
        self.bottom += 36

    def _name(self, key: str) -> str:
        return self.network.picture.name(key) or self.words.common.unnamed()

    def _box(self, key: str, left: float, name: str, kind: BoxKind, href: str | None) -> Box:
        width = self.measures.boxes_end - left
        lines = broken(name, width - 2 * PADDING, 2)
        box = Box(left, self.bottom, width, 19 + STEP * len(lines), kind, lines, "", href)
        self.boxes.append(box)
        self.placed[key] = box
        self.bottom += box.height
        return box

    def _line(self, branch: Branch, top: float, box: Box) -> None:
        above = self.placed[branch.parent]
        x = above.x + TRUNK
        # A box drawn no further to the right stands below its parent: the line enters it from above.
        straight = box.x <= above.x
        middle = box.y + box.height / 2
        start = above.y + above.height
        path = f"M{x:.1f} {start:.1f}V{box.y - 7:.1f}" if straight else (
            f"M{x:.1f} {start:.1f}V{middle - 7:.1f}Q{x:.1f} {middle:.1f} {x + 7:.1f} {middle:.1f}H{box.x - 5:.1f}"
        )  # fmt: skip
        head = f"M{x:.1f} {box.y:.1f}l-5 -9h10z" if straight else f"M{box.x:.1f} {middle:.1f}l-9 -5v10z"
        kind, indirect, label = self._link(branch)
        self.lines.append(
            Line(
                path=path,
                head=head,
                kind=kind,
                indirect=indirect,
                emphasised=False,
                label=label,
                label_x=x + 8 + width_of(label) / 2,
                label_y=top + ROOM - 8,
            )
        )

    def _link(self, branch: Branch) -> tuple[LineKind, bool, str]:
        if branch.stake is None:
            return "owns", True, ""
        words = line_words([branch.stake], self.words.common, wide=self.measures.bars is not None)
        return "owns" if branch.stake.shares else "controls", branch.stake.indirect, words

    def _amount(self, branch: Branch, box: Box) -> None:
        value = branch.won(self.network.currency)
        said = self.words.won(len(branch.contracts), value)
        if self.measures.bars is None:
            # Far to the right there may be no room for the words.
            left = max(EDGE, min(box.x, self.measures.width - EDGE - width_of(said)))
            text_y = box.y + box.height + 18
            self.bottom += 38
        else:
            left, text_y = self.measures.bars, box.y + box.height / 2 - 3
        room = self.measures.width - EDGE - left
        length = room * float(value / self.most) if self.most else 0.0
        self.amounts.append(
            Amount(
                left,
                text_y,
                said,
                self.awards(branch.key),
                text_y + 7,
                tuple(self._pieces(branch, left, length)),
            )
        )

    def _pieces(self, branch: Branch, left: float, length: float) -> Iterator[tuple[float, float]]:
        parts = sorted(
            (each.part for each in branch.contracts if each.part and each.currency == self.network.currency),
            reverse=True,
        )
        if len(parts) > PIECES:
            parts = [*parts[: PIECES - 1], sum(parts[PIECES - 1 :], Decimal(0))]
        whole, start = sum(parts, Decimal(0)), left
        for part in parts:
            end = start + length * float(part / whole)
            yield start, max(start + 1.0, end - GAP)
            start = end
