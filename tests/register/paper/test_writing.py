"""A paper that was kept is read back word for word."""

from register.paper import Code, Facts, Heading, Note, Paper, Table
from register.paper.writing import read, written

PAPER = Paper(
    title="Conflict-check certificate",
    over="County of Example · Umiliki",
    parts=(
        Heading("Bidders"),
        Table("As they stood", ("Bidder", "Cluster"), (("Alfa Ltd", "A"), ("Beta Ltd", "B"))),
        Facts((("Tender", "41877"), ("Remarks", ""))),
        Note("Read this once.", small=True),
        Code("https://umiliki.example/tenders/1", "Scan it."),
    ),
    foot="Certificate 1",
    language="sw",
)


def test_a_paper_is_read_back_the_same() -> None:
    assert read(written(PAPER)) == PAPER


def test_the_same_paper_is_written_the_same() -> None:
    assert written(read(written(PAPER))) == written(PAPER)
