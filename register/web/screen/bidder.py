"""One bidder: who owned it on any day, what it declared, and where else it bids."""

from dataclasses import dataclass, replace
from datetime import date

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from bods.codelists import UnspecifiedReason
from register.access import Permission
from register.actions.raise_flags import day_of, picture_on
from register.extensions import db
from register.graph.building import company_picture
from register.graph.drawing import Drawing
from register.graph.explaining import SAYS, through
from register.graph.owners import Owner, owners_of
from register.graph.picture import Declared, Party, PartyKind, Picture
from register.graph.process import Bid, Process
from register.graph.telling import Sentence
from register.store import contracts, material, other_registers, watches
from register.store.awards import PublicAward, awards_of
from register.store.contracts import ProcessUnknownError
from register.store.material import Material
from register.store.other_registers import OtherRegister
from register.store.screening_lists import Line, lines_of
from register.web.guard import allow, signed_in
from register.web.ruling import local_today
from register.web.screen.as_of import AsOfForm
from register.web.screen.door import door
from register.web.screen.over_time import OverTime, over_time
from register.web.screen.pictures import owners_drawings, words
from register.web.screen.record import FoundLine, found_of, numbers_known, owner_pages
from register.web.screen.seen import law
from register.web.withheld import kept_from_me
from register.web.words import day, said

#: So many awards and tenders are listed; the others are counted.
MOST_LISTED = 50


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """One owner in the table: how much, how else, through whom; `sure` is False for one who may be an owner."""

    name: str
    person: bool
    typed: bool
    share: str
    says: tuple[str, ...]
    through: tuple[str, ...]
    since: date | None
    sure: bool
    #: The key of the page with all their companies; empty where there is none.
    page: str = ""


@dataclass(frozen=True, slots=True)
class SeenBidder:
    """Everything the page of one bidder shows."""

    process: Process
    bid: Bid
    party: Party
    numbers: tuple[tuple[str, str], ...]
    as_of: date
    closing_day: date
    owners: tuple[OwnerLine, ...]
    unnamed: tuple[str, ...]
    #: For wide and for narrow places; None for a company of which nothing is declared.
    wide: Drawing | None
    narrow: Drawing | None
    declarations: tuple[Declared, ...]
    #: What was found of it here, what it won, latest first, and where else it bid; more of both than are listed.
    found: tuple[FoundLine, ...]
    awards: tuple[PublicAward, ...]
    #: None where no owner was ever declared.
    over_time: OverTime | None
    more_awards: int
    tenders: tuple[Line, ...]
    more_tenders: int
    #: Other registers whose statements are drawn here too.
    others: tuple[OtherRegister, ...] = ()
    #: The record id under which its owners can be watched; empty for one that is no company of the register.
    company: str = ""


@door.get("/<path:ocid>/bidders/<path:bidder>")
@allow(Permission.SCREEN)
def bidder(ocid: str, bidder: str) -> ResponseReturnValue:
    try:
        known = material.of_process(db.session, ocid)
    except ProcessUnknownError:
        abort(404)
    usual = day_of(known.process, local_today())
    form = AsOfForm(request.args)
    asked = form.on.form.date if form.on.form.given and form.validate() else None
    if not form.on.form.given:
        form = AsOfForm(data={"on": {"day": usual.day, "month": usual.month, "year": usual.year}})
    seen = seen_bidder(db.session, known, bidder, asked or usual) or abort(404)
    watching = bool(seen.company) and watches.watches(db.session, signed_in().account_id, seen.company)
    return render_template("screen/bidder.html", seen=seen, form=form, watching=watching)


