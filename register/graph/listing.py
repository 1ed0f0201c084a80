"""Who of a picture a list may mean, by what, and what the list says, in sentences."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from register.graph.lists import Listed, ListKind
from register.graph.matching import Sameness, listed_as
from register.graph.owners import Owner
from register.graph.picture import Party, PartyKind, Picture
from register.graph.telling import Sentence
from register.words import N_

ON_THE_LIST: Mapping[ListKind, str] = {
    ListKind.EXPOSED: N_("%(listed)s is on the list of those in public office of %(listed_on)s, %(source)s."),
    ListKind.DEBARRED: N_(
        "%(listed)s is on the list of those barred from public buying of %(listed_on)s, %(source)s."
    ),
    ListKind.SANCTIONED: N_(
        "%(listed)s is on the list of those under sanctions of %(listed_on)s, %(source)s."
    ),
}
SINCE = N_("According to the list it began on %(since_on)s.")
UNTIL = N_("According to the list it ends on %(until_on)s.")
DECIDED_BY = N_("The list names who decided: %(by)s.")
REASON = N_("The list gives a reason: %(reason)s.")
SAME_NUMBER = N_("The official number is the same on both.")
#: By what a person is taken for somebody on a list, in the words of a finding.
CERTAINTY: Mapping[Sameness, str] = {
    Sameness.IDENTITY: N_("The identity number is the same on both records."),
    Sameness.TYPED_IDENTITY: N_(
        "The identity number is the same on both records; it was typed, and nobody has confirmed it yet."
    ),
    Sameness.NAME_AND_MONTH: N_(
        "The name and the month of birth are the same; the identity number is not known on both records."
    ),
    Sameness.NAME: N_("Only the names are alike. Is it the same person?"),
}
SAME_BODY = N_("Only the names are alike. Is it the same company?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A party and the entry that means it, or may mean it."""

    party: Party
    entry: Listed
    sameness: Sameness

    @property
    def certainty(self) -> str:
        if self.party.kind is PartyKind.PERSON:
            return CERTAINTY[self.sameness]
        return SAME_NUMBER if self.sameness is Sameness.IDENTITY else SAME_BODY


def hits_on(picture: Picture, party: Party, kinds: Iterable[ListKind]) -> Iterator[Hit]:
    """Give every entry of these kinds, in force on the picture's day, that may mean a party."""
    wanted = frozenset(kinds)
    for entry in picture.listed:
        if entry.kind in wanted and entry.holds(picture.as_of):
            found = listed_as(party, entry)
            if found is not None:
                yield Hit(party, entry, found)


def bodies_between(picture: Picture, owners: Iterable[Owner]) -> tuple[Party, ...]:
    """Give the bodies through which owners hold a company and that are no owners of it themselves, once each."""
    given = tuple(owners)
    own = {owner.party.key for owner in given}
    keys = [stake.holder for owner in given for path in owner.paths for stake in path[1:]]
    return tuple(picture.parties[key] for key in dict.fromkeys(keys) if key not in own)


def on_the_list(entry: Listed) -> Sentence:
    """Say which list names it."""
    facts = {"listed": entry.name, "listed_on": entry.list_date.isoformat(), "source": entry.source}
    return Sentence(ON_THE_LIST[entry.kind], facts)


def as_listed(entry: Listed) -> Iterator[Sentence]:
    """Say what else the list knows of an entry: since and until when, by whom, why."""
    if entry.since:
        yield Sentence(SINCE, {"since_on": entry.since.isoformat()})
    if entry.until:
        yield Sentence(UNTIL, {"until_on": entry.until.isoformat()})
    if entry.by:
        yield Sentence(DECIDED_BY, {"by": entry.by.rstrip(".")})
    if entry.reason:
        yield Sentence(REASON, {"reason": entry.reason.rstrip(".")})
