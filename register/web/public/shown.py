"""One company on one day as its page, its twin and the pages of its owners show it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from register.graph.drawing import Drawing, chain_drawing
from register.graph.picture import Picture
from register.graph.telling import Sentence
from register.web.public.behind import Behind, behind, summary, unexplained
from register.web.public.known import KnownCompany, law
from register.web.public.leading import Leading, words


@dataclass(frozen=True, slots=True)
class ShownCompany:
    """Who stands behind a company on a day: the picture, the lines of the table, and the sentences above them."""

    company: KnownCompany
    as_of: date
    picture: Picture
    behind: tuple[Behind, ...]
    summary: tuple[Sentence, ...]
    unexplained: Decimal | None
    leading: Leading

    @property
    def key(self) -> str:
        return self.picture.subjects[0]

    @property
    def declared_later(self) -> bool:
        """Whether all that is known of the day was declared after it."""
        declared = self.picture.declared.get(self.key)
        return declared is not None and declared.on > self.as_of

    def drawing(self, *, wide: bool) -> Drawing:
        """The chain, for a page or for a telephone."""
        return chain_drawing(self.picture, self.key, wide=wide, words=words(), href=self.leading, id="chain")


def shown(company: KnownCompany, as_of: date) -> ShownCompany:
    """Look at a company as it stood on a day."""
    picture = company.picture(as_of)
    key = picture.subjects[0]
    told = behind(picture, key, law())
    declarers = frozenset(statement.declaration_subject for statement in company.statements)
    return ShownCompany(
        company=company,
        as_of=as_of,
        picture=picture,
        behind=told,
        summary=summary(told),
        unexplained=unexplained(picture, key),
        leading=Leading(picture, declarers),
    )
