"""The words of a drawing, handed in by the door that knows the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass

from register.graph.explaining import SAYS
from register.graph.picture import Control
from register.graph.shares import NO_BREAK_SPACE, Range, figure
from register.words import N_

Translate = Callable[[str], str]

#: What stands on a line of control: in full, and short where there is no room.
ON_LINE = {
    Control.BOARD: (N_("most of the board"), N_("board")),
    Control.INFLUENCE: (N_("influence"), N_("influence")),
    Control.RULES: (N_("by law or articles"), N_("by law")),
    Control.TRUST: (N_("runs the trust"), N_("trust")),
    Control.NOMINATOR: (N_("nominator"), N_("nominator")),
    Control.NOMINEE: (N_("nominee"), N_("nominee")),
    Control.CONTRACT: (N_("by contract"), N_("contract")),
    Control.OFFICER: (N_("manages"), N_("manages")),
    Control.UNKNOWN: (N_("not said how"), N_("not said")),
}


@dataclass(frozen=True, slots=True)
class DrawingWords:
    """Give the words through `translate`, gettext at the doors; `country` turns a two-letter code into a name."""

    translate: Translate = str
    country: Callable[[str], str] = str

    def share(self, share: Range) -> str:
        """Give `42 %` or `10 to 25 %`, the figures and the sign kept together."""
        if share.exact:
            words, facts = self.translate(N_("%(share)s %%")), {"share": figure(share.low)}
        elif share.high == 100 and share.low == 0:
            words, facts = self.translate(N_("share not said")), {}
        else:
            words = self.translate(N_("%(low)s to %(high)s %%"))
            facts = {"low": figure(share.low), "high": figure(share.high)}
        return (words % facts).replace(" %", f"{NO_BREAK_SPACE}%")

    def votes(self, share: Range) -> str:
        return self.translate(N_("%(share)s of votes")) % {"share": self.share(share)}

    def on_line(self, control: Control, *, short: bool) -> str:
        """Give what stands on a line of control."""
        return self.translate(ON_LINE[control][1 if short else 0])

    def kind(self, kind: str) -> str:
        """Give the small word under a name."""
        words = {
            "person": N_("person"),
            "company": N_("company"),
            "arrangement": N_("arrangement"),
            "state": N_("state"),
            "bidder": N_("bidder"),
            "unknown": N_("not named"),
        }
        return self.translate(words[kind])

    def owns(self, holder: str, held: str, share: str, *, indirect: bool) -> str:
        """Give one line of shares as a sentence."""
        if indirect:
            words = self.translate(N_("%(holder)s owns %(share)s of %(held)s, indirectly."))
        else:
            words = self.translate(N_("%(holder)s owns %(share)s of %(held)s."))
        return words % {"holder": holder, "held": held, "share": share}

    def has_say(self, holder: str, held: str, control: Control) -> str:
        """Give one line of control as a sentence."""
        return self.translate(SAYS[control]) % {"holder": holder, "held": held}

    def nobody(self, held: str) -> str:
        return self.translate(N_("Nobody is named as an owner of %(held)s.")) % {"held": held}

    def unnamed(self) -> str:
        return self.translate(N_("Not named"))

    def explained(self, share: str) -> str:
        return self.translate(N_("%(share)s explained")) % {"share": share}

    def more(self, count: int) -> str:
        return self.translate(N_("and %(count)s more")) % {"count": count}

    def title(self, companies: str) -> str:
        return self.translate(N_("Who stands behind %(companies)s")) % {"companies": companies}
