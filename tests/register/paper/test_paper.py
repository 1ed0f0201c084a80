"""Papers tell everything that was put on them, page after page, and mark what they cannot print."""

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from register.paper import Code, Facts, Heading, Note, Paper, Table, as_pdf
from register.paper.letters import MARK, printable

AT = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
LONG = "A long explanation of how the shares came to be held. " * 30


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def paper(*rows: tuple[str, str]) -> Paper:
    return Paper(
        "Receipt",
        "County of Example",
        (
            Code("https://register.example/receipt/1", "Scan the code."),
            Heading("The company"),
            Facts(rows),
            Table("Owners", ("Person", "Share"), tuple((f"Person {each}", "1 %") for each in range(90))),
            Note(LONG, small=True),
        ),
        foot="UM-2026-000001",
    )


def test_names_of_kenya_are_printed_with_all_their_accents() -> None:
    pdf = as_pdf(paper(("Owner", "Mwĩkali Ndũkũ Ng’ang’a")), AT)

    assert "Mwĩkali Ndũkũ Ng’ang’a" in text_of(pdf)


def test_what_the_paper_cannot_print_is_marked_letter_by_letter() -> None:
    assert printable("李小龍 Li") == f"{MARK * 3} Li"
    assert printable("Ng\u2011ang\uff07a") == "Ng-ang'a"


def test_a_long_paper_goes_on_over_pages_that_all_bear_its_reference() -> None:
    reader = PdfReader(BytesIO(as_pdf(paper(("Owner", LONG)), AT)))

    pages = [page.extract_text() for page in reader.pages]

    assert len(pages) > 2
    assert all("UM-2026-000001" in page for page in pages)
    assert "Person 89" in " ".join(pages)


def test_the_same_paper_is_the_same_to_the_byte() -> None:
    first = as_pdf(paper(("Owner", "Ana Example")), AT)

    assert as_pdf(paper(("Owner", "Ana Example")), AT) == first


def test_an_empty_answer_leaves_a_line_to_write_on() -> None:
    told = text_of(as_pdf(paper(("Tender number", ""), ("Owner", "Ana Example")), AT))

    assert "Tender number" in told
    assert "Ana Example" in told
