"""The invented tenders as the buyer would publish them: OCDS 1.1 releases."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from register.example.names import WORKS
from register.example.stories import QUOTATION
from register.example.tenders import Tender

BUYER_SCHEME = "KE-COA"


def package(tenders: Sequence[Tender], published: date) -> dict[str, Any]:
    """All releases in one OCDS 1.1 release package."""
    return {
        "uri": "https://umiliki.example/contracts/package.json",
        "version": "1.1",
        "extensions": [
            "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json"
        ],
        "publishedDate": _moment(published, 8),
        "publisher": {"name": "Invented county, for trying the register"},
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "releases": [release for tender in tenders for release in releases(tender, published)],
    }


def releases(tender: Tender, today: date) -> list[dict[str, Any]]:
    """The tender; once closed, its bids; once won, its award and contract."""
    made = [_release(tender, "tender", tender.opens, tender=_notice(tender, "active"))]
    if tender.closes < today:
        made.append(
            _release(
                tender, "tenderUpdate", tender.closes, tender=_notice(tender, "active"), bids=_bids(tender)
            )
        )
    else:
        # The county's own officers know who has bid before the public does.
        made.append(_release(tender, "tenderUpdate", tender.opens + timedelta(days=5), bids=_bids(tender)))
    if tender.winner is not None and tender.awarded_on < today:
        made.append(
            _release(
                tender,
                "award",
                tender.awarded_on,
                tender=_notice(tender, "complete"),
                awards=[_award(tender)],
                contracts=[_contract(tender, today)],
            )
        )
    return made


def _release(process: Tender, tag: str, day: date, **parts: object) -> dict[str, Any]:
    tags = [tag, "contract"] if tag == "award" else [tag]
    return {
        "ocid": process.ocid,
        "id": f"{process.number}-{tag}",
        "date": _moment(day, 12),
        "tag": tags,
        "initiationType": "tender",
        "language": "en",
        "buyer": {"id": _buyer_id(process), "name": process.department},
        "parties": [_buyer(process), *(_party(process, place) for place in range(len(process.bidders)))],
        **parts,
    }


def _notice(tender: Tender, status: str) -> dict[str, Any]:
    reserved = {"targetGroup": tender.story.reserved_for} if tender.story.reserved_for else {}
    return {
        **reserved,
        **_why(tender),
        "id": str(tender.number),
        "title": tender.title,
        "status": status,
        "procurementMethod": tender.story.method,
        "mainProcurementCategory": "works",
        "locations": [{"type": "ward", "description": tender.ward}],
        "value": _money(max(tender.bids)),
        "procuringEntity": {"id": _buyer_id(tender), "name": tender.department},
        "tenderPeriod": {"startDate": _moment(tender.opens, 8), "endDate": _moment(tender.closes, 8)},
    }


def _why(tender: Tender) -> dict[str, str]:
    """Why it was not an open tender."""
    if tender.story.method != QUOTATION:
        return {}
    return {
        "procurementMethodDetails": "Request for quotations",
        "procurementMethodRationale": "The pumps cost less than what quotations may be asked for.",
    }


def _bids(tender: Tender) -> dict[str, Any]:
    return {
        "details": [
            {
                "id": str(place + 1),
                "date": _moment(min(tender.closes, tender.opens + timedelta(days=5)), 7),
                "status": _status(tender, place),
                "tenderers": [_named(tender, each) for each in together],
                "value": _money(tender.bids[place]),
            }
            for place, together in _bidding(tender)
        ]
    }


def _bidding(tender: Tender) -> list[tuple[int, tuple[int, ...]]]:
    """Each bid by the place of its first bidder, and everybody who made it."""
    alone = [place for place in range(len(tender.bidders)) if place not in tender.story.joint]
    return [(place, (0, *tender.story.joint) if place == 0 else (place,)) for place in alone]


def _status(tender: Tender, place: int) -> str:
    return "disqualified" if tender.story.alone_valid and place != tender.winner else "valid"


def _named(tender: Tender, place: int) -> dict[str, str]:
    return {"id": _party_id(tender, place), "name": tender.bidders[place].name}


def _award(tender: Tender) -> dict[str, Any]:
    place = tender.winner or 0
    return {
        "id": f"{tender.number}-award",
        "title": tender.title,
        "status": "active",
        "date": _moment(tender.awarded_on, 9),
        "value": _money(tender.bids[place]),
        "suppliers": [_named(tender, each) for each in tender.winners],
    }


def _contract(tender: Tender, today: date) -> dict[str, Any]:
    """What was signed, and the two payments of three parts in ten each that were made by now."""
    signed = tender.awarded_on + timedelta(days=15)
    won = tender.winner or 0
    value, hired = tender.bids[won], tender.story.hired
    return {
        "id": f"{tender.number}-contract",
        "awardID": f"{tender.number}-award",
        "title": tender.title,
        "status": "active",
        "dateSigned": _moment(signed, 9),
        "period": {"startDate": _moment(signed, 9), "endDate": _moment(signed + timedelta(days=150), 9)},
        "value": _money(value),
        "implementation": {
            "transactions": [
                {
                    "id": f"{tender.number}-paid-{part}",
                    "date": _moment(day, 10),
                    "value": _money(value * 3 // 10),
                    "payer": {"id": _buyer_id(tender), "name": tender.department},
                    "payee": _named(tender, won if hired is None or part == 1 else hired),
                }
                for part in (1, 2)
                if (day := signed + timedelta(days=30 * part)) < today
            ]
        },
    }


def _buyer(tender: Tender) -> dict[str, Any]:
    return {
        "id": _buyer_id(tender),
        "name": tender.department,
        "identifier": {"scheme": BUYER_SCHEME, "id": _buyer_number(tender), "legalName": tender.department},
        "roles": ["buyer", "procuringEntity"],
    }


def _party(tender: Tender, place: int) -> dict[str, Any]:
    company = tender.bidders[place].company
    roles = ["tenderer", "supplier"] if place in tender.winners else ["tenderer"]
    identifier: Mapping[str, str] = {
        "scheme": company.scheme,
        "id": _number(tender, place),
        "legalName": company.name,
    }
    return {"id": _party_id(tender, place), "name": company.name, "identifier": identifier, "roles": roles}


def _party_id(tender: Tender, place: int) -> str:
    return f"{tender.bidders[place].company.scheme}-{_number(tender, place)}"


def _number(tender: Tender, place: int) -> str:
    return "N/A" if place == tender.story.unnumbered else tender.bidders[place].company.number


def _buyer_number(tender: Tender) -> str:
    departments = sorted({department for _, department, _ in WORKS})
    return f"{9000 + departments.index(tender.department)}"


def _buyer_id(tender: Tender) -> str:
    return f"{BUYER_SCHEME}-{_buyer_number(tender)}"


def _money(amount: int) -> dict[str, Any]:
    return {"amount": amount, "currency": "KES"}


def _moment(day: date, hour: int) -> str:
    return datetime.combine(day, time(hour), tzinfo=UTC).isoformat().replace("+00:00", "Z")