def seen_bidder(session: Session, known: Material, key: str, as_of: date) -> SeenBidder | None:
    """Gather the page of a bidder; None when nobody of that key bids here."""
    today = local_today()
    picture = picture_on(known, as_of, today)
    if picture.process is None or key not in picture.bidders:
        return None
    party = picture.parties[key]
    bid = next(each for each in picture.process.bids if each.party == key)
    known, others = _with_others(session, known, [*party.identifiers, (bid.scheme, bid.id)])
    if others:
        # Another register may know the bidder under more numbers, and the picture then by another key.
        place = picture.process.bids.index(bid)
        picture = picture_on(known, as_of, today)
        party = picture.parties[picture.process.bids[place].party if picture.process else key]
    mine = owners_picture(known, party, as_of) or picture
    wide, narrow = owners_drawings(mine, mine.subjects[0]) if mine is not picture else (None, None)
    numbers = party.identifiers or (((bid.scheme, bid.id),) if bid.id else ())
    every = numbers_known(session, party, numbers)
    apart = {known.process.ocid, *kept_from_me()}
    elsewhere = [each for each in contracts.processes_of(session, every) if each not in apart]
    won = awards_of(session, every)
    told = owners_of(mine, party.key, law().owner_threshold, law().control_majority)
    declared = min(party.record_ids & {each.declaration_subject for each in known.statements}, default="")
    pages = owner_pages(session, [each.party for each in told])
    return SeenBidder(
        process=known.process,
        bid=bid,
        party=replace(party, key=key),
        numbers=numbers,
        as_of=as_of,
        closing_day=day_of(known.process, today),
        owners=tuple(owner_line(mine, each, party.name, page=pages.get(each.party.key, "")) for each in told),
        unnamed=tuple(unnamed(mine)),
        wide=wide,
        narrow=narrow,
        declarations=_declarations(known, party) or tuple(filter(None, [picture.declared.get(party.key)])),
        found=found_of(session, known.process.ocid, {key, party.key}),
        awards=won[:MOST_LISTED],
        over_time=over_time(session, declared, party.name, won[:MOST_LISTED], today=today, law=law())
        if declared
        else None,
        more_awards=max(0, len(won) - MOST_LISTED),
        tenders=lines_of(session, elsewhere, today, limit=MOST_LISTED),
        more_tenders=max(0, len(elsewhere) - MOST_LISTED),
        others=others,
        company=watches.declares(session, party.record_ids),
    )


def _with_others(
    session: Session, known: Material, numbers: list[tuple[str, str]]
) -> tuple[Material, tuple[OtherRegister, ...]]:
    """Add what other registers say of this bidder's chain, each name marked as theirs; flags never see it."""
    added = other_registers.behind(session, known.statements, numbers, _theirs)
    if not added:
        return known, ()
    used = {each.record_id.removeprefix(other_registers.PREFIX).partition(":")[0] for each in added}
    sources = tuple(each for each in other_registers.registers(session) if str(each.id) in used)
    return replace(known, statements=(*known.statements, *added)), sources


def _theirs(name: str, source: str, on: date) -> str:
    return gettext("%(name)s (from %(source)s, as of %(date)s)", name=name, source=source, date=day(on))


def _declarations(known: Material, party: Party) -> tuple[Declared, ...]:
    made = [each for record_id in party.record_ids for each in known.made_by(record_id)]
    return tuple(sorted(made, key=lambda each: (each.on, each.reference), reverse=True))


def owners_picture(known: Material, party: Party, as_of: date) -> Picture | None:
    """The picture of one company and of those above it alone; None when no statement speaks of it."""
    record_id = min(party.record_ids, default=None)
    if record_id is None:
        return None
    return company_picture(record_id, known.statements, known.identities, as_of)


def owner_line(picture: Picture, owner: Owner, company: str, *, page: str = "") -> OwnerLine:
    """One owner of a company, in words; `page` is the key of their own page if they have one."""
    facts = {"holder": owner.party.name, "held": company}
    starts = [path[0].since for path in owner.paths if path[0].since]
    return OwnerLine(
        name=owner.party.name,
        person=owner.party.kind is PartyKind.PERSON,
        typed=bool(owner.party.typed_records),
        share=words().share(owner.economic) if owner.economic and owner.economic.high > 0 else "",
        says=tuple(said(Sentence(SAYS[basis], facts)) for basis, _ in owner.controls),
        through=tuple(dict.fromkeys(between for path in owner.paths if (between := through(picture, path)))),
        since=min(starts, default=None),
        sure=owner.does,
        page=page,
    )


def unnamed(picture: Picture) -> list[str]:
    """Why chains end in somebody who is not named, in words."""
    reasons = [
        picture.parties[stake.holder].unspecified_reason
        for stake in picture.stakes
        if picture.parties[stake.holder].kind is PartyKind.UNKNOWN
    ]
    labels = {each.value: gettext(each.label) for each in UnspecifiedReason}
    return list(dict.fromkeys(labels.get(each, gettext("no reason is given")) for each in reasons))
