"""A QR code as one line of drawing, so that it needs no style of its own."""

from dataclasses import dataclass

import segno

#: White modules around the code, so that phones find it.
QUIET = 4


@dataclass(frozen=True, slots=True)
class QrCode:
    """Width and height in modules, and the path of its dark modules, one module thick."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """Draw a text as a QR code; about 15 % of it may be damaged."""
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix_iter(border=QUIET)]
    runs = [f"M{start} {y}.5h{length}" for y, row in enumerate(rows) for start, length in _dark_runs(row)]
    return QrCode(len(rows), "".join(runs))


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            start, length = runs.pop()
            runs.append((start, length + 1))
        else:
            runs.append((x, 1))
    return runs
