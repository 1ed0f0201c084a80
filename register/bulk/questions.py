"""The questions asked of the whole register, as SQL that DuckDB and Spark read alike, over shares without cycles.

Tables that must be there: `level_1`, `deep`, `flat`, `sole`, `several`, `inner_round` and `mark` (`screening.close`, with what
`parting` tells of them), `bid` (tender, bidder, each once), `award` (tender, award, supplier, buyer, currency, value),
`party` (id, ultimate). Parties, tenders, awards, buyers and currencies are numbers; shares are fractions of the whole.
"""

from collections.abc import Iterable

from register.bulk.marks import LOWER_HALF

#: Everybody above those who hold others, on one level: from `{above}`, everybody above their holders. `{shares}` are theirs.
LEVEL = """
SELECT owner, company, sum(low) AS low, sum(high) AS high, max(needed) AS needed
FROM (
    SELECT holder AS owner, held AS company, low, high, needed FROM {shares} AS share
    UNION ALL
    SELECT above.owner AS owner, share.held AS company,
        above.low * share.low AS low, above.high * share.high AS high, share.needed AS needed
    FROM {shares} AS share JOIN {above} AS above ON above.company = share.holder
) AS told
GROUP BY owner, company
"""

#: Members of a circle have what comes to them the first time round, and a part of each other; nobody has a line twice.
WITH_CIRCLES = """
SELECT owner, company, low, high FROM {straight} AS straight
WHERE NOT EXISTS (SELECT 1 FROM inner_round WHERE inner_round.holder = straight.owner)
UNION ALL
SELECT owner, company, sum(low) AS low, sum(high) AS high
FROM (
    SELECT inner_round.holder AS owner, straight.company AS company,
        inner_round.low * straight.low AS low, inner_round.high * straight.high AS high
    FROM {straight} AS straight JOIN inner_round ON inner_round.held = straight.owner
    UNION ALL
    SELECT holder AS owner, held AS company, low, high FROM inner_round WHERE holder <> held
) AS told
GROUP BY owner, company
"""

#: Then everybody else: what a sole holder brings is there once, what several bring is added up.
CLOSURE = """
SELECT holder AS owner, held AS company, low, high FROM flat
UNION ALL
SELECT owner, company, low, high FROM above
UNION ALL
SELECT holder AS owner, held AS company, low, high FROM sole
UNION ALL
SELECT above.owner AS owner, sole.held AS company, above.low * sole.low AS low, above.high * sole.high AS high
FROM sole JOIN above ON above.company = sole.holder
UNION ALL
SELECT owner, company, sum(low) AS low, sum(high) AS high
FROM (
    SELECT holder AS owner, held AS company, low, high FROM several
    UNION ALL
    SELECT above.owner AS owner, several.held AS company,
        above.low * several.low AS low, above.high * several.high AS high
    FROM several JOIN above ON above.company = several.holder
) AS told
GROUP BY owner, company
"""

#: Bids of companies that have anybody in common with another.
MARKED = """
SELECT bid.tender AS tender, bid.bidder AS bidder, mark.mark AS mark FROM bid JOIN mark ON mark.company = bid.bidder
"""

#: Bidders who may have somebody in common: all who do, and few others.
MET = f"""
SELECT one.tender AS tender, one.bidder AS first, other.bidder AS second
FROM marked AS one JOIN marked AS other ON other.tender = one.tender AND other.bidder > one.bidder
WHERE ((one.mark & other.mark) & {LOWER_HALF}) <> 0 AND (one.mark & other.mark) > {LOWER_HALF}
"""  # noqa: S608  # nosec B608 (our own number)

#: Everybody with `{least}` or more of these, surely or perhaps.
ABOVE_MET = """
SELECT closure.owner AS owner, closure.company AS company, closure.low AS low, closure.high AS high
FROM closure JOIN (SELECT first AS company FROM met UNION SELECT second AS company FROM met) AS party
    ON party.company = closure.company
WHERE closure.high >= {least}
"""

