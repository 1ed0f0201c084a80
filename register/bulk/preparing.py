"""From what is told line by line to the tables the questions are asked of, as SQL that DuckDB and Spark read alike.

Needs the tables of `telling`. Who is one party is worked out outside SQL between `LINKS` and `PARTY`.
"""

#: Each record as its last statement tells it, without those that are closed.
STANDING = """
SELECT record, place, kind, name, day, joint FROM (
    SELECT told_record.*, row_number() OVER (PARTITION BY record ORDER BY day DESC, place DESC) AS nth
    FROM told_record
) AS told WHERE nth = 1 AND NOT gone
"""

#: What stands in any relationship that counts.
HELD = """
SELECT told_share.holder, told_share.held, told_share.far, told_share.low, told_share.high
FROM told_share JOIN standing ON standing.record = told_share.record AND standing.place = told_share.place
WHERE told_share.holder <> told_share.held
"""

#: Of each process, what was told last.
LAST = "SELECT ocid, max(place) AS place FROM told_{what} GROUP BY ocid"

#: A record, or an official number; a bidder whom nobody declares is its number alone.
NODE = """
SELECT CAST(row_number() OVER (ORDER BY label) - 1 AS INT) AS id, label FROM (
    SELECT concat('record ', record) AS label FROM standing WHERE kind <> 'relationship'
    UNION SELECT concat('record ', holder) AS label FROM held
    UNION SELECT concat('record ', held) AS label FROM held
    UNION SELECT label FROM told_bid
    UNION SELECT label FROM told_award
    UNION SELECT concat('mark ', told_mark.mark) AS label
        FROM told_mark JOIN standing ON standing.record = told_mark.record AND standing.place = told_mark.place
) AS every
"""

#: Which record has which number; and which an officer decided to be of which, where no record has it.
LINKS = """
SELECT one.id AS one, other.id AS other
FROM told_mark JOIN standing ON standing.record = told_mark.record AND standing.place = told_mark.place
JOIN node AS one ON one.label = concat('record ', told_mark.record)
JOIN node AS other ON other.label = concat('mark ', told_mark.mark)
UNION ALL
SELECT one.id AS one, other.id AS other
FROM (SELECT DISTINCT mark, record FROM told_crossed) AS crossed
JOIN node AS one ON one.label = concat('record ', crossed.record)
JOIN node AS other ON other.label = concat('mark ', crossed.mark)
LEFT JOIN (
    SELECT DISTINCT told_mark.mark
    FROM told_mark JOIN standing ON standing.record = told_mark.record AND standing.place = told_mark.place
) AS declared ON declared.mark = crossed.mark
WHERE declared.mark IS NULL
"""

#: Shares of one pair in several records may tell one share twice, so the largest counts; none is above what is left.
SHARES = """
SELECT holder, held, low,
    greatest(low, least(high, 1.0 - (sum(low) OVER (PARTITION BY held) - low))) AS high
FROM (
    SELECT one.party AS holder, other.party AS held, max(held.low) AS low, max(held.high) AS high
    FROM held
    JOIN same AS one ON one.label = concat('record ', held.holder)
    JOIN same AS other ON other.label = concat('record ', held.held)
    WHERE {which} AND one.party <> other.party
    GROUP BY one.party, other.party
) AS pairs
"""

#: Told to be held through others whom nobody names: no chain leads from the holder to what is held.
UNTOLD = """
SELECT far.holder, far.held, far.low, far.high FROM far
LEFT JOIN closure ON closure.owner = far.holder AND closure.company = far.held
WHERE closure.owner IS NULL
"""

#: The last record names a party; who is in none is called what the buyer calls it.
NAMED = """
SELECT party, kind, name, record, joint FROM (
    SELECT same.party, standing.kind, standing.name, standing.record, standing.joint,
        row_number() OVER (PARTITION BY same.party ORDER BY standing.day DESC, standing.record) AS nth
    FROM standing JOIN same ON same.label = concat('record ', standing.record)
    WHERE standing.kind <> 'relationship'
) AS told WHERE nth = 1
"""

#: Shares as the law's threshold counts them: who holds jointly with others has all that they hold together.
COUNTED = """
SELECT share.holder, share.held,
    CASE WHEN named.joint THEN 1.0 ELSE share.low END AS low, CASE WHEN named.joint THEN 1.0 ELSE share.high END AS high
FROM share LEFT JOIN named ON named.party = share.held
"""

