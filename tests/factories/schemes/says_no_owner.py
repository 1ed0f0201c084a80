"""Companies of which nobody is an owner, by word or by shares; and one that has one."""

from collections.abc import Iterator

from register.graph.dossier import BodyDossier
from tests.factories.pictures import DECLARED, Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "says-no-owner"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield companies without an owner, and one whose largest holder is one."""
    company = seeds.company()
    says = {company: BodyDossier(says_none=True, confirmed_on=DECLARED)}
    beside = ("shares-do-not-add-up",)
    yield tender(
        seeds, CODE, "says so", (company,), Hold(seeds.person(), company, 5), bodies=says, beside=beside
    )
    for largest, raises in ((8, CODE), (12, None)):
        company = seeds.company()
        holds = [Hold(seeds.person(), company, 8) for _ in range(11)]
        holds.append(Hold(seeds.person(), company, largest))
        yield tender(seeds, raises, f"twelve small shares, one of {largest}", (company,), *holds)
