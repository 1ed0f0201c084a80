"""Keeps a tender from members of its committees who have not declared, or have a conflict: at all its addresses."""

from flask import Flask, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue

from register.extensions import db
from register.screening.committee import Stand, kept_away, withheld
from register.store import bid_snapshots, committees, contracts, invitations
from register.store.contracts import ProcessUnknownError
from register.store.invitations import InvitationNotFoundError
from register.web.guard import SAFE, current_principal
from register.web.ruling import local_today

#: Where members declare; and the doors behind which everything is published.
THEIR_OWN = frozenset({"screen.declare"})
PUBLISHED = frozenset({"public", "api", "sms", "static_files", "health", "dev"})


def keep_from_members() -> ResponseReturnValue | None:
    """Answer in a view's place where its tender is withheld from whoever asks."""
    ocid = _tender_asked() or _tender_of_code()
    if not ocid or request.endpoint in THEIR_OWN or request.blueprint in PUBLISHED:
        return None
    principal = current_principal()
    if principal is None:
        return None
    seats = committees.of_account(db.session, principal.account_id, ocid)
    stands = withheld(seats, local_today())
    if stands is None:
        return None
    return _kept_away(ocid, stands, sits=any(not each.over(local_today()) for each in seats))


def kept_from_me() -> frozenset[str]:
    """The tenders of which whoever asks may see nothing in lists either."""
    principal = current_principal()
    if principal is None:
        return frozenset()
    return kept_away(committees.of_account(db.session, principal.account_id), local_today())


def _tender_asked() -> str:
    """The tender that an address or a form speaks of; empty for none."""
    told = request.view_args or {}
    typed = "" if request.method in SAFE else request.form.get("ocid", "")
    ocid = told.get("ocid") or request.args.get("ocid") or typed
    if not ocid and request.blueprint == "review" and isinstance(told.get("list_id"), int):
        try:
            ocid = invitations.one_list(db.session, told["list_id"]).ocid
        except InvitationNotFoundError:
            return ""
    return str(ocid or "").strip()


def _tender_of_code() -> str:
    """The tender of a share code, where it is kept from whoever asks; empty otherwise."""
    code = request.args.get("code", "") if request.endpoint == "screen.shared" else ""
    kept = kept_from_me() if code else frozenset()
    snapshot = bid_snapshots.with_code(db.session, code) if kept else None
    for ocid in sorted(kept if snapshot else ()):
        tender = contracts.process(db.session, ocid).tender_id
        if snapshot and bid_snapshots.folded(tender or ocid) == snapshot.tender:
            return ocid
    return ""


def _kept_away(ocid: str, stands: Stand, *, sits: bool) -> ResponseReturnValue:
    try:
        process = contracts.process(db.session, ocid)
    except ProcessUnknownError:
        abort(404)
    page = render_template(
        "errors/withheld.html",
        title=process.title or process.tender_id or ocid,
        tender=process.tender_id or ocid,
        ocid=ocid,
        recused=stands is Stand.RECUSED,
        sits=sits,
    )
    answer = make_response(page, 403)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def stand_before(app: Flask) -> None:
    """Must come after the check for forged posts, which reads the form first."""
    app.before_request(keep_from_members)