PARTY = """
SELECT every.party AS id, coalesce(named.kind, called.kind, 'unknown') AS kind, coalesce(named.name, called.name, '') AS name,
    coalesce(named.record, every.label) AS record, holding.held IS NULL AS ultimate
FROM (SELECT party, min(label) AS label FROM same GROUP BY party) AS every
LEFT JOIN named ON named.party = every.party
LEFT JOIN (
    SELECT same.party, 'body' AS kind, max(told_bid.name) AS name
    FROM told_bid JOIN same ON same.label = told_bid.label GROUP BY same.party
) AS called ON called.party = every.party
LEFT JOIN (SELECT DISTINCT held FROM share) AS holding ON holding.held = every.party
"""

TENDER = """
SELECT CAST(row_number() OVER (ORDER BY ocid) - 1 AS INT) AS tender, ocid FROM (
    SELECT ocid FROM told_bid UNION SELECT ocid FROM told_award
) AS every
"""

BID = """
SELECT DISTINCT tender.tender, same.party AS bidder
FROM told_bid
JOIN last_bid ON last_bid.ocid = told_bid.ocid AND last_bid.place = told_bid.place
JOIN tender ON tender.ocid = told_bid.ocid
JOIN same ON same.label = told_bid.label
"""

#: Who bids together; to have an owner in common is no wonder then.
JOINT = """
SELECT DISTINCT tender.tender, one.party AS first, other.party AS second
FROM told_joint AS here
JOIN last_bid ON last_bid.ocid = here.ocid AND last_bid.place = here.place
JOIN told_joint AS there ON there.ocid = here.ocid AND there.place = here.place AND there.bid = here.bid
JOIN tender ON tender.ocid = here.ocid
JOIN same AS one ON one.label = here.label
JOIN same AS other ON other.label = there.label
WHERE one.party < other.party
"""

#: Suppliers who won together have equal parts of what they won: nobody tells more.
AWARD = """
SELECT tender, award, supplier, buyer, currency,
    CASE WHEN winners = 1 THEN value ELSE CAST(CAST(value AS DOUBLE) / winners AS DECIMAL(18, 2)) END AS value
FROM (
    SELECT tender, award, supplier, buyer, currency, value, count(*) OVER (PARTITION BY tender, award) AS winners
    FROM (
        SELECT tender.tender, told_award.award, same.party AS supplier, told_award.buyer, told_award.currency,
            max(TRY_CAST(told_award.value AS DECIMAL(18, 2))) AS value
        FROM told_award
        JOIN last_award ON last_award.ocid = told_award.ocid AND last_award.place = told_award.place
        JOIN tender ON tender.ocid = told_award.ocid
        JOIN same ON same.label = told_award.label
        GROUP BY tender.tender, told_award.award, same.party, told_award.buyer, told_award.currency
    ) AS once WHERE value > 0
) AS counted
"""

#: Bidders who have an owner in common without bidding together.
APART = """
SELECT pair.* FROM pair
LEFT JOIN joint ON joint.tender = pair.tender AND joint.first = pair.first AND joint.second = pair.second
WHERE joint.tender IS NULL
"""

#: What is written in the end: names in the place of numbers, shares in percent.
COMMON_OWNERS = """
SELECT tender.ocid, owner.record AS owner, owner.kind AS owner_kind, owner.name AS owner_name,
    one.record AS first, one.name AS first_name, other.record AS second, other.name AS second_name,
    100 * least(pair.first_low, 1.0) AS first_low, 100 * least(pair.first_high, 1.0) AS first_high,
    100 * least(pair.second_low, 1.0) AS second_low, 100 * least(pair.second_high, 1.0) AS second_high,
    pair.first_low >= {least} AND pair.second_low >= {least} AS certain
FROM apart AS pair
JOIN tender ON tender.tender = pair.tender
JOIN party AS owner ON owner.id = pair.owner
JOIN party AS one ON one.id = pair.first
JOIN party AS other ON other.id = pair.second
ORDER BY tender.ocid, owner.record, one.record, other.record
"""

OWNERS_WHO_WON = """
SELECT party.record AS owner, party.kind, party.name, won.currency, won.awards, won.suppliers, won.won, won.part
FROM won JOIN party ON party.id = won.owner
ORDER BY won.currency, won.part DESC, party.record
"""

BUYERS = """
SELECT buyer, currency, total, by_owner, by_supplier FROM concentration ORDER BY buyer, currency
"""
