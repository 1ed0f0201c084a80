"""How wide each column of a table on paper is: wide where much is written, never narrower than its longest word."""

from collections.abc import Callable, Sequence


def widths(
    rows: Sequence[Sequence[str]], whole: float, measure: Callable[[str], float], gap: float = 0.0
) -> tuple[float, ...]:
    """Share the `whole` width among the columns of `rows` (heads first, all of one length).

    `measure` gives the width of a text on one line; `gap` is what each column loses to its edges. All widths are in
    the unit of `whole`, and add up to it.
    """
    columns = list(zip(*rows, strict=True))
    least = [
        gap + max(measure(word) for cell in column for word in cell.split() or [""]) for column in columns
    ]
    most = [gap + max(map(measure, column)) for column in columns]
    if sum(most) <= whole:
        return _stretched(most, whole)
    if sum(least) >= whole:
        return _stretched(least, whole)
    left = (whole - sum(least)) / (sum(most) - sum(least))
    return tuple(low + left * (high - low) for low, high in zip(least, most, strict=True))


def _stretched(asked: Sequence[float], whole: float) -> tuple[float, ...]:
    return tuple(each * whole / sum(asked) for each in asked)
