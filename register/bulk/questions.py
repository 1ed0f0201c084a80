"""The questions asked of the whole register, as SQL that DuckDB and Spark read alike, over shares without cycles.

Tables that must be there: `flat`, `deep`, `rung` and `inner_round` (holder, held, low, high: `screening.close`), `bid`
(tender, bidder, each once), `award` (tender, award, supplier, buyer, currency, value), `party` (id, ultimate). Parties,
tenders, awards, buyers and currencies are numbers; shares are fractions of the whole.
"""

from collections.abc import Iterable

#: The first step up from companies with somebody above those who hold them; the others need no second.
FIRST_STEP = "SELECT holder AS owner, held AS company, low, high FROM deep"

#: One step more: who holds what it was held by. `{before}` and the answer have one line a pair.
STEP = """
SELECT rung.holder AS owner, walk.company AS company, sum(rung.low * walk.low) AS low, sum(rung.high * walk.high) AS high
FROM {before} AS walk JOIN rung ON rung.held = walk.owner
GROUP BY rung.holder, walk.company
"""

#: `{steps}`: all steps, one below the other.
ALL_STEPS = """
SELECT owner, company, sum(low) AS low, sum(high) AS high FROM ({steps}) AS steps GROUP BY owner, company
"""

CLOSURE = """
SELECT holder AS owner, held AS company, low, high FROM flat
UNION ALL
SELECT owner, company, low, high FROM {rest}
"""

#: Members of a circle have what comes to them the first time round, and a part of each other; nobody has a line twice.
WITH_CIRCLES = """
SELECT owner, company, low, high FROM straight WHERE owner NOT IN (SELECT holder FROM inner_round)
UNION ALL
SELECT owner, company, sum(low) AS low, sum(high) AS high
FROM (
    SELECT inner_round.holder AS owner, straight.company AS company,
        inner_round.low * straight.low AS low, inner_round.high * straight.high AS high
    FROM straight JOIN inner_round ON inner_round.held = straight.owner
    UNION ALL
    SELECT holder AS owner, held AS company, low, high FROM inner_round WHERE holder <> held
) AS told
GROUP BY owner, company
"""

#: Who stands behind each bid with `{least}` of the bidder or more, surely or perhaps.
BEHIND = """
SELECT bid.tender AS tender, closure.owner AS owner, bid.bidder AS bidder
FROM bid JOIN closure ON closure.company = bid.bidder
WHERE closure.high >= {least}
"""

MET = """
SELECT one.tender AS tender, one.owner AS owner, one.bidder AS first, other.bidder AS second
FROM behind AS one JOIN behind AS other
    ON other.tender = one.tender AND other.owner = one.owner AND other.bidder > one.bidder
"""

PAIRS = """
SELECT met.tender AS tender, met.owner AS owner, met.first AS first, met.second AS second,
    mine.low AS first_low, mine.high AS first_high, yours.low AS second_low, yours.high AS second_high
FROM met
JOIN closure AS mine ON mine.owner = met.owner AND mine.company = met.first
JOIN closure AS yours ON yours.owner = met.owner AND yours.company = met.second
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

#: Per ultimate owner and currency: awards and their whole value where they reach the threshold, and their part of all.
WON = """
SELECT owner, currency,
    count(CASE WHEN part >= {least} THEN 1 END) AS awards,
    count(DISTINCT CASE WHEN part >= {least} THEN supplier END) AS suppliers,
    sum(CASE WHEN part >= {least} THEN value END) AS won,
    sum(part * CAST(value AS DOUBLE)) AS part
FROM part WHERE part > 0 GROUP BY owner, currency
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


def below_each_other(tables: Iterable[str]) -> str:
    """All lines of tables that look alike; the names are ours."""
    every = "SELECT owner, company, low, high FROM {table}"
    return " UNION ALL ".join(every.format(table=each) for each in tables)
