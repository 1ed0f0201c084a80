"""A finding written as JSON with all its proof, and read back the same; likewise what could not be judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import orjson

from register.flags.flag import Finding, Proof, Severity, Strength, Unclear
from register.graph.picture import Control, Joined, Party, PartyKind, Picture, Stake
from register.graph.shares import Range
from register.graph.telling import Sentence

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the part of the picture that proves it, as it was seen on `as_of`.

    The part stays readable when the picture has moved on. It holds no identity and no birth month.
    """

    finding: Finding
    as_of: date
    parties: tuple[Party, ...]

    @property
    def picture(self) -> Picture:
        """The parties and stakes of the proof, as a picture to be told and drawn."""
        stakes = dict.fromkeys(stake for path in self.finding.paths for stake in path)
        return Picture(
            parties={party.key: party for party in self.parties},
            stakes=tuple(stakes),
            as_of=self.as_of,
            today=self.as_of,
            subjects=self.finding.bidders,
        )


def proven(finding: Finding, picture: Picture) -> Found:
    """Cut out of a picture what a finding needs to be explained."""
    ends = [key for path in finding.paths for stake in path for key in (stake.holder, stake.held)]
    keys = dict.fromkeys((*finding.bidders, *finding.about, *ends))
    # Somebody who came later or left earlier stands only in the picture of that day.
    beside = [*picture.moments, *([picture.wider] if picture.wider else [])]
    known = {key: party for each in (*beside, picture) for key, party in each.parties.items()}
    parties = tuple(_bare(known[key]) for key in keys if key in known)
    return Found(finding, picture.as_of, parties)


def _bare(party: Party) -> Party:
    return replace(
        party,
        identity=None,
        birth_month=None,
        identifiers=(),
        founded=None,
        dissolved=None,
        nationalities=frozenset(),
        other_names=(),
    )


def written(what: Found | Iterable[Unclear]) -> str:
    """Give the JSON of a finding, or of several things that could not be judged."""
    content = what if isinstance(what, Found) else tuple(what)
    return orjson.dumps(content, default=_plain, option=orjson.OPT_SORT_KEYS).decode()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a finding holds no {type(value).__name__}")


def found(text: str) -> Found:
    """Read a finding that `written` wrote."""
    told: dict[str, Any] = orjson.loads(text)
    return Found(
        finding=_finding(told["finding"]),
        as_of=date.fromisoformat(told["as_of"]),
        parties=tuple(_party(each) for each in told["parties"]),
    )


def _finding(told: Table) -> Finding:
    return Finding(
        **{
            **told,
            "bidders": tuple(told["bidders"]),
            "about": tuple(told["about"]),
            "severity": Severity(told["severity"]),
            "strength": Strength(told["strength"]),
            "proofs": tuple(_proof(each) for each in told["proofs"]),
            "details": tuple(Sentence(**each) for each in told["details"]),
            "officials": tuple(told["officials"]),
        }
    )


def _party(told: Table) -> Party:
    return Party(
        **{
            **told,
            "kind": PartyKind(told["kind"]),
            "joined": Joined(told["joined"]),
            "record_ids": frozenset(told["record_ids"]),
            "typed_records": frozenset(told["typed_records"]),
            "identifiers": (),
            "nationalities": frozenset(),
            "other_names": (),
        }
    )


def unclear(text: str) -> tuple[Unclear, ...]:
    """Read what could not be judged, as `written` wrote it."""
    return tuple(Unclear(**each) for each in orjson.loads(text))


def _proof(told: Table) -> Proof:
    return Proof(
        words=Sentence(**told["words"]),
        path=tuple(_stake(each) for each in told["path"]),
        pointers=tuple(told["pointers"]),
    )


def _stake(told: Table) -> Stake:
    return Stake(
        **{
            **told,
            "declared_on": date.fromisoformat(told["declared_on"]),
            "since": _day(told["since"]),
            "until": _day(told["until"]),
            "shares": _range(told["shares"]),
            "votes": _range(told["votes"]),
            "controls": frozenset(Control(each) for each in told["controls"]),
        }
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _range(told: Table | None) -> Range | None:
    if told is None:
        return None
    return Range(**{**told, "low": Decimal(told["low"]), "high": Decimal(told["high"])})
