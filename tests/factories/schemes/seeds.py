"""Invented companies and people without end, alike in nothing; the same seed gives the same ones again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import Any

from register.graph.dossier import BodyDossier, PersonDossier
from register.graph.lists import Official
from register.graph.picture import Party, PartyKind, Picture
from register.graph.process import Award
from tests.factories.pictures import CLOSE, DECLARED, Hold, Told, hold, picture

AWARDED = CLOSE + timedelta(days=10)
TODAY = AWARDED + timedelta(days=20)
BEFORE = CLOSE - timedelta(days=90)
SYLLABLES = tuple(a + b for a in "bdfghjklmnprstvwz" for b in "aeiou")
NUMBERED = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
DEEPEST = 6


class Seeds:
    """Where a planter takes its companies, people and tenders from; nothing it gives is given twice."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._given: set[str] = set()

    def company(self) -> str:
        """A company, by the name it has in the story; its number is that name in capitals."""
        return self._new(lambda: "pvt-" + "".join(self.random.choices(NUMBERED, k=8)).lower())

    def companies(self, count: int) -> tuple[str, ...]:
        return tuple(self.company() for _ in range(count))

    def person(self) -> str:
        """Somebody whose name is like nobody else's."""
        return self._new(lambda: f"{self._word(3)} {self._word(4)}")

    def chain(
        self,
        holder: str,
        company: str,
        share: int | str | tuple[int, int] = 100,
        *,
        between: int | None = None,
        **more: Any,
    ) -> tuple[Hold, ...]:
        """Tell how `holder` comes to have `share` of `company` through so many others (none to five, unless said).

        The share is that of the first link down from the holder; the others are whole. `more` is so of that link.
        """
        count = self.random.randrange(DEEPEST) if between is None else between
        links = [holder, *self.companies(count), company]
        first = Hold(links[0], links[1], share, **more)
        return (first, *(Hold(a, b, 100) for a, b in pairwise(links[1:])))

    def stake(
        self,
        holder: str,
        company: str,
        share: int | tuple[int, int],
        *,
        between: int | None = None,
        **more: Any,
    ) -> tuple[Hold, ...]:
        """The same, with others who hold the rest, so that all of every company is told of."""
        chain = self.chain(holder, company, share, between=between, **more)
        left = 100 - (share if isinstance(share, int) else share[1])
        return (*chain, *(self.owned(chain[0].held, left) if left else ()))

    def owned(self, company: str, left: int = 100) -> tuple[Hold, ...]:
        """Give what is `left` of a company to one to three people of its own, each far above any threshold."""
        count = self.random.randint(1, 3) if left >= 60 else 1
        parts = [left // count] * (count - 1)
        parts.append(left - sum(parts))
        return tuple(Hold(self.person(), company, part) for part in parts)

    def tender(
        self,
        *holds: Told,
        bidders: Sequence[str] = (),
        rivals: int = 2,
        won: str | None = None,
        moments: bool = True,
        people: Mapping[str, PersonDossier] | None = None,
        bodies: Mapping[str, BodyDossier] | None = None,
        parties: Mapping[str, Mapping[str, Any]] | None = None,
        offers: Mapping[str, Mapping[str, Any]] | None = None,
        also: Sequence[str] = (),
        **more: Any,
    ) -> Picture:
        """See a tender of `bidders`, about whom the holds are told, and of innocent rivals.

        Every bidder has declared, is old, has bid its own price, and is owned by people of its own where `holds` does
        not tell otherwise. Everything that `pictures.picture` takes can be given. `won` names the winner; nobody won
        where it is not given. `parties` and `offers` are what is so of parties and bids, by name; `also`
        are companies that do not bid. `moments`: show the owners before the close and after the award too.
        """
        told = [*map(hold, holds)]
        held = {each.held for each in told}
        others = self.companies(rivals)
        for company in (*bidders, *others):
            if company not in held:
                told += self.owned(company)
        everybody = tuple(self.random.sample((*bidders, *others), len(bidders) + rivals))
        names = [each.holder for each in told if each.holder[0].isupper()]
        known = {
            "bids": {f"t{self.random.randrange(10**9)}": everybody},
            "won": (won,) if won else (),
            "today": TODAY,
            "officials": (self.official(),),
            "people": {name: self._dossier() for name in names} | dict(people or {}),
            "bodies": {each: self._body() for each in everybody} | dict(bodies or {}),
            **({"awarded_on": AWARDED} if won else {}),
            "beside": also,
            **more,
        }
        bids = self._bids(everybody, won)
        for name, each in (offers or {}).items():
            bids[name] |= each
        on = known.pop("as_of", CLOSE)
        seen = self._seen(told, known, on, bids, parties or {})
        if not moments or not won:
            return seen
        days = (BEFORE, AWARDED, min(AWARDED + timedelta(days=180), known["today"]))
        return replace(seen, moments=tuple(self._seen(told, known, day, bids, parties or {}) for day in days))

    def official(self, name: str | None = None, **more: Any) -> Official:
        """Somebody on the evaluation committee, of whom no company knows."""
        told = name or self.person()
        return Official(
            str(self.random.randrange(10**9)),
            told,
            "member",
            "Evaluation committee",
            DECLARED,
            "letter",
            **more,
        )

    def day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def _seen(
        self,
        told: list[Hold],
        known: Mapping[str, Any],
        on: date,
        bids: Mapping[str, Mapping[str, Any]],
        parties: Mapping[str, Mapping[str, Any]],
    ) -> Picture:
        seen = picture(*told, **known, as_of=on)
        assert seen.process
        named = {_name(party): key for key, party in seen.parties.items()}
        changed = {
            named[name]: replace(seen.parties[named[name]], **each)
            for name, each in parties.items()
            if name in named
        }
        offered = tuple(replace(each, **bids[each.id.lower()]) for each in seen.process.bids)
        prices = {each.party: each.value for each in offered}
        awards = tuple(
            Award("a1", winner, prices[winner], "KES", AWARDED, "/awards/0")
            for winner in seen.process.winners
        )
        process = replace(seen.process, bids=offered, awards=seen.process.awards or awards)
        return replace(seen, process=process, parties={**seen.parties, **changed})

    def _bids(self, bidders: Sequence[str], won: str | None) -> dict[str, dict[str, Any]]:
        """The winner asks least; nobody else comes near, and no two ask the same."""
        least = self.random.randint(1_000_000, 9_000_000)
        others = [each for each in bidders if each != won]
        steps = {each: least + (place + 1) * least // 5 for place, each in enumerate(others)}
        return {
            each: {"value": Decimal(steps.get(each, least)), "currency": "KES", "status": "valid"}
            for each in bidders
        }

    def _dossier(self) -> PersonDossier:
        return PersonDossier(
            born=self.day(date(1960, 1, 1), date(1995, 1, 1)),
            groups=frozenset(),
            exposed=False,
            barred=False,
        )

    def _body(self) -> BodyDossier:
        return BodyDossier(confirmed_on=DECLARED, declarant=str(self.random.randrange(10**9)), declares_for=1)

    def _word(self, syllables: int) -> str:
        return "".join(self.random.choices(SYLLABLES, k=syllables)).title()

    def _new(self, make: Any) -> str:
        while (made := make()) in self._given:
            pass
        self._given.add(made)
        return made


def _name(party: Party) -> str:
    """The name a party has in the story: a company's is its number."""
    return (
        party.identifiers[0][1].lower()
        if party.kind is PartyKind.ENTITY and party.identifiers
        else party.name
    )
