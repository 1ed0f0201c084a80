"""Who comes out as an owner of the company by the answers: how, and with how much."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext

from register.declarations.draft import SUBJECT, Draft
from register.graph.owners import Owner, owners_of
from register.graph.paths import Path
from register.graph.picture import PartyKind, Picture
from register.graph.wording import DrawingWords
from register.web.declare.inputs.countries import country_name
from register.web.declare.kept import jurisdiction, today
from register.web.declare.picturing import picture_of


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """One owner: name, in what ways, and the share of the whole company."""

    name: str
    how: str
    share: str


def owner_lines(draft: Draft, on: date | None = None) -> tuple[OwnerLine, ...]:
    """The people who are or may be owners on a day (today, unless told), the largest first."""
    place = jurisdiction()
    picture = picture_of(draft, on or today())
    found = owners_of(picture, SUBJECT, place.owner_threshold, place.control_majority)
    return tuple(_line(picture, owner) for owner in found if owner.party.kind is PartyKind.PERSON)


def _line(picture: Picture, owner: Owner) -> OwnerLine:
    words = DrawingWords(gettext, country_name)
    ways = dict.fromkeys(way for path in owner.paths for way in _ways(picture, path, words))
    return OwnerLine(
        owner.party.name,
        "; ".join(ways),
        _share(owner, words),
    )


def _share(owner: Owner, words: DrawingWords) -> str:
    """The owner's own part, and what counts besides where they hold with others."""
    if owner.economic is None or not owner.economic.high > 0:
        return gettext("no shares")
    own = words.share(owner.economic)
    if owner.together is None:
        return own
    return gettext(
        "%(own)s; %(all)s with those who hold it together", own=own, all=words.share(owner.together)
    )


def _ways(picture: Picture, path: Path, words: DrawingWords) -> list[str]:
    """How one chain leads to the company."""
    if len(path) > 1:
        between = ", ".join(picture.name(stake.held) for stake in path[:-1])
        return [gettext("through %(names)s", names=between)]
    ways = [gettext("directly")] if path[0].shares or path[0].votes else []
    return ways + [words.on_line(each, short=False) for each in sorted(path[0].controls)]
