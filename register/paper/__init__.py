"""Papers that people print, keep and carry: what stands on one as data, and the PDF made of it.

paper = Paper("Receipt", "County of Example", (Facts((("Reference", "UM-2026-000001"),)),), language="en")
pdf = as_pdf(paper, made_at)
"""

from register.paper.pdf import as_pdf
from register.paper.shapes import Code, Facts, Heading, Note, Paper, Part, Table

__all__ = ["Code", "Facts", "Heading", "Note", "Paper", "Part", "Table", "as_pdf"]
