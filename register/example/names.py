"""Invented names of people, companies and works, put together from words that are common in Makueni."""

from random import Random

WOMEN = (
    "Mwĩkali",
    "Ndũkũ",
    "Mumbua",
    "Kavata",
    "Syombua",
    "Wanza",
    "Ndinda",
    "Katumbi",
    "Ngina",
    "Mwende",
    "Kasyoka",
    "Nthenya",
)
MEN = (
    "Mutua",
    "Kioko",
    "Wambua",
    "Kyalo",
    "Muoki",
    "Nzuki",
    "Mbithi",
    "Munyao",
    "Kilonzi",
    "Makau",
    "Musau",
    "Mwanzia",
)
GIVEN_WOMEN = ("Faith", "Esther", "Alice", "Rael", "Agnes", "Lydia", "Purity", "Beatrice", "Janet", "Miriam")
GIVEN_MEN = (
    "Joseph",
    "Peter",
    "Daniel",
    "Stephen",
    "Boniface",
    "Patrick",
    "Titus",
    "Onesmus",
    "Jackson",
    "Fredrick",
)
FAMILIES = (
    "Mutiso",
    "Musyoka",
    "Nzioka",
    "Ndambuki",
    "Mulwa",
    "Kitavi",
    "Muthama",
    "Ng’ang’a",
    "Nzau",
    "Kimeu",
    "Ngumbau",
    "Mativo",
    "Kithome",
    "Mbuvi",
    "Ndeti",
    "Maingi",
)

PLACES = (
    "Tulimani",
    "Kithungo",
    "Kalawa",
    "Mukaa",
    "Kasikeu",
    "Kee",
    "Kilungu",
    "Ilima",
    "Ukia",
    "Nzaui",
    "Kathonzweni",
    "Mavindini",
    "Wote",
    "Mbitini",
    "Makindu",
    "Nguumo",
    "Emali",
    "Masongaleni",
    "Thange",
    "Ivingoni",
    "Kalamba",
    "Kitise",
    "Kikumbulyu",
    "Mtito",
)
TRADES = (
    "Builders Ltd",
    "Civil Works Ltd",
    "Contractors Ltd",
    "Masonry Company Ltd",
    "Ventures Ltd",
    "Roads and Water Ltd",
    "Joinery Ltd",
    "Supplies Ltd",
    "Solar and Pumps Ltd",
    "Engineering Ltd",
    "Hardware Stores Ltd",
    "Cool Chain Ltd",
)
HOLDINGS = (
    "Kaiti Holdings Ltd",
    "Chyulu Investments Ltd",
    "Athi Capital Ltd",
    "Mbui Nzau Partners Ltd",
    "Kibwezi Trust Nominees Ltd",
    "Nzaui Hill Equity Ltd",
    "Tsavo Gate Holdings Ltd",
    "Iveti Ridge Ltd",
    "Yatta Plateau Group Ltd",
    "Kiboko Springs Ltd",
    "Salama Junction Ltd",
    "Sultan Hamud Estates Ltd",
)

WORKS = (
    ("Maternity wing, {place} health centre", "Health Services", 24_000_000),
    ("Outpatient block, {place} dispensary", "Health Services", 18_500_000),
    ("Four classrooms, {place} vocational centre", "Education and ICT", 5_200_000),
    ("Desks for nine early childhood centres in {place}", "Education and ICT", 1_290_000),
    ("Market shed and toilets, {place}", "Trade and Co-operatives", 3_100_000),
    ("Gabions and drift on the {place} road", "Roads and Transport", 7_400_000),
    ("Grading of {place} ward roads", "Roads and Transport", 9_800_000),
    ("Solar pump and kiosk, {place} borehole", "Water and Sanitation", 4_500_000),
    ("Earth dam and trough, {place}", "Water and Sanitation", 6_900_000),
    ("Cold room for the {place} mango collection centre", "Agriculture", 3_960_000),
    ("Fence and gate, {place} sub-county office", "Devolution", 1_250_000),
    ("School roof, {place} primary school", "Education and ICT", 2_350_000),
)


def person_name(rng: Random) -> str:
    """A name of three parts, such as Esther Kavata Nzioka."""
    given, middle = rng.choice(((GIVEN_WOMEN, WOMEN), (GIVEN_MEN, MEN)))
    return f"{rng.choice(given)} {rng.choice(middle)} {rng.choice(FAMILIES)}"


def company_name(rng: Random, taken: set[str]) -> str:
    """A company's name that no other company here has."""
    while (name := f"{rng.choice(PLACES)} {rng.choice(TRADES)}") in taken:
        pass
    taken.add(name)
    return name


def number_of_company(rng: Random) -> str:
    """A made-up number in the form of the Business Registration Service."""
    return "PVT-" + "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(8))


def key(rng: Random) -> str:
    """A random key of a person or body within its declaration."""
    return f"{rng.getrandbits(48):012x}"
