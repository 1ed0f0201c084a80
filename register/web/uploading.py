"""Files on the way in and out: a form field for papers, what a route must say to get them, and how one is handed over."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import ParamSpec, TypeVar

from flask import current_app, send_file
from flask_babel import gettext
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response
from wtforms import FileField, Form
from wtforms.validators import StopValidation

from register.gateways.viruses import Scanner, scanner
from register.store.evidence import Evidence
from register.uploads import LARGEST_PAPER, Paper, UploadRefusedError, paper
from register.web.headers import SANDBOX

P = ParamSpec("P")
R = TypeVar("R")


def takes_files(view: Callable[P, R]) -> Callable[P, R]:
    """Let a route receive 10 megabytes instead of 64 kilobytes: write it under `@allow`, above `def`."""
    view.takes_files = True  # type: ignore[attr-defined]  # read by the gate before any form is
    return view


class PaperField(FileField):
    """A file input for one PDF, JPEG or PNG; after `validate`, `paper` is the file or None.

    With `missing` an answer must be given, and that is what is said when it is not.
    """

    paper: Paper | None = None

    def __init__(self, label: str, *, missing: str = "", **more: object) -> None:
        self.missing = missing
        super().__init__(label, **more)

    def process_formdata(self, valuelist: Sequence[object]) -> None:
        given = [each for each in valuelist if isinstance(each, FileStorage) and each.filename]
        self.data = given[0] if given else None

    def pre_validate(self, form: Form) -> None:
        """Look at the file itself; the message is what to do."""
        if self.data is None:
            if self.missing:
                raise StopValidation(self.missing)
            return
        try:
            self.paper = paper(self.data.filename or "", self.data.stream.read(LARGEST_PAPER + 1))
        except UploadRefusedError as refused:
            raise StopValidation(gettext(refused.sentence)) from None


def virus_scanner() -> Scanner:
    """The scanner that the settings name, for `add_evidence`."""
    return scanner(current_app.extensions["config"])


def scans_uploads() -> bool:
    """Whether files are scanned for viruses here; the page says so if not."""
    return bool(current_app.extensions["config"].clamd)


def handed_over(evidence: Evidence, content: bytes) -> Response:
    """A paper as an attachment: never shown in the browser's own page, never kept, nothing in it may run."""
    response = send_file(
        BytesIO(content),
        mimetype=evidence.media_type,
        as_attachment=True,
        download_name=evidence.name,
        max_age=0,
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
