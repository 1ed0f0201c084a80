"""The columns of a sheet of declarations: what each is called, what goes in it, and an example."""

from dataclasses import dataclass

from register.words import N_

SHEET = "declarations"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what to write there (a msgid), an example; `needed` in every row."""

    name: str
    says: str
    example: str = ""
    needed: bool = False


COLUMNS: tuple[Column, ...] = (
    Column(
        "company_number",
        N_("The declaring company’s official number. Rows with the same number make one declaration."),
        "PVT-EXAMPLE1",
        needed=True,
    ),
    Column(
        "company_scheme", N_("Which register gave that number; leave empty for the first of the codes below.")
    ),
    Column(
        "company_name", N_("The declaring company’s registered name."), "Example Builders Ltd", needed=True
    ),
    Column(
        "holder",
        N_("Who holds: person, or a kind of body from the codes below, or nobody when no one can be named."),
        "person",
        needed=True,
    ),
    Column("name", N_("Full name of the person or body. Leave empty for nobody."), "Ana Mwikali Example"),
    Column("country", N_("A person’s nationality or a body’s country, as two letters."), "KE"),
    Column("lives_in", N_("The country where the person lives, as two letters."), "KE"),
    Column("document", N_("Which document tells who the person is: a code from below."), "national_id"),
    Column("document_country", N_("For a passport: the country that issued it, as two letters.")),
    Column("document_number", N_("The number of that document. It is kept sealed."), "00000000"),
    Column("born", N_("The person’s date of birth as 1980-12-31. It is kept sealed."), "1980-12-31"),
    Column("tax_number", N_("The person’s tax PIN. It is kept sealed.")),
    Column("phone", N_("The person’s telephone. It is kept sealed."), "+254700000000"),
    Column("email", N_("The person’s e-mail address. It is kept sealed.")),
    Column("home_address", N_("Where the person lives. It is kept sealed."), "Plot 1, Example Road, Wote"),
    Column("number", N_("The body’s official number.")),
    Column(
        "number_scheme", N_("Which register gave the body’s number: a code from below or of org-id.guide.")
    ),
    Column(
        "holds_in",
        N_(
            "Empty for the declaring company; else the name or number of a body that another row names as holder."
        ),
    ),
    Column("shares", N_("Shares held, in percent: 60, or a range such as 25-50."), "60"),
    Column("votes", N_("Votes held, in percent: 60, or a range such as 25-50."), "60"),
    Column("controls", N_("Other ways to control: codes from below, parted by semicolons.")),
    Column("since", N_("Since when, as 2019-05-01."), "2019-05-01"),
    Column("reason", N_("For nobody: why nobody can be named, a code from below.")),
    Column("reason_words", N_("For nobody: the reason in your own words; it is published.")),
)
