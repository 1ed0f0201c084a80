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
        "company_founded",
        N_("The day on which the company was registered, as 2011-02-14; in one row of it is enough."),
        "2011-02-14",
    ),
    Column(
        "company_tax_number", N_("The company’s tax PIN; in one row of it is enough. It is not published.")
    ),
    Column("company_phone", N_("The company’s telephone; in one row of it is enough. It is not published.")),
    Column(
        "company_email", N_("The company’s e-mail address; in one row of it is enough. It is not published.")
    ),
    Column(
        "company_address",
        N_("The company’s registered address; in one row of it is enough. It is not published."),
    ),
    Column(
        "holder",
        N_("Who holds: person, or a kind of body from the codes below, or nobody when no one can be named."),
        "person",
        needed=True,
    ),
    Column("name", N_("Full name of the person or body. Leave empty for nobody."), "Ana Mwikali Example"),
    Column("country", N_("A person’s nationality or a body’s country, as two letters."), "KE"),
    Column("other_nationalities", N_("A person’s other nationalities, as two letters parted by semicolons.")),
    Column("lives_in", N_("The country where the person lives, as two letters."), "KE"),
    Column("document", N_("Which document tells who the person is: a code from below."), "national_id"),
    Column("document_country", N_("For a passport: the country that issued it, as two letters.")),
    Column("document_number", N_("The number of that document. It is kept sealed."), "00000000"),
    Column("born", N_("The person’s date of birth as 1980-12-31. It is kept sealed."), "1980-12-31"),
    Column("tax_number", N_("The person’s tax PIN. It is kept sealed.")),
    Column("phone", N_("The person’s telephone. It is kept sealed."), "+254700000000"),
    Column("email", N_("The person’s e-mail address. It is kept sealed.")),
    Column("home_address", N_("Where the person lives. It is kept sealed."), "Plot 1, Example Road, Wote"),
    Column("postal_address", N_("The person’s postal address. It is kept sealed.")),
    Column("business_address", N_("Where the person does business. It is kept sealed.")),
    Column("occupation", N_("What the person does for a living. It is not published.")),
    Column(
        "groups",
        N_("Groups of the person, parted by semicolons: women, youth, disability; or none. Kept sealed."),
    ),
    Column(
        "disability_number",
        N_("The person’s number in the register of persons with disabilities. Kept sealed."),
    ),
    Column(
        "barred",
        N_("Whether the person is barred from public buying or under sanctions: yes or no. Kept sealed."),
    ),
    Column("barred_details", N_("Who barred the person, since when and why. It is kept sealed.")),
    Column("barred_until", N_("Until when the person is barred, as 2027-12-31. It is kept sealed.")),
    Column("number", N_("The body’s official number.")),
    Column(
        "number_scheme", N_("Which register gave the body’s number: a code from below or of org-id.guide.")
    ),
    Column("exchange", N_("For a listed company: the stock exchange.")),
    Column("ticker", N_("For a listed company: its short name there.")),
    Column("isin", N_("For a listed company: the ISIN of its shares.")),
    Column("filings", N_("For a listed company: the address of the page where its filings are.")),
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
    Column("until", N_("Until when, once it has ended, as 2025-11-03.")),
    Column(
        "indirect_shares",
        N_(
            "Shares that the holder says they hold in the company through others, all chains together, in percent."
        ),
    ),
    Column(
        "indirect_votes",
        N_(
            "Votes that the holder says they hold in the company through others, all chains together, in percent."
        ),
    ),
    Column("reason", N_("For nobody: why nobody can be named, a code from below.")),
    Column("reason_words", N_("For nobody: the reason in your own words; it is published.")),
)
