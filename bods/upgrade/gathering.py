"""What lies in a file: statements of old versions, statements of 0.4, and what is neither."""

from dataclasses import dataclass, field

from bods.statements import BODS_VERSION, Statement
from bods.upgrade.dates import first_day
from bods.upgrade.fitting import statement_or_advice
from bods.upgrade.loss import Loss, Tell
from bods.upgrade.old import OLD_VERSIONS, Old, is_of_today, old_type, stated_version, version_of
from bods.upgrade.values import Json


@dataclass(slots=True)
class Gathered:
    """The statements of a file, in its order; `today` are those of 0.4, by position."""

    olds: list[Old] = field(default_factory=list)
    today: dict[int, Statement] = field(default_factory=dict)


def gathered(value: object, tell: Tell) -> Gathered:
    """Sort a parsed file (an array, or one statement); what is no statement, or is there twice, is told."""
    found = Gathered()
    versions: dict[str, int] = {}
    first_with: dict[str, Old] = {}
    for place, each in enumerate(value if isinstance(value, list) else [value]):
        kind = old_type(each)
        if kind is not None:
            old = Old(place, each, each["statementID"], kind, _day(each), _replaced(each, place, tell))
            if _is_said_again(old, first_with, tell):
                continue
            found.olds.append(old)
        elif is_of_today(each):
            _take_today(place, each, found, tell)
        else:
            tell(
                Loss(
                    f"/{place}",
                    "statementType",
                    "Left out: this is no statement of BODS 0.1 to 0.4 with an id.",
                )
            )
            continue
        _note_version(each, place, versions, tell)
    return found


def _take_today(place: int, value: Json, found: Gathered, tell: Tell) -> None:
    statement = statement_or_advice(value)
    if isinstance(statement, Statement):
        found.today[place] = statement
    else:
        advice = " ".join(sorted(set(statement.values())))
        tell(
            Loss(
                f"/{place}",
                "statementId",
                f"Left out: this statement of 0.4 is not valid. To mend it: {advice}",
            )
        )


def _is_said_again(old: Old, first_with: dict[str, Old], tell: Tell) -> bool:
    before = first_with.setdefault(old.id, old)
    if before is old or not _equal(before.body, old.body):
        return False
    tell(
        Loss(
            f"/{old.place}", "statementID", f"Left out: it says just what statement {before.place + 1} says."
        )
    )
    return True


def _equal(one: object, other: object) -> bool:
    try:
        return one == other
    except RecursionError:
        return False


def _day(body: Json) -> str:
    text = body.get("statementDate")
    return text if isinstance(text, str) else own_day(body) or ""


def own_day(body: Json) -> str | None:
    """Give the day on which a statement was published, else retrieved; None when it says neither."""
    for outer, inner in (("publicationDetails", "publicationDate"), ("source", "retrievedAt")):
        details = body.get(outer)
        text = details.get(inner) if isinstance(details, dict) else None
        begins = first_day(text) if isinstance(text, str) else None
        if begins:
            return begins[0]
    return None


def _replaced(body: Json, place: int, tell: Tell) -> tuple[str, ...]:
    given = body.get("replacesStatements")
    if given is None:
        return ()
    names = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    texts = tuple(name for name in names if isinstance(name, str))
    if len(texts) != len(names) or not isinstance(given, list | str):
        tell(Loss(f"/{place}", "replacesStatements", "Left out what is no text: it names no statement."))
    return texts


def _note_version(body: Json, place: int, versions: dict[str, int], tell: Tell) -> None:
    version, stated = version_of(body), stated_version(body)
    if stated is not None and stated != version and version in OLD_VERSIONS:
        tell(
            Loss(
                f"/{place}/publicationDetails",
                "bodsVersion",
                f"Read by its fields as {version}: its form is not that of the version that it states.",
            )
        )
    if version in versions:
        return
    versions[version] = place
    if len(versions) > 1:
        first = next(iter(versions))
        tell(
            Loss(
                f"/{place}",
                "bodsVersion",
                f"The file mixes versions: it began with {first}, and here is {version}. "
                f"Each statement is read by its own and becomes {BODS_VERSION}.",
            )
        )
