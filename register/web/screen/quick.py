"""A quick screen: paste or send a list of bidders, and see what links them before anything is on file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.file import FileField, FileSize
from wtforms.fields import TextAreaField
from wtforms.validators import Length

from register import screening
from register.access import Permission
from register.actions.screen_quickly import Placed, QuickScreen, screen_quickly
from register.elsewhere.listed_bidders import MOST, ListedBidder, listed_bidders
from register.extensions import db
from register.graph.drawing import Drawing
from register.screening import Matrix, Summary
from register.store.findings import Kept
from register.web.findings.shown import ShownFinding, in_order, shown
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.screen.door import door
from register.web.screen.pictures import drawing_of
from register.web.screen.seen import KINDS, law
from register.web.screen.unjudged import Unjudged, unjudged
from register.web.uploading import takes_files
from register.words import _

LONGEST_LIST = 20_000
LARGEST_FILE = 200_000


class ListForm(RegisterForm):
    """Bidders as they were typed, or a file of them; a file is read before what was typed."""

    bidders = TextAreaField(
        _("Bidders, one a line"),
        validators=[Length(max=LONGEST_LIST, message=_("Write at most 20,000 letters."))],
    )
    file = FileField(
        _("Or a file"),
        validators=[FileSize(LARGEST_FILE, message=_("This file is over 200 KB. Send the bidders alone."))],
    )

    def listed(self) -> tuple[ListedBidder, ...]:
        """The bidders that were sent; says beside the field why there are none or too many."""
        found = listed_bidders(self._text())
        if not found:
            self._wrong(gettext("Enter at least one bidder: its name, its number, or both."))
        elif len(found) > MOST:
            self._wrong(
                gettext(
                    "These are %(num)s bidders. Send at most %(most)s at once.", num=len(found), most=MOST
                )
            )
            return ()
        return found

    def _text(self) -> str:
        if not self.file.data or not self.file.data.filename:
            return self.bidders.data or ""
        sent: bytes = self.file.data.stream.read(LARGEST_FILE + 1)
        try:
            return sent.decode("utf-8-sig")
        except UnicodeDecodeError:
            return sent.decode("cp1252", errors="replace")

    def _wrong(self, words: str) -> None:
        self.bidders.errors = [*self.bidders.errors, words]


@dataclass(frozen=True, slots=True)
class SeenList:
    """What the page shows of a list: nothing of it is kept."""

    day: date
    placed: tuple[Placed, ...]
    summary: Summary
    matrix: Matrix
    by_kind: Mapping[str, str]
    findings: tuple[ShownFinding, ...]
    pictures: Mapping[str, Drawing | None]
    unjudged: tuple[Unjudged, ...]


@door.get("/quick")
@allow(Permission.SCREEN)
def quick() -> ResponseReturnValue:
    """Ask for a list."""
    return render_template("screen/quick.html", form=ListForm(), seen=None)


@door.post("/quick")
@allow(Permission.SCREEN)
@takes_files
def quick_screen() -> ResponseReturnValue:
    """Screen a list and show what came of it; what stays is a line of the audit trail, without names."""
    form = ListForm()
    listed = form.listed() if form.validate_on_submit() else ()
    if not listed:
        return render_template("screen/quick.html", form=form, seen=None)
    now = datetime.now(UTC)
    told = screen_quickly(db.session, listed, principal=signed_in(), now=now, jurisdiction=law())
    db.session.commit()
    if not form.bidders.data:
        form.bidders.data = "\n".join(", ".join(filter(None, (each.name, each.number))) for each in listed)
    return render_template("screen/quick.html", form=form, seen=_seen(told, now))


def _seen(told: QuickScreen, now: datetime) -> SeenList:
    picture, answers = told.judged.picture, told.judged.answers
    found = [each.finding for each in answers.findings]
    kept = in_order((Kept(each, "", now, now, None) for each in answers.findings), picture.bidders)
    return SeenList(
        day=picture.as_of,
        placed=told.placed,
        summary=screening.summary(picture, found, answers.unclear, {}, told.judged.law),
        matrix=screening.matrix(picture, found, answers.unclear, {}, told.judged.law),
        by_kind={kind: gettext(words) for kind, words in KINDS.items()},
        findings=tuple(shown(number, each, {}, None) for number, each in enumerate(kept, 1)),
        pictures={each.finding.fingerprint: drawing_of(each) for each in kept},
        unjudged=unjudged(answers.unclear),
    )
