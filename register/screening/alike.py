"""Who was taken for whom on a list, whatever the tender: a match that was dismissed once is known when it comes again."""

import hashlib

from register.flags.flag import Finding, Strength

LENGTH = 32


def matched(finding: Finding) -> str:
    """Give the digest of a flag, the party and the entry of a list it may be; empty for what is certain or no match.

    It stays the same from list to list and from tender to tender.
    """
    entry = finding.facts.get("official") or finding.facts.get("listed")
    if not entry or finding.strength is Strength.CERTAIN:
        return ""
    office = (finding.facts.get("role", ""), finding.facts.get("body", ""))
    named = "\n".join((finding.code, entry, *office, *sorted(finding.about or finding.bidders)))
    return hashlib.sha256(named.encode()).hexdigest()[:LENGTH]
