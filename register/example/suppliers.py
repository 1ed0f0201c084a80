"""The invented suppliers and what each declared, and when; some stories are planted, the rest fills the county."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bods.shares import Share
from register.declarations.draft import Declarant, Draft, EntityAnswer
from register.example import shapes
from register.example.cast import Cast, Someone, Writer
from register.example.dealings import Dealings, dealings
from register.example.oddities import Oddities, oddities


@dataclass(frozen=True, slots=True)
class Supplier:
    """A company and its declarations in the order they were made; none for one that has not declared."""

    company: EntityAnswer
    declarations: tuple[tuple[date, Draft], ...]

    @property
    def name(self) -> str:
        return self.company.name


@dataclass(frozen=True, slots=True)
class Planted:
    """The suppliers by name of their part in a story, and the people whom officers will ask about."""

    by_part: Mapping[str, Supplier]
    #: Owns part of a bidder in the open tender; the visitor of the demo declares her for another bidder.
    known_owner: Someone
    #: Owns a bidder and sits on the evaluation committee.
    official: Someone
    #: Has the same name as an official, and is somebody else.
    namesake: Someone
    #: More companies, and what lists say of their people.
    dealings: Dealings
    #: And more, with what the companies' registry says of one.
    oddities: Oddities


def planted(cast: Cast, today: date) -> Planted:
    """The companies of the planted stories."""
    parts: dict[str, Supplier] = {}

    def declare(part: str, name: str, days_ago: int, write: Writer) -> None:
        parts[part] = Supplier(write.draft.company, ((today - timedelta(days=days_ago), write.draft),))

    known = cast.someone("Mwĩkali Ndũkũ Mutiso")
    since = today - timedelta(days=900)
    writer = Writer.for_company(cast, cast.planted("Wote Civil Works Ltd"), "Janet Mumbua Kimeu")
    writer.holds(writer.person(known), 55, since=since).holds(writer.person(cast.someone()), 45, since=since)
    declare("known", "Wote Civil Works Ltd", 290, writer)

    # The visitor's own company: it bids, and has not declared.
    parts["visitor"] = Supplier(cast.planted("Kaiti Valley Joinery Ltd"), ())

    # One person behind two bidders, once through a holding company.
    hidden = cast.someone("Joseph Mbithi Ng’ang’a")
    writer = Writer.for_company(cast, cast.planted("Kilungu Builders Ltd"), "Faith Mumbua Musyoka")
    between = writer.body(cast.body("Kaiti Holdings Ltd"))
    writer.holds(writer.person(hidden), 60, between, since=since)
    writer.holds(writer.person(cast.someone()), 40, between, since=since)
    writer.holds(between, 70, since=since).holds(writer.person(cast.someone()), 30, since=since)
    declare("chain", "", 260, writer)
    writer = Writer.for_company(cast, cast.planted("Emali Roads and Water Ltd"), hidden.name)
    writer.holds(writer.person(hidden), 52, since=since).holds(writer.person(cast.someone()), 48, since=since)
    declare("direct", "", 240, writer)

    # Three bidders under one control: the tender has one real bidder.
    ringleader = cast.someone("Titus Kyalo Ndambuki")
    group = cast.body("Chyulu Investments Ltd")
    for part, name, share in (
        ("ring1", "Thange Ventures Ltd", 80),
        ("ring2", "Mtito Construction Ltd", 65),
        ("ring3", "Nguumo Supplies Ltd", 90),
    ):
        writer = Writer.for_company(cast, cast.planted(name), cast.someone().name)
        top = writer.body(replace(group, key=f"{cast.rng.getrandbits(48):012x}"))
        writer.holds(writer.person(ringleader), 100, top, since=since).holds(top, share, since=since)
        writer.holds(writer.person(cast.someone()), 100 - share, since=since)
        declare(part, name, 220, writer)

    # An owner sits on the evaluation committee; another owner merely bears an official's name.
    official = cast.someone("Stephen Wambua Nzau")
    writer = Writer.for_company(cast, cast.planted("Nzaui Masonry Company Ltd"), official.name)
    writer.holds(writer.person(official), 30, since=since).holds(
        writer.person(cast.someone()), 70, since=since
    )
    declare("committee", "", 200, writer)
    namesake = cast.someone("Agnes Syombua Maingi")
    writer = Writer.for_company(cast, cast.planted("Mbitini Hardware Stores Ltd"), namesake.name)
    declare("namesake", "", 190, writer.holds(writer.person(namesake), 100, since=since))

    # Near misses: nine percent is no owner here; a share that may or may not reach ten percent.
    small = cast.someone("Lydia Kavata Kithome")
    for part, name, held in (
        ("small1", "Kathonzweni Engineering Ltd", Share.exactly(9)),
        ("small2", "Makindu Solar and Pumps Ltd", Share.exactly(25)),
        ("maybe", "Kalawa Contractors Ltd", Share.between(5, 15)),
    ):
        writer = Writer.for_company(cast, cast.planted(name), cast.someone().name)
        writer.holds(writer.person(small), held, since=since).holds(
            writer.person(cast.someone()), 75, since=since
        )
        declare(part, name, 180, writer)

    parts["silent"] = Supplier(cast.planted("Kasikeu Cool Chain Ltd"), ())
    dealt = dealings(cast, today)
    odd = oddities(cast, today, dealt.in_one_hand)
    for part, declared in (*dealt.declared.items(), *odd.declared.items()):
        parts[part] = Supplier(declared[1].company, (declared,))
    return Planted(parts, known, official, namesake, dealt, odd)


def others(cast: Cast, today: date, count: int) -> tuple[Supplier, ...]:
    """Suppliers of every shape; every third declared again after a change."""
    made = []
    for number in range(count):
        company = cast.company()
        first = shapes.ALL[number % len(shapes.ALL)](cast, company)
        # None is so old that it would have to be confirmed before the tenders that follow.
        declared = [(today - timedelta(days=360 - number % 10), first)]
        if number % 3 == 0 and first.holdings:
            # Told on the day on which it happened.
            happened_on = today - timedelta(days=60 - number)
            declared.append((happened_on, changed(cast, first, happened_on)))
        made.append(Supplier(company, tuple(declared)))
    return tuple(made)


def changed(cast: Cast, draft: Draft, day: date) -> Draft:
    """The same company later: its first holder sold half to a newcomer on a day."""
    newcomer = cast.someone()
    writer = Writer(cast, replace(draft, declarant=Declarant(newcomer.name, "company secretary")))
    old = draft.holdings[0]
    if old.shares is None or old.shares.exact is None:
        return writer.draft
    half = old.shares.exact / 2
    writer.draft = replace(
        writer.draft, holdings=(replace(old, shares=Share.exactly(half), since=day), *draft.holdings[1:])
    )
    return writer.holds(writer.person(newcomer), Share.exactly(half), old.held, since=day).draft