#: Owners of both, surely or perhaps.
PAIRS = """
SELECT met.tender AS tender, mine.owner AS owner, met.first AS first, met.second AS second,
    mine.low AS first_low, mine.high AS first_high, yours.low AS second_low, yours.high AS second_high
FROM met
JOIN above_met AS mine ON mine.company = met.first
JOIN above_met AS yours ON yours.owner = mine.owner AND yours.company = met.second
"""

#: What of each award is whose at the upper end of the chains, surely; the rest stays the supplier's own.
PARTS = """
SELECT award.tender, award.award, award.buyer, award.currency, award.supplier, award.value, owned.owner, owned.low AS part
FROM award JOIN (
    SELECT closure.owner AS owner, closure.company AS company, least(closure.low, 1.0) AS low
    FROM closure JOIN party ON party.id = closure.owner WHERE party.ultimate
) AS owned ON owned.company = award.supplier
UNION ALL
SELECT award.tender, award.award, award.buyer, award.currency, award.supplier, award.value, award.supplier AS owner,
    greatest(0.0, 1.0 - coalesce(owned.low, 0.0)) AS part
FROM award LEFT JOIN (
    SELECT closure.company AS company, sum(closure.low) AS low
    FROM closure JOIN party ON party.id = closure.owner WHERE party.ultimate GROUP BY closure.company
) AS owned ON owned.company = award.supplier
"""

#: Per ultimate owner and currency: awards and their whole value where they reach the threshold, as `closure` counts, and
#: their part of all.
WON = """
SELECT owner, currency,
    count(CASE WHEN reach >= {least} THEN 1 END) AS awards,
    count(DISTINCT CASE WHEN reach >= {least} THEN supplier END) AS suppliers,
    sum(CASE WHEN reach >= {least} THEN value END) AS won,
    sum(part * CAST(value AS DOUBLE)) AS part
FROM (
    SELECT part.owner, part.currency, part.supplier, part.value, part.part, coalesce(closure.low, part.part) AS reach
    FROM part LEFT JOIN closure ON closure.owner = part.owner AND closure.company = part.supplier
) AS counted
WHERE part > 0 OR reach >= {least} GROUP BY owner, currency
"""

#: The Herfindahl-Hirschman index of each buyer (0 to 10,000): by ultimate owner, and by supplier beside it.
CONCENTRATION = """
SELECT owners.buyer AS buyer, owners.currency AS currency, owners.total AS total,
    owners.hhi AS by_owner, suppliers.hhi AS by_supplier
FROM (
    SELECT buyer, currency, sum(won) AS total, 10000 * sum(won * won) / (sum(won) * sum(won)) AS hhi
    FROM (
        SELECT buyer, currency, owner, sum(part * CAST(value AS DOUBLE)) AS won FROM part
        GROUP BY buyer, currency, owner
    ) AS by_owner GROUP BY buyer, currency HAVING sum(won) > 0
) AS owners
JOIN (
    SELECT buyer, currency, 10000 * sum(won * won) / (sum(won) * sum(won)) AS hhi
    FROM (
        SELECT buyer, currency, supplier, sum(CAST(value AS DOUBLE)) AS won FROM award
        GROUP BY buyer, currency, supplier
    ) AS by_supplier GROUP BY buyer, currency HAVING sum(won) > 0
) AS suppliers ON suppliers.buyer = owners.buyer AND suppliers.currency = owners.currency
"""


def one_level(level: int) -> str:
    """The question for those who hold others on one level, by those above who are still needed."""
    return LEVEL.format(
        shares=f"(SELECT * FROM deep WHERE level = {level})",  # noqa: S608  # nosec B608 (a number)
        above=below_each_other(range(1, level), f" WHERE needed >= {level}"),
    )


def below_each_other(levels: Iterable[int], which: str = "") -> str:
    """All lines of these levels."""
    every = (f"SELECT owner, company, low, high FROM level_{each}{which}" for each in levels)  # noqa: S608  # nosec B608
    return f"({' UNION ALL '.join(every)})"
