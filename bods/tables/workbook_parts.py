"""The small parts of an Excel workbook (Office Open XML): which sheets there are, and how their cells look.

Source: ECMA-376, part 1, chapter 18 (SpreadsheetML), and part 2 (packages).
"""

from collections.abc import Sequence

from bods.tables.sheet_text import escaped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Styles of cells by number: 0 plain, 1 heads of columns, 2 text, 3 text that must not be run when it is edited.
_STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def sheet_part(place: int) -> str:
    """Give the name of the part that holds a sheet, by its place from 1."""
    return f"xl/worksheets/sheet{place}.xml"


def parts(names: Sequence[str]) -> list[tuple[str, str]]:
    """Give the name and the text of each part of a workbook but its sheets, which have these names, in order."""
    places = range(1, len(names) + 1)
    overrides = "".join(
        f'<Override PartName="/{sheet_part(place)}" ContentType="{_TYPE}.worksheet+xml"/>' for place in places
    )
    sheets = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{place}" r:id="rId{place}"/>'
        for place, name in zip(places, names, strict=True)
    )
    reached = "".join(
        _relation(f"rId{place}", "worksheet", f"worksheets/sheet{place}.xml") for place in places
    )
    return [
        (
            "[Content_Types].xml",
            (
                f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
                f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{overrides}</Types>'
            ),
        ),
        ("_rels/.rels", _relations(_relation("rId1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            (
                f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{_RELATED}"><bookViews><workbookView/></bookViews>'
                f"<sheets>{sheets}</sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", _relations(reached + _relation("rIdStyles", "styles", "styles.xml"))),
        ("xl/styles.xml", _STYLES),
    ]


def _relations(inside: str) -> str:
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_RELATED}/{kind}" Target="{target}"/>'
