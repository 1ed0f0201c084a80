"""What a finding rests on, as one digest: the same facts found again keep a decision, other facts open it anew."""

import hashlib
from collections.abc import Mapping

import orjson

from register.flags.flag import Finding
from register.graph.picture import Stake
from register.graph.shares import Range
from register.graph.telling import Sentence

LENGTH = 32


def facts_of(finding: Finding) -> str:
    """Give the digest of what a finding says and of the stakes that prove it.

    Which statement says so, when it was declared, the day looked at, and the weight and version of the rule are left
    out: a declaration made again with the same owners changes no fact.
    """
    told = {
        "sentence": _sentence(Sentence(finding.sentence, finding.facts)),
        "details": [_sentence(each) for each in finding.details],
        "certainty": [finding.strength.value, finding.certainty],
        "officials": sorted(finding.officials),
        "stakes": sorted({_stake(stake) for path in finding.paths for stake in path}),
    }
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()[:LENGTH]


def _sentence(sentence: Sentence) -> list[str | Mapping[str, str]]:
    return [
        sentence.message,
        {name: value for name, value in sentence.facts.items() if not name.startswith("as_of")},
    ]


def _stake(stake: Stake) -> str:
    parts = (
        stake.holder,
        stake.held,
        _range(stake.shares),
        _range(stake.votes),
        "+".join(sorted(each.value for each in stake.controls)),
        str(stake.since or ""),
        str(stake.until or ""),
    )
    return "|".join(parts)


def _range(share: Range | None) -> str:
    if share is None:
        return ""
    ends = (format(share.low.normalize(), "f"), format(share.high.normalize(), "f"))
    return f"{'(' if share.low_excluded else '['}{'..'.join(ends)}{')' if share.high_excluded else ']'}"
