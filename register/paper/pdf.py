"""A paper as a PDF: A4, black on white, readable without colour, one column."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import cast

import segno
from fpdf import FPDF
from fpdf.enums import VAlign, XPos, YPos
from fpdf.fonts import FontFace

from register.paper.columns import widths
from register.paper.letters import font_files, printable
from register.paper.shapes import Code, Facts, Heading, Note, Paper, Part, Table

FONT = "paper"
#: Millimetres.
MARGIN, TERM, LINE, CODE, PADDING = 18.0, 58.0, 5.6, 32.0, 0.8
BODY, SMALL, HEAD, TITLE = 10.5, 9.0, 13.0, 18.0
RULE, GREY = 170, 90


class _Sheet(FPDF):
    """A4 sheets with the paper's foot and the number of each page."""

    def __init__(self, paper: Paper, made_at: datetime) -> None:
        super().__init__(format="A4")
        self._foot = printable(paper.foot)
        upright, bold = font_files()
        self.add_font(FONT, fname=upright)
        self.add_font(FONT, style="B", fname=bold)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN + 6)
        self.set_title(printable(paper.title))
        self.set_lang(paper.language)
        self.set_creation_date(made_at)
        self.set_creator("Umiliki")
        self.set_producer("Umiliki")

    def footer(self) -> None:
        """The foot and the page's number, under every page."""
        self.set_y(-MARGIN)
        self.set_font(FONT, size=SMALL)
        self.set_text_color(GREY)
        self.cell(self.epw - 20, 5, self._foot)
        self.cell(20, 5, f"{self.page_no()} / {{nb}}", align="R")
        self.set_text_color(0)

    def paragraph(self, text: str, size: float = BODY, *, bold: bool = False) -> None:
        """Text over the whole width, and on to the next line."""
        self.set_font(FONT, style="B" if bold else "", size=size)
        self.multi_cell(
            0, LINE * size / BODY, printable(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def bold_width(self, text: str) -> float:
        """How wide a text is on one line of a table, in millimetres, were it a head."""
        self.set_font(FONT, style="B", size=SMALL)
        wide = self.get_string_width(text)
        self.set_font(FONT, size=SMALL)
        return wide

    def lines(self, text: str, width: float) -> int:
        """How many lines a text takes in a column of so many millimetres."""
        told = self.multi_cell(width, LINE, printable(text) or " ", dry_run=True, output="LINES")
        return len(cast(list[str], told))

    def keep_together(self, height: float) -> None:
        """Begin a new page if so many millimetres no longer fit on this one."""
        if self.will_page_break(height):
            self.add_page()


def as_pdf(paper: Paper, made_at: datetime) -> bytes:
    """Print a paper; the same paper and moment give the same bytes. Letters the font lacks are marked."""
    sheet = _Sheet(paper, made_at)
    sheet.add_page()
    sheet.set_text_color(GREY)
    sheet.paragraph(paper.over, SMALL)
    sheet.set_text_color(0)
    sheet.paragraph(paper.title, TITLE, bold=True)
    sheet.ln(3)
    for part in paper.parts:
        _DRAW[type(part)](sheet, part)
    return bytes(sheet.output())


def _heading(sheet: _Sheet, part: Part) -> None:
    sheet.keep_together(28)
    sheet.ln(3)
    sheet.paragraph(cast(Heading, part).text, HEAD, bold=True)
    sheet.ln(1)


def _note(sheet: _Sheet, part: Part) -> None:
    note = cast(Note, part)
    sheet.paragraph(note.text, SMALL if note.small else BODY)
    sheet.ln(1.5)


def _facts(sheet: _Sheet, part: Part) -> None:
    sheet.set_draw_color(RULE)
    for term, value in cast(Facts, part).rows:
        sheet.set_font(FONT, size=BODY)
        height = max(sheet.lines(term, TERM), sheet.lines(value, sheet.epw - TERM)) * LINE + 1.6
        sheet.keep_together(height)
        top = sheet.get_y()
        sheet.set_text_color(GREY)
        sheet.multi_cell(TERM, LINE, printable(term), align="L", new_x=XPos.RIGHT, new_y=YPos.TOP)
        sheet.set_text_color(0)
        sheet.multi_cell(0, LINE, printable(value) or " ", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        sheet.set_y(top + height)
        sheet.line(MARGIN, sheet.get_y() - 0.8, MARGIN + sheet.epw, sheet.get_y() - 0.8)
    sheet.ln(2)


def _table(sheet: _Sheet, part: Part) -> None:
    table = cast(Table, part)
    sheet.keep_together(24)
    sheet.paragraph(table.caption, SMALL)
    sheet.set_font(FONT, size=SMALL)
    sheet.set_draw_color(RULE)
    bold = FontFace(emphasis="BOLD")
    rows = [[printable(cell) for cell in cells] for cells in (table.heads, *table.rows)]
    with sheet.table(
        col_widths=widths(rows, sheet.epw, sheet.bold_width, 2 * (PADDING + sheet.c_margin)),
        v_align=VAlign.T,
        headings_style=bold,
        text_align="LEFT",
        line_height=LINE - 0.6,
        borders_layout="HORIZONTAL_LINES",
        padding=PADDING,
    ) as drawn:
        for cells in rows:
            drawn.row(cells)
    sheet.ln(3)


def _code(sheet: _Sheet, part: Part) -> None:
    code = cast(Code, part)
    sheet.keep_together(CODE + 6)
    sheet.ln(2)
    top = sheet.get_y()
    _modules(sheet, code.address, MARGIN, top)
    sheet.set_left_margin(MARGIN + CODE + 6)
    sheet.set_xy(MARGIN + CODE + 6, top)
    sheet.paragraph(code.text, SMALL)
    sheet.paragraph(code.address, SMALL, bold=True)
    sheet.set_left_margin(MARGIN)
    sheet.set_xy(MARGIN, max(sheet.get_y(), top + CODE) + 2)


def _modules(sheet: _Sheet, address: str, left: float, top: float) -> None:
    rows = [bytes(row) for row in segno.make_qr(address, error="m").matrix_iter(border=0)]
    side = CODE / len(rows)
    sheet.set_fill_color(0)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                sheet.rect(left + across * side, top + down * side, side, side, style="F")


_DRAW: Mapping[type[Part], Callable[[_Sheet, Part], None]] = {
    Heading: _heading,
    Note: _note,
    Facts: _facts,
    Table: _table,
    Code: _code,
}
